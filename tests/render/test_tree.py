"""The plain tree is built by tools that have never heard of us, and nothing is lost on the way."""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from tremplin.cache import Cache
from tremplin.export import export
from tremplin.link import link
from tremplin.load.site import read_site
from tremplin.model.edition import Edition
from tremplin.model.handwritten import page_address
from tremplin.pages import make, plans
from tremplin.pages.blocks import record_list
from tremplin.pages.mould import Moulds
from tremplin.survey import survey
from tremplin.translate import local_record, translate

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
WORD = re.compile(r"[^\W_]+")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


LEFT_OUT = (
    "script, style, template, noscript, [hidden]",  # nobody reads them
    "button, form, select, nav, section.tp-assess",  # what only our programs bring to life
    "[aria-hidden=true]",  # said in words beside it
    "video a",  # said in the caption
)
"""What of our pages has no place in a plain tree."""


def words_of(part: Tag) -> list[str]:
    """Every word and number of a page, in the order of reading."""
    return WORD.findall(part.get_text(" "))


def our_words(html: str) -> list[str]:
    """The words of a page of ours that must be in the tree."""
    soup = BeautifulSoup(html, "html.parser")
    for one in soup.select(", ".join(LEFT_OUT)):
        one.decompose()
    return words_of(soup)


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


@pytest.fixture(scope="module")
def expected(base: Path) -> dict[str, list[str]]:
    """For each address of the tree, the words of our own page there, in the order of reading."""
    site, _ = read_site(base / "mkdocs.yml")
    assert site is not None
    found = survey(site, Cache(None))
    library = link(site, found.entries, found.lists, found.handwritten, with_drafts=False)
    words = {}
    for tag in site.tags:
        edition = translate(library, tag)
        for plan in plans(library, is_preview=False):
            page = make(plan, edition, partial(local_record, found.records, edition), Moulds())
            words[f"{tag}/{page.address}"] = our_words(page.body)
        for name in found.handwritten.pages.get(tag, ()):
            words[f"{tag}/{page_address(name)}"] = our_words(_handwritten(base / "docs" / tag / name, edition))
    return words


def _handwritten(file: Path, edition: Edition) -> str:
    """A hand-written page as our plugin makes it, with its live lists."""
    text = FRONT_MATTER.sub("", file.read_text(encoding="utf-8"))
    soup = BeautifulSoup(Markdown(extensions=["attr_list", "md_in_html", "tables", "tremplin.render.mkdocs.blocks"]).convert(text), "html.parser")
    for block in soup.select(".tp-records"):
        block.replace_with(BeautifulSoup(record_list(edition, json.loads(str(block["data-records"])), ""), "html.parser"))
    return str(soup)


def assert_every_word_is_there(expected: Mapping[str, list[str]], built: Path) -> None:
    """Each page of the tree was built and holds every word of ours, as often and in the same order, and no other."""
    assert len(expected) > 100
    assert {"en/", "en/about/"} < set(expected)
    differing = {}
    for address, words in expected.items():
        text = (built / address / "index.html").read_text(encoding="utf-8")
        found = words_of(BeautifulSoup(text[text.index("<article") : text.rindex("</article>")], "html.parser"))
        if found != words:
            differing[address] = [line for line in difflib.unified_diff(words, found, lineterm="", n=1) if line[:2] not in {"--", "++", "@@"}][:10]
    assert differing == {}


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


def test_plain_mkdocs_builds_every_page_with_all_its_text(expected: dict[str, list[str]], tree: Path, tmp_path: Path) -> None:
    run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")], tree)
    assert_every_word_is_there(expected, tmp_path / "site")


def test_zensical_builds_every_page_with_all_its_text(expected: dict[str, list[str]], tree: Path) -> None:
    run([sys.executable, "-m", "zensical", "build"], tree)
    assert_every_word_is_there(expected, tree / "site")
