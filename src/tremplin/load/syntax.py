"""What the YAML reader says, said to a person: where it goes wrong, and what to type."""

from __future__ import annotations

import re
from typing import Any

import yaml

from tremplin.diagnostics import Diagnostic, Location, Message, message
from tremplin.model.invisible import INVISIBLE, IS_HERE, TYPE_AGAIN

_FIELD = message("write a name, a colon and a space before the value: `title: JobPath`")
_INDENTATION = message("check the indentation: lines of one group begin in the same column")
_IN_QUOTES = message("a text that begins with a special character must stand in quotes")
_APOSTROPHE = message("between two `'`, an apostrophe is written twice; or put the whole text between two `\"`")
_AS_A_WHOLE = message("a text that begins with a quotation mark or a bracket must stand in quotes as a whole: `title: '\"Work\" and more'`")
_WRAPPED = message("if this line belongs to the text above it, indent it by two spaces more, or write all on one line; if it is a field, write a colon and a space after its name")

_HINTS = (
    ("mapping values are not allowed", message('a text that contains a colon must stand in quotes: `title: "Work: a first step"`')),
    ("quoted scalar", message("a quotation mark is opened and not closed")),
    ("',' or ']'", message("a square bracket is opened and not closed, or a comma is missing")),
    ("',' or '}'", message("a curly bracket is opened and not closed, or a comma is missing")),
    ("did not find expected key", _INDENTATION),
    ("'-' indicator", _INDENTATION),
    ("document start", _INDENTATION),
    ("block end", _INDENTATION),
    ("single document", message("delete this line `---`: it stands in files of words only")),
    ("cannot start any token", _IN_QUOTES),
    ("alias", message("a text that begins with `*` must stand in quotes")),
    ("anchor", _IN_QUOTES),
    ("tag", _IN_QUOTES),
    ("block scalar", _IN_QUOTES),
)
_OPENED = re.compile(r"[ -]*(?:[^:'\"\[{]*:[ ]+)?(?P<sign>['\"\[{])")
"""A line whose value begins with a quotation mark or a bracket."""
_NAMED = re.compile(r"[ -]*[\w-]+:")
_UNSEEN = re.compile(rf"[ -]*(?:[\w-]+ *(?::|(?={INVISIBLE.pattern}+:)))?({INVISIBLE.pattern})")
"""A line with an invisible character in its indentation, or beside the colon of its field."""


def syntax_fault(error: yaml.YAMLError, text: str, name: str, first_line: int = 1) -> Diagnostic:
    """What the YAML reader says, said to a person."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _character_fault(text, name, first_line)
    lines = text.split("\n")
    mark = _telling_mark(error)
    number = mark.line if mark and mark.line < len(lines) else 0
    line, column = lines[number], mark.column if mark else 0
    if "\t" in line:
        return Diagnostic(
            "yaml-tab", Location(name, number + first_line, line.index("\t") + 1), message("there is a tab character here"), message("indent with spaces: two for each level"),
        )
    for near in (number, number - 1):
        unseen = _UNSEEN.match(lines[near]) if near >= 0 else None
        if unseen:
            return invisible(Location(name, near + first_line, unseen.start(1) + 1))
    empty = next((at for at, one in enumerate(lines) if one.rstrip() in {"{}", "[]"}), None)
    if empty is not None:
        hint = message("delete this line `{line}`: it stands there only as long as there are no entries", line=lines[empty].rstrip())
        return _unreadable(Location(name, empty + first_line), hint)
    return _unreadable(location_of(mark, name, first_line), _hint(f"{error.context or ''} {error.problem or ''}", line[:column], line, is_first=number == 0))


def location_of(mark: Any, name: str, first_line: int) -> Location:
    """The place in a file of what the YAML reader marks."""
    return Location(name, mark.line + first_line, mark.column + 1) if mark else Location(name, first_line)


def invisible(place: Location) -> Diagnostic:
    """The finding that a character stands there which nobody sees."""
    return Diagnostic("yaml-syntax", place, IS_HERE, TYPE_AGAIN)


def _unreadable(place: Location, hint: Message) -> Diagnostic:
    return Diagnostic("yaml-syntax", place, message("this is not readable as YAML"), hint)


def _hint(problem: str, before: str, line: str, *, is_first: bool) -> Message:
    """What to type, by what the reader says and by what stands before the place on its line."""
    if "could not find expected ':'" in problem or ("'-' indicator" in problem and not before.strip() and not _NAMED.match(line)):
        return _FIELD if is_first or " " not in line.strip() or _NAMED.match(line) else _WRAPPED
    if "not allowed in this context" in problem and "mapping values" not in problem:
        return _IN_QUOTES if before.strip() else _INDENTATION  # A text such as `- Work` or `? Work` in the place of a value.
    if "mapping values are not allowed" in problem and ":" not in before:
        return _INDENTATION  # The first colon of its line: it is the line that stands wrong.
    if before.strip() and ("did not find expected key" in problem or "'-' indicator" in problem or "',' or" in problem):
        return _after_a_value(problem, before)
    return next((hint for clue, hint in _HINTS if clue in problem), _FIELD)


def _after_a_value(problem: str, before: str) -> Message:
    """What to type where a text goes on after the quotation mark or the bracket that ends it."""
    opened = _OPENED.match(before)
    if before.endswith("'") or (opened and opened["sign"] == "'"):
        return _APOSTROPHE
    return _AS_A_WHOLE if opened and "',' or" not in problem else next(hint for clue, hint in _HINTS if clue in problem)


def _telling_mark(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """The place that helps: the line that lacks a colon; where a quotation mark or a bracket was opened, if its end is missed on a later line."""
    opened, missed, context = error.context_mark, error.problem_mark, error.context or ""
    if opened is None or missed is None:
        return missed or opened
    is_unclosed = opened.line < missed.line and any(clue in context for clue in ("quoted scalar", "flow"))
    return opened if is_unclosed or "simple key" in context else missed


def _character_fault(text: str, name: str, first_line: int) -> Diagnostic:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    index = found.start() if found else 0
    before = text[:index]
    return invisible(Location(name, before.count("\n") + first_line, index - (before.rfind("\n") + 1) + 1))
