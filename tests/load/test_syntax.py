"""What is said of a text that is not readable as YAML: the line that must be mended, and what to type there."""

from __future__ import annotations

import pytest

from tremplin.load.document import read_document

APOSTROPHE = "between two `'`, an apostrophe is written twice; or put the whole text between two `\"`"
AS_A_WHOLE = "a text that begins with a quotation mark or a bracket must stand in quotes as a whole: `title: '\"Work\" and more'`"
IN_QUOTES = "a text that begins with a special character must stand in quotes"
STAR = "a text that begins with `*` must stand in quotes"
WRAPPED = "if this line belongs to the text above it, indent it by two spaces more, or write all on one line; if it is a field, write a colon and a space after its name"
FIELD = "write a name, a colon and a space before the value: `title: JobPath`"
INDENTATION = "check the indentation: lines of one group begin in the same column"
UNSEEN = "delete it and type the text again"


def told(text: str) -> tuple[int, str]:
    """The line of the one finding, and its hint."""
    _, (fault,) = read_document(text + "\n", "record.yml")
    assert fault.code == "yaml-syntax"
    assert fault.hint
    return fault.location.line, fault.hint.text()


@pytest.mark.parametrize(
    "text",
    [
        "a: 'L'accoglienza funziona.'", "a: 'L'accoglienza: prima'", "a: ['L'accoglienza', b]", "a:\n  - 'L'altro uomo'\n  - b", "a: 'dell'arte'\nb: c",
        "a: 'Uno\n  dell'arte'\nb: c",
    ],
)
def test_an_apostrophe_that_ends_a_text_is_named(text: str) -> None:
    assert told(text)[1] == APOSTROPHE


@pytest.mark.parametrize("text", ['a: "Porta" aperta', 'a: "Ponte" è bello: molto', "a: [Casa] aperta", "a: {Uno} sportello", 'a:\n  - "Porta" aperta\n  - b'])
def test_a_text_that_goes_on_after_its_quotation_or_bracket_stands_in_quotes_as_a_whole(text: str) -> None:
    assert told(text)[1] == AS_A_WHOLE


@pytest.mark.parametrize("sign", ["-", "&", "?", "|", ">", "%", "@", "`", "*"])
def test_a_text_that_begins_with_a_special_character_stands_in_quotes(sign: str) -> None:
    assert told(f"a: b\ntitle: {sign} Casa\nc: d") == (2, STAR if sign == "*" else IN_QUOTES)


@pytest.mark.parametrize(
    ("text", "line"),
    [("title: a\nsummary: Uno\nsenza Arrivare in orario.\nsigns:\n  - a", 3), ("signs:\n  - Uno due\n  tre quattro\n  - x", 3), ("a: b\nc d", 2), ("a: b\nlicence CC-BY-4.0\nc: d", 2)],
)
def test_a_text_that_goes_on_without_indentation_is_told_at_its_line(text: str, line: int) -> None:
    assert told(text) == (line, WRAPPED)


@pytest.mark.parametrize("text", ["original: it\npolarity:mixed\nc: d", "original: it\npolarity:mixed", "a: b\nthemes\nc: d", "a: b\nplace:in a town\nc: d"])
def test_a_field_without_colon_or_space_is_told_at_its_line(text: str) -> None:
    assert told(text) == (2, FIELD)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a:\n  - id: x\n    what: y\n  kind: z\nb: 2", 4), ("a:\n  - id: x\n    what: y\n   kind: z\nb: 2", 4), (" a: b\nc: d", 2), ("a:\n  b:\n    c: d\n   e: f", 4)],
)
def test_a_field_in_the_wrong_column_is_a_matter_of_indentation(text: str, line: int) -> None:
    assert told(text) == (line, INDENTATION)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("original: it\npolarity:\u00a0mixed\nc: d", 2), ("place:\u00a0\n  country: BE", 1), ("a:\n  - id: x\n    title:\u202fb", 3), ("a:\n  - id: x\n  \u00a0 title: b", 3),
        ("signs:\n\u00a0 - uno", 2),
    ],
)
def test_an_invisible_character_beside_a_colon_or_in_the_indentation_is_told(text: str, line: int) -> None:
    assert told(text) == (line, UNSEEN)


@pytest.mark.parametrize(("text", "line"), [("a:\n  b: c\n{}", 3), ("{}\na:\n  b: c", 1), ("a: b\n\n{}\nc: d", 3)])
def test_what_stands_for_an_empty_list_goes_when_there_are_entries(text: str, line: int) -> None:
    assert told(text) == (line, "delete this line `{}`: it stands there only as long as there are no entries")
