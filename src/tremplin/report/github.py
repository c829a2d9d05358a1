"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tremplin.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(diagnostics: Sequence[Diagnostic], translate: Callable[[str], str] = str) -> str:
    """One line for each finding: `::error file=…,line=…,col=…,title=CODE::message`, the hint below the message."""
    return "".join(f"{_command(diagnostic, translate)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic, translate: Callable[[str], str]) -> str:
    place = diagnostic.location
    fields = {"file": place.path, "line": place.line, "col": place.column, "title": diagnostic.code}
    told = [diagnostic.message, *([diagnostic.hint] if diagnostic.hint else [])]
    words = "\n".join(said.text(translate) for said in told)
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_data(words)}"


def _data(words: str) -> str:
    # The percent sign first, or the escapes would be escaped.
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
