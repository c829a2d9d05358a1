"""Every form in which a fact may be written, every one in which it may not, and the laws that hold for all."""

from __future__ import annotations

import calendar
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from tremplin.model.scalars import (
    Address,
    Count,
    CountryCode,
    Duration,
    Flag,
    LanguageCode,
    Moment,
    Number,
    PartialDate,
    RecordPath,
    Slug,
    Spdx,
    Text,
    Whole,
)

NOT_ASCII = "١٢"
"""Digits that Python takes for numbers and that nobody in a European team would read as such."""


def refusal(kind: Any, value: object) -> str:
    """The code of the fault that a value is."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h30", 90), ("1 h 30", 90), ("1h 30 min", 90), ("1H30", 90), ("7h", 420), ("24 h", 1440), ("45 min", 45), ("45min", 45), ("45 MIN", 45), ("90 min", 90),
        ("PT1H30M", 90), ("PT45M", 45), ("PT24H", 1440), ("PT90M", 90), ("1h05", 65), ("1h5", 65), ("  1h30  ", 90), ("100h", 6000),
    ],
)
def test_a_duration_is_written_in_hours_and_minutes(text: str, minutes: int) -> None:
    assert Duration.parse(text) == Duration(minutes)
    assert TypeAdapter(Duration).validate_python(text) == Duration(minutes)


@pytest.mark.parametrize(
    "text",
    [
        "", "90", "1,5h", "1.5h", "1:30", "h30", "min", "1h30m", "1 hour", "-1h", "0h", "0 min", "0h00", "PT", "PTM", "PT0M", "PT1H30", "P1D", "pt1h", "1000h", "1h300",
        "1h30 min min", "999h99", "PT999H9999M", f"{NOT_ASCII}h", f"{NOT_ASCII} min", f"PT{NOT_ASCII}M",
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    assert refusal(Duration, text) == "not-a-duration"


@pytest.mark.parametrize(("minutes", "iso", "text"), [(90, "PT1H30M", "1h30"), (65, "PT1H5M", "1h05"), (420, "PT7H", "7h"), (45, "PT45M", "45 min")])
def test_a_duration_is_published_as_standards_want_it(minutes: int, iso: str, text: str) -> None:
    assert (Duration(minutes).iso, str(Duration(minutes))) == (iso, text)


@given(st.integers(1, 60 * 1000 - 1).map(Duration))
def test_a_duration_is_read_as_it_was_written(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration
    assert Duration.parse(duration.iso) == duration


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", (2023,)), ("2023-10", (2023, 10)), ("2023-10-19", (2023, 10, 19)), ("2024-02-29", (2024, 2, 29)), ("2000-02-29", (2000, 2, 29)), ("0001", (1,)),
        ("2023-12-31", (2023, 12, 31)), (" 2023 ", (2023,)),
    ],
)
def test_a_date_is_a_day_a_month_or_a_year(text: str, date: tuple[int, ...]) -> None:
    assert PartialDate.parse(text) == PartialDate(*date)
    assert TypeAdapter(PartialDate).validate_python(text) == PartialDate(*date)


@pytest.mark.parametrize(
    "text",
    [
        "", "23", "0000", "2023-00", "2023-13", "2023-10-00", "2023-10-32", "2023-02-29", "1900-02-29", "2023-04-31", "2023-1", "2023-1-1", "19-10-2023", "2023/10/19",
        "20231019", "2023-10-19T10:00", "yesterday", "2023-", "2022–2024", "١٢٢٣",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    assert refusal(PartialDate, text) == "not-a-date"


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Days, months and years."""
    year, month = draw(st.integers(1, 9999)), draw(st.none() | st.integers(1, 12))
    day = draw(st.none() | st.integers(1, calendar.monthrange(year, month)[1])) if month else None
    return PartialDate(year, month, day)


