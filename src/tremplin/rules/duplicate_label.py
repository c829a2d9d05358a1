"""Two terms of the glossary have the same label in one language.

Readers could not tell which one is meant. Give one of them another label, or merge them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.model.library import Library


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Preferred labels that are used twice (a SKOS integrity condition)."""
    seen: dict[tuple[str, str], str] = {}
    for name, term in library.lists.terms.items():
        for tag, label in term.labels.items():
            other = seen.setdefault((tag, label.casefold()), name)
            if other != name:
                yield Diagnostic(
                    "duplicate-label", Location("glossary.yml"), message("`{a}` and `{b}` have the same label in `{tag}`: {label}", a=other, b=name, tag=tag, label=label),
                    message("give one of them another label"), Severity.WARNING,
                )
