"""The menu as `nav` in `mkdocs.yml` writes it, without what it cannot show."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from pathlib import PurePosixPath

from markupsafe import Markup, escape
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Section
from mkdocs.structure.pages import Page

from tremplin.model.site import NavEntry, names_page


def titles_in(nav: Iterable[NavEntry]) -> dict[str, str]:
    """The titles that `nav` gives to pages, by path; the first one where a page stands there twice."""
    found: dict[str, str] = {}
    for entry in nav:
        if entry.title:
            found.setdefault(PurePosixPath(entry.target).as_posix(), entry.title)
    return found


def title_of(page: Page) -> Markup:
    """The title of a page written by hand as HTML. Only what Markdown makes of a heading is HTML already; a configuration and a front matter hold text."""
    if not page.meta.get("title", "-"):
        del page.meta["title"]  # MkDocs would call the page "None".
    title = str(page.title)
    return escape(title if "title" in vars(page) or "title" in page.meta else unescape(title))


def without_dead_ends(items: Iterable[StructureItem]) -> list[StructureItem]:
    """The entries of a menu without pages that are not there, and without sections that had no others; their titles are HTML."""
    return [one for one in items if _leads_somewhere(one)]


def _leads_somewhere(item: StructureItem) -> bool:
    if isinstance(item, Section):
        item.title = escape(item.title)
        item.children = without_dead_ends(item.children)
        return bool(item.children)
    if isinstance(item, Link):
        item.title = escape(item.title or item.url)  # MkDocs would call it "None".
        return not names_page(item.url)
    return True
