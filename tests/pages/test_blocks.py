"""Live lists of records in hand-written pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import one, parsed, words
from tests.records import ONE_OF_EACH
from tremplin.pages.blocks import live, record_list


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def listed(found: Reading, options: Mapping[str, str], tag: str = "en", address: str = "") -> list[str]:
    return [str(link["href"]) for link in parsed(record_list(found.edition(tag), options, address)).select(".tp-card__title a")]


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ({"kind": "skill"}, ["skills/teamwork/"]), ({"kind": "practice"}, ["good_practices/open-door/", "good_practices/wide-gate/"]),
        ({"kind": "practice", "theme": "gardens"}, ["good_practices/open-door/"]), ({"theme": "homes"}, ["events/kiel-2023/", "twg_conclusions/north-1/"]),
        ({"kind": "practice", "limit": "1"}, ["good_practices/open-door/"]), ({"kind": "skill", "project": "bridge"}, []), ({"kind": "event", "limit": "0"}, ["events/kiel-2023/"]),
        ({"kind": "event", "limit": "²"}, ["events/kiel-2023/"]), ({"kind": "event", "limit": "1" * 5000}, ["events/kiel-2023/"]),
    ],
)
def test_a_list_shows_the_records_that_its_options_choose(found: Reading, options: Mapping[str, str], paths: list[str]) -> None:
    assert listed(found, options) == paths


def test_a_list_without_options_shows_everything(found: Reading) -> None:
    assert sorted(listed(found, {})) == sorted(f"{path}/" for path in found.library.cards)


def test_links_begin_at_the_page_that_the_list_stands_on(found: Reading) -> None:
    assert listed(found, {"kind": "skill"}, address="about/us/") == ["../../skills/teamwork/"]


def test_a_list_with_nothing_to_show_says_so_in_the_readers_language(found: Reading) -> None:
    empty = parsed(record_list(found.edition("fr"), {"kind": "skill", "theme": "homes"}, ""))

    assert words(one(empty, ".tp-empty")) == found.edition("fr").catalogue.text("Nothing is documented here yet.")


def test_a_list_says_its_language_since_the_page_around_it_may_be_a_fallback(found: Reading) -> None:
    assert one(parsed(record_list(found.edition("lt"), {"kind": "skill"}, "")), ".tp-cards")["lang"] == "lt"
    assert one(parsed(record_list(found.edition("lt"), {"kind": "skill", "theme": "homes"}, "")), ".tp-empty")["lang"] == "lt"


def test_the_home_page_counts_what_the_base_holds(found: Reading) -> None:
    body = parsed(live(found.edition("en"), {"show": "figures"}, ""))

    counted = {words(one(item, "span")): words(one(item, "strong")) for item in body.select("li")}
    assert counted == {
        "Good practices": "2", "Micro-trainings": "1", "Transversal skills": "1", "Recommendations": "1", "Terms in the glossary": str(len(found.library.lists.terms)),
        "Countries": str(len({code for card in found.library.cards.values() for code in card.countries})), "Languages": str(len(found.library.site.tags)),
    }


def test_the_home_page_names_the_projects_and_their_partners_coordinators_first(found: Reading) -> None:
    body = parsed(live(found.edition("fr"), {"show": "makers"}, ""))

    assert [link["href"] for link in body.select("h3 a")] == [f"projects/{name}/" for name in found.library.lists.projects]
    first, project = body.select(".tp-makers__project")[0], next(iter(found.library.lists.projects.values()))
    assert first.select("li a")[0]["href"] == f"partners/{project.coordinator}/"


def test_a_short_list_begins_with_what_is_documented_best(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "good_practices/aaa/record.yml": "original: en\norigin: editorial\ndocumented: partial\n", "good_practices/aaa/en.md": "---\ntitle: First by name\n---\n"}

    assert listed(reading(write_base(tmp_path, files)), {"kind": "practice", "limit": "1"}) == ["good_practices/open-door/"]
