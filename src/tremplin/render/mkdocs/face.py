"""What differs from page to page in the theme: title, head, language menu, link for changes, body."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, NamedTuple

from babel.core import get_global
from markupsafe import Markup, escape

from tremplin.locales import Catalogue
from tremplin.model.feed import FEED, FOLLOWED
from tremplin.model.language import Language
from tremplin.model.marker import marker
from tremplin.model.page import Crumb, Page
from tremplin.model.site import Site


@dataclass(frozen=True, slots=True)
class Face:
    """The strings that fill the gaps of a shell. All but plain titles are HTML, safe as they stand."""

    title: Markup
    head: Markup
    languages: Markup
    crumbs: Markup
    change: Markup
    body: Markup

    def values(self) -> Mapping[str, str]:
        """Each gap and what goes into it."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


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


def face(sheet: Sheet, body: str, site: Site, language: Language, catalogue: Catalogue) -> Face:
    """What a page puts into the theme."""
    return Face(
        title=escape(sheet.title), head=Markup("\n      ".join(_head(sheet, site, language))),  # noqa: S704
        languages=_languages(sheet, site, language, catalogue),
        crumbs=_crumbs(sheet, catalogue), change=_change(sheet, site, catalogue), body=Markup(body),  # noqa: S704  bodies come from our templates and MkDocs
    )


class _Escaped(NamedTuple):
    """What lines of the head say, ready for HTML."""

    title: Markup
    description: Markup
    address: Markup


def _head(sheet: Sheet, site: Site, language: Language) -> Iterator[str]:
    """The lines of the head; everything in them is escaped."""
    said = _Escaped(escape(sheet.title), escape(" ".join(sheet.description.split())), escape(sheet.address))
    others = tuple(alternates(site, sheet.editions))
    if said.description:
        yield f'<meta name="description" content="{said.description}">'
    if sheet.is_fallback:
        yield '<meta name="robots" content="noindex">'
    elif site.url:
        yield f'<link rel="canonical" href="{escape(site.url)}{language.segment}/{said.address}">'
        yield _links(site.url, others, is_home=not sheet.address).replace(_ADDRESS, said.address)
    if not sheet.is_anywhere:
        yield from _told_elsewhere(said, site, language, others)
        if site.url and sheet.address in FOLLOWED:
            yield f'<link rel="alternate" type="application/rss+xml" title="{said.title}" href="{escape(site.url)}{language.segment}/{said.address}{FEED}">'
    for data in (*sheet.data, *([_breadcrumb(sheet, site, language)] if sheet.crumbs and site.url else [])):
        text = _JSON.encode(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        yield f'<script type="application/ld+json">{text}</script>'


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


_ADDRESS = marker("address")
"""Stands for a page's address in lines that pages share but for it."""


@cache
def _links(root: str, others: tuple[Language, ...], *, is_home: bool) -> str:
    """The lines that name the editions of a page. Who speaks none of their languages chooses one at `/`, or reads the page in the first of them."""
    named = [(other.tag, f"{other.segment}/{_ADDRESS}") for other in others]
    named.append(("x-default", "" if is_home else named[0][1]))
    return "\n      ".join(f'<link rel="alternate" hreflang="{tag}" href="{escape(root)}{address}">' for tag, address in named)


CARD = "assets/card.png"
"""The picture that stands for the site elsewhere, 1200 × 630; a base may put its own in the place of ours."""


def _told_elsewhere(said: _Escaped, site: Site, language: Language, others: tuple[Language, ...]) -> Iterator[str]:
    """What a message or a social network shows of a page to which somebody links (Open Graph)."""
    yield f'<meta property="og:title" content="{said.title}">'
    if said.description:
        yield f'<meta property="og:description" content="{said.description}">'
    yield f'<meta property="og:type" content="{"article" if "/" in said.address.rstrip("/") else "website"}">'
    if site.url:
        yield f'<meta property="og:url" content="{escape(site.url)}{language.segment}/{said.address}">'
    yield _card(site.name, site.url, language, others)


@cache
def _card(name: str, url: str, language: Language, others: tuple[Language, ...]) -> str:
    """What all pages of an edition tell that are in the same languages. A picture is shown only under its whole address."""
    lines = [f'<meta property="og:site_name" content="{escape(name)}">', f'<meta property="og:locale" content="{_locale(language.tag)}">']
    if url:
        lines += [
            f'<meta property="og:image" content="{escape(url)}{language.segment}/{CARD}">',
            '<meta property="og:image:width" content="1200">', '<meta property="og:image:height" content="630">',
            f'<meta property="og:image:alt" content="{escape(name)}">', '<meta name="twitter:card" content="summary_large_image">',
        ]
    lines += [f'<meta property="og:locale:alternate" content="{_locale(other.tag)}">' for other in others if other.tag != language.tag]
    return "\n      ".join(lines)


@cache
def _locale(tag: str) -> str:
    """A language as Open Graph writes it, with the country where most of its readers are: `fr` is `fr_FR`."""
    parts = tag.split("-")
    territory = parts[-1] if parts[-1].isupper() else get_global("likely_subtags").get(parts[0], "").rpartition("_")[2]
    return f"{parts[0]}_{territory}" if territory else parts[0]


def alternates(site: Site, editions: Sequence[str]) -> list[Language]:
    """The editions in which a page has words of its own; all of them when it is made of interface strings only.

    The first is where a reader goes of whom nothing is known: the site's default language if the page is in it.
    """
    return [language for language in site.languages if not editions or language.tag in editions]


def absolute(site: Site, language: Language, address: str) -> str:
    """The full address of a page."""
    return f"{site.url}{language.segment}/{address}"


def _breadcrumb(sheet: Sheet, site: Site, language: Language) -> Mapping[str, Any]:
    steps = [(site.name, ""), *((crumb.title, crumb.address) for crumb in sheet.crumbs), (sheet.title, sheet.address)]
    return {
        "@context": "https://schema.org", "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": n, "name": name, "item": absolute(site, language, address)} for n, (name, address) in enumerate(steps, 1)],
    }


