"""The counts of a trial contradict each other.

Nobody can be certified without having finished, or finish without having begun. Compare the numbers with the trainer's list, and correct the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    yield from _growing(draft, [(name, count) for name in _STEPS if (count := facts.unless_wrong(name)) is not None])
    for index, result in enumerate(facts.unless_wrong("criteria_results", ())):
        if _is_more(result.unless_wrong("met"), result.unless_wrong("n")):
            yield Diagnostic(
                "trial-counts", draft.place("criteria_results", index, "met"), message("more people met the criterion than were observed"),
                message("correct one of the two numbers"),
            )
    satisfaction = facts.unless_wrong("satisfaction")
    if satisfaction and _is_more(satisfaction.unless_wrong("satisfied"), satisfaction.unless_wrong("asked")):
        yield Diagnostic(
            "trial-counts", draft.place("satisfaction", "satisfied"), message("more people were satisfied than were asked"), message("correct one of the two numbers"),
        )


def _growing(draft: Draft, steps: list[tuple[str, Count]]) -> Iterator[Diagnostic]:
    """Counts that are more than one before them, told with the nearest of those."""
    for index, (later, part) in enumerate(steps):
        earlier, whole = next((step for step in reversed(steps[:index]) if _is_more(part, step[1])), ("", None))
        if whole is not None:
            yield Diagnostic(
                "trial-counts", draft.place(later),
                message("`{later}` ({n}) is more than `{earlier}` ({m})", later=later, n=part.number, earlier=earlier, m=whole if whole.number is None else whole.number),
                message("correct one of the two numbers"),
            )


def _is_more(part: Count | None, whole: Count | None) -> bool:
    """Whether a part is certainly more than its whole; of a count that is wrong, nobody can tell."""
    if part is None or whole is None:
        return False
    return (part.number or 0) > (whole.number if whole.number is not None else Count.SMALLEST_SHOWN - 1)
