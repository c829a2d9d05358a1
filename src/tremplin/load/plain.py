"""Front matter as most people write it, read line by line: names and values, texts below them, lists of texts. All else is left to YAML's own reader.

A base has one front matter for each record and language, and hardly anybody asks where in it a value stands: keeping every place costs eight times as much as reading the
values. This reader knows a small part of YAML for certain, and gives up at the first line that is not of it (docs/decisions/0020-plain-front-matter.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tremplin.load.document import NULLS
from tremplin.model.invisible import INVISIBLE

_FIELD = re.compile(r"( *)([A-Za-z0-9_][A-Za-z0-9_.-]{0,99}):(?: +([^ ].*))?")
_ITEM = re.compile(r"( *)- +([^ ].*)")
_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes for the end of a line, or does not take at all."""
_BLOCKS = {">-": " ", ">": " ", "|-": "\n", "|": "\n"}
"""How a text begins that stands on the lines below: what joins them. Whether a line feed ends them makes no difference to a text without blanks around it."""
_WORD = re.compile(r'"[^"\\]{0,500}"|(\w(?:[^]["\'{}:,#\\]{0,500}[^]["\'{}:,#\\\s])?)')
"""A text between brackets, in quotes or without. A name may not be much longer in YAML."""
_NOT_SO_PLAIN = re.compile(r":(?! )|\b(?:null|Null|NULL)\b")
"""Between brackets, a colon without a space after it is part of a text."""
_DEEPEST = 10


class _Unknown(Exception):
    """A line that is not of the part of YAML that is known here."""


@dataclass(slots=True)
class Fields:
    """What has been read of a front matter so far."""

    lines: Sequence[str]
    at: int = 0
    """The index of the line that comes next."""
    values: dict[str, Any] = field(default_factory=dict)
    starts: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Where the value of each field stands that is not inside another, or its name when nothing follows on its line: the line from 0, the column from 1."""


def plain_fields(text: str) -> Fields | None:
    """The values in a front matter, all scalars as text without blanks around it; None where only YAML's own reader can tell what it means."""
    if _UNUSUAL.search(text):
        return None
    read = Fields(text.removesuffix("\n").split("\n"))
    try:
        read.values = _mapping(read, 0, read.starts)
    except _Unknown:
        return None
    return read if read.at == len(read.lines) else None


def _mapping(read: Fields, indent: int, starts: dict[str, tuple[int, int]] | None, depth: int = 1) -> dict[str, Any]:
    """The fields from here on that are indented so far."""
    values: dict[str, Any] = {}
    lines, end, margin = read.lines, len(read.lines), " " * indent
    while (at := read.at) < end:
        found = _FIELD.fullmatch(lines[at])
        if found is None:
            raise _Unknown
        spaces, name, value = found.groups()
        if spaces != margin:
            if len(spaces) < indent:
                break
            raise _Unknown
        if name in values or depth > _DEEPEST:
            raise _Unknown
        if starts is not None:
            starts[name] = at, found.start(3) + 1 or 1
        read.at = at + 1
        if value is None:
            values[name] = _below(read, indent, depth)
        elif value in _BLOCKS:
            values[name] = _block(read, indent, _BLOCKS[value])
        else:
            values[name] = _scalar(value)
    return values


def _below(read: Fields, indent: int, depth: int) -> Any:
    """What a field holds that has nothing on its own line: a list, more fields, or nothing."""
    line = read.lines[read.at] if read.at < len(read.lines) else ""
    inner = _indent(line)
    if line.startswith("- ", inner) and inner >= indent:
        return _list(read, inner)
    return _mapping(read, inner, None, depth + 1) if inner > indent else None


def _list(read: Fields, indent: int) -> list[Any]:
    values = []
    while read.at < len(read.lines) and (item := _ITEM.fullmatch(read.lines[read.at])) and len(item[1]) == indent:
        values.append(_scalar(item[2]))
        read.at += 1
    return values


def _block(read: Fields, indent: int, joint: str) -> str:
    """A text on lines that are all indented equally far: whatever else may stand in one is joined in another way."""
    inner = _indent(read.lines[read.at]) if read.at < len(read.lines) else 0
    found, margin = [], " " * inner
    while read.at < len(read.lines) and read.lines[read.at].startswith(margin) and inner > indent:
        line = read.lines[read.at][inner:]
        if not line or line[0] == " " or line[-1] == " ":
            raise _Unknown
        found.append(line)
        read.at += 1
    if not found:
        raise _Unknown
    return joint.join(found).strip()


def _scalar(value: str) -> Any:
    """What stands after a name or a dash: a text, or more of them between brackets."""
    text, first = value.rstrip(" "), value[0]
    if first.isalnum() and ": " not in text and " #" not in text and text[-1] != ":":
        return None if text in NULLS else text.rstrip()
    if first in "\"'" and len(text) > 1 and text[-1] == first and first not in text[1:-1] and "\\" not in text:
        return text[1:-1].strip()
    if first in "{[":
        return _flow(text)
    raise _Unknown


def _flow(text: str) -> Any:
    """Texts between brackets, such as `{language: en, sections: {title: f8423a}}`: once all of them have quotes, this is JSON."""
    if _NOT_SO_PLAIN.search(text) or INVISIBLE.search(text) or text.count("{") + text.count("[") > _DEEPEST:
        raise _Unknown
    try:
        return _JSON.decode(_WORD.sub(_in_quotes, text))
    except ValueError:
        raise _Unknown from None


def _in_quotes(word: re.Match[str]) -> str:
    if word[1]:
        return f'"{word[1]}"'
    if word[0][1:-1] != word[0][1:-1].strip():
        raise _Unknown
    return word[0]


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _Unknown
    return values


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_JSON = json.JSONDecoder(object_pairs_hook=_without_doubles)
