"""The counts of a trial contradict each other.

Nobody can be certified without having finished, or finish without having begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.trial import TrialFacts
from tremplin.model.scalars import Count

_STEPS = ("enrolled", "completed", "certified")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Counts that grow on the way from enrolment to certificate, and criteria met by more people than were observed."""
    facts = draft.record.facts
    if not isinstance(facts, TrialFacts):
        return
    known = [(name, getattr(facts, name).number) for name in _STEPS if getattr(facts, name) and getattr(facts, name).number is not None]
    for (earlier, more), (later, fewer) in pairwise(known):
        if fewer > more:
            yield Diagnostic(
                "trial-counts", draft.place(later), message("`{later}` ({n}) is more than `{earlier}` ({m})", later=later, n=fewer, earlier=earlier, m=more),
                message("correct one of the two numbers"),
            )
    for index, result in enumerate(facts.criteria_results):
        if _is_more(result.met, result.n):
            yield Diagnostic(
                "trial-counts", draft.place("criteria_results", index, "met"), message("more people met the criterion than were observed"),
                message("correct one of the two numbers"),
            )
    if facts.satisfaction and _is_more(facts.satisfaction.satisfied, facts.satisfaction.asked):
        yield Diagnostic(
            "trial-counts", draft.place("satisfaction", "satisfied"), message("more people were satisfied than were asked"), message("correct one of the two numbers"),
        )


def _is_more(part: Count, whole: Count) -> bool:
    return (part.number or 0) > (whole.number if whole.number is not None else Count.SMALLEST_SHOWN - 1)
