"""Compare a build with that of mkdocs-material and mkdocs-static-i18n on the same pages: `python bench/compare.py --records 250`.

What each number means stands in README.md beside this file. Everything is written into a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generate import SEED
from measure import Cost, Failed, adopt_orphans, cost_of, middle
from plan import FOLDERS
from voice import LANGUAGES

_HERE = Path(__file__).parent
_TREMPLIN = (sys.executable, "-m", "tremplin")
_PEER = (sys.executable, "-m", "mkdocs", "build", "-q")
_WORDS = re.compile(r"(?<=\n\n)[^\W\d_]+(?= )")
"""The first word of a paragraph."""

_PLUGIN, _SILENT = "  - tremplin:\n", "      search: false\n"
"""Lines of the configuration that `generate.py` writes, and one that takes the search away."""

_SMALL = 7
"""Records of the base that both sides build first, unmeasured, so that Python has compiled what they import."""


@dataclass(frozen=True)
class Figures:
    """What was measured on one size of base."""

    records: int
    costs: Mapping[str, Cost]
    """Medians under the names of the table's lines."""

    @property
    def pages(self) -> int:
        """Record pages in all languages. Both sides have some more; see `peer.py`."""
        return self.records * len(LANGUAGES)

    def ratio(self, name: str, other: str) -> float:
        """How many times the CPU seconds of `other` are in those of `name`."""
        return self.costs[name].cpu / self.costs[other].cpu


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    records: int
    runs: int
    seed: int
    texts: str
    pages: str
    navigation: str
    with_peer: bool
    with_scale: bool


def figures_of(folder: Path, options: Options, records: int, *, with_peer: bool) -> Figures:
    """Generate a base of so many records below `folder` and measure everything on it."""
    base, peer = _prepare(folder, options, records, with_peer=with_peer)
    sides: dict[str, Callable[[], Cost]] = {"cold": lambda: _cold(base, (*_TREMPLIN, "build"))}
    if peer:
        sides["peer"] = lambda: _cold(peer, _PEER)
    # In turn, so that a computer that grows hot or busy is unfair to both.
    found = [{name: run() for name, run in sides.items()} for _ in range(options.runs)]
    costs = {name: [one[name] for one in found] for name in sides}
    _compare_pages(base, {"cold": base / "site"} | ({"peer": peer / "site"} if peer else {}), options.pages)
    costs["nothing"] = [cost_of((*_TREMPLIN, "build"), base) for _ in range(options.runs)]
    costs["word"] = [_rebuild(base, number) for number in range(options.runs)]
    costs["check"] = [_cold(base, (*_TREMPLIN, "check")) for _ in range(options.runs)]
    with _with_search(base):
        costs["search"] = [_cold(base, (*_TREMPLIN, "build")) for _ in range(options.runs)]
    return Figures(records, {name: middle(each) for name, each in costs.items()})


def _prepare(folder: Path, options: Options, records: int, *, with_peer: bool) -> tuple[Path, Path | None]:
    """Write the base, and from it the files of the peer."""
    # In processes of their own: what this process uses at its peak would count as the least that any command uses.
    base, peer = folder / f"base-{records}", folder / f"peer-{records}"
    subprocess.run([sys.executable, _HERE / "generate.py", base, "--records", str(records), "--seed", str(options.seed)], check=True)
    _replace(base / "mkdocs.yml", _PLUGIN, _PLUGIN + _SILENT)  # The peer gets no search, so neither do we; `weight.py` compares what readers fetch of both.
    if not with_peer:
        return base, None
    subprocess.run([sys.executable, _HERE / "peer.py", base, peer, "--texts", options.texts, "--pages", options.pages, "--navigation", options.navigation], check=True)
    return base, peer


@contextmanager
def _with_search(base: Path) -> Iterator[None]:
    """Let the base have its search for a while, as it is published."""
    _replace(base / "mkdocs.yml", _SILENT, "")
    yield
    _replace(base / "mkdocs.yml", _PLUGIN, _PLUGIN + _SILENT)


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8", newline="\n")


def _cold(folder: Path, command: Sequence[str]) -> Cost:
    """The cost of a command that finds neither a site nor anything remembered."""
    for entry in folder.iterdir():
        if entry.name.startswith((".", "site")):
            shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
    return cost_of(command, folder)


