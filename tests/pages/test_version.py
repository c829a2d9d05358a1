"""The version of a page: which state of it somebody has read, and nothing that the page does not say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import one, parsed, words
from tests.records import ONE_OF_EACH, PATHS
from tremplin.pages.version import MARK, stamped

TRIAL = f"{PATHS['trial']}/"
VERSION = re.compile(r"version ([0-9a-f]{7})\b")
WORKS = ("practice", "module", "recommendation", "conclusion", "trial")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def base_with(folder: Path, path: str, before: str, after: str) -> Reading:
    """The base in which one thing is another."""
    text = str(ONE_OF_EACH[path])
    assert before in text
    return reading(write_base(folder, {**ONE_OF_EACH, path: text.replace(before, after)}))


def version(found: Reading, address: str = TRIAL, tag: str = "en") -> str:
    """What a page says in its foot."""
    return str(VERSION.findall(words(one(parsed(found.page(address, tag).body), ".tp-foot > p:first-child")))[0])


@pytest.mark.parametrize("kind", sorted(PATHS))
@pytest.mark.parametrize("tag", ["en", "lt"])
def test_a_page_and_its_citation_name_one_version(found: Reading, kind: str, tag: str) -> None:
    page = found.page(f"{PATHS[kind]}/", tag)

    assert len(re.findall(page.data[0].get("version", "no version"), page.body)) == (2 if kind in WORKS else 0)
    if tag == "en":
        assert len(set(VERSION.findall(page.body))) == 1
        assert len(VERSION.findall(words(one(parsed(page.body), ".tp-foot")))) == 2


def test_the_same_words_have_the_same_version(found: Reading, tmp_path: Path) -> None:
    assert version(found) == version(reading(write_base(tmp_path, ONE_OF_EACH)))


@pytest.mark.parametrize(("path", "before", "after"), [
    (f"{PATHS['trial']}/en.md", "Twelve people", "A dozen people"), (f"{PATHS['trial']}/record.yml", "enrolled: 12", "enrolled: 13"),
    (f"{PATHS['module']}/en.md", "Turn a key", "Turn the key"),
], ids=["a word", "a fact", "the title of another record"])
def test_whatever_changes_on_a_page_changes_its_version(found: Reading, tmp_path: Path, path: str, before: str, after: str) -> None:
    assert version(base_with(tmp_path, path, before, after)) != version(found)


def test_what_the_page_does_not_say_does_not_show_in_its_version(found: Reading, tmp_path: Path) -> None:
    """Nobody learns how many they were by trying out all numbers below five."""
    few = [base_with(tmp_path / str(number), f"{PATHS['trial']}/record.yml", "certified: 8", f"certified: {number}") for number in (3, 4)]

    assert "fewer than 5" in few[0].page(TRIAL, "en").body
    assert version(few[0]) == version(few[1]) != version(found)


def test_a_mark_is_no_part_of_a_version_and_words_about_one_are() -> None:
    assert stamped(f"one {MARK} two".encode()).version == stamped(b"one  two").version != stamped(b"one two").version
    assert stamped(f"uno {MARK}, două {MARK}".encode()).html.decode() == "uno {0}, două {0}".format(stamped("uno , două ".encode()).version)
