"""A record to its card: what other pages show of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tremplin.model.evidence import strength
from tremplin.model.kinds.event import EventFacts
from tremplin.model.kinds.module import ModuleFacts
from tremplin.model.kinds.practice import PracticeFacts
from tremplin.model.kinds.recommendation import RecommendationFacts
from tremplin.model.kinds.record import Facts
from tremplin.model.kinds.trial import TrialFacts
from tremplin.model.record import Card, Record
from tremplin.model.scalars import PartialDate


def card_of(record: Record, partners: Iterable[str]) -> Card:
    """The card of a record; `partners` are those it refers to."""
    facts = record.facts
    date = _date(facts)
    return Card(
        kind_name=record.kind_name, id=record.id, original=facts.original,
        titles={tag: str(wording.texts["title"]) for tag, wording in record.words.items()},
        summaries={tag: str(wording.texts["summary"]) for tag, wording in record.words.items() if "summary" in wording.texts},
        plain="plain_summary" in record.original.texts, origin=facts.origin, documented=facts.documented, status=facts.status,
        project=facts.project or "", themes=_themes(facts), countries=_countries(facts), partners=tuple(dict.fromkeys(partners)),
        date=str(date) if date else "", sort=date.sort_key if date else (0, 0, 0), changed=str(facts.updated or facts.created or ""), **_of_kind(facts),
    )


def _of_kind(facts: Facts) -> Mapping[str, Any]:
    if isinstance(facts, PracticeFacts):
        return {"polarity": facts.polarity or "", "evidence": strength(facts.evolution), "audience": tuple(facts.target_groups)}
    if isinstance(facts, RecommendationFacts):
        return {"audience": tuple(facts.addressees)}
    if isinstance(facts, ModuleFacts):
        return {
            "minutes": facts.duration.minutes if facts.duration else None, "gestures": len(facts.gestures) or None,
            "has_video": any(video.state == "published" for video in facts.videos),
        }
    if isinstance(facts, EventFacts):
        return {"event_kind": facts.kind or ""}
    if isinstance(facts, TrialFacts):
        return {"learners": _learners(facts)}
    return {}


def _learners(facts: TrialFacts) -> int | None:
    """How many took part: who began or, where nobody tells that, who finished, or who was certified."""
    known = next((count for count in (facts.enrolled, facts.completed, facts.certified) if count is not None), None)
    return known.number if known and not known.is_suppressed else None


def _date(facts: Facts) -> PartialDate | None:
    period = facts.get("period")
    date: PartialDate | None = facts.get("date")
    if isinstance(facts, EventFacts):
        return facts.start
    return period.start if period else date


def _themes(facts: Facts) -> tuple[str, ...]:
    single = (facts.get("theme"), facts.get("topic"))
    return tuple(dict.fromkeys([*(theme for theme in single if theme), *facts.themes]))


def _countries(facts: Facts) -> tuple[str, ...]:
    place = facts.get("place")
    single = (place.country if place else None, facts.get("country"))
    return tuple(dict.fromkeys([*(code for code in single if code), *facts.countries]))
