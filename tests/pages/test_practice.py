"""The page of a good practice."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import facts, one, parsed, words
from tests.records import ONE_OF_EACH, PATHS, PRACTICE

PATH = PATHS["practice"]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


@pytest.fixture
def body(found: Reading) -> Tag:
    return parsed(found.page(f"{PATH}/", "en").body)


def changed(folder: Path, old: str, new: str) -> Tag:
    """The page with another value among its facts."""
    text = PRACTICE[f"{PATH}/record.yml"]
    assert old in text
    files = {**ONE_OF_EACH, f"{PATH}/record.yml": text.replace(old, new)}
    return parsed(reading(write_base(folder, files), is_preview=True).page(f"{PATH}/", "en").body)


def test_the_facts_of_a_practice_are_told_at_a_glance(body: Tag) -> None:
    assert facts(body) == {
        "Outcome": "Mixed", "Place": "Dublin, Ireland (NUTS IE061)", "Period": "2019 – June 2023", "Run by": "Opener Closer", "For": "Long-term unemployed people People over 50",
        "Cost": "€11,300 – €13,700 per person and year [1]", "Strength of evidence": "4/5 · Comparison group", "Comparable schemes in": "Belgium", "Privacy": "checked: nobody can be recognised", "Project": "BRIDGE", "Authors": "Sudensemble", "Themes": "Gardens",
    }


def test_a_practice_leads_to_what_readers_look_for(body: Tag) -> None:
    assert [str(link["href"]) for link in body.select(".tp-jump a")] == ["#evolution", "#what-went-wrong", "#transferability", "#sources"]
    assert [link for link in (*body.select(".tp-jump a"), *body.select(".tp-glance a[href^='#']")) if not body.select(str(link["href"]))] == []


def test_the_strength_at_a_glance_leads_into_its_explanation_so_that_it_opens(body: Tag) -> None:
    assert one(body, "details#evidence " + str(one(body, ".tp-glance a[href^='#evidence']")["href"]))


def test_facts_are_told_in_the_readers_language(found: Reading) -> None:
    told = facts(parsed(found.page(f"{PATH}/", "fr").body))

    assert (told["Lieu"], told["Thèmes"], told["Coût"]) == ("Dublin, Irlande (NUTS IE061)", "Jardins", "11\u202f300\xa0€ – 13\u202f700\xa0€ per person and year [1]".replace("\u202f", " ").replace(
        "\xa0", " ",
    ))


def test_a_change_is_drawn_beside_what_it_is_compared_with(body: Tag) -> None:
    first = body.select(".tp-evo")[0]

    assert words(one(first, "h3")) == "in work within 12 months"
    assert {words(row.th): words(row.td) for row in first.select(".tp-bars tr") if row.th and row.td} == {"Participants": "72.5%", "Before": "43%", "Comparison": "55%"}
    assert [bar["width"] for bar in first.select("rect.tp-bars__bar")] == ["72.5", "43.0", "55.0"]
    assert facts(first, ".tp-facts") == {"Period": "since 2021", "How it is known": "compared with similar people, n = 1,820", "Source": "[1]"}


def test_figures_of_any_unit_are_drawn_beside_the_largest(tmp_path: Path) -> None:
    path = "good_practices/open-door/record.yml"
    facts = str(ONE_OF_EACH[path]).replace("value: 1410, unit: contracts", "value: 50, comparison: 200, unit: contracts")
    first, second = parsed(reading(write_base(tmp_path, {**ONE_OF_EACH, path: facts})).page("good_practices/open-door/", "en").body).select(".tp-evo")[:2]

    assert [bar["width"] for bar in second.select("rect.tp-bars__bar")] == ["25.0", "100.0"]
    assert len(first.select("rect.tp-bars__bar")) == 3


def test_a_figure_that_is_no_share_is_written_and_not_drawn(body: Tag) -> None:
    second = body.select(".tp-evo")[1]

    assert words(one(second, ".tp-evo__figure")) == "1,410 contracts"
    assert second.select("svg") == []


def test_a_change_that_is_only_told_shows_its_direction_and_no_figure(body: Tag) -> None:
    third = body.select(".tp-evo")[2]

    assert words(one(third, ".tp-evo__kind")) == "Well-being unchanged"
    assert third.select(".tp-evo__figure") == []
    assert facts(third, ".tp-facts") == {"How it is known": "told by those involved", "Source": "[2]"}


@pytest.mark.parametrize("number", [1, 4])
def test_so_few_people_that_they_could_be_recognised_are_not_counted(tmp_path: Path, number: int) -> None:
    known = facts(changed(tmp_path, "n: 1820", f"n: {number}").select(".tp-evo")[0], ".tp-facts")

    assert known["How it is known"] == "compared with similar people, n = fewer than 5"


def test_the_strength_of_evidence_is_shown_on_its_scale(body: Tag) -> None:
    evidence = one(body, "#evidence")

    assert words(one(evidence, "summary")) == "Strength of evidence: 4/5 · Comparison group"
    assert [words(step) for step in evidence.select("li")] == ["No evidence", "Told", "Counted", "Before and after", "Comparison group", "Drawn by lot"]
    assert words(one(evidence, "[aria-current=true]")) == "Comparison group"


def test_what_others_can_take_over_says_what_to_whom_and_within_which_limits(body: Tag) -> None:
    first, second = body.select(".tp-transfers li")

    assert words(one(first, ".tp-tag")) == "A method"
    assert facts(first, ".tp-facts") == {"To whom": "Small firms", "Limits": "Needs time"}
    assert words(second) == "A tool A key for all"


@pytest.mark.parametrize(("polarity", "label"), [("positive", "Positive"), ("mixed", "Mixed"), ("negative", "Negative")])
def test_a_practice_says_at_its_top_whether_it_teaches_by_success_or_by_failure(tmp_path: Path, polarity: str, label: str) -> None:
    assert words(one(changed(tmp_path, "polarity: mixed", f"polarity: {polarity}"), ".tp-head .tp-badge")) == label


def test_what_is_not_documented_is_said_to_be_unknown(found: Reading) -> None:
    body = parsed(found.page("good_practices/wide-gate/", "en").body)

    assert [words(mark.find_parent("section") or body) for mark in body.select("section > p > .tp-unknown")] == [
        "What changed for people not documented yet Strength of evidence: 0/5 · No evidence The strength is computed from how the best-known change was measured; nobody types it in. "
        "No evidence Told Counted Before and after Comparison group Drawn by lot", "What others can take over not documented yet",
    ]
    assert facts(body)["Cost"] == "not documented yet"


def test_sections_stand_in_the_order_of_the_kind(body: Tag) -> None:
    assert [words(heading) for heading in body.select("h2")] == [
        "At a glance", "In plain language", "For whom", "The problem", "How it works", "Tools", "What changed for people", "What changed", "What went wrong", "Conditions",
        "What others can take over", "What we learn", "A note of our own", "Related records", "Sources",
    ]


@pytest.mark.parametrize(("name", "given"), [("Place", "place: "), ("Period", "period: "), ("For", "target_groups: "), ("Cost", "cost: ")])
def test_what_nobody_has_documented_is_said_to_be_unknown(tmp_path: Path, name: str, given: str) -> None:
    text = str(PRACTICE[f"{PATH}/record.yml"])
    line = next(one for one in text.splitlines(keepends=True) if one.startswith(given))

    assert facts(changed(tmp_path, line, "documented: partial\n"))[name] == "not documented yet"
