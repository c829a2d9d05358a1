"""Sentences, numbers, dates and names as each language writes them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tremplin.locales import catalogue, heading_key

DAY = datetime.date(2023, 10, 19)


@pytest.mark.parametrize("tag", ["xx", "tlh", "pt-BR", "ja"])
def test_where_there_is_no_catalogue_sentences_are_english(tag: str) -> None:
    assert catalogue(tag).text("Home") == "Home"
    assert catalogue(tag).plural("{n} record", "{n} records", 1) == "1 record"


def test_dates_are_those_of_the_language_also_where_there_is_no_catalogue() -> None:
    assert catalogue("pt-BR").day(DAY) == "19 de outubro de 2023"


@pytest.mark.parametrize("tag", ["xx", ""])
def test_a_language_that_cldr_does_not_know_is_written_like_english(tag: str) -> None:
    assert (catalogue(tag).day(DAY), catalogue(tag).number(12345.6)) == ("October 19, 2023", "12,345.6")


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
        ("en", "October 19, 2023", "October 2023", "12,345.6", "€11,300", "a, b, and c"), ("fr", "19 octobre 2023", "octobre 2023", "12\u202f345,6", "11\u202f300\xa0€", "a, b et c"),
        ("de", "19. Oktober 2023", "Oktober 2023", "12.345,6", "11.300\xa0€", "a, b und c"), ("pl", "19 października 2023", "październik 2023", "12\xa0345,6", "11\xa0300\xa0€", "a, b i c"),
        ("lt", "2023 m. spalio 19 d.", "2023 m. spalis", "12\xa0345,6", "11\xa0300\xa0€", "a, b ir c"),
    ],
)
def test_numbers_dates_and_lists_are_written_as_the_language_writes_them(tag: str, day: str, month: str, number: str, money: str, names: str) -> None:
    words = catalogue(tag)

    assert (words.day(DAY), words.month(DAY), words.number(12345.6), words.money(11300, "EUR"), words.listing(["a", "b", "c"])) == (day, month, number, money, names)


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
