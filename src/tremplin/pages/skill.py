"""The page of a transversal skill: three viewpoints, and what can be observed on four levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from tremplin.model.edition import LocalRecord
from tremplin.model.fields import noop
from tremplin.model.kinds.skill import FOUR_LEVELS, SkillFacts
from tremplin.pages import shown
from tremplin.pages.record import RecordPage, Row, base_data, common_rows
from tremplin.pages.view import View

ESCO = {"@type": "DefinedTermSet", "name": "ESCO", "url": "http://data.europa.eu/esco/concept-scheme/skills"}
"""The European classification of skills."""
VIEWPOINTS = (("small_organisation", noop("Small organisation")), ("trainee", noop("Trainee")), ("training_centre", noop("Training centre")))


def glance(local: LocalRecord, view: View) -> Iterator[Row]:
    """The facts box of a skill."""
    facts = _facts(local)
    if facts.key_competence:
        yield view._("Key competence"), view.label("key_competence", facts.key_competence)
    if facts.lifecomp:
        yield "LifeComp", shown.lines([f"{code} {view.label('lifecomp', code)}" for code in facts.lifecomp])
    for name, areas in (("DigComp", facts.digcomp), ("EntreComp", facts.entrecomp), ("GreenComp", facts.greencomp)):
        if areas:
            yield name, shown.lines([view.label(name.lower(), area) for area in areas])
    if facts.esco_uri:
        yield "ESCO", Markup("{} ({})").format(view.concept(facts.esco_uri), facts.esco_group) if facts.esco_group else view.concept(facts.esco_uri)
    yield from common_rows(local, view)


def details(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """The observable signs as rows of a table: one row a level, one column a viewpoint."""
    columns = tuple((view._(title), local.items(f"signs.{name}")) for name, title in VIEWPOINTS)
    levels = max((len(signs.items) for _, signs in columns), default=0)
    rows = tuple(tuple(signs.items[level] if level < len(signs.items) else "" for _, signs in columns) for level in range(min(levels, FOUR_LEVELS)))
    return {"columns": columns, "rows": rows, "is_foreign": any(signs.is_fallback for _, signs in columns)}


def _facts(local: LocalRecord) -> SkillFacts:
    assert isinstance(local.record.facts, SkillFacts)
    return local.record.facts


def data(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """schema.org DefinedTerm."""
    facts = _facts(local)
    found = base_data(local, view, "DefinedTerm")
    found.pop("inLanguage")
    if facts.esco_uri:
        found["sameAs"] = facts.esco_uri
        found["inDefinedTermSet"] = ESCO
    return found


PAGE = RecordPage("skill.html", glance, details, data)
