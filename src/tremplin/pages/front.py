"""What stands above the editions: the choice of language at `/`, the page for lost visitors, the sitemaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from html import escape

from tremplin.cache import code_digest, digest
from tremplin.locales import catalogue, catalogues_digest
from tremplin.model.handwritten import languages_of, page_address
from tremplin.model.language import Language
from tremplin.model.library import Library
from tremplin.model.record import Card
from tremplin.model.site import Site
from tremplin.pages import Plan
from tremplin.pages.templates import render

_Mapped = tuple[str, tuple[str, ...]]
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def front_files(library: Library, plans: tuple[Plan, ...]) -> Mapping[str, tuple[str, Callable[[], str]]]:
    """Every file outside the editions, and the editions' sitemaps: a hash of what each is made from, and how to make it."""
    site = library.site
    choices = [(language, catalogue(language.tag).text) for language in site.languages]
    own = languages_of("", library.pages)
    homes = [language for language in site.languages if language.tag in own]
    common = digest(code_digest(), site.digest, catalogues_digest(site.tags), [language.tag for language in homes])
    files: dict[str, tuple[str, Callable[[], str]]] = {
        "index.html": (common, lambda: render("chooser.html", site=site, choices=choices, homes=homes, lost=False)),
        "404.html": (common, lambda: render("chooser.html", site=site, choices=choices, lost=True)),
        "robots.txt": (common, lambda: "User-agent: *\nAllow: /\n" + (f"Sitemap: {site.url}sitemap.xml\n" if site.url else "")),
    }
    if site.url:
        pages = tuple(_pages(library, plans))
        mapped = digest(common, pages)
        files["sitemap.xml"] = (common, lambda: _index(site))
        alternates = cache(partial(_alternates, site))  # They are the same in the sitemaps of all editions.
        files |= {f"{language.segment}/sitemap.xml": (mapped, partial(_sitemap, site, pages, language, alternates)) for language in site.languages}
    return files


def _index(site: Site) -> str:
    maps = "".join(f"<sitemap><loc>{escape(site.url)}{language.segment}/sitemap.xml</loc></sitemap>\n" for language in site.languages)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex {_SITEMAP}>\n{maps}</sitemapindex>\n'


def _sitemap(site: Site, pages: tuple[_Mapped, ...], language: Language, alternates: Callable[[str, tuple[str, ...]], str]) -> str:
    """The pages of one edition that have words in its language, each with its alternates; the choice of language stands with the first edition."""
    root = escape(site.url)
    entries = [f"<url><loc>{root}{language.segment}/{escape(address)}</loc>{alternates(address, tags)}</url>\n" for address, tags in pages if language.tag in tags]
    if language == site.default:
        entries = [f"<url><loc>{root}</loc>{alternates(address, tags)}</url>\n" for address, tags in pages if not address] + entries
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_SITEMAP} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(entries)}</urlset>\n'


def _pages(library: Library, plans: tuple[Plan, ...]) -> Iterator[_Mapped]:
    """Every address, and the languages in which it has words of its own."""
    tags = library.site.tags
    for address in dict.fromkeys(page_address(name) for pages in library.pages.values() for name in pages):
        own = languages_of(address, library.pages)
        yield address, tuple(tag for tag in tags if tag in own)
    for plan in plans:
        if plan.kind != "left-out":
            card = library.cards.get(plan.subject) if plan.kind == "record" else None
            yield plan.address, _languages(card, tags)


def _languages(card: Card | None, tags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(tag for tag in tags if tag in card.titles) if card else tags


def _alternates(site: Site, address: str, tags: tuple[str, ...]) -> str:
    """The same page in every language that it has; who speaks none of them chooses one at `/`."""
    root, end = escape(site.url), escape(address)
    segments = [site.language(tag).segment for tag in tags]
    others = "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{root}{segment}/{end}"/>' for tag, segment in zip(tags, segments, strict=True))
    first = f"{segments[0]}/{end}" if address else ""
    return f'{others}<xhtml:link rel="alternate" hreflang="x-default" href="{root}{first}"/>'