def _rebuild(base: Path, number: int) -> Cost:
    """The cost of building again after one word has changed in one translation; the page must show it."""
    files = [file for file in sorted(base.glob("*/*/fr.md")) if "\ntranslated_from:" in file.read_text(encoding="utf-8")]
    file, word = files[(number + 1) * len(files) // 7 % len(files)], f"changed{number}"
    front, body = file.read_text(encoding="utf-8").split("\n---\n", 1)
    file.write_text(f"{front}\n---\n{_WORDS.sub(word, body, count=1)}", encoding="utf-8", newline="\n")
    cost = cost_of((*_TREMPLIN, "build"), base)
    page = base / "site" / "fr" / file.parent.relative_to(base) / "index.html"
    if word not in page.read_text(encoding="utf-8"):
        raise Failed(f"{page} does not show the word that was changed in {file}")
    return cost


def _compare_pages(base: Path, sites: Mapping[str, Path], pages: str) -> None:
    """Make sure that each side has the page of every record in every language, and that the peer lacks none of ours."""
    found = {name: {file.relative_to(site).as_posix() for file in site.rglob("index.html")} for name, site in sites.items()}
    if "peer" in found:  # It publishes its default language at the root, and needs no page to choose one.
        found["peer"] = {path if path.split("/")[0] in LANGUAGES else f"{LANGUAGES[0]}/{path}" for path in found["peer"]} | {"index.html"}
    records = [record.relative_to(base).as_posix() for folder in FOLDERS.values() if (base / folder).is_dir() for record in (base / folder).iterdir()]
    wanted = {f"{tag}/{record}/index.html" for tag in LANGUAGES for record in records}
    if pages == "all":
        wanted |= {path for path in found["cold"] if "/search/" not in path}
    for name, there in found.items():
        if missing := sorted(wanted - there):
            raise Failed(f"{sites[name]} lacks {len(missing)} pages: {', '.join(missing[:10])}")


_LINES = {
    "cold": "Tremplin, cold build", "peer": "Material + static-i18n, cold build", "nothing": "Tremplin, build again, nothing changed",
    "word": "Tremplin, build again, one word changed", "check": "Tremplin, check, cold",
    "search": "Tremplin, cold build with its search",
}


def table(figures: Figures, runs: int) -> Iterator[str]:
    """The measures of one size, as lines of text."""
    yield f"{figures.pages:,} pages ({figures.records:,} records in {len(LANGUAGES)} languages), medians of {runs}"
    yield f"{'':<42}{'CPU s':>9}{'wall s':>9}{'MB':>7}"
    for name, label in _LINES.items():
        if name in figures.costs:
            cost = figures.costs[name]
            yield f"{label:<42}{cost.cpu:>9.2f}{cost.wall:>9.2f}{cost.memory:>7.0f}"


def ratios(figures: Figures) -> Iterator[str]:
    """The ratios within one size, with the limits that we hold ourselves to at that size."""
    # In a small base, starting Python outweighs everything; the limits would say nothing.
    is_large, is_largest = figures.pages >= 2000, figures.pages >= 8000
    if "peer" in figures.costs:
        ours, peer = figures.costs["cold"], figures.costs["peer"]
        yield _ratio("cold build: CPU, ours / peer", ours.cpu / peer.cpu, 0.1 if is_large else None)
        yield _ratio("cold build: wall, ours / peer", ours.wall / peer.wall)
        yield _ratio("cold build: memory, ours / peer", ours.memory / peer.memory)
    yield _ratio("one word: CPU, again / cold", figures.ratio("word", "cold"), 0.1 if is_largest else 0.25 if is_large else None)
    yield _ratio("check: CPU, check / cold build", figures.ratio("check", "cold"), 0.2 if is_largest else None)
    yield _ratio("check: CPU, check / build with search", figures.ratio("check", "search"), 0.2 if is_largest else None)
    yield _ratio("largest process in MB", max(figures.costs[name].memory for name in ("cold", "word")), 300)


def growth(small: Figures, large: Figures) -> Iterator[str]:
    """How much more four times the pages cost."""
    before, after = small.costs["cold"], large.costs["cold"]
    limit = 4.4 if small.pages >= 2000 else None
    yield _ratio(f"{small.pages:,} to {large.pages:,} pages: CPU grows", after.cpu / before.cpu, limit)
    yield _ratio(f"{small.pages:,} to {large.pages:,} pages: wall grows", after.wall / before.wall, limit)


def _ratio(label: str, value: float, limit: float | None = None) -> str:
    verdict = "" if limit is None else f"   at most {limit:<5g} {'kept' if value <= limit else 'NOT KEPT'}"
    return f"{label:<42}{value:>9.3g}{verdict}"


def _warm_up(folder: Path, options: Options) -> None:
    base, peer = _prepare(folder / "first", options, _SMALL, with_peer=options.with_peer)
    cost_of((*_TREMPLIN, "build"), base)
    cost_of((*_TREMPLIN, "check"), base)
    if peer:
        cost_of(_PEER, peer)


def _compare(options: Options, folder: Path) -> Iterator[str]:
    """All lines of the report, each as soon as it is known."""
    if os.getloadavg()[0] > 0.5:
        yield f"This computer is busy (load {os.getloadavg()[0]:.1f}): the seconds are too high, the ratios uncertain.\n"
    _warm_up(folder, options)
    small = figures_of(folder, options, options.records, with_peer=options.with_peer)
    yield from table(small, options.runs)
    yield ""
    yield from ratios(small)
    if options.with_scale:
        large = figures_of(folder, options, 4 * options.records, with_peer=False)
        yield ""
        yield from table(large, options.runs)
        yield ""
        yield from ratios(large)
        yield from growth(small, large)


def _options(arguments: list[str] | None) -> Options:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=250, help="how many records, each in eight languages (%(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="how often each thing is measured (%(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other texts (%(default)s)")
    parser.add_argument("--texts", choices=("sections", "all"), default="all", help="how much of a record the peer's page shows (%(default)s)")
    parser.add_argument("--pages", choices=("records", "all"), default="all", help="which pages the peer has beside those of records (%(default)s)")
    parser.add_argument("--navigation", choices=("mkdocs", "short"), default="mkdocs", help="which pages the peer's navigation lists (%(default)s)")
    parser.add_argument("--without-peer", action="store_true", help="measure our side only")
    parser.add_argument("--scale", action="store_true", help="also measure our side on four times as many records")
    given = parser.parse_args(arguments)
    if given.records < _SMALL or given.runs < 1:
        parser.error(f"--records must be at least {_SMALL} and --runs at least 1")
    return Options(given.records, given.runs, given.seed, given.texts, given.pages, given.navigation, not given.without_peer, given.scale)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    options = _options(arguments)
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="tremplin-bench-") as folder:
        try:
            for line in _compare(options, Path(folder)):
                print(line, flush=True)
        except Failed as failure:
            print(failure, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
