"""YAML to documents: what is refused before anything is built from it, and what would be lost without a word."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.bases import TEAMWORK, write_base
from tests.cli.running import tremplin
from tremplin.diagnostics import Location
from tremplin.load.document import read_document
from tremplin.model.source import Path as Way

DOUBLING = 'a: {"b0":&b0 [x,x]' + "".join(f',"b{level}":&b{level} [*b{level - 1},*b{level - 1}]' for level in range(1, 26)) + "}\n"


PLACES = """\
title: JobPath
  goes on
empty:
"quoted":  'é'
block: >-
  Text
sources:
  - id: one
    pages: [1, 22]
  - {id: two}
flow: {a: b}
"""


@pytest.mark.parametrize(
    ("way", "value", "key"),
    [
        (("title",), (1, 8), (1, 1)), (("empty",), (3, 1), (3, 1)), (("quoted",), (4, 12), (4, 1)), (("block",), (5, 8), (5, 1)), (("sources",), (7, 1), (7, 1)),
        (("sources", 0), (8, 5), (8, 5)), (("sources", 0, "id"), (8, 9), (8, 5)), (("sources", 0, "pages"), (9, 12), (9, 5)), (("sources", 0, "pages", 1), (9, 16), (9, 16)),
        (("sources", 1), (10, 5), (10, 5)), (("sources", 1, "id"), (10, 10), (10, 6)), (("sources", 1, "none"), (10, 5), (10, 5)), (("flow",), (11, 7), (11, 1)),
        (("none",), (1, 1), (1, 1)), (("sources", 7), (7, 1), (7, 1)), ((), (1, 1), (1, 1)),
    ],
)
def test_every_value_and_every_name_has_its_place(way: Way, value: tuple[int, int], key: tuple[int, int]) -> None:
    document, _ = read_document(PLACES, "record.yml")
    assert document

    assert document.place(way) == Location("record.yml", *value)
    assert document.key_place(way) == Location("record.yml", *key)


def codes(text: str) -> set[str]:
    """What is found in a text of YAML."""
    return {fault.code for fault in read_document(text, "record.yml")[1]}


@pytest.mark.parametrize(
    "text",
    ['x: {"a":&x {"b":*x}}', "{?&a b: 1}", "a: [b,&c d]", "a: {b: &c d}", "a: &b c\nd: *b", "a: \t&b c", DOUBLING, "\ufeff&a b: 1", '{"a":*b}', "a: [ *b ]", "? &a b\n: c"],
    ids=["circle", "key", "list", "mapping", "lines", "tab", "doubling", "mark", "alias", "alias-in-a-list", "key-on-a-line"],
)
def test_an_anchor_is_found_wherever_yaml_allows_one(text: str) -> None:
    started = time.process_time()

    assert codes(text + "\n") == {"yaml-alias"}
    assert time.process_time() - started < 1


@pytest.mark.parametrize("text", ["a: R&D", "a: 2 & 3", "a: 2*3", "a: https://example.org/?b=1&c=2", 'a: "*b* &c"', "a: b *c* d", "a: b?&c"])
def test_the_signs_of_anchors_may_stand_in_texts(text: str) -> None:
    assert codes(text + "\n") == set()


@pytest.mark.parametrize("text", ['x: {"a":&x {"b":*x}}\n', DOUBLING], ids=["circle", "doubling"])
@pytest.mark.parametrize("name", ["skills/teamwork/record.yml", "skills/teamwork/en.md", "glossary.yml"])
def test_anchors_between_brackets_are_told_with_their_place(tmp_path: Path, name: str, text: str) -> None:
    base = write_base(tmp_path, {**TEAMWORK, name: f"---\n{text}---\n" if name.endswith(".md") else text})
    told = tremplin("check", base=base).stdout

    assert f"{name}:{2 if name.endswith('.md') else 1}:" in told
    assert "error[yaml-alias] anchors (`&`) and aliases (`*`) are not used here" in told


@pytest.mark.parametrize("text", ["a: b # c", "a: b #", 'a: "b #c"', "a: 'b' #c", "a: |\n  b #c", "a: # b\n  - c", "#a: b #c\nd: e", "a: #list\n  - b", "a: b! c", "a: Ah ! b", "a: b#c", 'a: "!b"'])
def test_a_remark_is_one_and_nothing_of_a_text_is_lost(text: str) -> None:
    assert codes(text + "\n") == set()


@pytest.mark.parametrize(
    ("text", "column"), [("a: b #c", 6), ("a: b\t#c", 6), ("a: #c", 4), ("a: [b, {c: d #e\n}]", 14), ("a: !b c", 4), ("a: ! b", 4), ("a: !b [c]", 4), ("!a b: c", 1), ("à: é #c", 6)],
)
def test_what_readers_would_not_see_is_told_where_it_begins(text: str, column: int) -> None:
    _, faults = read_document(text + "\n", "record.yml")

    assert [(fault.code, fault.location.line, fault.location.column) for fault in faults] == [("text-cut-off", 1, column)]



@pytest.mark.parametrize("text", ["a\u200b: b", "\u00a0\u00a0a: b", "a: {b\u00ad: c}", '"a\u2060": b', "\ufeffa: b\n\ufeffc: d", "a:\n  - b\u00a0: c"])
def test_an_invisible_character_in_a_name_is_told(text: str) -> None:
    _, faults = read_document(text + "\n", "record.yml")

    assert {fault.message.text() for fault in faults} == {"there is an invisible character here"}


@pytest.mark.parametrize("text", ["a: b\u00a0c", "a: «\u202fb\u00a0»", "a:\n  - b\u00adc", "a: 👩\u200d🌾"])
def test_prose_may_have_invisible_characters(text: str) -> None:
    assert codes(text + "\n") == set()


@pytest.mark.parametrize("line", ["a{}: b #c", "a{}\u00a0: b"])
def test_of_many_thousand_faults_a_thousand_are_told(line: str) -> None:
    assert len(read_document("".join(f"{line}\n".format(number) for number in range(3_000)), "record.yml")[1]) == 1000
