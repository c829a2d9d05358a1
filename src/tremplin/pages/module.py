"""The page of a micro-training: timetable, gestures with criteria, films, micro-credential elements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.module import ModuleFacts, Part, Video
from tremplin.pages import shown
from tremplin.pages.record import LICENCES, RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View

HOSTS: Mapping[str, str] = MappingProxyType({"commons": "Wikimedia Commons", "peertube": "PeerTube", "youtube": "YouTube", "vimeo": "Vimeo"})
"""Proper names of the places where films are hosted."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the session in the timetable."""

    part: Part
    starts: int
    """Minutes from the beginning."""
    share: float
    """Part of the whole, in per cent."""


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a module."""
    facts = _facts(local)
    if facts.duration:
        yield view._("Duration"), view.duration(facts.duration)
    if facts.gestures:
        yield view._("Gestures"), str(len(facts.gestures))
    if facts.mode:
        yield view._("Form"), view.label("mode", facts.mode)
    if facts.provider and facts.provider in view.edition.library.lists.partners:
        yield view._("Provider"), view.entry("partner", facts.provider)
    if local.words("prerequisites"):
        yield view._("Prerequisites"), shown.text(local.words("prerequisites"))
    if facts.country:
        yield view._("Country"), view.country(facts.country)
    yield from common_rows(local, view)


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """What the template of a module needs beyond the common values."""
    facts = _facts(local)
    total = sum(part.duration.minutes for part in facts.parts)
    return {
        "facts": facts, "slots": tuple(_slots(facts, total)), "total": total, "elements": tuple(credential_elements(local, view)), "hosts": HOSTS, "licences": LICENCES,
        "shown_videos": [video for video in facts.videos if video.state != "withdrawn"], "tracks": _tracks,
    }


def _slots(facts: ModuleFacts, total: int) -> Iterator[Slot]:
    starts = 0
    for part in facts.parts:
        yield Slot(part, starts, round(100 * part.duration.minutes / total, 2))
        starts += part.duration.minutes


def _tracks(view: View, video: Video) -> Markup:
    """Captions, the reader's own language first."""
    own = view.edition.language.tag
    return Markup("\n").join(
        Markup('<track kind="captions" src="{file}" srclang="{tag}" label="{name}"{default}>').format(
            file=file, tag=tag, name=view.language(tag), default=Markup(" default") if tag == own else "")
        for tag, file in sorted(video.captions.items(), key=lambda item: (item[0] != own, item[0]))
    )


def credential_elements(local: LocalRecord, view: View) -> Iterator[tuple[str, str | Markup | None]]:
    """The mandatory elements of a European micro-credential (Council Recommendation of 16 June 2022, Annex I).

    The learner and the date belong to an individual award; None stands for what is not documented.
    """
    facts, none = _facts(local), None
    award = view._("belongs to each individual award, not to this description")
    yield view._("Identification of the learner"), award
    yield view._("Title of the micro-credential"), shown.text(local.words("title"))
    yield view._("Country or region of the issuer"), view.country(facts.country) if facts.country else none
    yield view._("Awarding body"), view.entry("partner", facts.awarding_body) if facts.awarding_body else none
    yield view._("Date of issuing"), award
    yield view._("Learning outcomes"), Markup('<a href="#learning-outcomes">↑</a>') if local.items("learning_outcomes") else none
    yield view._("Notional workload"), view.duration(facts.duration) if facts.duration else none
    yield view._("Level (EQF)"), str(facts.eqf_level) if facts.eqf_level else none
    yield view._("Type of assessment"), view.label("assessment", facts.assessment_type) if facts.assessment_type else none
    yield view._("Form of participation"), view.label("mode", facts.mode) if facts.mode else none
    yield view._("Quality assurance"), facts.quality_assurance or none


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
        found["educationalAlignment"] = [{"@type": "AlignmentObject", "alignmentType": "teaches", "educationalFramework": "ESCO", "targetUrl": url} for url in facts.esco_skills]
    return found


PAGE = RecordPage("module.html", glance, details, data)
