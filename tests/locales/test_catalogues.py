"""What the interface says in its eight languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from scripts.catalogues import LANGUAGES, LOCALES, collected
from tremplin.locales import available, catalogue, heading_key
from tremplin.model.kinds import KINDS
from tremplin.model.kinds.record import Kind

GAP = re.compile(r"\{[^{}]*\}")
CODE = re.compile(r"`[^`]+`")


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalog]:
    found = {}
    for tag in LANGUAGES:
        with (LOCALES / tag / "tremplin.po").open("rb") as stream:
            found[tag] = read_po(stream, locale=tag)
    return found


@pytest.fixture(scope="module")
def sentences() -> Catalog:
    return collected()


def entries(catalogue: Catalog) -> Iterator[Message]:
    return (entry for entry in catalogue if entry.id)


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (text or "",)


def test_the_interface_speaks_eight_languages() -> None:
    assert set(available()) == {"en", *LANGUAGES} == {"en", "fr", "es", "it", "pl", "de", "ro", "lt"}
    assert available()[0] == "en"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_sentence_is_translated(catalogues: dict[str, Catalog], sentences: Catalog, tag: str) -> None:
    """When it fails: `python3 scripts/catalogues.py`, then translate what it has added."""
    missing = [entry.id for entry in entries(sentences) if not (found := catalogues[tag].get(entry.id)) or not all(forms(found.string))]

    assert missing == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_translation_is_kept_that_nothing_needs(catalogues: dict[str, Catalog], sentences: Catalog, tag: str) -> None:
    assert [entry.id for entry in entries(catalogues[tag]) if sentences.get(entry.id) is None] == []
    assert list(catalogues[tag].obsolete) == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_translation_is_a_guess(catalogues: dict[str, Catalog], tag: str) -> None:
    assert [entry.id for entry in catalogues[tag] if entry.fuzzy] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_gap_of_a_sentence_is_in_its_translation(catalogues: dict[str, Catalog], tag: str) -> None:
    wrong = []
    for entry in entries(catalogues[tag]):
        wanted = Counter(GAP.findall(forms(entry.id)[-1]))
        for number, text in enumerate(forms(entry.string)):
            found = Counter(GAP.findall(text))
            may_leave_out = len(forms(entry.string)) > 1 and number == 0  # "One record", "un enregistrement"
            if text and found != wanted and not (may_leave_out and found <= wanted):
                wrong.append((entry.id, text))
    assert wrong == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_people_type_is_not_translated(catalogues: dict[str, Catalog], tag: str) -> None:
    wrong = [
        (entry.id, text) for entry in entries(catalogues[tag]) if isinstance(entry.id, str) for text in forms(entry.string)
        if text and set(CODE.findall(entry.id)) != set(CODE.findall(text))
    ]

    assert wrong == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_number_has_its_form(catalogues: dict[str, Catalog], tag: str) -> None:
    plurals = [entry for entry in entries(catalogues[tag]) if isinstance(entry.id, tuple)]
    wanted = {"fr": 2, "es": 2, "it": 2, "de": 2, "pl": 3, "ro": 3, "lt": 3}[tag]

    assert plurals
    assert catalogues[tag].num_plurals == wanted
    assert [entry.id for entry in plurals if len(forms(entry.string)) != wanted] == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_rule_for_plurals_is_that_of_the_language(catalogues: dict[str, Catalog], tag: str) -> None:
    """Numbers that CLDR puts into one category have one form, for whole numbers."""
    choose = catalogue(tag).translations.plural  # type: ignore[attr-defined]  # gettext's own, of the compiled catalogue
    by_category: dict[str, set[int]] = {}
    for number in range(200):
        by_category.setdefault(Locale.parse(tag).plural_form(number), set()).add(choose(number))

    assert {category: len(found) for category, found in by_category.items() if len(found) != 1} == {}
    assert len(set.union(*by_category.values())) == len(by_category)


@pytest.mark.parametrize(
    ("tag", "number", "same_as", "other_than"),
    [("pl", 22, 2, 5), ("pl", 5, 11, 1), ("lt", 21, 1, 2), ("lt", 10, 11, 2), ("ro", 1, 1, 2), ("ro", 20, 100, 19), ("fr", 0, 1, 2), ("de", 2, 0, 1), ("en", 0, 2, 1)],
)
def test_a_number_is_followed_by_the_form_that_fits(tag: str, number: int, same_as: int, other_than: int) -> None:
    def without_number(n: int) -> str:
        return re.sub(r"\d+", "", catalogue(tag).plural("{n} record", "{n} records", n))

    assert without_number(number) == without_number(same_as)
    assert without_number(number) != without_number(other_than)


@pytest.mark.parametrize("tag", available())
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_two_sections_of_a_kind_share_a_heading(kind: Kind, tag: str) -> None:
    translate = catalogue(tag).text
    found = [(heading_key(text), section.id) for section in kind.sections for text in {section.heading, translate(section.heading)}]
    by_heading = {heading: {section for key, section in found if key == heading} for heading, _ in found}

    assert {heading: sections for heading, sections in by_heading.items() if len(sections) > 1} == {}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_headings_of_sections_are_translated_and_fit_on_a_line(tag: str) -> None:
    headings = [section.heading for kind in KINDS for section in kind.sections]

    assert [heading for heading in headings if not 0 < len(catalogue(tag).text(heading)) < 60 or "\n" in catalogue(tag).text(heading) or "#" in catalogue(tag).text(heading)] == []


def test_what_is_said_inside_an_f_string_is_collected(sentences: Catalog) -> None:
    """Some versions of Python give an f-string as one token, in which an extractor of tokens sees nothing."""
    said = {("starter/__init__.py", "What stands where"), ("render/mkdocs/face.py", "You are here")}

    assert {(place, sentence) for place, sentence in said if (entry := sentences.get(sentence)) and any(place == name for name, _ in entry.locations)} == said
