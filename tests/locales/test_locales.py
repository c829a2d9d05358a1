"""Sentences, numbers, dates and names as each language writes them."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest
from babel.localedata import locale_identifiers
from hypothesis import example, given
from hypothesis import strategies as st

from tremplin.locales import Exact, catalogue, heading_key

DAY = datetime.date(2023, 10, 19)


@pytest.mark.parametrize("tag", ["xx", "tlh", "pt-BR", "ja"])
def test_where_there_is_no_catalogue_sentences_are_english(tag: str) -> None:
    assert catalogue(tag).text("Home") == "Home"
    assert catalogue(tag).plural("{n} record", "{n} records", 1) == "1 record"


def test_dates_are_those_of_the_language_also_where_there_is_no_catalogue() -> None:
    assert catalogue("pt-BR").day(DAY) == "19 de outubro de 2023"


@pytest.mark.parametrize("tag", ["xx", ""])
def test_a_language_that_cldr_does_not_know_is_written_like_english(tag: str) -> None:
    assert (catalogue(tag).day(DAY), catalogue(tag).number(12345.6)) == ("19 October 2023", "12,345.6")


@pytest.mark.parametrize("tag", ["fr-CA", "fr-BE"])
def test_a_language_of_a_country_speaks_as_the_language_does(tag: str) -> None:
    assert catalogue(tag).text("Home") == catalogue("fr").text("Home") != "Home"


def test_a_sentence_that_nobody_has_translated_is_shown_as_it_is() -> None:
    assert catalogue("fr").text("A sentence that nobody knows") == "A sentence that nobody knows"


def test_no_sentence_is_no_sentence() -> None:
    assert catalogue("fr").text("") == ""


@pytest.mark.parametrize(
    ("tag", "day", "month", "number", "money", "names"),
    [
        ("en", "19 October 2023", "October 2023", "12,345.6", "€11,300", "a, b and c"), ("fr", "19 octobre 2023", "octobre 2023", "12\u202f345,6", "11\u202f300\xa0€", "a, b et c"),
        ("de", "19. Oktober 2023", "Oktober 2023", "12.345,6", "11.300\xa0€", "a, b und c"), ("pl", "19 października 2023", "październik 2023", "12\xa0345,6", "11\xa0300\xa0€", "a, b i c"),
        ("lt", "2023 m. spalio 19 d.", "2023 m. spalis", "12\xa0345,6", "11\xa0300\xa0€", "a, b ir c"),
    ],
)
def test_numbers_dates_and_lists_are_written_as_the_language_writes_them(tag: str, day: str, month: str, number: str, money: str, names: str) -> None:
    words = catalogue(tag)

    assert (words.day(DAY), words.month(DAY), words.number(12345.6), words.money(11300, "EUR"), words.listing(["a", "b", "c"])) == (day, month, number, money, names)


@pytest.mark.parametrize(
    ("tag", "days", "months", "years"),
    [
        ("en", "19–20 October 2023", "March 2022 – February 2024", "2020–2022"), ("fr", "19–20 octobre 2023", "mars 2022 – février 2024", "2020–2022"),
        ("es", "19–20 de octubre de 2023", "marzo de 2022 – febrero de 2024", "2020–2022"), ("it", "19–20 ottobre 2023", "marzo 2022 – febbraio 2024", "2020–2022"),
        ("pl", "19–20 października 2023", "marzec 2022–luty 2024", "2020–2022"), ("de", "19.–20. Oktober 2023", "März 2022 – Februar 2024", "2020–2022"),
        ("ro", "19–20 octombrie 2023", "martie 2022 – februarie 2024", "2020–2022"), ("lt", "2023 m. spalio 19–20 d.", "2022 m. kovas – 2024 m. vasaris", "2020–2022"),
        ("pt-BR", "19 – 20 de outubro de 2023", "março de 2022 – fevereiro de 2024", "2020 – 2022"),
    ],
)
def test_in_a_span_nothing_stands_twice(tag: str, days: str, months: str, years: str) -> None:
    words, day = catalogue(tag), datetime.date

    assert words.span(DAY, day(2023, 10, 20), "day") == days
    assert words.span(day(2022, 3, 1), day(2024, 2, 1), "month") == months
    assert words.span(day(2020, 1, 1), day(2022, 1, 1), "year") == years


def test_a_french_span_begins_on_the_first() -> None:
    assert catalogue("fr").span(datetime.date(2022, 10, 1), datetime.date(2022, 11, 1), "day") == "1er octobre – 1er novembre 2022"
    assert catalogue("fr").span(datetime.date(2022, 10, 11), datetime.date(2022, 10, 12), "day") == "11–12 octobre 2022"


def test_every_language_of_cldr_has_spans() -> None:
    start, end = datetime.date(2022, 3, 1), datetime.date(2023, 4, 2)
    spans = [catalogue(tag.replace("_", "-")).span(start, end, exact) for tag in locale_identifiers() for exact in get_args(Exact)]

    assert "" not in spans


@pytest.mark.parametrize(
    ("tag", "texts"),
    [
        ("en", ["0", "999", "1,000", "9,999", "10,000", "1,000", "-5"]), ("es", ["0", "999", "1000", "9999", "10.000", "1000", "-5"]),
        ("hi", ["0", "999", "1,000", "9,999", "10,000", "1,000", "-5"]), ("tok", ["0", "9\xa099", "10\xa000", "99\xa099", "1\xa000\xa000", "10\xa000", "-5"]),
    ],
)
def test_separators_begin_where_the_language_has_the_first(tag: str, texts: list[str]) -> None:
    assert [catalogue(tag).number(value) for value in (0, 999, 1000, 9999, 10_000, 999.9999, -5)] == texts


def test_the_sign_of_a_currency_is_no_part_of_a_pattern() -> None:
    assert (catalogue("da").money(11300, "DKK"), catalogue("en").money(2, "CAD")) == ("11.300\xa0kr.", "CA$2")


def test_cents_are_written_where_there_are_some() -> None:
    assert (catalogue("en").money(11.5, "EUR"), catalogue("fr").money(0, "EUR")) == ("€11.50", "0\xa0€")


def test_countries_and_languages_have_names() -> None:
    assert (catalogue("fr").country("IE"), catalogue("fr").country("XX")) == ("Irlande", "XX")
    assert (catalogue("pl").language("lt"), catalogue("en").language("pt-BR"), catalogue("en").language("qq")) == ("litewski", "Portuguese", "qq")


@pytest.mark.parametrize(("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a et b")])
def test_few_items_are_joined_too(items: list[str], text: str) -> None:
    assert catalogue("fr").listing(items) == text


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Pourquoi c’est utile", "Pourquoi c'est utile"), ("POURQUOI C'EST UTILE", "Pourquoi c'est utile"), ("Sécurité :", "Securite"), ("  Jak   to działa? ", "jak to dziala"),
        ("Warum es nützlich ist.", "warum es nutzlich ist"), ("Ribos", "ribos"), ("Straße", "strasse"), ("Se\u0301curite\u0301", "Sécurité"), ("Sécurité\xa0:", "Sécurité"),
    ],
)
def test_headings_are_compared_without_accents_case_and_signs_at_their_end(written: str, known: str) -> None:
    assert heading_key(written) == heading_key(known)


@pytest.mark.parametrize(("one", "other"), [("Why", "What"), ("What changed", "What went wrong"), ("Safety", "Safety first")])
def test_other_headings_are_others(one: str, other: str) -> None:
    assert heading_key(one) != heading_key(other)


@given(st.text())
@example("?\x1f")
def test_comparing_twice_changes_nothing(text: str) -> None:
    assert heading_key(heading_key(text)) == heading_key(text)
