"""Conclusions of territorial working groups (TWG), typed, with the event they feed."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model import choices
from tremplin.model.fields import AnyRecord, EventId, Model, PartnerId, ThemeId, expected, mapping, noop, optional, required
from tremplin.model.kinds.record import Facts, Kind, Place, Section, Words
from tremplin.model.scalars import Count, PartialDate, Slug, Text


class Participants(Model):
    """How many took part and in what capacity; never their names."""

    count: Count = required("Number", "How many people; write `<5` below five.", 15)
    categories: tuple[choices.Capacity, ...] = optional("Capacities", "In what capacity: trainers, employers, public services …", ["trainers"], default=())


class Finding(Model):
    """One conclusion of the group."""

    id: Slug = required("Identifier", "A short name under which the words state it.", "short-courses")
    kind: choices.FindingKind = required("Kind", "`strength`, `weakness`, `need` or `proposal`.", "need")


class ConclusionFacts(Facts):
    """The facts of a TWG session."""

    partner: PartnerId | None = expected("Partner", "The partner that held the session.", "mirec")
    session: int | None = expected("Session", "Which of the partner's four sessions, 1 to 4.", 1, ge=1, le=4)
    theme: ThemeId | None = expected("Theme", "The theme of the session, from vocabulary.yml.", "micro-certification")
    date: PartialDate | None = expected("Date", "When it was held.", "2022-09")
    place: Place | None = optional("Place", "Where it was held.", {"country": "BE", "name": "Charleroi"})
    participants: Participants | None = optional("Participants", "How many, in what capacity; no names.", {"count": 15})
    conclusions: tuple[Finding, ...] = expected("Conclusions", "What the group concluded.", [{"id": "short-courses", "kind": "need"}], default=())
    practices_discussed: tuple[AnyRecord, ...] = optional("Practices discussed", "Good practices that the group discussed.", ["good_practices/mirec"], default=())
    feeds: EventId | None = optional("Feeds", "The event that took up these conclusions.", "bologna-2022")


class ConclusionWords(Words):
    """The texts of a TWG session."""

    conclusions: Mapping[Slug, Text] = mapping("Conclusions", "For each conclusion in record.yml, its statement.", {"short-courses": "Courses must be short enough to be finished"})


KIND = Kind(
    name="conclusion", folder="twg_conclusions", label=noop("Working group conclusion"), plural=noop("Working group conclusions"),
    about=noop("What territorial working groups of trainers, firms and public services concluded, session by session."),
    facts=ConclusionFacts, words=ConclusionWords, schema_type="Report",
    sections=(
        Section("context", noop("Context"), noop("Who met and why."), is_expected=False),
        Section("discussion", noop("Discussion"), noop("What was said, without names."), is_expected=False),
    ),
)
