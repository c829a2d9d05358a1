"""Records to a library: references resolved and turned round, so that each is shown from both ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import nsmallest
from itertools import chain

from tremplin.model.handwritten import Handwritten
from tremplin.model.library import Backlink, Library, Lists
from tremplin.model.record import Card, Entry
from tremplin.model.site import Site


def link(site: Site, entries: Iterable[Entry], lists: Lists, handwritten: Handwritten, *, with_drafts: bool) -> Library:
    """The library of all valid records; a reference to something that is not there is left out of it."""
    by_path = {entry.path: entry for entry in sorted(entries, key=lambda entry: entry.path)}
    cards = {path: entry.card for path, entry in by_path.items() if entry.card and _is_shown(entry.card, with_drafts=with_drafts)}
    bare = Library(site, by_path, cards, lists, {}, {}, handwritten.pages, handwritten.blocks, html=handwritten.html, lost_links=handwritten.lost_links)
    outgoing = {path: _outgoing(bare, by_path[path]) for path in cards}
    return replace(bare, outgoing=outgoing, backlinks=_backlinks(outgoing), alike=dict(_alike(cards, outgoing)))


def _is_shown(card: Card, *, with_drafts: bool) -> bool:
    return card.status != "draft" or with_drafts


_COMPARED = ("practice", "module")
_FEW = 3
"""As many others on the same theme as a reader will look at."""


def _alike(cards: Mapping[str, Card], outgoing: Mapping[str, tuple[tuple[str, str], ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Others of a record's kind that share themes with it: the most themes first, then those of the same country."""
    by_theme: dict[tuple[str, str], list[str]] = {}
    for path, card in cards.items():
        for theme in card.themes if card.kind_name in _COMPARED else ():
            by_theme.setdefault((card.kind_name, theme), []).append(path)
    for path, card in cards.items():
        if card.kind_name in _COMPARED:
            shared = Counter(chain.from_iterable(by_theme[card.kind_name, theme] for theme in card.themes))
            others, countries = shared.keys() - {path, *(target for _, target in outgoing[path])}, set(card.countries)
            yield path, tuple(nsmallest(_FEW, others, key=lambda other: (-shared[other], countries.isdisjoint(cards[other].countries), other)))


def _outgoing(library: Library, entry: Entry) -> tuple[tuple[str, str], ...]:
    found = ((reference.field, library.resolve(reference)) for reference in entry.references)
    return tuple(dict.fromkeys((field, path) for field, path in found if path))


def _backlinks(outgoing: Mapping[str, tuple[tuple[str, str], ...]]) -> dict[str, tuple[Backlink, ...]]:
    found: dict[str, list[Backlink]] = {}
    for path, references in outgoing.items():
        for field, target in references:
            found.setdefault(target, []).append(Backlink(field, path))
    return {target: tuple(links) for target, links in sorted(found.items())}
