"""Two terms of the glossary have the same label in one language.

Readers could not tell which one is meant. Give one of them another label, or merge them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.fields import Model
from tremplin.model.kinds.lists import Term
from tremplin.model.source import Document


def check_list(entries: Mapping[str, Model], document: Document) -> Iterator[Diagnostic]:
    """Preferred labels that are used twice (a SKOS integrity condition)."""
    seen: dict[tuple[str, str], str] = {}
    for name, term in entries.items():
        for tag, label in term.labels.items() if isinstance(term, Term) else ():
            other = seen.setdefault((tag, label.casefold()), name)
            if other != name:
                yield Diagnostic(
                    "duplicate-label", document.place((name, "labels", tag)), message(
                        "`{a}` and `{b}` have the same label in `{tag}`: {label}", a=other, b=name, tag=tag, label=label,
                    ),
                    message("give one of them another label"), Severity.WARNING,
                )
