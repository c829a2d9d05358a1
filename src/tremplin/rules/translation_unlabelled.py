"""A translation does not say how it was made.

Readers are told when a text was translated by a machine and nobody has read it yet. Write `translation: machine` or `translation: human`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Draft


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Translations of which nobody knows whether a person has read them."""
    for tag, wording in draft.record.words.items():
        if tag != draft.record.facts.original and not wording.method and draft.source.words[tag].front.data.get("translation") is None:  # A wrong method is told elsewhere.
            yield Diagnostic(
                "translation-unlabelled", draft.words_place(tag, ("title",)), message("this translation does not say how it was made"),
                message("add `translation: machine` or `translation: human`"), Severity.WARNING,
            )
