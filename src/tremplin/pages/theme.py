"""The page of a theme: whose vocabulary it comes from, and every record on it; and the list of all themes."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model.edition import Edition
from tremplin.model.kinds import LIST_BY_NAME
from tremplin.model.library import Library
from tremplin.model.page import Crumb, Page
from tremplin.pages.gathered import Way, gathered, list_of_ways, numbers
from tremplin.pages.notices import machine_translated
from tremplin.pages.templates import render
from tremplin.pages.view import View, entry_title

ADDRESS = "themes/"


def themes(library: Library) -> Mapping[str, tuple[str, ...]]:
    """The themes that have a page, each with the records on it."""
    found = {name: _records_on(library, name) for name in library.lists.themes}
    return {name: paths for name, paths in found.items() if paths}


def _records_on(library: Library, name: str) -> tuple[str, ...]:
    return tuple(sorted({one.path for one in library.backlinks.get(f"{ADDRESS}{name}", ())}))


def theme_page(edition: Edition, name: str) -> Page:
    """One theme."""
    view, title, theme = View(edition, f"{ADDRESS}{name}/"), entry_title(edition, "theme", name), edition.library.lists.themes[name]
    paths = _records_on(edition.library, name)
    total = view.ngettext("{n} record", "{n} records", len(paths))
    machine = tuple(machine_translated(view, theme.machine_translated))
    uses = view.listing([view.label("theme_use", one) for one in theme.groups])
    html = render("theme.html", view=view, title=title, theme=theme, groups=gathered(edition, paths), total=total, machine=machine, uses=uses)
    data = {"@context": "https://schema.org", "@type": "DefinedTerm", "name": title.value, "termCode": name}
    return Page(
        address=view.address, language=edition.language.tag, title=title.value, description=f"{title.value}: {total}", html=html.encode(), section="themes",
        crumbs=(Crumb(view._(LIST_BY_NAME["theme"].plural), ADDRESS),), data=(data,), source="vocabulary.yml",
    )


def theme_list_page(edition: Edition) -> Page:
    """All themes that have records."""
    view, kind, lists = View(edition, ADDRESS), LIST_BY_NAME["theme"], edition.library.lists
    projects = {name: lists.projects.get(lists.themes[name].project or "") for name in lists.themes}
    return list_of_ways(view, kind.plural, kind.about, [
        Way(f"{ADDRESS}{name}/", entry_title(edition, "theme", name), project.acronym if (project := projects[name]) else "", numbers(view, paths))
        for name, paths in themes(edition.library).items()
    ])
