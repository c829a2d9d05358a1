"""Something ends before it begins.

One of the two dates is wrong. Look at the source, and correct the wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.draft import Draft
from tremplin.model.fields import Model
from tremplin.model.kinds.event import EventFacts
from tremplin.model.kinds.lists import Project
from tremplin.model.kinds.record import Period
from tremplin.model.scalars import PartialDate
from tremplin.model.source import Document


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Periods and events whose end comes before their start."""
    facts = draft.record.facts
    period = facts.unless_wrong("period")
    if isinstance(period, Period):
        yield from _order(period, draft.place, "period")
    if isinstance(facts, EventFacts):
        yield from _order(facts, draft.place)
    for index, change in enumerate(facts.unless_wrong("evolution", ())):
        if measured := change.unless_wrong("period"):
            yield from _order(measured, draft.place, "evolution", index, "period")


def check_list(entries: Mapping[str, Model], document: Document) -> Iterator[Diagnostic]:
    """Projects whose end comes before their start."""
    for name, project in entries.items():
        if isinstance(project, Project):
            yield from _order(project, lambda *path: document.place(path), name)


def _order(dates: Model, place: Callable[..., Location], *path: str | int) -> Iterator[Diagnostic]:
    start, end = dates.unless_wrong("start"), dates.unless_wrong("end")
    if start and end and _parts(end) < _parts(start)[: len(_parts(end))]:
        said = message("the end, {end}, comes before the start, {start}", end=end, start=start)
        yield Diagnostic("period-order", place(*path, "end"), said, message("correct one of the two dates"))


def _parts(date: PartialDate) -> tuple[int, ...]:
    """As many parts as are known, so that `2023` does not come before `2023-10`."""
    return tuple(part for part in (date.year, date.month, date.day) if part)
