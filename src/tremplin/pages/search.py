"""The search page and the words that its script says; and everything from A to Z, for readers without scripts and for the day on which the index does not come."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from tremplin.cache import digest
from tremplin.locales import Catalogue, heading_key
from tremplin.model.choices import LABELS
from tremplin.model.edition import Edition, Text
from tremplin.model.fields import noop
from tremplin.model.kinds import KINDS, LISTS
from tremplin.model.library import Library
from tremplin.model.page import Crumb, Page
from tremplin.pages.country import ADDRESS as COUNTRIES
from tremplin.pages.country import countries
from tremplin.pages.shown import safe_json
from tremplin.pages.templates import render
from tremplin.pages.theme import themes
from tremplin.pages.view import View, entry_title

ADDRESS = "search/"
ALL = f"{ADDRESS}a-z/"
"""Everything from A to Z: where the search box leads without a script."""
WORDS = f"{ADDRESS}words.json"
"""What the script says, for pages other than this one."""
INDEX = f"{ADDRESS}index/"
"""Where the index stands that the script searches."""

TITLE = noop("Search")
ALL_TITLE = noop("Everything from A to Z")
_SENTENCES: Mapping[str, str] = {
    "search": TITLE,
    "label": noop("Search this site"),
    "hint": noop("Type a word in any language: a gesture, a country, an abbreviation."),
    "close": noop("Close"),
    "busy": noop("Searching …"),
    "nothing": noop("Nothing was found for “{query}”."),
    "closest": noop("Nothing says exactly “{query}”. This comes closest:"),
    "suggest": noop("Did you mean:"),
    "also": noop("Also searched for: {words}"),
    "instead": noop("Nothing was found for “{query}”. These are the results for “{instead}”."),
    "keep": noop("Search for “{query}” all the same"),
    "closer": noop("In this language, this comes closest:"),
    "elsewhere": noop("Found in the texts of other languages:"),
    "failed": noop("The search does not work at the moment. You can still look through the titles."),
    "titles": noop("Titles that fit:"),
    "all": noop("Show all results"),
    "more": noop("Show more"),
    "narrow": noop("Narrow down"),
    "clear": noop("Remove all filters"),
    "browse": noop("Look through everything:"),
    "index": ALL_TITLE,
    "slash": noop("The key / opens this search"),
    "keys": noop("Arrow keys to choose, Enter to open, Escape to close"),
}
_FACETS: Mapping[str, str] = {
    "kind": noop("Kind"), "theme": noop("Theme"), "country": noop("Country"), "project": noop("Project"), "audience": noop("For whom"), "addressee": noop("Addressed to"),
    "duration": noop("Duration"), "outcome": noop("Outcome"), "video": noop("Film"), "own": noop("Language"),
}
"""What results can be narrowed down by, in the order in which readers see it."""


_KINDS: tuple[tuple[str, str, str], ...] = (
    *((kind.folder, kind.name, kind.plural) for kind in KINDS), *((kind.folder, kind.name, kind.plural) for kind in LISTS), ("countries", "country", noop("Countries")),
)
"""For each kind of result, the first part of its addresses, its name and its title."""
_OTHERS = noop("Other pages")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list from A to Z."""

    address: str
    title: Text
    kind: str
    """What it is, in the edition's language."""

    @property
    def key(self) -> str:
        """By what it is sorted: without accents and case."""
        return heading_key(self.title.value)

    @property
    def initial(self) -> str:
        """The letter under which it stands; É stands under E, digits and signs under #."""
        first = self.key.lstrip("«»“”„\"'([-–… ")[:1].upper()
        return first if first.isalpha() else "#"


def search_page(edition: Edition) -> Page:
    """A box, ways through the site, and a place where the script puts its results."""
    view = View(edition, ADDRESS)
    html = render("search.html", view=view, everything=ALL, ways=[*ways(edition), (ALL, view._(ALL_TITLE))], words=safe_json(words(edition)))
    description = view._(noop("Search the whole site, or look through everything from A to Z."))
    return Page(address=ADDRESS, language=edition.language.tag, title=view._(TITLE), description=description, html=html.encode(), section="search")


def all_page(edition: Edition) -> Page:
    """Everything from A to Z."""
    view = View(edition, ALL)
    ordered = sorted(items(edition), key=_rank)
    letters = [(letter, tuple(found)) for letter, found in groupby(ordered, key=lambda one: one.initial)]
    title = view._(ALL_TITLE)
    html = render("search_all.html", view=view, letters=letters)
    return Page(address=ALL, language=edition.language.tag, title=title, description=title, html=html.encode(), section="search", crumbs=(Crumb(view._(TITLE), ADDRESS),))


