"""What other pages show of a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.bases import write_base
from tests.libraries import reading
from tests.records import ONE_OF_EACH, PATHS
from tremplin.model.kinds import BY_NAME
from tremplin.model.record import Card, Record, Wording
from tremplin.model.summary import card_of


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Card]:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH)).library.cards


def made(kind: str, facts: Mapping[str, object], words: Mapping[str, Mapping[str, Any]] | None = None) -> Card:
    """The card of a record that is documented in part."""
    found = BY_NAME[kind].facts.model_validate({"original": "en", "origin": "editorial", "documented": "partial", **facts})
    texts = {"en": {"title": "A"}, **(words or {})}
    return card_of(Record(kind, "a", found, {tag: Wording(tag, own, {}) for tag, own in texts.items()}), ())


def test_a_card_carries_title_and_summary_in_every_language_that_has_them() -> None:
    card = made("skill", {}, {"en": {"title": "A", "summary": "B"}, "fr": {"title": "C"}})

    assert (card.titles, card.summaries, card.original, card.plain) == ({"en": "A", "fr": "C"}, {"en": "B"}, "en", False)


def test_a_card_knows_whether_the_original_has_a_summary_in_plain_language() -> None:
    assert made("skill", {}, {"en": {"title": "A", "plain_summary": "B"}}).plain
    assert not made("skill", {}, {"fr": {"title": "A", "plain_summary": "B"}}).plain


@pytest.mark.parametrize("kind", PATHS)
def test_a_card_names_its_record(cards: Mapping[str, Card], kind: str) -> None:
    card = cards[PATHS[kind]]

    assert (card.kind_name, card.path, card.address) == (kind, PATHS[kind], f"{PATHS[kind]}/")
    assert card.kind is BY_NAME[kind]


@pytest.mark.parametrize(
    ("kind", "facts", "date"),
    [
        ("practice", {"period": {"start": "2019-05", "end": "2020"}}, "2019-05"), ("event", {"start": "2023-10-19"}, "2023-10-19"), ("conclusion", {"date": "2022"}, "2022"),
        ("trial", {"period": {"start": "2023-10-19"}}, "2023-10-19"), ("skill", {"created": "2024-01-01"}, ""), ("event", {}, ""),
    ],
)
def test_a_card_is_dated_by_when_the_thing_happened(kind: str, facts: Mapping[str, object], date: str) -> None:
    card = made(kind, facts)

    assert card.date == date
    assert card.sort[0] == int(date[:4] or 0)


@pytest.mark.parametrize(
    ("kind", "facts", "themes"),
    [
        ("module", {"theme": "a", "themes": ["b", "a"]}, ("a", "b")), ("recommendation", {"topic": "c", "themes": ["b"]}, ("c", "b")),
        ("conclusion", {"theme": "a"}, ("a",)), ("practice", {"themes": ["b", "a"]}, ("b", "a")), ("skill", {}, ()),
    ],
)
def test_a_card_gathers_its_themes_the_most_telling_first(kind: str, facts: Mapping[str, object], themes: tuple[str, ...]) -> None:
    assert made(kind, facts).themes == themes


@pytest.mark.parametrize(
    ("kind", "facts", "countries"),
    [
        ("practice", {"place": {"country": "IE"}, "countries": ["FR", "IE"]}, ("IE", "FR")), ("module", {"country": "DE", "countries": ["PL"]}, ("DE", "PL")),
        ("practice", {"comparable": ["BE"]}, ()), ("skill", {"countries": ["LT"]}, ("LT",)),
    ],
)
def test_a_card_gathers_its_countries(kind: str, facts: Mapping[str, object], countries: tuple[str, ...]) -> None:
    assert made(kind, facts).countries == countries


def test_a_practice_shows_its_outcome_and_its_evidence(cards: Mapping[str, Card]) -> None:
    card = cards[PATHS["practice"]]

    assert (card.polarity, card.evidence, card.minutes) == ("mixed", 4, None)
    assert (cards["good_practices/wide-gate"].polarity, cards["good_practices/wide-gate"].evidence) == ("", 0)


def test_a_module_shows_its_duration_its_gestures_and_whether_there_is_a_film(cards: Mapping[str, Card]) -> None:
    card = cards[PATHS["module"]]

    assert (card.minutes, card.gestures, card.has_video, card.evidence) == (90, 2, True, None)
    assert (made("module", {}).minutes, made("module", {}).gestures, made("module", {}).has_video) == (None, None, False)


@pytest.mark.parametrize(("state", "has_video"), [("published", True), ("pending", False), ("withdrawn", False)])
def test_only_a_published_film_counts(state: str, has_video: bool) -> None:  # noqa: FBT001
    assert made("module", {"videos": [{"id": "film", "state": state}]}).has_video is has_video


def test_an_event_shows_what_kind_it_is(cards: Mapping[str, Card]) -> None:
    assert cards[PATHS["event"]].event_kind == "seminar"
    assert made("event", {}).event_kind == ""


@pytest.mark.parametrize(
    ("facts", "learners"),
    [
        ({"enrolled": 12, "completed": 9, "certified": 8}, 12), ({"completed": 9, "certified": 8}, 9), ({"certified": 8}, 8), ({"planned": 25}, None), ({"certified": "<5"}, None),
        ({"enrolled": "<5", "completed": 0}, None), ({"enrolled": 0}, 0),
    ],
)
def test_a_trial_counts_who_took_part_from_the_first_number_on_the_way_that_is_told(facts: Mapping[str, object], learners: int | None) -> None:
    assert made("trial", facts).learners == learners


def test_a_card_names_each_partner_once(cards: Mapping[str, Card]) -> None:
    assert cards[PATHS["module"]].partners == ("north", "south")
    assert cards[PATHS["practice"]].partners == ("south",)


def test_a_card_shows_where_the_record_comes_from(cards: Mapping[str, Card]) -> None:
    card = cards[PATHS["event"]]

    assert (card.project, card.origin, card.documented, card.status) == ("bridge", "project-output", "full", "published")