def _languages(sheet: Sheet, site: Site, language: Language, catalogue: Catalogue) -> Markup:
    """The same page in every edition; those that would show a fallback say so."""
    up = escape(site.path) if sheet.is_anywhere else "../" * (sheet.address.count("/") + 1)
    lacking = tuple([other.tag for other in site.languages if _lacks(sheet, other)])
    menu = _menu(site.languages, language, lacking, up, catalogue.text("not translated yet"))
    return Markup(menu.replace(_ADDRESS, escape(sheet.address)))  # noqa: S704  every part is escaped or checked


@cache
def _menu(languages: tuple[Language, ...], current: Language, lacking: tuple[str, ...], up: str, note: str) -> str:
    """The language menu of all pages that are equally deep and in the same languages."""
    told, marked = f' <span class="tp-menu__note">({escape(note)})</span>', ' aria-current="true"'
    return "".join(
        f'<li><a href="{up}{other.segment}/{_ADDRESS}" hreflang="{other.tag}" lang="{other.tag}"{marked if other == current else ""}>{escape(other.autonym)}</a>'
        f'{told if other.tag in lacking else ""}</li>'
        for other in languages
    )


def _lacks(sheet: Sheet, language: Language) -> bool:
    """Whether a page would be a fallback in this language; pages that are in no language at all lack none."""
    return bool(sheet.editions) and any(sheet.editions) and language.tag not in sheet.editions


def _crumbs(sheet: Sheet, catalogue: Catalogue) -> Markup:
    if not sheet.crumbs:
        return Markup("")
    steps = [(catalogue.text("Home"), ""), *((crumb.title, crumb.address) for crumb in sheet.crumbs)]
    up = "../" * sheet.address.count("/")
    links = "".join(f'<li><a href="{escape(up + address)}">{escape(title)}</a></li>' for title, address in steps)
    return Markup(f'<nav class="tp-crumbs" aria-label="{escape(catalogue.text("You are here"))}"><ol>{links}</ol></nav>')  # noqa: S704  every part is escaped


def _change(sheet: Sheet, site: Site, catalogue: Catalogue) -> Markup:
    address = site.edit_address(sheet.source)
    if not address:
        return Markup("")
    href, title = escape(address), escape(catalogue.text("Suggest a change to this page"))
    return Markup(f'<a class="tp-change" href="{href}">{title}</a>')  # noqa: S704  both are escaped
