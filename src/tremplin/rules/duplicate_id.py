"""Two things have one identifier, or identifiers that differ only by capital letters.

Many computers do not tell `JobPath` from `jobpath`, so one page would overwrite the other. A hand-written page can stand in the way of a record's, too. Rename one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.draft import Draft
from tremplin.model.fields import Model
from tremplin.model.handwritten import page_address
from tremplin.model.kinds.lists import Partner, Project
from tremplin.model.library import Library, addresses
from tremplin.model.source import Document

_LISTS = ("sources", "gestures", "parts", "videos", "evolution", "transferability", "conclusions")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Identifiers that a list inside one record has twice."""
    for field in _LISTS:
        items = draft.record.facts.unless_wrong(field, ())
        yield from _twice(draft.place, (field,), items)
        if field == "gestures":
            for index, gesture in enumerate(items):
                yield from _twice(draft.place, (field, index, "criteria"), gesture.unless_wrong("criteria", ()))


def check_list(entries: Mapping[str, Model], document: Document) -> Iterator[Diagnostic]:
    """Identifiers that two commitments of a project have, and projects that an organisation names twice."""
    for name, entry in entries.items():
        if isinstance(entry, Project):
            yield from _twice(lambda *path: document.place(path), (name, "commitments"), entry.unless_wrong("commitments", ()))
        if isinstance(entry, Partner):
            yield from _two_parts(document, name, entry)


def _two_parts(document: Document, name: str, partner: Partner) -> Iterator[Diagnostic]:
    projects = [one.unless_wrong("project") for one in partner.unless_wrong("memberships", ())]
    for index, project in enumerate(projects):
        if project and project in projects[:index]:
            said = message("`{id}` is used a second time in `{field}`", id=project, field="memberships")
            yield Diagnostic("duplicate-id", document.place((name, "memberships", index, "project")), said, message("keep one of the two; the other would be lost"))


def _twice(place: Callable[..., Location], path: tuple[str | int, ...], items: Iterable[Model]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        name = item.unless_wrong("id", "")
        if name and name in seen:
            yield Diagnostic(
                "duplicate-id", place(*path, index, "id"), message("`{id}` is used a second time in `{field}`", id=name, field=path[-1]),
                message("give one of the two another identifier"),
            )
        seen.add(name)


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Record folders whose names differ only by capital letters, and hand-written pages where records have theirs."""
    yield from _other_case(library)
    own = set(addresses(library))
    for tag, pages in library.pages.items():
        yield from _in_the_way(library, tag, (*pages, *library.html.get(tag, ())), own)


def _in_the_way(library: Library, tag: str, pages: tuple[str, ...], own: set[str]) -> Iterator[Diagnostic]:
    """Pages of one language at addresses that the site or another page has."""
    seen: dict[str, str] = {}
    for page in pages:
        address = page_address(page)
        other = seen.setdefault(address, page)
        if address in own or other != page:
            place = Location((library.site.docs_dir / tag / page).relative_to(library.site.base).as_posix())
            ours = message("the site has a page of its own at `{address}`", address=address)
            said = ours if address in own else message("`{page}` is published at the same address", page=other)
            yield Diagnostic("duplicate-id", place, said, message("give this page another name"))


def _other_case(library: Library) -> Iterator[Diagnostic]:
    seen = Counter(path.casefold() for path in library.entries)
    for path in library.entries:
        if seen[path.casefold()] > 1:
            others = ", ".join(other for other in library.entries if other != path and other.casefold() == path.casefold())
            yield Diagnostic(
                "duplicate-id", Location(f"{path}/record.yml"), message("another record has the same identifier: {others}", others=others), message("rename one of the folders"),
            )
