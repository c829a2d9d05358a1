"""What others show of a page to which somebody links: its card, its feed, what machines may know of it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.pages.schema_org import faults_in
from tests.site.conftest import ADDRESS
from tests.site.pages import Site
from tremplin.locales import catalogue
from tremplin.model.kinds import KINDS
from tremplin.model.language import language
from tremplin.model.site import Site as Configuration
from tremplin.render.mkdocs.face import CARD, Sheet, face

RECORD = "good_practices/jobpath/"
SMALL = 60_000
"""Bytes of the picture of a card, for those who pay for them."""
HTML = "html.parser"


def head(html: str) -> dict[str, list[str]]:
    """The properties that a page tells, each with its values."""
    found: dict[str, list[str]] = {}
    for one in BeautifulSoup(html, HTML).select("meta[property], meta[name]"):
        found.setdefault(str(one.get("property") or one.get("name")), []).append(str(one["content"]))
    return found


def page(published: Site, address: str) -> str:
    return (published.folder / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("address", "kind"), [("", "website"), ("about/", "website"), ("skills/", "website"), (RECORD, "article"), ("partners/mirec/", "article")])
def test_every_page_has_a_card(published: Site, address: str, kind: str) -> None:
    told = head(page(published, f"fr/{address}"))

    assert told["og:type"] == [kind]
    assert told["og:url"] == [f"{ADDRESS}fr/{address}"]
    assert told["og:image"] == [f"{ADDRESS}fr/{CARD}"]
    assert (told["og:site_name"], told["og:locale"], told["twitter:card"]) == (["Tremplin"], ["fr_FR"], ["summary_large_image"])
    assert told["og:description"] == told["description"]
    assert told["og:title"][0]


def test_a_card_tells_in_which_other_languages_the_page_can_be_read(published: Site) -> None:
    assert head(page(published, f"fr/{RECORD}"))["og:locale:alternate"] == ["en_US", "es_ES", "it_IT", "pl_PL", "de_DE", "ro_RO", "lt_LT"]
    assert "og:locale:alternate" not in head(page(published, "en/twg_conclusions/mirec-1"))


def test_the_picture_of_a_card_is_as_large_as_it_is_said_to_be_and_small_to_fetch(published: Site) -> None:
    told = head(page(published, "lt"))
    content = (published.folder / told["og:image"][0].removeprefix(ADDRESS)).read_bytes()

    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert [str(size) for size in struct.unpack(">II", content[16:24])] == [*told["og:image:width"], *told["og:image:height"]]
    assert len(content) < SMALL


def test_pages_with_news_name_their_feed(published: Site) -> None:
    def named(address: str) -> list[str]:
        return [str(one["href"]) for one in BeautifulSoup(page(published, address), HTML).select('link[rel=alternate][type="application/rss+xml"]')]

    assert named("de") == [f"{ADDRESS}de/feed.xml"]
    assert [named(f"de/{kind.folder}") for kind in KINDS] == [[f"{ADDRESS}de/{kind.folder}/feed.xml"] for kind in KINDS]
    assert named(f"de/{RECORD}") == []
    assert named("de/about") == []


def test_schema_org_knows_everything_that_pages_tell_machines(published: Site) -> None:
    found = {name: [fault for one in sheet.descriptions for fault in faults_in(one)] for name, sheet in published.sheets.items()}

    assert sum(bool(sheet.descriptions) for sheet in published.sheets.values()) > 400
    assert {name: faults for name, faults in found.items() if faults} == {}


def configuration(url: str) -> Configuration:
    return Configuration(Path(), Path("mkdocs.yml"), 'The "B" & <b>', url, (language("en"), language("pt-BR")), Path("docs"), Path("site"))


@pytest.mark.parametrize("url", ["https://base.example.org/a&b/", ""])
def test_nothing_in_a_card_closes_it(url: str) -> None:
    sheet = Sheet(RECORD, '"><script>', "Say <b>\n&amp; 'so'", ("en", "pt-BR"), is_fallback=False)
    told = head(face(sheet, configuration(url), language("pt-BR"), catalogue("en")).head)

    assert (told["og:title"], told["og:description"], told["og:site_name"]) == (['"><script>'], ["Say <b> &amp; 'so'"], ['The "B" & <b>'])
    assert (told["og:locale"], told["og:locale:alternate"]) == (["pt_BR"], ["en_US"])
    assert told.get("og:image") == ([f"{url}pt-br/{CARD}"] if url else None)


def test_a_page_for_lost_visitors_has_no_card(published: Site) -> None:
    assert "og:title" not in (published.folder / "fr/404.html").read_text(encoding="utf-8")
