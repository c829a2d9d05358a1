"""Whoever follows a link arrives: all pages of the site of this base, in all languages."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from tests.site.pages import Site, fetched, sheet_of


def test_every_link_leads_somewhere(published: Site) -> None:
    assert len(published.sheets) > 500
    assert list(published.broken()) == []


def test_no_two_elements_of_a_page_have_one_name(published: Site) -> None:
    found = {name: [one for one, times in Counter(sheet.ids).items() if times > 1] for name, sheet in published.sheets.items()}

    assert {name: ids for name, ids in found.items() if ids} == {}


def test_what_an_element_refers_to_is_on_its_page(published: Site) -> None:
    found = {name: sorted({one for one in sheet.names if one not in published.anchors[name]}) for name, sheet in published.sheets.items()}

    assert {name: ids for name, ids in found.items() if ids} == {}


def test_every_picture_says_what_it_shows_or_that_it_shows_nothing(published: Site) -> None:
    assert {name: sheet.mute for name, sheet in published.sheets.items() if sheet.mute} == {}


@pytest.mark.parametrize("suffix", [".css", ".js"])
def test_styles_and_programs_ask_for_files_that_are_there(published: Site, suffix: str) -> None:
    files = [name for name in published.files if name.startswith("en/assets/") and name.endswith(suffix)]
    found = {(name, link) for name in files for link in fetched(published.folder / name)}

    assert found
    assert [(name, link) for name, link in sorted(found) if published.leads_nowhere(link, name)] == []


def test_every_address_for_other_programs_leads_somewhere(published: Site) -> None:
    """Sitemaps and feeds."""
    for name in (one for one in published.files if one.endswith(".xml")):
        text = (published.folder / name).read_text(encoding="utf-8")
        told = re.findall(r"<(?:loc|link|guid)[^>]*>([^<]+)<", text) + re.findall(r'href="([^"]+)"', text)

        assert told, name
        assert [one for one in told if published.leads_nowhere(unescape(one), name)] == [], name


def write(folder: Path, files: dict[str, str]) -> Site:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Site(folder, "https://site.example/kb/")


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = """<a href="a/">1</a><a href="b/">2</a><a href="a/#there">3</a><a href="a/#gone">4</a><a href="https://site.example/kb/c.html">5</a><a href="https://else.example/x">6</a>
        <img src="a/p.png" srcset="a/p.png 1x, a/q.png 2x" alt=""><meta property="og:image" content="https://site.example/kb/card.png"><a href="#gone">7</a><a href="a/p.png#t=3">8</a>"""
    site = write(tmp_path, {"index.html": page, "a/index.html": '<p id="there"><a href="..">up</a><a href="../../out/">out</a>', "a/p.png": ""})

    assert sorted(site.broken()) == ["index.html: #gone", "index.html: a/#gone", "index.html: a/q.png", "index.html: b/", "index.html: https://site.example/kb/c.html", "index.html: https://site.example/kb/card.png"]


def test_a_picture_that_says_nothing_is_found() -> None:
    sheet = sheet_of("<img src=a.png><img src=b.png alt=''><svg></svg><svg aria-hidden=true></svg><svg role=img aria-label=Arc></svg><iframe src=c></iframe>")

    assert sheet.mute == ["<img src=a.png>", "<svg>", "<iframe src=c>"]


def test_names_are_found_where_they_are_used() -> None:
    sheet = sheet_of('<label for="a">A</label><input id="b" aria-describedby="c d">')

    assert (sheet.ids, sorted(sheet.names)) == (["b"], ["a", "c", "d"])
