"""A gesture has no critical criterion.

The trainer must know what cannot be missed. Mark at least one criterion with `critical: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.fields import judged
from tremplin.model.kinds.module import Gesture, ModuleFacts


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Gestures that could be passed whatever the trainer sees."""
    facts = draft.record.facts
    for index, gesture in enumerate(facts.gestures if isinstance(facts, ModuleFacts) else ()):
        yield from judged(_uncritical(draft, index, gesture))


def _uncritical(draft: Draft, index: int, gesture: Gesture) -> Iterator[Diagnostic]:
    if not any(criterion.critical for criterion in gesture.criteria):
        yield Diagnostic(
            "critical-criterion", draft.place("gestures", index, "criteria"), message("no criterion of `{gesture}` is critical", gesture=gesture.id),
            message("mark what cannot be missed with `critical: true`"),
        )
