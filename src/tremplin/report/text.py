"""Findings for people: two lines each, and a line that counts them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tremplin.diagnostics import Diagnostic, Message, Severity, message

_BOLD, _CYAN, _OFF = "\x1b[1m", "\x1b[36m", "\x1b[0m"
_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;34m"}
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of writing and could make a line say something else than it does."""


def render(diagnostics: Sequence[Diagnostic], translate: Callable[[str], str] = str, *, colour: bool = False) -> str:
    """Every finding with its place and its hint, then how many there are; `colour` adds ANSI escapes for a terminal."""
    lines = [line for diagnostic in diagnostics for line in _lines(diagnostic, translate, colour=colour)]
    return "".join(f"{line}\n" for line in [*lines, *([""] if lines else []), summary(diagnostics, translate)])


def summary(diagnostics: Sequence[Diagnostic], translate: Callable[[str], str] = str) -> str:
    """One line that counts the findings by severity, in words that need no plural."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    counted = (
        (found[Severity.ERROR], message("errors: {n}", n=found[Severity.ERROR])),
        (found[Severity.WARNING], message("warnings: {n}", n=found[Severity.WARNING])),
        (found[Severity.NOTE], message("notes: {n}", n=found[Severity.NOTE])),
    )
    parts = [said.text(translate) for number, said in counted if number]
    return ", ".join(parts) if parts else message("Nothing to mend.").text(translate)


def error_lines(said: Message, hint: Message | None, translate: Callable[[str], str], *, colour: bool = False) -> str:
    """A fault that stands in no file, such as a misspelt command, in the same shape as a finding."""
    head = _painted("error", _COLOURS[Severity.ERROR], colour=colour)
    lines = [f"{head}: {one_line(said.text(translate))}", *_help(hint, translate, colour=colour)]
    return "".join(f"{line}\n" for line in lines)


def _lines(diagnostic: Diagnostic, translate: Callable[[str], str], *, colour: bool) -> Iterator[str]:
    # The severity stays English, like the code: editors and scripts look for `error[code]`.
    place = _painted(one_line(str(diagnostic.location)), _BOLD, colour=colour)
    severity = _painted(f"{diagnostic.severity.value}[{diagnostic.code}]", _COLOURS[diagnostic.severity], colour=colour)
    yield f"{place}: {severity} {one_line(diagnostic.message.text(translate))}"
    yield from _help(diagnostic.hint, translate, colour=colour)


def _help(hint: Message | None, translate: Callable[[str], str], *, colour: bool) -> Iterator[str]:
    if hint is not None:
        head = message("help").text(translate)
        yield f"  {_painted(f'{head}:', _CYAN, colour=colour)} {one_line(hint.text(translate))}"


def _painted(words: str, escape: str, *, colour: bool) -> str:
    return f"{escape}{words}{_OFF}" if colour else words


def one_line(words: str) -> str:
    """The same words without anything that a terminal would obey: what a record says must not move the cursor."""
    return "".join(" " if c in "\t\n" else "\ufffd" if _is_obeyed(c) else c for c in words)


def _is_obeyed(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Zl", "Zp"} or character in _DIRECTIONS
