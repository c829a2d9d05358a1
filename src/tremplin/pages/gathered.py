"""Records that belong together across kinds, as the pages of themes and countries show them, and lists of such pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tremplin.locales import heading_key
from tremplin.model.edition import Edition, LocalCard, Text
from tremplin.model.kinds import KINDS
from tremplin.model.kinds.record import Kind
from tremplin.model.page import Page
from tremplin.pages.templates import render
from tremplin.pages.view import View


class Gathering(NamedTuple):
    """The records of one kind."""

    kind: Kind
    cards: tuple[LocalCard, ...]


class Way(NamedTuple):
    """A page that gathers records, as lists name it."""

    address: str
    title: Text
    note: str
    """What else there is to say about it in a word."""
    numbers: tuple[tuple[str, int], ...]
    """How many records it has of each kind; kinds without any are left out."""


def gathered(edition: Edition, paths: Iterable[str]) -> tuple[Gathering, ...]:
    """Records by kind, in the order in which readers see kinds; within a kind as in its catalogue."""
    cards = in_order(edition, paths)
    groups = (Gathering(kind, tuple(one for one in cards if one.card.kind_name == kind.name)) for kind in KINDS)
    return tuple(group for group in groups if group.cards)


def in_order(edition: Edition, paths: Iterable[str]) -> list[LocalCard]:
    """The cards of some records: newest first where they have dates, then by title."""
    memory = edition.memory
    if _RANKS not in memory:
        memory[_RANKS] = {path: rank for rank, path in enumerate(sorted(edition.cards, key=lambda path: _newness(edition.cards[path])))}
    return [edition.cards[path] for path in sorted(paths, key=memory[_RANKS].__getitem__)]


_RANKS = "ranks of records"
"""Where an edition remembers in which order its records stand: many pages show some of them."""


def _newness(one: LocalCard) -> tuple[tuple[int, ...], str, str]:
    return (tuple(-part for part in one.card.sort), heading_key(one.title.value), one.card.id)


def numbers(view: View, paths: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How many records of each kind there are among some."""
    kinds = [view.edition.library.cards[path].kind_name for path in paths]
    return tuple((view._(kind.plural), kinds.count(kind.name)) for kind in KINDS if kind.name in kinds)


def list_of_ways(view: View, title: str, about: str, ways: Iterable[Way]) -> Page:
    """A page that leads to all themes, or to all countries, in the order of the reader's alphabet."""
    ordered = sorted(ways, key=lambda way: (heading_key(way.title.value), way.address))
    html = render("ways.html", view=view, title=view._(title), about=view._(about), ways=ordered)
    return Page(
        address=view.address, language=view.edition.language.tag, title=view._(title), description=view._(about), html=html.encode(), section=view.address.rstrip("/"),
    )