def _rank(one: Item) -> tuple[bool, str, str, str]:
    initial = one.initial
    return (initial != "#", initial, one.key, one.address)


def key_of(library: Library) -> str:
    """Changes whenever the search page or the words of its script do."""
    return digest(library.lists.digest, library.lists.terms_digest, library.site.has_search, sorted(countries(library)), sorted(_folders(library)))


def all_key_of(library: Library) -> str:
    """Changes whenever the list from A to Z does, but for the cards it shows."""
    return digest(library.lists.digest, library.lists.terms_digest, sorted(countries(library)))


def ways(edition: Edition) -> Iterator[tuple[str, str]]:
    """The catalogues that have something in them: address and title."""
    folders = _folders(edition.library)
    return ((f"{folder}/", edition.catalogue.text(title)) for folder, _, title in _KINDS if folder in folders)


def _folders(library: Library) -> frozenset[str]:
    lists = library.lists
    filled = (("themes", themes(library)), ("countries", countries(library)), ("partners", lists.partners), ("projects", lists.projects), ("glossary", lists.terms))
    return frozenset((*(card.kind.folder for card in library.cards.values()), *(folder for folder, found in filled if found)))


def items(edition: Edition) -> Iterator[Item]:
    """Every record, term, partner, project, theme and country."""
    _ = edition.catalogue.text
    for card in edition.cards.values():
        yield Item(card.card.address, card.title, _(card.card.kind.label))
    for kind in LISTS:
        for name in themes(edition.library) if kind.name == "theme" else edition.library.lists.of(kind.name):
            address = f"{kind.folder}/#{name}" if kind.name == "term" else kind.address(name)
            yield Item(address, entry_title(edition, kind.name, name), _(kind.label))
    for code in countries(edition.library):
        yield Item(f"{COUNTRIES}{code.lower()}/", Text(edition.catalogue.country(code), edition.language), _(noop("Country")))


def words(edition: Edition) -> str:
    """What the script says, and the names of what it counts, as JSON."""
    _, catalogue = edition.catalogue.text, edition.catalogue
    found: dict[str, Any] = {
        "language": edition.language.tag, "say": {name: _(sentence) for name, sentence in _SENTENCES.items()},
        "results": plurals("{n} result", "{n} results", catalogue),
        "foreign": plurals("Here is {n} text in another language that says “{query}”.", "Here are {n} texts in other languages that say “{query}”.", catalogue),
        "kinds": {folder: (name, _(title)) for folder, name, title in _KINDS}, "page": ("page", _(_OTHERS)),
        "facets": [(name, _(title), _values(edition, name)) for name, title in _FACETS.items()],
        "editions": [(one.tag, one.segment) for one in edition.library.site.languages],
        "languages": {one.tag: catalogue.language(one.tag) for one in edition.library.site.languages},
        "index": INDEX.removeprefix(ADDRESS) if edition.library.site.has_search else "", "all": ALL.removeprefix(ADDRESS), "ways": [*ways(edition)],
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _values(edition: Edition, name: str) -> Mapping[str, str]:
    """The values of a facet and their labels: in the order of the closed list, or else in that of the reader's alphabet, as filters of catalogues are."""
    lists, _ = edition.library.lists, edition.catalogue.text
    if name in {"theme", "project"}:
        return _by_label({one: entry_title(edition, name, one).value for one in lists.of(name)})
    if name == "country":
        return _by_label({code: edition.catalogue.country(code) for code in countries(edition.library)})
    titles: Mapping[str, Mapping[str, str]] = {
        "kind": {name: title for _folder, name, title in _KINDS} | {"page": _OTHERS},
        "audience": LABELS["target_group"], "addressee": LABELS["addressee"], "duration": LABELS["duration_band"], "outcome": LABELS["polarity"],
        "video": {"yes": noop("with a film")},
        "own": {"yes": noop("available in this language")},
    }
    return {one: _(label) for one, label in titles[name].items()}


def _by_label(labels: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted(labels.items(), key=lambda one: heading_key(one[1])))


@cache
def plurals(one: str, many: str, catalogue: Catalogue) -> Mapping[str, str]:
    """The forms of a sentence by the category of its number (CLDR), for `Intl.PluralRules`."""
    return {category: catalogue.translations.ngettext(one, many, number) for category, number in _examples(catalogue).items()}


@cache
def _examples(catalogue: Catalogue) -> Mapping[str, int]:
    """A number of each category that a language tells apart."""
    return {catalogue.locale.plural_form(number): number for number in (*range(201), 1_000_000)}
