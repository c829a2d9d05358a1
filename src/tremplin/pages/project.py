"""The page of a project: what it is, who took part, what it promised and what of it is documented here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from tremplin.model.edition import Edition, LocalCard, Text
from tremplin.model.fields import noop
from tremplin.model.kinds.lists import Commitment, Project
from tremplin.model.kinds.record import Kind
from tremplin.model.language import language
from tremplin.model.library import Library
from tremplin.model.page import Crumb, Page
from tremplin.pages.gathered import gathered
from tremplin.pages.notices import machine_translated
from tremplin.pages.templates import render
from tremplin.pages.view import View

_RECORDS = (
    ("records", "project-output", noop("Records of this project")),
    ("additions", "editorial", noop("Written for this site, on the subject of this project")),
)
"""The parts of a page that lead to records, by their origin: nobody may take what the editors wrote for the project's own."""
_DATED = frozenset({"event", "trial", "conclusion"})
"""Kinds of what happened once: their dates tell the story of a project."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment beside what is documented of it."""

    label: Text
    commitment: Commitment
    documented: int | None
    """None where the base holds nothing that could be counted."""


def project_page(edition: Edition, name: str) -> Page:
    """One project."""
    address = f"projects/{name}/"
    view = View(edition, address)
    project = edition.library.lists.projects[name]
    members = [(key, role) for key, partner in edition.library.lists.partners.items() for one in partner.memberships if one.project == name for role in (one.role,)]
    title, summary = edition.label(project.titles, project.original), edition.label(project.summaries, project.original)
    promises = [Promise(edition.label(one.labels, project.original), one, documented(edition.library, name, one)) for one in project.commitments]
    html = render(
        "project.html", view=view, project=project, title=title, summary=summary, members=sorted(members, key=_rank),
        promises=promises, records=[(part, heading, kinds) for part, origin, heading in _RECORDS if (kinds := list(_records(view, name, origin)))],
        notice=_notice(edition, project), machine=tuple(machine_translated(view, project.machine_translated)),
        funders=", ".join(_funders(project, view)), objectives=_objectives(edition, project),
    )
    data = {
        "@context": "https://schema.org", "@type": "Project", "name": project.acronym, "description": summary.value,
        "foundingDate": str(project.start), "dissolutionDate": str(project.end), **_more(edition, project, title, [name for name, _ in sorted(members, key=_rank)]),
    }
    return Page(
        address=address, language=edition.language.tag, title=f"{project.acronym}: {title.value}", description=summary.value, html=html.encode(), section="projects",
        crumbs=(Crumb(view._("Projects"), "projects/"),), data=(data,), source="projects.yml",
    )


def _records(view: View, project: str, origin: str) -> Iterator[tuple[Kind, list[tuple[Markup, str]]]]:
    """Links to the records that belong to a project, and when they happened, of the kinds that have any."""
    own = [card.path for card in view.edition.library.cards.values() if (card.project, card.origin) == (project, origin)]
    for kind, cards in gathered(view.edition, own):
        told = sorted(cards, key=_told) if kind.name in _DATED else cards
        yield kind, [(view.link(one.card.path), _date(one, view)) for one in told]


def _date(one: LocalCard, view: View) -> str:
    return view.moment(one.card.date) if one.card.kind_name in _DATED and one.card.date else ""


def _told(one: LocalCard) -> tuple[bool, tuple[int, ...]]:
    """A story is told from its beginning; what has no date comes last."""
    return (not any(one.card.sort), one.card.sort)


def _more(edition: Edition, project: Project, title: Text, members: list[str]) -> Mapping[str, Any]:
    """What is known of a project besides its name and time."""
    partners = edition.library.lists.partners
    found = {
        "alternateName": title.value, "url": project.url, "identifier": project.code if project.code_status == "confirmed" else None,
        "member": [{"@type": "Organization", "name": partners[one].legal_name} for one in members],
    }
    return {name: value for name, value in found.items() if value}


def _rank(member: tuple[str, str]) -> tuple[bool, bool, str]:
    """The coordinator first, associated partners last."""
    name, role = member
    return (role != "coordinator", role == "associated", name)


def documented(library: Library, project: str, commitment: Commitment) -> int | None:
    """How many of the promised things the base documents: outputs of the project itself, not what its editors added."""
    own = [card for card in library.cards.values() if card.project == project and card.origin == "project-output"]
    if commitment.unit == "people":
        return sum(card.learners or 0 for card in own)
    if not commitment.counts:
        return None
    return sum(card.kind.folder == commitment.counts and (not commitment.event_kinds or card.event_kind in commitment.event_kinds) for card in own)


def _notice(edition: Edition, project: Project) -> Text | None:
    """The funder's wording, in the reader's language or in the nearest one where it is confirmed."""
    if project.funding_notice is None or not project.funding_notice.texts:
        return None
    return edition.label(project.funding_notice.texts, project.original)


def _funders(project: Project, view: View) -> Iterator[str]:
    """Who paid: the European Union where that is so, and who granted the money."""
    funded = project.funding_notice
    if funded and funded.eu_funded:
        yield view.label("addressee", "european-union")
    if funded and funded.authority:
        yield funded.authority


def _objectives(edition: Edition, project: Project) -> list[Text]:
    for tag in (edition.language.tag, *edition.language.fallback, project.original):
        if tag in project.objectives:
            return [Text(one, edition.languages.get(tag) or language(tag), tag != edition.language.tag) for one in project.objectives[tag]]
    return []
