"""A page for each kind with all its records, and one for each short list that has pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from tremplin.locales import heading_key
from tremplin.model.edition import Edition, LocalCard
from tremplin.model.fields import Model
from tremplin.model.kinds import BY_NAME, LIST_BY_NAME
from tremplin.model.library import Lists
from tremplin.model.page import Page
from tremplin.pages.contribute import how_to_contribute
from tremplin.pages.facets import facets, found_by, orders
from tremplin.pages.gathered import in_order
from tremplin.pages.search import plurals
from tremplin.pages.templates import render
from tremplin.pages.view import View

TOO_FEW_TO_FILTER = 4
"""So many are read sooner than any filter."""
MANY = 60
"""From here on a browser had better not lay out all cards at once."""
_OPEN = 2
"""How many facets are open from the beginning."""


def catalogue_page(edition: Edition, kind_name: str) -> Page:
    """All records of one kind, as cards in one list, newest first where they have dates, otherwise by title. A script filters and sorts them."""
    kind = BY_NAME[kind_name]
    view = View(edition, f"{kind.folder}/")
    cards = in_order(edition, (one.card.path for one in edition.cards_of(kind_name)))
    found = facets(view, cards) if len(cards) > TOO_FEW_TO_FILTER else ()
    names = frozenset(facet.name for facet in found)
    html = render(
        "catalogue.html", kind=kind, view=view, how=how_to_contribute(edition, view.address), cards=cards, facets=found, opened=_OPEN, many=MANY, orders=orders(view, cards),
        marks={one.card.id: found_by(one, names) for one in cards} if found else {}, ways=_ways(view, cards),
        forms=json.dumps(plurals("{n} record", "{n} records", edition.catalogue), ensure_ascii=False),
        left_out=[entry for entry in edition.library.entries.values() if entry.card is None and entry.kind_name == kind_name],
    )
    return Page(address=view.address, language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), html=html.encode(), section=kind.folder)


def newest_first(one: LocalCard) -> tuple[tuple[int, ...], str]:
    """Sorts cards: newest first where they have dates, then by identifier."""
    return (tuple(-part for part in one.card.sort), one.card.id)


def _ways(view: View, cards: Sequence[LocalCard]) -> list[tuple[str, str, list[Markup]]]:
    """Title and address of the lists of themes and of countries, and the ways from them that these records are on."""
    themes = [theme for theme in view.edition.library.lists.themes if any(theme in one.card.themes for one in cards)]
    codes = sorted({code for one in cards for code in one.card.countries}, key=view.country)
    found = [
        (view._("Themes"), "themes/", [view.entry("theme", theme) for theme in themes]),
        (view._("Countries"), "countries/", [view.nation(code) for code in codes]),
    ]
    return [way for way in found if way[2]]


def list_page(edition: Edition, kind_name: str) -> Page:
    """All partners, or all projects."""
    kind = LIST_BY_NAME[kind_name]
    address = f"{kind.folder}/"
    view = View(edition, address)
    html = render(f"{kind.name}_list.html", kind=kind, view=view, entries=_by_name(edition.library.lists, kind_name))
    return Page(address=address, language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), html=html.encode(), section=kind.folder)


def _by_name(lists: Lists, kind_name: str) -> Mapping[str, Model]:
    """The entries in the order of the names under which the list shows them."""
    names = {name: one.legal_name for name, one in lists.partners.items()} if kind_name == "partner" else {name: one.acronym for name, one in lists.projects.items()}
    entries = lists.of(kind_name)
    return {name: entries[name] for name in sorted(names, key=lambda name: (heading_key(names[name]), name))}
