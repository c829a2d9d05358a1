"""A page for each kind with all its records, and one for each short list that has pages."""

from __future__ import annotations

import json
from collections.abc import Sequence

from markupsafe import Markup

from tremplin.model.edition import Edition, LocalCard, Text
from tremplin.model.kinds import BY_NAME, LIST_BY_NAME
from tremplin.model.page import Page
from tremplin.pages.contribute import how_to_contribute
from tremplin.pages.facets import facets, found_by, orders
from tremplin.pages.gathered import in_order
from tremplin.pages.search import plurals
from tremplin.pages.templates import render
from tremplin.pages.view import View, entry_title

TOO_FEW_TO_GROUP = 9
"""So many cards are seen at a glance; headings between them would only tear them apart."""
TOO_FEW_TO_FILTER = 4
"""So many are read sooner than any filter."""
MANY = 60
"""From here on a browser had better not lay out all cards at once."""
_OPEN = 2
"""How many facets are open from the beginning."""


def catalogue_page(edition: Edition, kind_name: str) -> Page:
    """All records of one kind, as cards grouped by theme, newest first where they have dates. A script filters and sorts them."""
    kind = BY_NAME[kind_name]
    view = View(edition, f"{kind.folder}/")
    cards = sorted(edition.cards_of(kind_name), key=in_order)
    groups = _by_theme(cards, edition)
    found = facets(view, cards) if len(cards) > TOO_FEW_TO_FILTER else ()
    names = frozenset(facet.name for facet in found)
    body = render(
        "catalogue.html", kind=kind, view=view, how=how_to_contribute(edition, view.address), groups=groups, total=len(cards), facets=[facet for facet in found if facet.title],
        questions=[facet for facet in found if not facet.title], opened=_OPEN, many=MANY, orders=orders(view, cards, is_grouped=len(groups) > 1),
        marks={one.card.id: found_by(one, names) for one in cards} if found else {}, ways=_ways(view, cards),
        forms=json.dumps(plurals("{n} record", "{n} records", edition.catalogue), ensure_ascii=False),
        left_out=[entry for entry in edition.library.entries.values() if entry.kind_name == kind_name and entry.card is None],
    )
    return Page(address=view.address, language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), body=body, section=kind.folder)


def newest_first(one: LocalCard) -> tuple[tuple[int, ...], str]:
    """Sorts cards: newest first where they have dates, then by identifier."""
    return (tuple(-part for part in one.card.sort), one.card.id)


def _by_theme(cards: list[LocalCard], edition: Edition) -> list[tuple[str, Text, list[LocalCard]]]:
    """Cards under their first theme, in the order of the vocabulary; those without a theme come last."""
    if len(cards) <= TOO_FEW_TO_GROUP:
        return [("", Text("", edition.language), cards)] if cards else []
    groups: dict[str, list[LocalCard]] = {}
    for card in cards:
        groups.setdefault(card.card.themes[0] if card.card.themes else "", []).append(card)
    themes = [theme for theme in edition.library.lists.themes if theme in groups]
    found = [(theme, entry_title(edition, "theme", theme), groups[theme]) for theme in themes]
    rest = [card for theme, members in groups.items() if theme not in themes for card in members]
    return [*found, ("", Text("", edition.language), rest)] if rest else found


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
    body = render(f"{kind.name}_list.html", kind=kind, view=view, entries=edition.library.lists.of(kind_name))
    return Page(address=address, language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), body=body, section=kind.folder)
