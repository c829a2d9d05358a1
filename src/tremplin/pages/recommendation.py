"""The page of a recommendation: the demand, what speaks for and against it, the records it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.recommendation import RecommendationFacts
from tremplin.pages import shown
from tremplin.pages.record import BASED_ON, RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a recommendation."""
    facts = local.record.facts
    assert isinstance(facts, RecommendationFacts)
    if facts.addressees:
        yield view._("Addressed to"), shown.lines([view.label("addressee", one) for one in facts.addressees])
    if facts.priority:
        yield view._("Priority"), view.label("priority", facts.priority)
    yield from common_rows(local, view)


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """The records that support it, as cards."""
    paths = (path for field, path in view.edition.library.outgoing.get(local.record.path, ()) if field == "based_on")
    return {"support": [path for path in paths if view.card(path)]}


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org Report: its `Recommendation` is a kind of review and means something else."""
    found, library = base_data(local, view, "Report"), view.edition.library
    facts = local.record.facts
    assert isinstance(facts, RecommendationFacts)
    if facts.addressees:
        found["audience"] = [{"@type": "Audience", "audienceType": view.label("addressee", one)} for one in facts.addressees]
    cards = [card for field, path in library.outgoing.get(local.record.path, ()) if field == "based_on" and (card := view.card(path))]
    if cards and library.site.url:
        found["isBasedOn"] = [f"{library.site.url}{view.edition.language.segment}/{one.card.address}" for one in cards]
    return found


PAGE = RecordPage("recommendation.html", glance, details, data, apart=frozenset({BASED_ON}))
