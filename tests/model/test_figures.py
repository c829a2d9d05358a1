"""Which figures are read from a text, and in which forms facts know theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.model.figures import figures_in, known_in
from tremplin.model.kinds.module import Chapter, Part
from tremplin.model.kinds.practice import Cost, Evolution
from tremplin.model.kinds.record import Period, Source


@pytest.mark.parametrize(("text", "figures"), [
    ("Of 4,051 people 58.98 % stayed.", ["4,051", "58.98 %"]),
    ("Sur 4 051 personnes, 58,98\u00a0% sont restées.", ["4 051", "58,98 %"]),
    ("40–60 s, 2.5 hours, 7 %, 7 people", ["40", "60", "2.5", "7 %"]),
    ("[page 12](https://example.org/2019), https://example.org/2020", ["12"]),
    ("[a](https://example.org/a_(2019)) 20", ["20"]),
    ("See [Child care 21](../../good_practices/child-care-0021/en.md), 20 places.", ["20"]),
    ("[1" * 50_000 + "](10", ["10"]),
    ("](" * 50_000 + "10", ["10"]),
    ("`17`, B12, COVID-19, 1990s, 30th", []),
    ("2016-21", ["2016", "21"]),
])
def test_figures_are_numbers_that_people_quote(text: str, figures: list[str]) -> None:
    assert [figure.text for figure in figures_in(text)] == figures


@given(st.text(alphabet="0123456789 .,%-`ab\n\u00a0[](/:", max_size=60))
def test_a_figure_stands_where_it_says(text: str) -> None:
    for figure in figures_in(text):
        assert text[figure.offset:].startswith(figure.text.removesuffix(" %"))


EVOLUTION = {"id": "a-77", "kind": "employment", "design": "monitoring", "source": "report-88", "value": "58.3", "n": 1410, "period": {"start": "2019-04-11"}}


@pytest.mark.parametrize(("told", "is_known"), [
    ("58.3 %", True), ("58,3 %", True), ("58 %", True), ("1 410", True), ("58 out of 100", True), ("2019", True), ("11 April", True),
    ("11 %", False), ("in 12 months", True), ("12 %", False), ("85 %", False), ("77", False), ("88", False), ("141", False),
])
def test_a_change_is_known_as_it_is_written_and_rounded(told: str, *, is_known: bool) -> None:
    known = known_in(Evolution.model_validate(EVOLUTION))
    assert all(known.has(figure) for figure in figures_in(told)) is is_known


def test_amounts_are_also_told_in_millions() -> None:
    known = known_in(Cost.model_validate({"amount": "7400000", "up_to": "14000000", "currency": "EUR", "source": "report"}))
    assert all(known.has(figure) for figure in figures_in("EUR 7.4 million, 14 million, 7,400,000"))


def test_durations_and_moments_are_told_in_minutes_hours_and_seconds() -> None:
    part = known_in(Part.model_validate({"id": "show", "kind": "practice", "duration": "3h30"}))
    assert all(part.has(figure) for figure in figures_in("210 minutes, 3.5 hours, 3 h 30"))
    assert known_in(Chapter.model_validate({"at": "1:05", "gesture": "wash"})).has(next(figures_in("65 seconds")))


def test_a_source_knows_its_title_its_year_and_its_figures_and_not_the_day_it_was_read() -> None:
    source = {"id": "a", "title": "14 doors", "year": "2019", "accessed": "2026-11-21", "url": "https://example.org/2035", "figures": ["4 051", "11.9"]}
    known = known_in(Source.model_validate(source))
    assert [figure.text for figure in figures_in("14, 2019, 4,051, 11.9 %, 2026, 2035, 21") if not known.has(figure)] == ["2026", "2035", "21"]


def test_an_open_end_is_no_figure() -> None:
    assert str(known_in(Period.model_validate({"start": "2015"}))) == "100 12 2015"


def test_the_number_in_the_name_of_a_file_is_no_figure_even_where_the_name_has_spaces() -> None:
    assert [figure.text for figure in figures_in("![A photo](media/IMG 1234.png) of 58 people (media/IMG 99)")] == ["58", "99"]
