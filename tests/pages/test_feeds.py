"""Feeds: what is new, in the reader's language, for programs that read RSS 2.0."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.records import CONFIGURATION, ONE_OF_EACH
from tremplin.model.kinds import KINDS
from tremplin.pages.feeds import NEWEST, Feed, feeds

ROOT = "https://base.example.org/kb/"
SELF = "{http://www.w3.org/2005/Atom}link"


def skill(number: int, *, changed: str, title: str = "") -> Mapping[str, str]:
    """A skill in English that was changed on a day."""
    return {
        f"skills/skill-{number}/record.yml": f"original: en\norigin: editorial\ndocumented: partial\nupdated: {changed}\n",
        f"skills/skill-{number}/en.md": f"---\ntitle: {title or f'Skill {number}'}\nsummary: 'Do & <dare>.'\n---\n## What it is\n\nDoing.\n",
    }


def skills(folder: Path, *found: Mapping[str, str], configuration: str = CONFIGURATION) -> Reading:
    """A base with these skills."""
    files = {name: text for one in found for name, text in one.items()}
    return reading(write_base(folder, {"mkdocs.yml": configuration, **files}))


def feed_of(base: Reading, tag: str, folder: str = "skills") -> Feed:
    return next(one for one in feeds(base.edition(tag)) if one.folder == folder)


def channel(feed: Feed) -> ET.Element:
    """The only channel of a feed, as a program reads it."""
    rss = ET.fromstring(feed.content())  # noqa: S314  we have just written it
    assert (rss.tag, rss.get("version"), [one.tag for one in rss]) == ("rss", "2.0", ["channel"])
    return rss[0]


def told(part: ET.Element, name: str) -> str:
    found = part.find(name)
    assert found is not None, name
    return found.text or ""


def titles(feed: Feed) -> list[str]:
    return [told(item, "title") for item in channel(feed).iter("item")]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


@pytest.mark.parametrize("tag", ["en", "fr", "lt"])
def test_an_edition_has_a_feed_for_everything_and_one_for_each_kind(found: Reading, tag: str) -> None:
    assert [one.path for one in feeds(found.edition(tag))] == ["feed.xml", *(f"{kind.folder}/feed.xml" for kind in KINDS)]


@pytest.mark.parametrize("tag", ["en", "fr", "lt"])
def test_every_feed_has_what_rss_asks_for(found: Reading, tag: str) -> None:
    for feed in feeds(found.edition(tag)):
        one = channel(feed)

        assert told(one, "title")
        assert told(one, "description")
        assert told(one, "language") == tag
        assert told(one, "link") == f"{ROOT}{tag}/{feed.path.removesuffix('feed.xml')}"
        assert [(link.get("href"), link.get("rel"), link.get("type")) for link in one.findall(SELF)] == [(f"{ROOT}{tag}/{feed.path}", "self", "application/rss+xml")]
        for item in one.iter("item"):
            guid = item.find("guid")
            assert guid is not None
            assert (guid.text, guid.get("isPermaLink")) == (told(item, "link"), "true")
            assert told(item, "link").startswith(f"{ROOT}{tag}/")
            assert [part.tag for part in item if not (part.text or "").strip()] == []


def test_the_feed_for_everything_names_records_of_all_kinds(found: Reading) -> None:
    kinds = {told(item, "category") for item in channel(feed_of(found, "en", "")).iter("item")}

    assert len(kinds) > 1
    assert kinds == {kind.label for kind in KINDS if any(found.library.cards_of(kind.name))}


def test_signs_that_xml_uses_itself_are_escaped(tmp_path: Path) -> None:
    base = skills(tmp_path, skill(1, changed="2026-01-02", title="'<b>Ask & \"listen\"</b> ]]>'"))
    item = next(channel(feed_of(base, "en")).iter("item"))

    assert told(item, "title") == '<b>Ask & "listen"</b> ]]>'
    assert told(item, "description") == "Do & <dare>."


def test_signs_that_no_xml_may_have_are_left_out(tmp_path: Path) -> None:
    base = skills(tmp_path, skill(1, changed="2026-01-02", title='"Ring\\uffff the\\ufffe bell"'))

    assert titles(feed_of(base, "en")) == ["Ring the bell"]


def test_the_newest_come_first_and_a_feed_is_never_long(tmp_path: Path) -> None:
    base = skills(tmp_path, *(skill(number, changed=f"2026-{1 + number % 12:02}-{1 + number % 28:02}") for number in range(NEWEST + 5)), skill(99, changed="2025"))
    items = list(channel(feed_of(base, "en")).iter("item"))
    moments = [parsedate_to_datetime(told(item, "pubDate")) for item in items]

    assert len(items) == NEWEST
    assert moments == sorted(moments, reverse=True)
    assert "Skill 99" not in [told(item, "title") for item in items]
    assert told(channel(feed_of(base, "en")), "lastBuildDate") == told(items[0], "pubDate")


@pytest.mark.parametrize(("changed", "moment"), [("2026-11-21", "Sat, 21 Nov 2026 00:00:00 +0000"), ("2026-11", "Sun, 01 Nov 2026 00:00:00 +0000"), ("2026", "Thu, 01 Jan 2026 00:00:00 +0000")])
def test_a_date_that_is_known_in_part_counts_from_its_beginning(tmp_path: Path, changed: str, moment: str) -> None:
    assert told(next(channel(feed_of(skills(tmp_path, skill(1, changed=changed)), "en")).iter("item")), "pubDate") == moment


def test_nobody_is_sent_to_a_page_in_another_language(tmp_path: Path) -> None:
    french = {"skills/skill-2/fr.md": "---\ntitle: Capacité\ntranslation: human\n---\n## Ce que c'est\n\nFaire.\n"}
    base = skills(tmp_path, skill(1, changed="2026-01-02"), {**skill(2, changed="2026-01-01"), **french})

    assert titles(feed_of(base, "en")) == ["Skill 1", "Skill 2"]
    assert titles(feed_of(base, "fr")) == ["Capacité"]
    assert [one.find("description") for one in channel(feed_of(base, "fr")).iter("item")] == [None]
    assert titles(feed_of(base, "lt")) == []


def test_a_feed_is_made_again_when_what_it_tells_has_changed_and_only_then(tmp_path: Path) -> None:
    first = skills(tmp_path / "a", skill(1, changed="2026-01-02"), skill(2, changed="2026-01-01"))
    second = skills(tmp_path / "b", skill(1, changed="2026-01-02"), skill(2, changed="2026-01-01", title="Another"))

    assert feed_of(first, "en").key != feed_of(second, "en").key
    assert feed_of(first, "fr").key == feed_of(second, "fr").key
    assert feed_of(first, "en", "events").key == feed_of(second, "en", "events").key


def test_a_site_that_does_not_know_its_address_has_no_feeds(tmp_path: Path) -> None:
    base = skills(tmp_path, skill(1, changed="2026-01-02"), configuration=CONFIGURATION.replace("site_url: https://base.example.org/kb/\n", ""))

    assert list(feeds(base.edition("en"))) == []
    assert 'href="feed.xml"' not in base.page("skills/", "en").body


def test_a_catalogue_leads_to_its_feed(found: Reading) -> None:
    for kind in KINDS:
        assert found.page(f"{kind.folder}/", "fr").body.count('href="feed.xml"') == 1
