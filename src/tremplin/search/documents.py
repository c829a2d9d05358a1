"""What is searched of each page: its words in the edition's language, what other languages call it, and what it is sorted by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from tremplin.locales import catalogue
from tremplin.model.edition import Edition, LocalRecord, Text
from tremplin.model.kinds.lists import Partner, Project, Term, Theme
from tremplin.model.record import Card

STROKES = str.maketrans({"ł": "l\u0335", "Ł": "L\u0335", "ø": "o\u0335", "Ø": "O\u0335", "đ": "d\u0335", "Đ": "D\u0335", "’": "'", "\u200b": "", "\u00ad": ""})
"""Pagefind folds a letter that Unicode takes apart into a letter and a mark, and `ł` is none. So it is handed over in two parts, which
search-board.js puts together again. It cuts words at straight apostrophes only (`l'aide`)."""

_MARKS = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)|<[^<>]*>|`{3,}[^\n]*|^[ \t]*(?:[#>|]+|[-+*]|\d+\.)[ \t]+|^[-|: \t]+$|[*_`|~]+", re.MULTILINE)
"""Nothing that these open may contain another opening, or a hundred thousand brackets would take minutes."""
_TAGS = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)


class Part(NamedTuple):
    """Some texts under a heading; without a heading they stand first."""

    anchor: str
    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One search result."""

    address: str
    """Relative to the edition; a term stands on the page of all terms, with `#`."""
    title: str
    parts: tuple[Part, ...]
    facets: tuple[tuple[str, str], ...]
    """What it can be sorted by: name and identifier. Readers see labels, addresses keep identifiers in every language."""
    elsewhere: tuple[tuple[str, str], ...] = ()
    """What the other languages call it: tag and text. It is found by these words, too, if by nothing better."""
    language: str = ""
    """The language it is shown in, if that is not the edition's."""
    is_entry: bool = False
    """Whether it is the page of a name: who asks for that name means this page before all that mention it."""

    def html(self, tag: str) -> str:
        """A page that says nothing else, for Pagefind to read."""
        language = f'<i id="lang-{self.language}"></i>' if self.language else ""
        name = f'<p data-pagefind-weight="10">{_said(self.title)}</p>' if self.is_entry else ""
        parts = "".join(f"{_heading(part)}{_paragraphs(part.texts)}" for part in self.parts)
        elsewhere = "".join(f'<h6 id="in-{other}">·</h6><p>{_said(text)}</p>' for other, text in self.elsewhere)
        return (
            f'<html lang="{tag}"><body><i data-pagefind-meta="title[content]" content="{_said(self.title)}"></i>{language}{name}{parts}'
            f'<div data-pagefind-weight="0.1">{elsewhere}</div></body></html>'
        )


def _heading(part: Part) -> str:
    """A heading that counts little: it is the same on all pages of a kind."""
    return f'<h2 id="{escape(part.anchor)}" data-pagefind-weight="0.3">{_said(part.heading)}</h2>' if part.heading else ""


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{_said(text)}</p>" for text in texts if text)


def _said(text: str) -> str:
    return escape(text.translate(STROKES))


def of_record(local: LocalRecord, edition: Edition) -> Document:
    """What is searched of a record."""
    card, title = local.card, local.words("title")
    of_sections = {section.id for section in local.sections}
    rest = (value for key, (_, value) in local.texts.items() if key not in of_sections and key not in {"title", "summary"})
    lead = (str(local.words("summary")), *(text for value in rest for text in ((value,) if isinstance(value, str) else value)))
    sections = (Part(section.id, section.heading, (unmarked(section.text.value),)) for section in local.sections)
    facets = tuple(facets_of(card, edition))
    elsewhere = tuple(_elsewhere(card, title.language.tag, edition))
    return Document(card.address, title.value, (Part("", "", lead), *sections), facets, elsewhere, title.language.tag if title.is_fallback else "")


def facets_of(card: Card, edition: Edition) -> Iterator[tuple[str, str]]:
    """What a record can be sorted by, as far as its card tells."""
    yield "kind", card.kind_name
    for name, values in (("theme", card.themes), ("country", card.countries)):
        yield from ((name, value) for value in values)
    if card.project:
        yield "project", card.project
    if card.polarity:
        yield "outcome", card.polarity
    if card.duration_band:
        yield "duration", card.duration_band
    if card.has_video:
        yield "video", "yes"
    if edition.language.tag in card.titles:
        yield "own", "yes"
    if card.kind_name in {"practice", "recommendation"}:
        yield from (("audience" if card.kind_name == "practice" else "addressee", one) for one in card.audience)


