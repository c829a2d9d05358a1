"""A page for each kind with all its records, and one for each short list that has pages."""

from __future__ import annotations

from tremplin.model.edition import Edition, LocalCard, Text
from tremplin.model.kinds import BY_NAME, LIST_BY_NAME
from tremplin.model.page import Page
from tremplin.pages.templates import render
from tremplin.pages.view import View, entry_title

TOO_FEW_TO_GROUP = 9
"""So many cards are seen at a glance; headings between them would only tear them apart."""


def catalogue_page(edition: Edition, kind_name: str) -> Page:
    """All records of one kind, as cards grouped by theme, newest first where they have dates."""
    kind = BY_NAME[kind_name]
    address = f"{kind.folder}/"
    view = View(edition, address)
    cards = sorted(edition.cards_of(kind_name), key=newest_first)
    left_out = [entry for entry in edition.library.entries.values() if entry.kind_name == kind_name and entry.card is None]
    body = render("catalogue.html", kind=kind, view=view, groups=_by_theme(cards, edition), total=len(cards), left_out=left_out)
    return Page(address=address, language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), body=body, section=kind.folder)


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


def list_page(edition: Edition, kind_name: str) -> Page:
    """All partners, or all projects."""
    kind = LIST_BY_NAME[kind_name]
    address = f"{kind.folder}/"
    view = View(edition, address)
    body = render(f"{kind.name}_list.html", kind=kind, view=view, entries=edition.library.lists.of(kind_name))
    return Page(address=address, language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), body=body, section=kind.folder)
