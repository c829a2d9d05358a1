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
    period = facts.get("period")
    if isinstance(period, Period):
        yield from _order(period.start, period.end, draft.place, "period", "end")
    if isinstance(facts, EventFacts):
        yield from _order(facts.start, facts.end, draft.place, "end")
    for index, change in enumerate(facts.get("evolution", ())):
        if change.period:
            yield from _order(change.period.start, change.period.end, draft.place, "evolution", index, "period", "end")


def check_list(entries: Mapping[str, Model], document: Document) -> Iterator[Diagnostic]:
    """Projects whose end comes before their start."""
    for name, project in entries.items():
        if isinstance(project, Project):
            yield from _order(project.start, project.end, lambda *path: document.place(path), name, "end")


def _order(start: PartialDate | None, end: PartialDate | None, place: Callable[..., Location], *path: str | int) -> Iterator[Diagnostic]:
    if start and end and _parts(end) < _parts(start)[: len(_parts(end))]:
        said = message("the end, {end}, comes before the start, {start}", end=end, start=start)
        yield Diagnostic("period-order", place(*path), said, message("correct one of the two dates"))


def _parts(date: PartialDate) -> tuple[int, ...]:
    """As many parts as are known, so that `2023` does not come before `2023-10`."""
    return tuple(part for part in (date.year, date.month, date.day) if part)
