"""The page of an event: when, where, hosted by whom, fed by which conclusions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.event import EventFacts
from tremplin.model.kinds.record import Period, Place
from tremplin.pages.record import RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View

ATTENDANCE: Mapping[str, str] = MappingProxyType({
    "onsite": "https://schema.org/OfflineEventAttendanceMode", "online": "https://schema.org/OnlineEventAttendanceMode", "mixed": "https://schema.org/MixedEventAttendanceMode",
})


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of an event."""
    facts = _facts(local)
    if facts.kind:
        yield view._("Kind"), view.label("event_kind", facts.kind)
    if facts.start:
        yield view._("Date"), view.period(Period(start=facts.start, end=facts.end or facts.start))
    if facts.place:
        yield view._("Place"), view.place(facts.place)
    if facts.host and facts.host in view.edition.library.lists.partners:
        yield view._("Host"), view.entry("partner", facts.host)
    if facts.attendance:
        yield view._("Form"), view.label("attendance", facts.attendance)
    if facts.order:
        yield view._("Number in the series"), view.figure(facts.order)
    yield from common_rows(local, view)


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """The documents of the event."""
    return {"documents": _facts(local).documents}


def _facts(local: LocalRecord) -> EventFacts:
    assert isinstance(local.record.facts, EventFacts)
    return local.record.facts


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org EducationEvent."""
    facts = _facts(local)
    found = base_data(local, view, "EducationEvent")
    if facts.start:
        found["startDate"] = str(facts.start)
    if facts.end:
        found["endDate"] = str(facts.end)
    if facts.place:
        found["location"] = {"@type": "Place", "name": facts.place.name or view.country(facts.place.country), "address": _address(facts.place)}
    host = view.edition.library.lists.partners.get(facts.host or "")
    if host:
        found["organizer"] = {"@type": "Organization", "name": host.legal_name, **({"url": host.url} if host.url else {})}
    if facts.attendance:
        found["eventAttendanceMode"] = ATTENDANCE[facts.attendance]
    return found


def _address(place: Place) -> Mapping[str, str]:
    town = {"addressLocality": place.name} if place.name else {}
    return {"@type": "PostalAddress", "addressCountry": place.country, **town}


PAGE = RecordPage("event.html", glance, details, data)
