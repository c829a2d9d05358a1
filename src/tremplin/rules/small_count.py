"""A number of people from one to four is written out.

In a small town everybody knows who the two persons are. The site shows `<5` in any case, but these files are public too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tremplin.diagnostics import Diagnostic, Location, Message, Severity, message
from tremplin.model.draft import Draft
from tremplin.model.fields import Model
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
    if isinstance(facts, ConclusionFacts):
        yield from _of_form(facts.unless_wrong("participants"), ("count",), "participants")
    if isinstance(facts, PracticeFacts):
        for index, change in enumerate(facts.unless_wrong("evolution", ())):
            yield from _of_form(change, ("n",), "evolution", index)
    if isinstance(facts, TrialFacts):
        yield from _of_trial(facts)


def _figures(draft: Draft) -> Iterator[tuple[tuple[str | int, ...], float]]:
    """Figures of a practice that count people."""
    facts = draft.record.facts
    for index, change in enumerate(facts.unless_wrong("evolution", ()) if isinstance(facts, PracticeFacts) else ()):
        if change.unless_wrong("unit") == "people":
            yield from _of_form(change, ("value", "baseline", "comparison"), "evolution", index)


def _of_trial(facts: TrialFacts) -> Iterator[tuple[tuple[str | int, ...], Count]]:
    yield from _of_form(facts, _TRIAL)
    for index, result in enumerate(facts.unless_wrong("criteria_results", ())):
        yield from _of_form(result, ("met", "n"), "criteria_results", index)
    yield from _of_form(facts.unless_wrong("satisfaction"), ("asked", "satisfied"), "satisfaction")
    for index, later in enumerate(facts.unless_wrong("followup", ())):
        yield from _of_form(later, ("employed", "training", "lost"), "followup", index)


def _of_form(form: Model | None, names: tuple[str, ...], *path: str | int) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """The values of some fields, with the way to each, as far as they are told and right."""
    values = ((name, form.unless_wrong(name)) for name in names if form is not None)
    yield from (((*path, name), value) for name, value in values if value is not None)
