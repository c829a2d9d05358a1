"""The glossary: every term with its definition, its labels in all languages and its neighbours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tremplin.locales import heading_key
from tremplin.model.edition import Edition, Text
from tremplin.model.kinds import LIST_BY_NAME
from tremplin.model.kinds.lists import Term
from tremplin.model.page import Page
from tremplin.pages.templates import render
from tremplin.pages.view import View, entry_title


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """A term in one edition."""

    name: str
    term: Term
    label: Text
    definition: Text
    note: Text
    synonyms: tuple[str, ...]
    neighbours: tuple[tuple[str, tuple[tuple[str, Text], ...]], ...]
    others: tuple[tuple[str, str], ...]
    """Labels in the other languages: tag and label."""
    is_checked: bool
    """Whether somebody whose first language it is has read it."""

    @property
    def initial(self) -> str:
        """The letter under which it stands; É stands under E."""
        return heading_key(self.label.value)[:1].upper()


def glossary_page(edition: Edition) -> Page:
    """All terms on one page, in the order of the reader's alphabet."""
    kind = LIST_BY_NAME["term"]
    view = View(edition, "glossary/")
    found = edition.library.lists.terms
    neighbours = _neighbours(found)
    terms = sorted((_local(edition, view, name, term, neighbours) for name, term in found.items()), key=lambda one: heading_key(one.label.value))
    html = render("glossary.html", view=view, kind=kind, terms=terms, notice=_notice(view, terms), letters=list(dict.fromkeys(one.initial for one in terms)))
    data = {
        "@context": "https://schema.org", "@type": "DefinedTermSet", "name": view._(kind.plural),
        "inLanguage": edition.language.tag, **({"url": view.absolute()} if edition.library.site.url else {}), "hasDefinedTerm": [_described(one, view) for one in terms],
    }
    return Page(
        address="glossary/", language=edition.language.tag, title=view._(kind.plural), description=view._(kind.about), html=html.encode(), section="glossary",
        data=(data,), source="glossary.yml",
    )


def _notice(view: View, terms: list[LocalTerm]) -> str:
    """What is said once for the language: that nobody, or only for some entries somebody, has read them whose first language it is."""
    if not any(one.term.review.get(view.edition.language.tag) == "unchecked" for one in terms):
        return ""
    if any(one.is_checked for one in terms):
        return view._("A native reader has checked only the entries that say so.")
    return view._("No native reader has checked these entries yet.")


def _described(one: LocalTerm, view: View) -> Mapping[str, str]:
    place = {"url": f"{view.absolute()}#{one.name}"} if view.edition.library.site.url else {}
    return {"@type": "DefinedTerm", "name": one.label.value, "description": one.definition.value, "termCode": one.name, **place}


DEFINITIONS = "glossary/terms.json"
"""What pages ask for when a reader wants to know what a word means."""


def definitions(edition: Edition) -> bytes:
    """For each term, how it is called and what it means, with the language of each that is not the edition's."""
    found = {}
    for name, term in edition.library.lists.terms.items():
        label, meaning = edition.label(term.labels, term.original), edition.label(term.definitions, term.original)
        found[name] = [label.value, meaning.value, *([meaning.language.tag] if meaning.is_fallback else [])]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _neighbours(terms: Mapping[str, Term]) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """For each term and relation, the terms that it names and those that name it the other way round."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for name, term in terms.items():
        for relation, inverse, others in (("broader", "narrower", term.broader), ("narrower", "broader", term.narrower), ("related", "related", term.related)):
            for other in others:
                found.setdefault((name, relation), {})[other] = None
                found.setdefault((other, inverse), {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


def _local(edition: Edition, view: View, name: str, term: Term, neighbours: Mapping[tuple[str, str], tuple[str, ...]]) -> LocalTerm:
    tag = edition.language.tag
    titles = (("broader", view._("Broader")), ("narrower", view._("Narrower")), ("related", view._("Related")))
    groups = [(title, neighbours.get((name, relation), ())) for relation, title in titles]
    return LocalTerm(
        name, term, edition.label(term.labels, term.original), edition.label(term.definitions, term.original),
        edition.label(term.scope_notes, term.original) if term.scope_notes else Text("", edition.language),
        (*term.abbreviations.get(tag, ()), *term.other_labels.get(tag, ())),
        tuple((title, tuple(_titles(edition, names))) for title, names in groups if names),
        tuple((one, term.labels[one]) for one in edition.library.site.tags if one in term.labels and one != tag), term.review.get(tag) == "native",
    )


def _titles(edition: Edition, names: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    for name in names:
        if name in edition.library.lists.terms:
            yield name, entry_title(edition, "term", name)
