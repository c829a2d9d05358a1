"""A number of people from one to four is written out.

In a small town everybody knows who the two persons are. The site shows `<5` in any case, but these files are public too.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Location, Message, Severity, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.conclusion import ConclusionFacts
from tremplin.model.kinds.practice import PracticeFacts
from tremplin.model.kinds.trial import TrialFacts
from tremplin.model.scalars import Count

_TRIAL = ("enrolled", "completed", "certified")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Counts of people that are too small to stand in a public file."""
    for path, count in _counts(draft):
        if count.is_suppressed and count.number is not None:
            yield _finding(draft.place(*path), message("write `<5`"))
    for path, value in _figures(draft):
        if 0 < value < Count.SMALLEST_SHOWN:
            yield _finding(draft.place(*path), message("leave the figure out, and let the words say that there were fewer than five"))


def _finding(place: Location, hint: Message) -> Diagnostic:
    return Diagnostic("small-count", place, message("fewer than five people can be recognised"), hint, Severity.WARNING)


def _counts(draft: Draft) -> Iterator[tuple[tuple[str | int, ...], Count]]:
    facts = draft.record.facts
    if isinstance(facts, ConclusionFacts) and facts.participants:
        yield ("participants", "count"), facts.participants.count
    if isinstance(facts, PracticeFacts):
        yield from ((("evolution", index, "n"), change.n) for index, change in enumerate(facts.evolution) if change.n is not None)
    if isinstance(facts, TrialFacts):
        yield from _of_trial(facts)


def _figures(draft: Draft) -> Iterator[tuple[tuple[str | int, ...], float]]:
    """Figures of a practice that count people."""
    facts = draft.record.facts
    for index, change in enumerate(facts.evolution if isinstance(facts, PracticeFacts) else ()):
        figures = {"value": change.value, "baseline": change.baseline, "comparison": change.comparison} if change.unit == "people" else {}
        yield from ((("evolution", index, name), value) for name, value in figures.items() if value is not None)


def _of_trial(facts: TrialFacts) -> Iterator[tuple[tuple[str | int, ...], Count]]:
    for name in _TRIAL:
        count = getattr(facts, name)
        if count:
            yield (name,), count
    for index, result in enumerate(facts.criteria_results):
        yield ("criteria_results", index, "met"), result.met
        yield ("criteria_results", index, "n"), result.n
    if facts.satisfaction:
        yield ("satisfaction", "asked"), facts.satisfaction.asked
        yield ("satisfaction", "satisfied"), facts.satisfaction.satisfied
    for index, later in enumerate(facts.followup):
        for name in ("employed", "training", "lost"):
            count = getattr(later, name)
            if count:
                yield ("followup", index, name), count
