"""A micro-training has fewer than two or more than three gestures.

SKY's definition: two or three professional gestures or postures, each judged by the trainer. With more, split the module; with one, add the gesture that goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.module import ModuleFacts

FEWEST, MOST = 2, 3


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Modules with too few or too many gestures."""
    facts = draft.record.facts
    if isinstance(facts, ModuleFacts) and facts.gestures and not FEWEST <= len(facts.gestures) <= MOST:
        yield Diagnostic(
            "gesture-count", draft.place("gestures"), message("this module has {n} gestures; a micro-training has two or three", n=len(facts.gestures)),
            message("split the module, or add the gesture that belongs to it"),
        )
