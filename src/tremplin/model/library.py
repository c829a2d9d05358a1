"""All valid records, linked: what each points to, and what points to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tremplin.model.feed import FEED, FOLLOWED
from tremplin.model.fields import Model
from tremplin.model.handwritten import LostLink
from tremplin.model.kinds import BY_NAME, KINDS, LIST_BY_NAME, LISTS
from tremplin.model.kinds.lists import Partner, Project, Term, Theme
from tremplin.model.record import Card, Entry, Reference
from tremplin.model.site import Site
from tremplin.model.source import BlockSource


@dataclass(frozen=True, slots=True)
class Lists:
    """The short lists of a base, each sorted by identifier."""

    partners: Mapping[str, Partner] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    lost_references: tuple[Reference, ...] = ()
    """Those of entries that have faults."""
    left_out: frozenset[str] = frozenset()
    """Entries that have faults (`partners/agfe`), and `partners/` where the whole file cannot be read."""
    digest: str = ""
    """Changes whenever partners, projects or themes do."""
    terms_digest: str = ""
    """Changes whenever the glossary does: it does not show on record pages, so it does not count for them."""

    def of(self, kind: str) -> Mapping[str, Model]:
        """The entries of one kind of list."""
        return {"partner": self.partners, "project": self.projects, "term": self.terms, "theme": self.themes}[kind]


class Backlink(NamedTuple):
    """A record that points here, and the field in which it does."""

    field: str
    path: str


@dataclass(frozen=True, slots=True)
class Library:
    """The whole base, as far as it is valid."""

    site: Site
    entries: Mapping[str, Entry]
    """All record folders by path, sorted, those left out too."""
    cards: Mapping[str, Card]
    """The valid records by path, sorted; drafts only in previews."""
    lists: Lists
    outgoing: Mapping[str, tuple[tuple[str, str], ...]]
    """For each record, the fields and the paths of the records it points to, where they are valid."""
    backlinks: Mapping[str, tuple[Backlink, ...]]
    """For each record, partner (`partners/mirec`), project, term and theme: what points to it."""
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Hand-written pages of each language."""
    blocks: tuple[BlockSource, ...] = ()
    alike: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each practice and micro-training, a few others of its kind on the same theme, to which it does not point."""
    html: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Pages of each language that somebody has brought as HTML."""
    lost_links: tuple[LostLink, ...] = ()

    def cards_of(self, kind: str) -> Iterator[Card]:
        """The valid records of one kind, by path."""
        return (card for card in self.cards.values() if card.kind_name == kind)

    def resolve(self, reference: Reference) -> str | None:
        """The path of what a reference names, or None when there is no such thing."""
        path = target_path(reference)
        if reference.kind in LIST_FOLDERS:
            return path if reference.target in self.lists.of(reference.kind) else None
        return path if path in self.cards else None

    def is_left_out(self, reference: Reference) -> bool:
        """Whether what a reference names is there, or may be, and is left out because of faults or as a draft."""
        path = target_path(reference)
        if reference.kind in LIST_FOLDERS:
            return not self.lists.left_out.isdisjoint({path, f"{LIST_FOLDERS[reference.kind]}/"})
        return path in self.entries and path not in self.cards


LIST_FOLDERS: Mapping[str, str] = {kind.name: kind.folder for kind in LISTS}
"""Where the pages of each kind of list stand, and how its entries are named beside records: `partners/mirec`."""


def target_path(reference: Reference) -> str:
    """Folder and identifier of what a reference names, whether it is there or not."""
    if not reference.kind:
        return reference.target
    folder = LIST_FOLDERS.get(reference.kind) or BY_NAME[reference.kind].folder
    return f"{folder}/{reference.target}"


def made_in(library: Library) -> Callable[[str], bool]:
    """Whether an edition has a page, a feed or a file of a record at a path, which nobody has written by hand. Records that are left out or drafts count."""
    known = {*(f"{address}index.md" for address in addresses(library)), *(f"{page}{FEED}" for page in FOLLOWED)}

    def is_made(path: str) -> bool:
        folder, _, file = path.partition("/media/")
        return path in known or (folder in library.entries and f"media/{file}" in library.entries[folder].media)

    return is_made


def is_draft(library: Library, path: str) -> bool:
    """Whether a record is there that is not published yet."""
    known = library.entries.get(path)
    return known is not None and known.card is not None and path not in library.cards


def addresses(library: Library) -> Iterator[str]:
    """Every address that records, catalogues, lists, themes and countries have, those left out too."""
    yield from (f"{path}/" for path in library.entries)
    yield from (f"{folder}/" for folder in (*(kind.folder for kind in KINDS), *(kind.folder for kind in LISTS)) if folder)
    yield from ("countries/", "search/", "search/a-z/")
    codes = {*(code for card in library.cards.values() for code in card.countries), *(partner.country for partner in library.lists.partners.values() if partner.country)}
    yield from (f"countries/{code.lower()}/" for code in codes)
    for name in ("partner", "project", "theme"):
        yield from (LIST_BY_NAME[name].address(entry) for entry in library.lists.of(name))
        yield from (f"{path}/" for path in library.lists.left_out if path.startswith(f"{LIST_FOLDERS[name]}/"))