@given(dates())
def test_a_date_is_read_as_it_was_written(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(dates(), dates())
def test_dates_are_sorted_as_their_texts_are(one: PartialDate, other: PartialDate) -> None:
    assert (one.sort_key < other.sort_key) == (str(one) < str(other))


@pytest.mark.parametrize(
    ("text", "number", "shown"), [("0", 0, "0"), ("5", 5, "5"), ("12 345", 12345, "12345"), ("007", 7, "7"), ("<5", None, "<5"), ("< 5", None, "<5"), ("1", 1, "<5"), ("4", 4, "<5")],
)
def test_a_count_is_a_whole_number_or_fewer_than_five(text: str, number: int | None, shown: str) -> None:
    assert Count.parse(text) == Count(number)
    assert str(TypeAdapter(Count).validate_python(text)) == shown


@pytest.mark.parametrize("text", ["", "-1", "+5", "5.0", "5,5", "<4", "<10", "≤5", "about 5", "five", "1e3", NOT_ASCII, "²", "9" * 11, "9" * 5000])
def test_what_is_no_count_is_refused(text: str) -> None:
    assert refusal(Count, text) == "not-a-count"


@given(st.none() | st.integers(0, 10**9))
def test_counts_from_one_to_four_are_never_written_out(number: int | None) -> None:
    count = Count(number)

    assert count.is_suppressed == (number in {None, 1, 2, 3, 4})
    assert Count.parse(str(count)) == (Count(None) if count.is_suppressed else count)
    assert str(Count.parse(str(count))) == str(count)


@pytest.mark.parametrize(("text", "seconds"), [("0:03", 3), ("0:00", 0), ("12:59", 779), ("1:02:03", 3723), ("75:00", 4500), ("00:05", 5), (" 0:03 ", 3)])
def test_a_moment_is_written_in_minutes_and_seconds(text: str, seconds: int) -> None:
    assert Moment.parse(text) == Moment(seconds)
    assert TypeAdapter(Moment).validate_python(text) == Moment(seconds)


@pytest.mark.parametrize("text", ["", "3", "0:3", "0:60", "0:003", "1:60:00", "1:2:3:4", "-0:03", "0:03.5", "0,03", f"0:{NOT_ASCII}"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    assert refusal(Moment, text) == "not-a-moment"


@given(st.integers(0, 100 * 3600 - 1).map(Moment))
def test_a_moment_is_read_as_it_was_written(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@pytest.mark.parametrize("kind", [Duration, PartialDate, Count, Moment])
@given(text=st.text())
def test_any_other_text_is_refused_and_breaks_nothing(kind: type[Duration], text: str) -> None:
    try:
        found = kind.parse(text)
    except PydanticCustomError as error:
        assert error.type.startswith("not-a-")
    else:
        assert str(kind.parse(str(found))) == str(found)


@given(st.integers(1, 59_999).map(Duration) | dates() | st.integers(0, 359_999).map(Moment))
def test_an_editor_accepts_what_is_written(value: Duration | PartialDate | Moment) -> None:
    pattern = type(value).json_schema["pattern"]

    assert re.search(pattern, str(value))


@pytest.mark.parametrize(
    "text", ["http://skyltu.eu/?lang=en&page_id=46", "https://example.org", "https://example.org:8080/a(b)#c", "HTTPS://EXAMPLE.ORG/", "http://data.europa.eu/esco/skill/d9"],
)
def test_an_address_has_a_scheme_and_a_host(text: str) -> None:
    assert TypeAdapter(Address).validate_python(text) == text


@pytest.mark.parametrize(
    "text", ["", "example.org", "www.example.org/page", "//example.org", "ftp://example.org", "javascript://example.org", "http:/example.org", "http://", "http://localhost", "https://ex ample.org", "https://example.org/\n", "https://?a=b.c", "https://.", "https://[a.b/",
           "https://a.b]/", "https://a.b:99999/", "https://a.b:port/", "https://a.b:0/"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert refusal(Address, text) == "not-an-address"


@pytest.mark.parametrize(("value", "truth"), [("true", True), ("false", False), (True, True), (False, False)])
def test_a_flag_is_true_or_false(value: object, truth: bool) -> None:  # noqa: FBT001  a value under test
    assert TypeAdapter(Flag).validate_python(value) is truth


@pytest.mark.parametrize("value", ["yes", "no", "on", "True", "1", "0", "", 1])
def test_what_other_yaml_takes_for_true_or_false_is_refused(value: object) -> None:
    assert refusal(Flag, value) == "not-true-or-false"


@pytest.mark.parametrize(("text", "number"), [("72", 72.0), ("72.5", 72.5), ("-3.25", -3.25), ("11 300", 11300.0), ("0", 0.0), (72, 72.0)])
def test_a_number_has_a_decimal_point(text: object, number: float) -> None:
    assert TypeAdapter(Number).validate_python(text) == number


@pytest.mark.parametrize("text", ["", "72,5", "72 %", "nan", "inf", "-Infinity", "1_000", "0x10", "a lot", "1e15", "-1e308", "9" * 400, NOT_ASCII])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert refusal(Number, text) == "not-a-number"


def test_nobody_counts_more_than_a_billion() -> None:
    assert TypeAdapter(Whole).validate_python("1000000000") == 10**9
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python("1000000001")


@pytest.mark.parametrize("text", ["a", "wash-with-soap", "2024", "oecd-2019"])
def test_an_identifier_is_made_of_small_letters_digits_and_hyphens(text: str) -> None:
    assert TypeAdapter(Slug).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "Wash", "wash_with", "wash with", "-wash", "wash-", "wash--with", "lavé", "wash\n", "../wash"])
def test_what_is_no_identifier_is_refused(text: str) -> None:
    assert refusal(Slug, text) == "not-an-id"


@pytest.mark.parametrize("text", ["en", "fr", "pt-BR", "sr-Latn", "sr-Latn-RS", "hsb"])
def test_a_language_is_written_as_the_web_writes_it(text: str) -> None:
    assert TypeAdapter(LanguageCode).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "EN", "english", "pt_BR", "pt-br", "e", "en-", "en\n"])
def test_what_is_no_language_is_refused(text: str) -> None:
    assert refusal(LanguageCode, text) == "not-a-language"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (RecordPath, ["good_practices/jobpath", "skills/A-1"], ["jobpath", "good_practices/", "/jobpath", "good_practices/job/path", "../jobpath", "Good/jobpath", "good_practices/-a"]),
        (CountryCode, ["FR", "GR", "XK"], ["UK", "EL", "EU", "ZZ", "fr", "FRA", "F", ""]),
        (Spdx, ["CC-BY-4.0", "LicenseRef-unknown"], ["cc-by-4.0", "CC BY 4.0", ""]),
        (Text, ["a", "a" * 4000], ["", "a" * 4001]),
    ],
    ids=["record", "country", "licence", "text"],
)
def test_codes_and_texts_have_one_form(kind: Any, good: list[str], bad: list[str]) -> None:
    for text in good:
        assert TypeAdapter(kind).validate_python(text) == text.strip()
    for text in bad:
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(text)
