"""Front matter that is read line by line: it says what YAML's own reader says, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tremplin.diagnostics import Location
from tremplin.load.document import read_document
from tremplin.load.plain import plain_fields
from tremplin.load.words import front
from tremplin.model.source import Path

_USUAL = """\
title: Porter des assiettes, à 12:30
empty:
nothing: null
quoted: "a: b"
also: 'c #d'
summary: >-
  - En une journée, # pas plus.
  Fin : rien.
kept: |
  One line
  Another
tools:
  - Cartes de situation
  - "R: D"
same_level:
- One
evolution:
  change-1:
    indicator: Ältere Arbeitsuchende
    steps: [One, "433268", zwei Wörter]
translated_from: {language: en, sections: {title: f8423a, gestures.wash: "433268"}}
"""


def test_what_people_write_is_read_line_by_line() -> None:
    read = plain_fields(_USUAL)
    assert read is not None
    fields = read.values
    assert fields["summary"] == "- En une journée, # pas plus. Fin : rien."
    assert fields["kept"] == "One line\nAnother"
    assert fields["translated_from"]["sections"] == {"title": "f8423a", "gestures.wash": "433268"}
    assert (fields["empty"], fields["nothing"]) == (None, None)
    _agrees(_USUAL)


@pytest.mark.parametrize(("path", "line", "column"), [(("kept",), 10, 7), (("evolution",), 18, 1), (("evolution", "change-1", "steps", 1), 21, 18), (("title", "none"), 2, 1), (("none",), 2, 1), ((), 2, 1)])
def test_a_place_is_found_in_what_was_read_line_by_line(path: Path, line: int, column: int) -> None:
    document, faults = front(_USUAL, "x/y/fr.md")
    assert document
    assert not faults
    assert document.place(path) == Location("x/y/fr.md", line, column)


@pytest.mark.parametrize("text", [
    "title: a: b", "title: a #b", "title: a:", "title: !a", "title: &a b", "title: *a", "title: @a", "title: a\n  b", "title: a\n\nsummary: b", "# a\ntitle: b", "title: a\ntitle: b",
    "title: 'a''b'", 'title: "a\\tb"', 'title: "a" b', "title: 'a", "title:a", "title: a\tb", "title:\ta", "title: a\u2028b", "title: a\x85b", "title: \x07", "? a\n: b", "<<: a", "- a",
    " title: a\nsummary: b", "a:\n    b: c\n  d: e", "a: b\n  c: d", "a:\n  - b: c", "a:\n  - b\n    c", "a:\n  - b\n   - c", "a:\n  - - b", "a:\n  -", "a: -", "a: - b", "a: |2\n   b", "a: >-\n  b\n\n  c",
    "a: >-\n  b\n    c", "a: >-\n  b \n  c", "a: >-\nb: c", "a: >-", "a: >+\n  b", "a: {b:c}", "a: {b: c, b: d}", "a: {b: null}", "a: [~]", "a: [b, ]", "a: {b: c", "a: [b]]", "a: [b] c", "a: {b}",
    "a: {b\u200bc: d}", "a: {b\u00a0: c}", "a: {'b': c}", "a: [-b]", "a: [1, &b]", "a: [b #c]", f"a: {'[' * 20}{']' * 20}", f"{'a' * 2000}: b", "a: {" + "b" * 2000 + ": c}", "---\na: b", "a: b\n---", "%YAML 1.1", "é: a", "",
])
def test_whatever_else_yaml_knows_is_left_to_its_own_reader(text: str) -> None:
    assert plain_fields(text + "\n") is None


_PIECES = ("a", "b", "é", "12", "null", "~", " ", "  ", "    ", "\n", "\n", "\n  ", "\n- ", "\n  - ", ": ", ":", ":\n", "- ", "-", ">-\n  ", ">\n    ", "|\n  ", "#", " #", '"', "'", "\\", "[", "]",
           "{", "}", ",", ", ", "&", "*", "!", "?", "%", "@", "`", "|", ">", "=", ".", "...", "---", "\t", "\u00a0", "\u200b", "\u2028", "\x85", "\ufeff", "😀", "<<", "\na: ", "\nb:\n  ", "a: {", "a: [")


@pytest.mark.parametrize("text", ["a: b\u00a0", "a: 'b '", 'a: "  b"', "a: '  '", "a: >\n  \u00a0b", "a: |\n  b\u3000", 'a: {b: " c"}', 'a: ["\u3000"]', "a: [b\u3000]", 'a: {b: "c\\n"}'])
def test_a_text_has_no_blanks_around_it(text: str) -> None:
    _agrees(text)
    document, _ = front(text, "x")
    assert document
    (value,) = document.data.values()
    assert [one for one in _texts(value) if one != one.strip()] == []


def _texts(value: Any) -> list[str]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [text for one in inner for text in _texts(one)]


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(_PIECES), max_size=24).map("".join))
def test_it_never_says_what_yaml_does_not_say(text: str) -> None:
    _agrees(f"a: {text}\n")
    _agrees(f"{text}\n")


@settings(max_examples=1000)
@given(st.lists(st.tuples(st.integers(0, len(_USUAL)), st.integers(0, 3), st.sampled_from(_PIECES)), min_size=1, max_size=3))
def test_damaged_front_matter_is_never_read_in_another_way(damages: list[tuple[int, int, str]]) -> None:
    text = _USUAL
    for at, lost, put in damages:
        text = text[:at] + put + text[at + lost :]
    _agrees(text if text.endswith("\n") else f"{text}\n")


def _agrees(text: str) -> None:
    read = plain_fields(text)
    if read is not None:
        document, faults = read_document(text, "x")
        assert not faults
        assert document
        assert document.data == read.values
        assert all(document.place((name,)) == Location("x", line + 1, column) for name, (line, column) in read.starts.items())
