"""What differs from page to page in the theme: title, head, language menu, link for changes, body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from babel.core import get_global
from markupsafe import Markup, escape
from pydantic_core import to_json

from tremplin.locales import Catalogue
from tremplin.model.feed import FEED, FOLLOWED
from tremplin.model.language import Language
from tremplin.model.marker import marker
from tremplin.model.page import Crumb, Page
from tremplin.model.site import Site


class Face(NamedTuple):
    """The strings that fill the gaps of a shell. All are HTML, safe as they stand; only the title is marked as such, since themes escape titles."""

    title: Markup
    head: str
    languages: str
    crumbs: str
    change: str
    body: str = ""
    """What stands on a page that is neither of records nor written by hand: that for lost visitors."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of any page, of a record or written by hand, when its face is made."""

    address: str
    title: str
    description: str
    editions: tuple[str, ...]
    """Languages in which the page has words of its own; hreflang names these."""
    is_fallback: bool
    crumbs: tuple[Crumb, ...] = ()
    data: tuple[Mapping[str, Any], ...] = ()
    source: str = ""
    is_anywhere: bool = False
    """Whether it is served at addresses that nobody knows beforehand, so that its links must not be relative."""


def sheet_of(page: Page) -> Sheet:
    """The sheet of a page of records."""
    return Sheet(page.address, page.title, page.description, page.editions, page.is_fallback, page.crumbs, page.data, page.source)


def face(sheet: Sheet, site: Site, language: Language, catalogue: Catalogue) -> Face:
    """What a page puts into the theme around its body, which comes from our templates or from MkDocs."""
    title = escape(sheet.title)
    said = _Escaped(str(title), str(escape(" ".join(sheet.description.split()))), str(escape(sheet.address)))
    return Face(
        title, head="\n      ".join(_head(sheet, said, site, language)), languages=_languages(sheet, said, site, language, catalogue),
        crumbs=_crumbs(sheet.crumbs, sheet.address.count("/"), catalogue.text("Home"), catalogue.text("You are here")),
        change=_change(sheet, site, catalogue),
    )


class _Escaped(NamedTuple):
    """What a page says in several places, ready for HTML."""

    title: str
    description: str
    address: str


def _head(sheet: Sheet, said: _Escaped, site: Site, language: Language) -> Iterator[str]:
    """The lines of the head; everything in them is escaped."""
    if said.description:
        yield f'<meta name="description" content="{said.description}">'
    if sheet.is_fallback:
        yield '<meta name="robots" content="noindex">'
    elif site.url:
        yield said.address.join(_links(site.url, site.languages, language, sheet.editions, is_home=not sheet.address))
    if not sheet.is_anywhere:
        yield from _told_elsewhere(sheet, said, site, language)
        if site.url and sheet.address in FOLLOWED:
            yield f'<link rel="alternate" type="application/rss+xml" title="{said.title}" href="{escape(site.url)}{language.segment}/{said.address}{FEED}">'
    for data in (*sheet.data, *([_breadcrumb(sheet, site, language)] if sheet.crumbs and site.url else [])):
        # The same JSON as that of the standard library, in a third of the time.
        text = to_json(data).decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        yield f'<script type="application/ld+json">{text}</script>'


_ADDRESS = marker("address")
"""Stands for a page's address in what pages share but for it, which is cut there."""


@cache
def _links(root: str, languages: tuple[Language, ...], current: Language, editions: tuple[str, ...], *, is_home: bool) -> tuple[str, ...]:
    """The lines that name a page and its editions. Who speaks none of their languages chooses one at `/`, or reads the page in the first of them."""
    named = [(other.tag, f"{other.segment}/{_ADDRESS}") for other in _alternates(languages, editions)]
    named.append(("x-default", "" if is_home else named[0][1]))
    lines = [f'<link rel="canonical" href="{escape(root)}{current.segment}/{_ADDRESS}">']
    lines += [f'<link rel="alternate" hreflang="{tag}" href="{escape(root)}{address}">' for tag, address in named]
    return tuple("\n      ".join(lines).split(_ADDRESS))


CARD = "assets/card.png"
"""The picture that stands for the site elsewhere, 1200 × 630; a base may put its own in the place of ours."""


def _told_elsewhere(sheet: Sheet, said: _Escaped, site: Site, language: Language) -> Iterator[str]:
    """What a message or a social network shows of a page to which somebody links (Open Graph)."""
    yield f'<meta property="og:title" content="{said.title}">'
    if said.description:
        yield f'<meta property="og:description" content="{said.description}">'
    yield f'<meta property="og:type" content="{"article" if "/" in sheet.address.rstrip("/") else "website"}">'
    yield said.address.join(_card(site.name, site.url, site.languages, language, sheet.editions))


