"""Findings as plain JSON, for scripts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence

from tremplin.diagnostics import Diagnostic, Severity


def render(diagnostics: Sequence[Diagnostic], translate: Callable[[str], str] = str) -> str:
    """An object with the number of findings of each severity and the findings under `diagnostics`."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    report = {
        "errors": counts[Severity.ERROR], "warnings": counts[Severity.WARNING], "notes": counts[Severity.NOTE],
        "diagnostics": [_finding(diagnostic, translate) for diagnostic in diagnostics],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic, translate: Callable[[str], str]) -> dict[str, object]:
    place = diagnostic.location
    return {
        "path": place.path, "line": place.line, "column": place.column, "severity": diagnostic.severity.value, "code": diagnostic.code,
        "message": diagnostic.message.text(translate), "hint": diagnostic.hint.text(translate) if diagnostic.hint else None,
    }
