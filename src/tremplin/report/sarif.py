"""Findings as SARIF 2.1.0, which code hosts and editors import."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from tremplin import __version__
from tremplin.diagnostics import Diagnostic, Severity
from tremplin.rules import explanation

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(diagnostics: Sequence[Diagnostic], translate: Callable[[str], str] = str) -> str:
    """One run with a result for each finding, and the help page of every rule that found something."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    run = {
        "tool": {"driver": {"name": "Tremplin", "semanticVersion": __version__, "rules": [_rule(code, translate) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code), translate) for diagnostic in diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, translate: Callable[[str], str]) -> dict[str, object]:
    page = explanation(code)
    if not page:
        return {"id": code}
    told = translate(page)
    return {"id": code, "shortDescription": {"text": told.partition("\n")[0]}, "fullDescription": {"text": told}, "help": {"text": told, "markdown": told}}


def _result(diagnostic: Diagnostic, rule_index: int, translate: Callable[[str], str]) -> dict[str, object]:
    place = diagnostic.location
    told = [diagnostic.message, *([diagnostic.hint] if diagnostic.hint else [])]
    return {
        "ruleId": diagnostic.code, "ruleIndex": rule_index, "level": _LEVELS[diagnostic.severity],
        "message": {"text": "\n".join(said.text(translate) for said in told)},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": place.line, "startColumn": place.column},
        }}],
    }
