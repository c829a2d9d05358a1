"""The page of a good practice: outcome, what changed, what went wrong, what can be taken over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tremplin.model.edition import LocalRecord, Text
from tremplin.model.evidence import GRADES, strength
from tremplin.model.fields import noop
from tremplin.model.kinds.practice import Evolution, PracticeFacts
from tremplin.pages import shown
from tremplin.pages.record import RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View


@dataclass(frozen=True, slots=True)
class Change:
    """One change in the people concerned, ready to be shown."""

    indicator: Text
    comment: Text
    evolution: Evolution
    source_number: int
    bars: tuple[tuple[str, float, str], ...]
    """For a comparison: label, length from 0 to 100, figure as shown."""


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a practice."""
    facts, nothing = _facts(local), shown.unknown(view._("not documented yet"))
    if facts.polarity:
        yield view._("Outcome"), Markup('<span class="tp-badge tp-badge--{}">{}</span>').format(facts.polarity, view.label("polarity", facts.polarity))
    yield view._("Place"), view.place(facts.place) if facts.place else nothing
    yield view._("Period"), view.period(facts.period) if facts.period else nothing
    if facts.operators:
        yield view._("Run by"), shown.lines(facts.operators)
    groups = [view.label("target_group", group) for group in facts.target_groups]
    yield view._("For"), shown.lines(groups) if groups else nothing
    yield view._("Cost"), _cost(local, facts, view) if facts.cost else nothing
    number = strength(facts.evolution)
    yield view._("Strength of evidence"), Markup('<a href="#evidence-scale">{number}/5 · {label}</a>').format(number=number, label=view.label("evidence", number))
    if facts.comparable:
        yield view._("Comparable schemes in"), view.listing([view.country(code) for code in facts.comparable])
    if facts.privacy_check:
        yield view._("Privacy"), view._("checked: nobody can be recognised")
    yield from common_rows(local, view)


def _cost(local: LocalRecord, facts: PracticeFacts, view: View) -> Markup:
    assert facts.cost is not None
    amount = view.money(facts.cost.amount, facts.cost.currency)
    if facts.cost.up_to:
        amount += f" – {view.money(facts.cost.up_to, facts.cost.currency)}"
    return Markup("{amount} {note} <a href='#source-{id}'>[{number}]</a>").format(
        amount=amount, note=shown.text(local.words("cost_note")), id=facts.cost.source, number=_source_number(facts, facts.cost.source))


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """What the template of a practice needs beyond the common values."""
    facts = _facts(local)
    return {
        "facts": facts, "changes": tuple(_change(local, facts, change, view) for change in facts.evolution), "strength": strength(facts.evolution),
        "scale": tuple((number, view.label("evidence", number)) for number in range(max(GRADES.values()) + 1)), "citations": _citations(local, facts),
    }


def _citations(local: LocalRecord, facts: PracticeFacts) -> Mapping[str, list[tuple[str, Markup]]]:
    """For each source, the changes that rest on it."""
    found: dict[str, list[tuple[str, Markup]]] = {}
    for change in facts.evolution:
        found.setdefault(change.source, []).append((f"change-{change.id}", shown.text(local.words(f"evolution.{change.id}.indicator"))))
    return found


def _change(local: LocalRecord, facts: PracticeFacts, change: Evolution, view: View) -> Change:
    key = f"evolution.{change.id}"
    return Change(
        local.words(f"{key}.indicator"), local.words(f"{key}.comment"), change, _source_number(facts, change.source), tuple(_bars(change, view)),
    )


def _bars(change: Evolution, view: View) -> Iterator[tuple[str, float, str]]:
    """A drawn comparison, where there is something to compare with. Shares of a whole are drawn as such, other figures beside the largest."""
    known = {name: value for name, value in ((_PARTICIPANTS, change.value), (_BEFORE, change.baseline), (_COMPARISON, change.comparison)) if value is not None}
    if _PARTICIPANTS not in known or len(known) == 1 or min(known.values()) < 0 or any(shown.is_too_small(value, change.unit) for value in known.values()):
        return
    whole = max([*known.values(), 100.0 if change.unit == "%" else 0.0]) or 1.0
    for name, value in known.items():
        yield view._(name), 100 * value / whole, view.figure(value, change.unit)


_PARTICIPANTS, _BEFORE, _COMPARISON = noop("Participants"), noop("Before"), noop("Comparison")


def _source_number(facts: PracticeFacts, source: str) -> int:
    return next((number for number, one in enumerate(facts.sources, 1) if one.id == source), 0)


def _facts(local: LocalRecord) -> PracticeFacts:
    assert isinstance(local.record.facts, PracticeFacts)
    return local.record.facts


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org Report with an Observation for each measured change."""
    facts = _facts(local)
    found = base_data(local, view, "Report")
    observed = [dict(_observation(local, change, view)) for change in facts.evolution if change.value is not None and not shown.is_too_small(change.value, change.unit)]
    if observed:
        found["about"] = observed
    return found


def _observation(local: LocalRecord, change: Evolution, view: View) -> Iterator[tuple[str, Any]]:
    indicator = local.words(f"evolution.{change.id}.indicator").value
    yield "@type", "Observation"
    yield "name", indicator
    yield "measuredProperty", {"@type": "Property", "name": indicator}
    yield "value", change.value
    if change.unit:
        yield "unitText", change.unit
    if change.period:
        yield "observationDate", str(change.period.end or change.period.start)
    if view.edition.library.site.url:
        yield "url", f"{view.absolute()}#change-{change.id}"


PAGE = RecordPage("practice.html", glance, details, data)
