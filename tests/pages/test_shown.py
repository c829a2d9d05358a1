"""Values as readers see them."""

from __future__ import annotations

import pytest

from tremplin.locales import catalogue
from tremplin.model.kinds.record import Period, Place
from tremplin.model.language import language
from tremplin.model.scalars import Count, PartialDate
from tremplin.pages import shown

ENGLISH, FRENCH, POLISH = catalogue("en"), catalogue("fr"), catalogue("pl")


@pytest.mark.parametrize(
    ("text", "english", "french"),
    [("2023-10-19", "19 October 2023", "19 octobre 2023"), ("2023-10", "October 2023", "octobre 2023"), ("2023", "2023", "2023"), ("0987-01", "January 987", "janvier 987")],
)
def test_a_date_is_as_exact_as_it_is_known(text: str, english: str, french: str) -> None:
    assert (shown.date(ENGLISH, PartialDate.parse(text)), shown.date(FRENCH, PartialDate.parse(text))) == (english, french)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [("2019", None, "since 2019"), ("2019", "2019", "2019"), ("2019-05", "2020", "May 2019 – 2020"), ("2022-03", "2024-02", "March 2022 – February 2024"), ("2019", "2021", "2019–2021"), ("2023-10-19", "2023-10-20", "19–20 October 2023")],
)
def test_a_period_is_open_where_no_end_is_known(start: str, end: str | None, text: str) -> None:
    period = Period(start=PartialDate.parse(start), end=PartialDate.parse(end) if end else None)

    assert shown.period(ENGLISH, period) == text


def test_a_place_is_a_town_in_a_country_or_a_country_and_leads_to_it() -> None:
    assert shown.place(FRENCH, Place(country="BE", name="Charleroi"), "events/a/") == 'Charleroi, <a href="../../countries/be/">Belgique</a>'
    assert shown.place(POLISH, Place(country="IE"), "") == '<a href="countries/ie/">Irlandia</a>'
    assert shown.place(FRENCH, Place(country="BE", name="<Ath>"), "") == '&lt;Ath&gt;, <a href="countries/be/">Belgique</a>'


@pytest.mark.parametrize(("minutes", "text"), [(90, "1~h 30~min"), (45, "45~min"), (420, "7~h"), (1440, "24~h"), (61, "1~h 1~min")])
def test_a_duration_is_told_in_hours_and_minutes(minutes: int, text: str) -> None:
    assert shown.duration(ENGLISH, minutes) == text.replace("~", "\xa0")


@pytest.mark.parametrize(
    ("value", "unit", "text"), [(72.5, "%", "72.5%"), (1410, "contracts", "1,410\xa0contracts"), (3, None, "3"), (-2, "°C", "-2\xa0°C"), (12.0, "people", "12\xa0people")],
)
def test_a_figure_and_its_unit_stay_on_one_line(value: float, unit: str | None, text: str) -> None:
    assert shown.figure(ENGLISH, value, unit) == text


@pytest.mark.parametrize(("text", "english", "polish"), [
    ("≤ 1.5 cm", "≤ 1.5\u00a0cm", "≤ 1,5\u00a0cm"), ("30–50 %", "30–50%", "30–50%"),
    ("75° (1 : 4)", "75° (1 : 4)", "75° (1 : 4)"), ("0.5–1.25 m", "0.5–1.25\u00a0m", "0,5–1,25\u00a0m"), ("v1.2.3", "v1.2.3", "v1.2.3"),
])
def test_a_measure_has_the_decimal_sign_of_the_language(text: str, english: str, polish: str) -> None:
    assert (shown.measure(ENGLISH, text), shown.measure(POLISH, text)) == (english, polish)


def test_a_share_is_written_as_texts_write_it() -> None:
    assert (shown.figure(FRENCH, 38.2, "%"), shown.figure(POLISH, 38.2, "%")) == ("38,2\xa0%", "38,2%")


def test_several_labels_stand_one_below_the_other() -> None:
    assert shown.lines(["Employers"]) == "Employers"
    assert shown.lines(["Employers", "<NGO>"]) == '<ul class="tp-lines"><li>Employers</li><li>&lt;NGO&gt;</li></ul>'


def test_a_figure_is_written_as_the_language_writes_numbers() -> None:
    assert shown.figure(FRENCH, 11300.5, None) == "11\u202f300,5"


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (None, "fewer than 5"), (5, "5"), (12345, "12,345")])
def test_a_small_count_is_not_told(number: int | None, text: str) -> None:
    assert shown.count(ENGLISH, Count(number)) == text


@pytest.mark.parametrize(
    ("target", "address", "link"),
    [
        ("skills/teamwork/", "good_practices/jobpath/", "../../skills/teamwork/"), ("skills/", "", "skills/"), ("", "skills/teamwork/", "../../"), ("", "", "./"),
        ("skills/", "skills/", "../skills/"),
    ],
)
def test_the_way_from_page_to_page_is_relative(target: str, address: str, link: str) -> None:
    assert shown.relative(target, address) == link


def test_a_concept_of_esco_without_a_name_is_shown_under_its_address() -> None:
    assert shown.concept("http://data.europa.eu/esco/skill/x", language("fr")) == '<a href="http://data.europa.eu/esco/skill/x" rel="external">data.europa.eu/esco/skill/x</a>'
