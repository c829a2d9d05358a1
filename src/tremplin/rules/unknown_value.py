"""A field holds a value that is not on its list.

The hint names the values that are possible. Choose one of them; if none fits, ask the editors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.draft import Draft
from tremplin.model.fields import Model
from tremplin.model.kinds.lists import Project
from tremplin.model.kinds.practice import PracticeFacts
from tremplin.model.source import Document


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Costs from more to less."""
    cost = draft.record.facts.cost if isinstance(draft.record.facts, PracticeFacts) else None
    if cost is not None and cost.up_to is not None and cost.up_to < cost.amount:
        yield _reversed(draft.place("cost", "up_to"), ("amount", cost.amount), ("up_to", cost.up_to))


def check_list(entries: Mapping[str, Model], document: Document) -> Iterator[Diagnostic]:
    """Commitments to a number from more to less."""
    for name, project in entries.items():
        for index, one in enumerate(project.unless_wrong("commitments", ()) if isinstance(project, Project) else ()):
            planned, up_to = one.unless_wrong("planned"), one.unless_wrong("planned_up_to")
            if planned is not None and up_to is not None and up_to < planned:
                yield _reversed(document.place((name, "commitments", index, "planned_up_to")), ("planned", planned), ("planned_up_to", up_to))


def _reversed(place: Location, lower: tuple[str, float], upper: tuple[str, float]) -> Diagnostic:
    said = message("`{later}` ({n}) is more than `{earlier}` ({m})", later=lower[0], n=f"{lower[1]:.15g}", earlier=upper[0], m=f"{upper[1]:.15g}")
    return Diagnostic("unknown-value", place, said, message("correct one of the two numbers"))
