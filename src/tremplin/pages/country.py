"""The page of a country: every record about it and the partners there; and the list of all countries."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model.edition import Edition, Text
from tremplin.model.fields import noop
from tremplin.model.library import Library
from tremplin.model.page import Crumb, Page
from tremplin.pages.gathered import Way, gathered, list_of_ways, numbers
from tremplin.pages.templates import render
from tremplin.pages.view import View

ADDRESS = "countries/"
TITLE = noop("Countries")
ABOUT = noop("Where the practices, courses and events took place, and where the partners are.")


def countries(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The countries that have a page, each with the records about it; a country may have partners only."""
    found: dict[str, list[str]] = {partner.country: [] for partner in library.lists.partners.values() if partner.country}
    for path, card in library.cards.items():
        for code in card.countries:
            found.setdefault(code, []).append(path)
    return {code: tuple(found[code]) for code in sorted(found)}


def country_page(edition: Edition, code: str) -> Page:
    """One country."""
    view = View(edition, f"{ADDRESS}{code.lower()}/")
    name, paths = view.country(code), [path for path, card in edition.library.cards.items() if code in card.countries]
    partners = [key for key, partner in edition.library.lists.partners.items() if partner.country == code]
    total = view.ngettext("{n} record", "{n} records", len(paths)) if paths else ""
    told = total or view.ngettext("{n} partner", "{n} partners", len(partners))
    html = render("country.html", view=view, name=name, groups=gathered(edition, paths), total=total, partners=partners)
    data = {"@context": "https://schema.org", "@type": "CollectionPage", "name": name, "inLanguage": edition.language.tag, "about": {"@type": "Country", "name": name}}
    return Page(
        address=view.address, language=edition.language.tag, title=name, description=f"{name}: {told}", html=html.encode(), section="countries",
        crumbs=(Crumb(view._(TITLE), ADDRESS),), data=(data,),
    )


def country_list_page(edition: Edition) -> Page:
    """All countries of records and partners."""
    view = View(edition, ADDRESS)
    partners = [partner.country for partner in edition.library.lists.partners.values()]
    return list_of_ways(view, TITLE, ABOUT, [
        Way(
            f"{ADDRESS}{code.lower()}/", Text(view.country(code), edition.language),
            view.ngettext("{n} partner", "{n} partners", partners.count(code)) if code in partners else "", numbers(view, paths),
        )
        for code, paths in countries(edition.library).items()
    ])
