"""What readers fetch: the first visit to a page and the first search, beside Material's for the same pages: `python bench/weight.py --records 250`.

Both sites are built from the same invented base and opened in Chromium, which Playwright drives. Everything counts as a host would send it: text packed with
gzip, the rest as it is; what the first visit has fetched does not count again.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from generate import SEED
from playwright.sync_api import Browser, Page, Response, sync_playwright
from voice import LANGUAGES

_HERE = Path(__file__).parent
sys.path.insert(0, str(_HERE.parent))
from scripts.chromium import ADVICE, chromium  # noqa: E402  it stands beside this folder
from scripts.serving import serving  # noqa: E402  as above

QUERIES = ("jardin", "cuisine", "formateur", "quartier", "outils")
"""Words of `stock.toml`; the first search differs by the piece of the index that holds the word."""
MOST = {"first visit": 140_000, "first search": 140_000}


@dataclass(frozen=True)
class Weight:
    """What was fetched."""

    size: int
    """Bytes, packed."""
    requests: int


def weigh(browser: Browser, address: str, query: str, search: Callable[[Page, str], None]) -> tuple[Weight, Weight]:
    """The first visit to a page, and a search from there, by somebody who has never been here."""
    context = browser.new_context()
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  Playwright keeps a note on the function it is given
    page.goto(address)
    page.wait_for_load_state("networkidle")
    visit = _weight(answers)
    known = {answer.url for answer in answers}
    search(page, query)
    page.wait_for_load_state("networkidle")
    found = _weight([answer for answer in answers if answer.url not in known])
    context.close()
    return visit, found


def _weight(answers: Sequence[Response]) -> Weight:
    bodies = [answer.body() for answer in answers]
    return Weight(sum(min(len(body), len(gzip.compress(body, 9))) for body in bodies), len(bodies))


def search_tremplin(page: Page, query: str) -> None:
    """Ask in the dialog that `/` opens."""
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill(query)
    page.locator("dialog [data-hit] mark, dialog .tp-hit mark").first.wait_for()


def search_tremplin_page(page: Page, query: str) -> None:
    """Ask on the search page."""
    page.goto(f"{page.url.split('/fr/')[0]}/fr/search/?q={query}")
    page.locator(".tp-hit mark").first.wait_for()


def search_material(page: Page, query: str) -> None:
    """Ask in Material's own box. Its whole index has come with the first visit."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.locator(".md-search-result__item").first.wait_for()


def built(folder: Path, records: int) -> tuple[Path, Path]:
    """The base as Tremplin's site and as Material's, both with their search."""
    base, peer = folder / "base", folder / "peer"
    _run(sys.executable, _HERE / "generate.py", base, "--records", str(records), "--seed", str(SEED))
    _run(sys.executable, _HERE / "peer.py", base, peer)
    configuration = peer / "mkdocs.yml"
    configuration.write_text(configuration.read_text(encoding="utf-8").replace("plugins:\n", "plugins:\n  - search\n", 1), encoding="utf-8")
    _run(sys.executable, "-m", "tremplin", "build", folder=base)
    _run(sys.executable, "-m", "mkdocs", "build", "-q", folder=peer)
    return base / "site", peer / "site"


def _run(*command: str | Path, folder: Path | None = None) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def main() -> None:
    """Build, open, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=250, help="records, which are as many pages per language")
    options = parser.parse_args()
    program = chromium()
    if not program:
        raise SystemExit(ADVICE)
    with tempfile.TemporaryDirectory(prefix="weight-") as name, sync_playwright() as playwright:
        ours, peers = built(Path(name), options.records)
        module = min(one.name for one in (Path(name) / "base" / "microtrainings").iterdir())
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with serving(ours) as here, serving(peers) as there:
            for label, root, search in (
                ("Tremplin", here, search_tremplin), ("Tremplin, search page", here, search_tremplin_page), ("Material", there, search_material),
            ):
                _print(label, [weigh(browser, f"{root}fr/microtrainings/{module}/", query, search) for query in QUERIES])
        browser.close()
    print(f"{options.records} pages in each of {len(LANGUAGES)} languages")


def _print(label: str, weights: Sequence[tuple[Weight, Weight]]) -> None:
    for name, found in zip(MOST, zip(*weights, strict=True), strict=True):
        sizes = [one.size for one in found]
        requests = max(one.requests for one in found)
        verdict = "" if label == "Material" else f", {'kept' if max(sizes) <= MOST[name] else 'NOT KEPT'}"
        print(f"{label:24}{name:14}{median(sizes) / 1000:6.0f} KB, at most {max(sizes) / 1000:.0f} KB in {requests} requests{verdict}")


if __name__ == "__main__":
    main()
