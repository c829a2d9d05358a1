"""A project names one coordinator, and the memberships of its partners another.

Readers would be told both. Correct the one that is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.kinds.lists import Partner
from tremplin.model.library import Library


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Projects whose coordinator has another part in partners.yml, or shares it."""
    named = (reference for reference in library.lists.references if reference.field == "coordinator")
    roles = _roles(library.lists.partners)
    for reference, project in zip(named, library.lists.projects, strict=True):  # Each project names one, in the same order.
        parts = roles.get(project, {})
        others = [partner for partner, role in parts.items() if role == "coordinator" and partner != reference.target]
        if others or parts.get(reference.target, "coordinator") != "coordinator":
            yield Diagnostic(
                "coordinator-differs", reference.location, message("partners.yml does not say that `{partner}` coordinates `{project}`", partner=reference.target, project=project),
                message("name the same coordinator here and under `memberships:` in partners.yml"),
            )


def _roles(partners: Mapping[str, Partner]) -> Mapping[str, Mapping[str, str]]:
    """For each project, the partners and their parts in it."""
    found: dict[str, dict[str, str]] = {}
    for name, partner in partners.items():
        for membership in partner.memberships:
            found.setdefault(membership.project, {}).setdefault(name, membership.role)  # `duplicate-id` tells a second part.
    return found
