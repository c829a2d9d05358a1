"""Findings to text that people and programs read. A format is added by adding one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tremplin.diagnostics import Diagnostic
from tremplin.report import github, plain_json, sarif, text

Render = Callable[[Sequence[Diagnostic], Callable[[str], str]], str]
"""Findings in the order in which they are to be told, and a gettext function; the whole text, with a line end after every line."""

FORMATS: Mapping[str, Render] = {
    "text": text.render,
    "github": github.render,
    "sarif": sarif.render,
    "json": plain_json.render,
}