@cache
def _card(name: str, url: str, languages: tuple[Language, ...], current: Language, editions: tuple[str, ...]) -> tuple[str, ...]:
    """What all pages of an edition tell that are in the same languages. A picture is shown only under its whole address."""
    lines = [f'<meta property="og:url" content="{escape(url)}{current.segment}/{_ADDRESS}">'] if url else []
    lines += [f'<meta property="og:site_name" content="{escape(name)}">', f'<meta property="og:locale" content="{_locale(current.tag)}">']
    if url:
        lines += [
            f'<meta property="og:image" content="{escape(url)}{current.segment}/{CARD}">',
            '<meta property="og:image:width" content="1200">', '<meta property="og:image:height" content="630">',
            f'<meta property="og:image:alt" content="{escape(name)}">', '<meta name="twitter:card" content="summary_large_image">',
        ]
    lines += [f'<meta property="og:locale:alternate" content="{_locale(other.tag)}">' for other in _alternates(languages, editions) if other.tag != current.tag]
    return tuple("\n      ".join(lines).split(_ADDRESS))


@cache
def _locale(tag: str) -> str:
    """A language as Open Graph writes it, with the country where most of its readers are: `fr` is `fr_FR`."""
    parts = tag.split("-")
    territory = parts[-1] if parts[-1].isupper() else get_global("likely_subtags").get(parts[0], "").rpartition("_")[2]
    return f"{parts[0]}_{territory}" if territory else parts[0]


def _alternates(languages: tuple[Language, ...], editions: tuple[str, ...]) -> list[Language]:
    """The languages in which a page has words of its own; all of them when it is made of interface strings only.

    The first is where a reader goes of whom nothing is known: the site's default language if the page is in it.
    """
    return [language for language in languages if not editions or language.tag in editions]


def absolute(site: Site, language: Language, address: str) -> str:
    """The full address of a page."""
    return f"{site.url}{language.segment}/{address}"


def _breadcrumb(sheet: Sheet, site: Site, language: Language) -> Mapping[str, Any]:
    steps = [(site.name, ""), *((crumb.title, crumb.address) for crumb in sheet.crumbs), (sheet.title, sheet.address)]
    return {
        "@context": "https://schema.org", "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": n, "name": name, "item": absolute(site, language, address)} for n, (name, address) in enumerate(steps, 1)],
    }


def _languages(sheet: Sheet, said: _Escaped, site: Site, language: Language, catalogue: Catalogue) -> str:
    """The same page in every edition; those that would show a fallback say so."""
    up = str(escape(site.path)) if sheet.is_anywhere else "../" * (sheet.address.count("/") + 1)
    return said.address.join(_menu(site.languages, language, sheet.editions, up, catalogue.text("not translated yet")))


@cache
def _menu(languages: tuple[Language, ...], current: Language, editions: tuple[str, ...], up: str, note: str) -> tuple[str, ...]:
    """The language menu of all pages that are equally deep and in the same languages."""
    told, marked = f' <span class="tp-menu__note">({escape(note)})</span>', ' aria-current="true"'
    items = "".join(
        f'<li><a href="{up}{other.segment}/{_ADDRESS}" hreflang="{other.tag}" lang="{other.tag}"{marked if other == current else ""}>{escape(other.autonym)}</a>'
        f'{told if _lacks(editions, other) else ""}</li>'
        for other in languages
    )
    return tuple(items.split(_ADDRESS))


def _lacks(editions: tuple[str, ...], language: Language) -> bool:
    """Whether a page would be a fallback in this language; pages that are in no language at all lack none."""
    return bool(editions) and any(editions) and language.tag not in editions


@cache
def _crumbs(crumbs: tuple[Crumb, ...], depth: int, home: str, here: str) -> str:
    """The way from the edition's home to all pages that are equally deep and below the same ones."""
    if not crumbs:
        return ""
    steps = [(home, ""), *((crumb.title, crumb.address) for crumb in crumbs)]
    up = "../" * depth
    links = "".join(f'<li><a href="{escape(up + address)}">{escape(title)}</a></li>' for title, address in steps)
    return f'<nav class="tp-crumbs" aria-label="{escape(here)}"><ol>{links}</ol></nav>'


def _change(sheet: Sheet, site: Site, catalogue: Catalogue) -> str:
    address = site.edit_address(sheet.source)
    if not address:
        return ""
    return f'<a class="tp-change" href="{escape(address)}">{escape(catalogue.text("Suggest a change to this page"))}</a>'
