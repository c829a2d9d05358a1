"""The page of a working group's session: strengths, weaknesses, needs and proposals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.conclusion import ConclusionFacts
from tremplin.pages.record import RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a session."""
    facts = _facts(local)
    if facts.partner and facts.partner in view.edition.library.lists.partners:
        yield view._("Partner"), view.entry("partner", facts.partner)
    if facts.session:
        yield view._("Session"), view.say("{n} of 4", n=facts.session)
    if facts.date:
        yield view._("Date"), view.date(facts.date)
    if facts.place:
        yield view._("Place"), view.place(facts.place)
    if facts.participants:
        number, capacities = view.count(facts.participants.count), [view.label("capacity", one) for one in facts.participants.categories]
        yield view._("Participants"), f"{number} ({view.listing(capacities)})" if capacities else number
    yield from common_rows(local, view)


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """The findings by their kind, in the order of the facts."""
    groups: dict[str, list[str]] = {}
    for finding in _facts(local).conclusions:
        groups.setdefault(finding.kind, []).append(f"conclusions.{finding.id}")
    return {"groups": tuple((view.label("finding_kind", kind), kind, keys) for kind, keys in groups.items())}


def _facts(local: LocalRecord) -> ConclusionFacts:
    assert isinstance(local.record.facts, ConclusionFacts)
    return local.record.facts


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org Report."""
    return base_data(local, view, "Report")


PAGE = RecordPage("conclusion.html", glance, details, data)