def _elsewhere(card: Card, shown: str, edition: Edition) -> Iterator[tuple[str, str]]:
    for tag in edition.library.site.tags:
        if tag != shown and tag in card.titles:
            yield tag, card.titles[tag]


def of_term(name: str, term: Term, edition: Edition) -> Document:
    """What is searched of a term: its labels in all languages, with synonyms and abbreviations."""
    tag, label = edition.language.tag, edition.label(term.labels, term.original)
    own = (", ".join((*term.abbreviations.get(tag, ()), *term.other_labels.get(tag, ()))), *_shown(edition, term.original, term.definitions, term.scope_notes))
    elsewhere = tuple(
        (other, ", ".join((term.labels[other], *term.abbreviations.get(other, ()), *term.other_labels.get(other, ()))))
        for other in edition.library.site.tags if other in term.labels and other != label.language.tag
    )
    return Document(f"glossary/#{name}", label.value, (Part("", "", own),), _of_list("term", edition, term.labels), elsewhere, _foreign(label))


def of_partner(name: str, partner: Partner, edition: Edition) -> Document:
    """What is searched of a partner."""
    country = edition.catalogue.country(partner.country) if partner.country else ""
    texts = (partner.legal_name, ", ".join(one for one in (partner.city, country) if one), *_shown(edition, "en", partner.descriptions))
    facets = (("kind", "partner"), *((("country", partner.country),) if partner.country else ()), *(("project", one.project) for one in partner.memberships))
    return Document(f"partners/{name}/", partner.short_name or partner.legal_name, (Part("", "", texts),), (*dict.fromkeys(facets), ("own", "yes")), is_entry=True)


def of_project(name: str, project: Project, edition: Edition) -> Document:
    """What is searched of a project."""
    title, tag = edition.label(project.titles, project.original), edition.language.tag
    texts = (title.value, *_shown(edition, project.original, project.summaries), *project.objectives.get(tag, ()))
    elsewhere = tuple((other, said) for other, said in project.titles.items() if other != title.language.tag)
    return Document(f"projects/{name}/", project.acronym, (Part("", "", texts),), (("project", name), *_of_list("project", edition, project.titles)), elsewhere, is_entry=True)


def of_theme(name: str, theme: Theme, edition: Edition) -> Document:
    """What is searched of the page of a theme."""
    label = edition.label(theme.labels, theme.original)
    elsewhere = tuple((tag, said) for tag, said in theme.labels.items() if tag != label.language.tag)
    return Document(f"themes/{name}/", label.value, (), (("theme", name), *_of_list("theme", edition, theme.labels)), elsewhere, _foreign(label), is_entry=True)


def of_country(code: str, edition: Edition) -> Document:
    """What is searched of the page of a country."""
    elsewhere = tuple((tag, catalogue(tag).country(code)) for tag in edition.library.site.tags if tag != edition.language.tag)
    there = ", ".join(one.short_name or one.legal_name for one in edition.library.lists.partners.values() if one.country == code)
    facets = (("kind", "country"), ("country", code), ("own", "yes"))
    return Document(f"countries/{code.lower()}/", edition.catalogue.country(code), (Part("", "", (there,)),), facets, elsewhere, is_entry=True)


def of_catalogue(address: str, title: str, about: str, edition: Edition) -> Document:
    """What is searched of a page that lists all records of a kind, or all entries of a list; its title and what it is about are sentences of ours."""
    own = edition.catalogue.text(title)
    elsewhere = tuple((tag, said) for tag in edition.library.site.tags if (said := catalogue(tag).text(title)) != own)
    facets = (("kind", "page"), ("own", "yes"))
    return Document(address, own, (Part("", "", (edition.catalogue.text(about),)),), facets, elsewhere, is_entry=True)


def of_handwritten(address: str, html: str) -> Document:
    """What is searched of a page that was written by hand, as the theme shows it."""
    found = _MAIN.search(html)
    main = found[1] if found else ""
    title = _TITLE.search(main)
    text = main.replace(title[0], "") if title else main
    return Document(address, _text(title[1]) if title else address, (Part("", "", (_text(text),)),), (("kind", "page"), ("own", "yes")))


def _text(html: str) -> str:
    return " ".join(unescape(_TAGS.sub(" ", html)).split())


def _of_list(kind: str, edition: Edition, labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return (("kind", kind), *((("own", "yes"),) if edition.language.tag in labels else ()))


def _shown(edition: Edition, original: str, *labelled: Mapping[str, str]) -> Iterator[str]:
    return (edition.label(labels, original).value for labels in labelled if labels)


def _foreign(text: Text) -> str:
    return text.language.tag if text.is_fallback else ""


def unmarked(markdown: str) -> str:
    """Prose without the signs of Markdown."""
    return _MARKS.sub(lambda found: found[1] or " ", markdown)
