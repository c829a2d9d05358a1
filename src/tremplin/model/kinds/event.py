"""Meetings, seminars and tests of the partnerships."""

from __future__ import annotations

from tremplin.model import choices
from tremplin.model.fields import Model, PartnerId, ThemeId, expected, noop, optional, required
from tremplin.model.kinds.record import Facts, Kind, Place, Section, Words
from tremplin.model.scalars import Address, PartialDate, Text, Whole


class Document(Model):
    """A document of the event that is published elsewhere."""

    title: Text = required("Title", "The title as published.", "Minutes")
    url: Address = required("Address", "Where it can be read.", "https://example.org/minutes.pdf")


class EventFacts(Facts):
    """The facts of an event (schema.org EducationEvent)."""

    kind: choices.EventKind | None = expected("Kind", "`seminar`, `final-seminar`, `multiplier-event` …", "seminar")
    start: PartialDate | None = expected("Start", "First day.", "2022-10-06")
    end: PartialDate | None = optional("End", "Last day.", "2022-10-07")
    order: Whole | None = optional("Order", "Its number in the project's series.", 1, ge=1)
    host: PartnerId | None = optional("Host", "The partner that hosted it.", "insieme-per-il-lavoro")
    place: Place | None = optional("Place", "Where it was held.", {"country": "IT", "name": "Bologna"})
    attendance: choices.Attendance | None = optional("Attendance", "On site, online or both.", "onsite")
    theme: ThemeId | None = optional("Theme", "The theme of the event, from vocabulary.yml.", "micro-certification")
    documents: tuple[Document, ...] = optional("Documents", "Documents of the event that are published elsewhere.", [{"title": "Minutes", "url": "https://example.org/minutes.pdf"}], default=())


class EventWords(Words):
    """The texts of an event."""


KIND = Kind(
    name="event", folder="events", label=noop("Event"), plural=noop("Events"),
    about=noop("Meetings and seminars where the partners compared what they had learnt."),
    facts=EventFacts, words=EventWords, schema_type="EducationEvent",
    sections=(
        Section("programme", noop("What it was about"), noop("The subject and the programme."), is_expected=False),
        Section("outcomes", noop("What came of it"), noop("Results and decisions, as published."), is_expected=False),
    ),
)
