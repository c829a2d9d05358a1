"""What hand-written pages show of the records: live lists, and on the home page the base in figures and who stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tremplin.model.edition import Edition, LocalCard
from tremplin.model.kinds import BY_NAME
from tremplin.model.library import Library
from tremplin.model.source import limit_of
from tremplin.pages.catalogue import newest_first
from tremplin.pages.contribute import how_to_contribute
from tremplin.pages.templates import render
from tremplin.pages.view import View


def live(edition: Edition, options: Mapping[str, str], address: str) -> str:
    """The HTML of one gap; `address` is the page that it stands on."""
    return SHOWN.get(options.get("show", ""), record_list)(edition, options, address)


def record_list(edition: Edition, options: Mapping[str, str], address: str) -> str:
    """A list of records. One that shows only some begins with what is documented best."""
    cards = sorted((card for card in edition.cards.values() if _fits(card, options)), key=newest_first)
    limit = limit_of(options.get("limit", ""))
    if limit:
        cards = sorted(cards, key=_least_documented)[:limit]
    return render("record_list.html", cards=cards, view=View(edition, address), how=how_to_contribute(edition, address))


def _least_documented(one: LocalCard) -> tuple[bool, bool]:
    return one.card.documented != "full", not one.card.has_video


@dataclass(frozen=True, slots=True)
class Figure:
    """How much there is of something, and the way to it."""

    number: int
    name: str
    address: str = ""


def figures(edition: Edition, options: Mapping[str, str], address: str) -> str:
    """The base in figures."""
    del options
    return render("figures.html", figures=tuple(_figures(edition)), view=View(edition, address))


def _figures(edition: Edition) -> Iterator[Figure]:
    library, catalogue = edition.library, edition.catalogue
    for kind in COUNTED:
        members = tuple(library.cards_of(kind))
        if members:
            yield Figure(len(members), catalogue.text(BY_NAME[kind].plural), f"{BY_NAME[kind].folder}/")
    if library.lists.terms:
        yield Figure(len(library.lists.terms), catalogue.text("Terms in the glossary"), "glossary/")
    countries = {code for card in library.cards.values() for code in card.countries}
    if countries:
        yield Figure(len(countries), catalogue.text("Countries"), "countries/")
    yield Figure(len(library.site.tags), catalogue.text("Languages"))


COUNTED = ("practice", "module", "skill", "recommendation")
"""The kinds that the home page counts."""


def makers(edition: Edition, options: Mapping[str, str], address: str) -> str:
    """The projects that the base comes from, and their partners."""
    del options
    lists = edition.library.lists
    members = {name: _members(edition.library, name) for name in lists.projects}
    titles = {name: edition.label(project.titles, project.original) for name, project in lists.projects.items()}
    return render("makers.html", projects=lists.projects, members=members, titles=titles, view=View(edition, address))


def _members(library: Library, project: str) -> tuple[str, ...]:
    """The partners of a project, the coordinator first."""
    found = [key for key, partner in library.lists.partners.items() if any(one.project == project for one in partner.memberships)]
    return tuple(sorted(found, key=lambda key: key != library.lists.projects[project].coordinator))


SHOWN: Mapping[str, Callable[[Edition, Mapping[str, str], str], str]] = {"figures": figures, "makers": makers}
"""What a gap of the theme shows that is no list of records."""


def _fits(one: LocalCard, options: Mapping[str, str]) -> bool:
    card = one.card
    return (
        options.get("kind", card.kind_name) == card.kind_name
        and (not options.get("theme") or options["theme"] in card.themes)
        and options.get("project", card.project) == card.project
    )
