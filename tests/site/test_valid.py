"""Pages are valid HTML: every kind of page, in two languages, as html-validate judges it (https://html-validate.org, from npm)."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from pathlib import Path

import pytest

from tests.site.pages import Site, sheet_of

HERE = Path(__file__).parent / "html"
CACHE = Path(__file__).parents[2] / ".cache"
EACH = 3
"""Pages of one folder that are looked at: its records are made alike."""
ADVICE = "npm is not installed, which html-validate comes with: on Debian and Ubuntu, apt-get install nodejs npm"


@pytest.fixture(scope="session")
def validator() -> Path:
    """html-validate, installed from its lock file when that has changed; without npm, or npm's registry, nothing is judged."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(ADVICE)
    locked = (HERE / "package-lock.json").read_bytes()
    folder = CACHE / f"html-validate-{hashlib.sha256(locked).hexdigest()[:12]}"
    if not folder.is_dir():
        CACHE.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE, prefix="npm-", ignore_cleanup_errors=True) as draft:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / name, draft)
            installed = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=30000"], cwd=draft, capture_output=True, text=True, check=False)
            if installed.returncode:
                pytest.skip(f"html-validate could not be installed: {installed.stderr.strip()[-300:]}")
            with suppress(OSError):  # Another process may have done the same meanwhile.
                Path(draft).rename(folder)
    return folder / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"


def faults(validator: Path, files: Iterable[Path]) -> Iterator[str]:
    """What is not valid in some files."""
    node = shutil.which("node")
    assert node, ADVICE
    command = [node, str(validator), "--config", str(HERE / "htmlvalidate.json"), "--formatter", "json", *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"})
    assert told.returncode in (0, 1), told.stderr
    for page in json.loads(told.stdout):
        for one in page["messages"]:
            yield f"{page['filePath']}:{one['line']}:{one['column']}: {one['message']} ({one['ruleId']})"


def some_of_each(published: Site, tag: str) -> Iterator[Path]:
    """A few pages of every folder of an edition."""
    names = sorted((name for name in published.sheets if name.startswith(f"{tag}/")), key=lambda name: (name.count("/"), name.split("/")[1:2]))
    for _, group in groupby(names, key=lambda name: (name.count("/"), name.split("/")[1] if name.count("/") > 2 else "")):
        pages = list(group)
        yield from (published.folder / name for name in (pages if pages[0].count("/") < 3 else pages[:EACH]))


def test_what_is_opened_is_closed_on_every_page(published: Site) -> None:
    assert {name: sheet.crossed for name, sheet in published.sheets.items() if sheet.crossed or sheet.open} == {}


def test_every_kind_of_page_is_valid(published: Site, validator: Path) -> None:
    files = [published.folder / name for name in ("index.html", "404.html")] + [file for tag in ("en", "lt") for file in some_of_each(published, tag)]

    assert len(files) > 60
    assert [one.replace(f"{published.folder}/", "") for one in faults(validator, files)] == []


def test_elements_that_cross_are_told() -> None:
    assert sheet_of("<div><p>A<br></p><svg><path/></svg></div>").crossed == []
    assert sheet_of("<div><p>A</div></p>").crossed == ["</div> in <p>"]
    assert sheet_of("<div><p>A</p>").open == ["div"]


def test_what_is_not_valid_is_told(tmp_path: Path, validator: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><head><title>A</title></head><body><p id="a"><div id="a"></div></p><ul><p>B</p></ul></body></html>', encoding="utf-8")

    found = {one.rpartition("(")[2].rstrip(")") for one in faults(validator, [page])}

    assert {"no-dup-id", "element-permitted-content"} <= found
