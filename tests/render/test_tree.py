"""The plain tree is built by tools that have never heard of us, and nothing is lost on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from tremplin.cache import Cache
from tremplin.export import export
from tremplin.link import link
from tremplin.load.site import read_site
from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.record import Record
from tremplin.pages import make, plans
from tremplin.pages.mould import Moulds
from tremplin.survey import survey
from tremplin.translate import localise, translate

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ("docs", "good_practices", "microtrainings", "skills", "recommendations", "trials", "events", "partners.yml", "projects.yml", "vocabulary.yml", "glossary.yml")
SETTINGS = """\
site_name: Tremplin
site_url: https://tree.example.org/
theme: {name: material, font: false}
plugins:
  - tremplin:
      languages: [en, fr, lt]
      fallback: {lt: [fr, en]}
"""
LINK = re.compile(r"(?<!\\)\]\(<?([^)\s>]+)>?(?: \"[^)]*\")?\)")
ELSEWHERE = re.compile(r"[a-z]+:|#")
WORD = re.compile(r"[^\W_]{2,}")


class _Words(HTMLParser):
    """The words that a reader sees, without styles, scripts and drawings."""

    SILENT = frozenset({"script", "style", "svg", "template", "head"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in self.SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in self.SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words += WORD.findall(data)


def words_of(html: str) -> set[str]:
    """Every word of a page."""
    parser = _Words()
    parser.feed(html)
    return set(parser.words)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The SKY and JANUS+ base in three languages, of which one is mostly fallback."""
    folder = tmp_path_factory.mktemp("base")
    for name in CONTENT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)
    for tag in ("es", "it", "pl", "de", "ro"):
        shutil.rmtree(folder / "docs" / tag)
        for file in folder.glob(f"*/*/{tag}.md"):
            file.unlink()
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tree(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree of that base."""
    site, faults = read_site(base / "mkdocs.yml")
    assert site is not None, faults
    folder = tmp_path_factory.mktemp("out") / "tree"
    assert not [one for one in export(site, Cache(None), folder) if one.is_fault]
    return folder


def expected_words(base: Path, languages: tuple[str, ...]) -> dict[str, set[str]]:
    """For each address of the tree, the words of our own page there."""
    site, _ = read_site(base / "mkdocs.yml")
    assert site is not None
    found = survey(site, Cache(None))
    library = link(site, found.entries, found.lists, found.pages, found.blocks, with_drafts=False)
    expected = {}
    for tag in languages:
        edition = translate(library, tag)
        for plan in plans(library, is_preview=False):
            page = make(plan, edition, partial(_localised, found.records, edition), Moulds())
            expected[f"{tag}/{page.address}"] = words_of(page.body)
    return expected


def _localised(records: Mapping[str, Record], edition: Edition, path: str) -> LocalRecord:
    return localise(records[path], edition)


def assert_every_word_is_there(base: Path, built: Path) -> None:
    """Each page of the tree was built and holds every word of ours."""
    expected = expected_words(base, ("en", "fr", "lt"))
    assert len(expected) > 100
    lost = {}
    for address, words in expected.items():
        file = built / address / "index.html"
        assert file.is_file(), address
        missing = words - words_of(file.read_text(encoding="utf-8"))
        if missing:
            lost[address] = sorted(missing)[:10]
    assert not lost


def run(command: list[str], folder: Path) -> None:
    """Run a tool in the tree; its complaints are shown when it fails."""
    done = subprocess.run(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_configuration_holds_nothing_of_ours(tree: Path) -> None:
    text = (tree / "mkdocs.yml").read_text(encoding="utf-8")
    assert "tremplin:" not in text
    assert yaml.safe_load(text)["plugins"] == []


def test_no_file_of_the_tree_needs_our_blocks(tree: Path) -> None:
    assert not [file for file in tree.rglob("*.md") if "/// records" in file.read_text(encoding="utf-8")]


def test_text_that_looks_like_html_stays_text(tree: Path) -> None:
    assert not [file for file in tree.rglob("index.md") if "<script" in file.read_text(encoding="utf-8")]


def test_every_link_of_the_tree_leads_to_a_file_of_it(tree: Path) -> None:
    links = [(file, unquote(urlsplit(href).path)) for file in tree.rglob("*.md") for href in LINK.findall(file.read_text(encoding="utf-8")) if not ELSEWHERE.match(href)]

    assert {Path(path).name for _, path in links} >= {"index.md", "feed.xml", "demonstration.webm"}
    assert sorted({(file.relative_to(tree).as_posix(), path) for file, path in links if not (file.parent / path).exists()}) == []


def test_plain_mkdocs_builds_every_page_with_all_its_text(base: Path, tree: Path, tmp_path: Path) -> None:
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")], tree)
    assert_every_word_is_there(base, tmp_path / "site")


def test_zensical_builds_every_page_with_all_its_text(base: Path, tree: Path) -> None:
    run([sys.executable, "-m", "zensical", "build"], tree)
    assert_every_word_is_there(base, tree / "site")
