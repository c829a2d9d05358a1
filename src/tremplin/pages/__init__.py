"""Which pages an edition has, and what each depends on. A page kind is added by one file, its template and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tremplin.cache import digest
from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.kinds import KINDS
from tremplin.model.library import Library
from tremplin.model.page import Page
from tremplin.pages import conclusion, event, module, practice, recommendation, skill, trial
from tremplin.pages.catalogue import catalogue_page, list_page
from tremplin.pages.country import countries, country_list_page, country_page
from tremplin.pages.glossary import glossary_page
from tremplin.pages.left_out import left_out_page
from tremplin.pages.mould import Moulds
from tremplin.pages.partner import partner_page
from tremplin.pages.project import project_page
from tremplin.pages.record import RecordPage, record_page
from tremplin.pages.search import ADDRESS as SEARCH
from tremplin.pages.search import ALL, all_key_of, all_page, search_page
from tremplin.pages.search import key_of as search_key
from tremplin.pages.theme import theme_list_page, theme_page, themes

RECORD_PAGES: Mapping[str, RecordPage] = {
    "practice": practice.PAGE, "module": module.PAGE, "skill": skill.PAGE, "recommendation": recommendation.PAGE,
    "event": event.PAGE, "conclusion": conclusion.PAGE, "trial": trial.PAGE,
}

PAGES: Mapping[str, Callable[[Edition, str], Page]] = {
    "catalogue": catalogue_page,
    "list": list_page,
    "partner": partner_page,
    "project": project_page,
    "theme": theme_page,
    "themes": lambda edition, _: theme_list_page(edition),
    "country": country_page,
    "countries": lambda edition, _: country_list_page(edition),
    "glossary": lambda edition, _: glossary_page(edition),
    "left-out": left_out_page,
    "search": lambda edition, _: search_page(edition),
    "all": lambda edition, _: all_page(edition),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A page that every edition has, before any edition is made."""

    address: str
    """Relative to the edition."""
    section: str
    kind: str
    subject: str
    key: str
    """Changes whenever something does that the page shows in every language."""
    near: tuple[str, ...] = ()
    """The records whose cards the page shows, which may change in one language only."""


def plans(library: Library, *, is_preview: bool) -> Iterator[Plan]:
    """All pages of any edition, in a fixed order."""
    lists = library.lists.digest
    for path, card in library.cards.items():
        near = {*(target for _, target in library.outgoing.get(path, ())), *(one.path for one in library.backlinks.get(path, ())), *library.alike.get(path, ())}
        key = digest(library.entries[path].digest, lists, library.backlinks.get(path, ()), library.alike.get(path, ()))
        yield Plan(card.address, card.kind.folder, "record", path, key, tuple(sorted(near & library.cards.keys())))
    for kind in KINDS:
        members = tuple(card.path for card in library.cards_of(kind.name))
        left_out = [(entry.path, entry.digest) for entry in library.entries.values() if entry.kind_name == kind.name and entry.card is None]
        yield Plan(f"{kind.folder}/", kind.folder, "catalogue", kind.name, digest(members, left_out, lists), members)
        for path, content in left_out if is_preview else ():
            yield Plan(f"{path}/", kind.folder, "left-out", path, digest(content))
    yield from _list_plans(library)
    yield from _gathered_plans(library)
    yield Plan(SEARCH, "search", "search", "", search_key(library))
    yield Plan(ALL, "search", "all", "", all_key_of(library), tuple(library.cards))


def _list_plans(library: Library) -> Iterator[Plan]:
    lists = library.lists
    if lists.partners:
        yield Plan("partners/", "partners", "list", "partner", lists.digest)
    for name in lists.partners:
        near = tuple(sorted({one.path for one in library.backlinks.get(f"partners/{name}", ())}))
        yield Plan(f"partners/{name}/", "partners", "partner", name, digest(lists.digest, near), near)
    if lists.projects:
        yield Plan("projects/", "projects", "list", "project", lists.digest)
    for name in lists.projects:
        members = tuple(card.path for card in library.cards.values() if card.project == name)
        yield Plan(f"projects/{name}/", "projects", "project", name, digest(lists.digest, members), members)
    if lists.terms:
        yield Plan("glossary/", "glossary", "glossary", "", lists.terms_digest)


def _gathered_plans(library: Library) -> Iterator[Plan]:
    """Themes and countries, as far as there is something to show on them."""
    lists = library.lists.digest
    for section, kind, found in (("themes", "theme", themes(library)), ("countries", "country", countries(library))):
        if found:
            yield Plan(f"{section}/", section, section, "", digest(lists, sorted(found.items())))
        for name, members in found.items():
            yield Plan(f"{section}/{name.lower()}/", section, kind, name, digest(lists, members), members)


def make(plan: Plan, edition: Edition, localised: Callable[[str], LocalRecord], moulds: Moulds) -> Page:
    """The page of a plan in one edition; `localised` gives a record, by its path, as the edition shows it. One build keeps its `moulds`."""
    if plan.kind == "record":
        local = localised(plan.subject)
        return record_page(local, edition, RECORD_PAGES[local.record.kind_name], moulds)
    return PAGES[plan.kind](edition, plan.subject)
