"""The page of a trial: aggregate figures, criteria met, limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tremplin.model.edition import LocalRecord, Text
from tremplin.model.kinds.trial import CriterionResult, TrialFacts
from tremplin.pages.record import RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a trial."""
    facts = _facts(local)
    if facts.partner and facts.partner in view.edition.library.lists.partners:
        yield view._("Partner"), view.entry("partner", facts.partner)
    if facts.period:
        yield view._("Period"), view.period(facts.period)
    if facts.place:
        yield view._("Place"), view.place(facts.place)
    if facts.sessions:
        yield view._("Sessions"), str(facts.sessions)
    yield from common_rows(local, view)


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """The counts on the way from plan to certificate, and the criteria met."""
    facts = _facts(local)
    steps = ((view._("Planned"), facts.planned), (view._("Enrolled"), facts.enrolled), (view._("Completed"), facts.completed), (view._("Certified"), facts.certified))
    return {
        "facts": facts, "steps": tuple((name, view.count(count) if count else None) for name, count in steps),
        "results": tuple((_criterion(result, view), view.count(result.met), view.count(result.n)) for result in facts.criteria_results),
    }


def _criterion(result: CriterionResult, view: View) -> Text:
    """A criterion under its identifiers: its words stand on the module's page."""
    return Text(f"{result.gesture} – {result.criterion}", view.edition.language)


def _facts(local: LocalRecord) -> TrialFacts:
    assert isinstance(local.record.facts, TrialFacts)
    return local.record.facts


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org Dataset: aggregate figures."""
    return base_data(local, view, "Dataset")


PAGE = RecordPage("trial.html", glance, details, data)
