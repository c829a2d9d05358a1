"""The page of a micro-training: films, gestures to practise and to assess, timetable, micro-credential elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tremplin.model import esco
from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.module import ModuleFacts, Part, PassRule
from tremplin.pages import shown
from tremplin.pages.howto import how_to
from tremplin.pages.paper import qr_code, way_back
from tremplin.pages.record import RecordPage, Row, base_data, common_rows
from tremplin.pages.video import Film, Stop, films, tracks, video_data
from tremplin.pages.view import View

UNWRITTEN = PassRule(criteria="all")
"""What a trainer's grid goes by where nobody has said when a gesture is acquired: the strictest."""

COLUMNS = 6
"""Learners, or attempts, on one sheet of paper: as many as a workshop has, and columns in which a pen can write."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the session in the timetable."""

    part: Part
    starts: int
    """Minutes from the beginning."""


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a module."""
    facts = _facts(local)
    if facts.duration:
        yield view._("Duration"), view.duration(facts.duration)
    if facts.gestures:
        yield view._("Gestures"), _contents(local, facts)
    yield view._("Level"), view.say("EQF level {n}", n=facts.eqf_level) if facts.eqf_level else shown.unknown(view._("no EQF level given"))
    equipment = tuple(_equipment(local, view))
    if equipment:
        yield view._("Equipment"), Markup(", ").join(equipment)
    if facts.mode:
        form = view.label("mode", facts.mode)
        yield view._("Form"), view.say("{form}, with digital tools beside it", form=form) if facts.digital_accompaniment else form
    if facts.provider and facts.provider in view.edition.library.lists.partners:
        yield view._("Provider"), view.entry("partner", facts.provider)
    if local.words("prerequisites"):
        yield view._("Prerequisites"), shown.text(local.words("prerequisites"))
    if facts.country:
        yield view._("Country"), view.nation(facts.country)
    yield from common_rows(local, view)


def _contents(local: LocalRecord, facts: ModuleFacts) -> Markup:
    """The gestures by their titles, each leading to where it is described."""
    entry = Markup('<li><a href="#gesture-{id}">{title}</a></li>')
    titles = (entry.format(id=gesture.id, title=shown.text(local.words(f"gestures.{gesture.id}.title"))) for gesture in facts.gestures)
    return Markup("<ol>{}</ol>").format(Markup("").join(titles))


def _equipment(local: LocalRecord, view: View) -> Iterator[Markup]:
    """How much there is to prepare; the lists themselves are long."""
    link = Markup('<a href="#{anchor}">{text}</a>')
    if tools := len(local.items("tools").items):
        yield link.format(anchor="materials", text=view.ngettext("{n} thing to have ready", "{n} things to have ready", tools))
    if protection := len(local.items("protective_equipment").items):
        yield link.format(anchor="protection", text=view.ngettext("{n} thing that protects", "{n} things that protect", protection))


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """What the template of a module needs beyond the common values."""
    facts = _facts(local)
    minutes = _minutes(facts)
    shown_films = films(facts.videos)
    return {
        "facts": facts, "slots": tuple(_slots(facts)), "minutes": minutes, "total": sum(minutes.values()),
        "elements": tuple(credential_elements(local, view)), "classified": tuple(classifications(local, view)),
        "films": shown_films, "has_film": any(film.video.state == "published" for film in shown_films), "watch": _watch(shown_films), "tracks": tracks,
        "rule": facts.pass_rule or UNWRITTEN, "numbers": {gesture.id: number for number, gesture in enumerate(facts.gestures, 1)},
        "has_steps": any(local.items(f"gestures.{gesture.id}.steps") for gesture in facts.gestures), "has_address": bool(view.edition.library.site.url),
        "qr_code": qr_code, "way_back": way_back, "columns": COLUMNS, "cells": COLUMNS * Markup("<td></td>"),
    }


def _watch(shown_films: tuple[Film, ...]) -> Mapping[str, tuple[Film, Stop]]:
    """For each gesture, where it can be watched first."""
    found: dict[str, tuple[Film, Stop]] = {}
    for film in shown_films:
        for stop in film.stops:
            found.setdefault(stop.gesture, (film, stop))
    return found


def _slots(facts: ModuleFacts) -> Iterator[Slot]:
    starts = 0
    for part in facts.parts:
        yield Slot(part, starts)
        starts += part.duration.minutes


def _minutes(facts: ModuleFacts) -> Mapping[str, int]:
    """How long the parts of each kind take together."""
    found: dict[str, int] = {}
    for part in facts.parts:
        found[part.kind] = found.get(part.kind, 0) + part.duration.minutes
    return found


def credential_elements(local: LocalRecord, view: View) -> Iterator[tuple[str, str | Markup | None]]:
    """The mandatory elements of a European micro-credential (Council Recommendation of 16 June 2022, Annex I), and supervision, which is optional.

    The learner and the date belong to an individual award; None stands for what is not documented.
    """
    facts, none = _facts(local), None
    award = view._("belongs to each individual award, not to this description")
    yield view._("Identification of the learner"), award
    yield view._("Title of the micro-credential"), shown.text(local.words("title"))
    yield view._("Country or region of the issuer"), view.country(facts.country) if facts.country else none
    yield view._("Awarding body"), view.entry("partner", facts.awarding_body) if facts.awarding_body else none
    yield view._("Date of issuing"), award
    yield view._("Learning outcomes"), Markup('<a href="#learning-outcomes">{} ↑</a>').format(view._("On this page")) if local.items("learning_outcomes") else none
    yield view._("Notional workload"), view.duration(facts.duration) if facts.duration else none
    yield view._("Level (EQF)"), str(facts.eqf_level) if facts.eqf_level else none
    yield view._("Type of assessment"), view.label("assessment", facts.assessment_type) if facts.assessment_type else none
    if facts.supervision is not None:
        yield view._("Supervision during the assessment"), view._("a trainer is present and knows the learner") if facts.supervision else view._("none")
    yield view._("Form of participation"), view.label("mode", facts.mode) if facts.mode else none
    yield view._("Quality assurance"), facts.quality_assurance or none


def classifications(local: LocalRecord, view: View) -> Iterator[Row]:
    """Where the module stands in the classifications of skills, occupations and fields of education, as far as it is told."""
    facts = _facts(local)
    if facts.esco_occupations:
        yield view._("ESCO occupations"), _lines(map(view.concept, facts.esco_occupations))
    if facts.esco_skills:
        yield view._("ESCO skills"), _lines(map(view.concept, facts.esco_skills))
    if facts.isced_f:
        yield view._("ISCED-F field"), facts.isced_f
    if facts.national_refs:
        yield view._("National references"), _lines(facts.national_refs)


def _lines(items: Iterable[str]) -> Markup:
    return Markup('<ul class="tp-links">{}</ul>').format(Markup("").join(Markup("<li>{}</li>").format(item) for item in items))


def _facts(local: LocalRecord) -> ModuleFacts:
    assert isinstance(local.record.facts, ModuleFacts)
    return local.record.facts


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org Course that is also a LearningResource."""
    facts = _facts(local)
    found = base_data(local, view, "Course")
    found["@type"] = ["Course", "LearningResource"]
    if facts.duration:
        found["timeRequired"] = facts.duration.iso
    if local.items("learning_outcomes"):
        found["teaches"] = list(local.items("learning_outcomes").items)
    if facts.esco_skills:
        found["educationalAlignment"] = [_aligned(skill) for skill in facts.esco_skills]
    if seen := list(video_data(local, view, facts.videos)):
        found["video"] = seen
    return {**found, **how_to(local, view)}


def _aligned(skill: str) -> Mapping[str, str]:
    """A skill of ESCO that the module teaches; programs know its English name best."""
    found = {"@type": "AlignmentObject", "alignmentType": "teaches", "educationalFramework": "ESCO", "targetUrl": skill}
    name = esco.names(skill).get("en")
    return {**found, "targetName": name} if name else found


PAGE = RecordPage("module.html", glance, details, data)
