"""Two things have one identifier, or identifiers that differ only by capital letters.

Many computers do not tell `JobPath` from `jobpath`, so one page would overwrite the other. Rename one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.draft import Draft
from tremplin.model.library import Library

_LISTS = ("sources", "gestures", "parts", "videos", "evolution", "transferability", "conclusions")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Identifiers that a list inside one record has twice."""
    for field in _LISTS:
        items = getattr(draft.record.facts, field, ())
        yield from _twice(draft, (field,), [item.id for item in items])
        if field == "gestures":
            for index, gesture in enumerate(items):
                yield from _twice(draft, (field, index, "criteria"), [criterion.id for criterion in gesture.criteria])


def _twice(draft: Draft, path: tuple[str | int, ...], ids: list[str]) -> Iterator[Diagnostic]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield Diagnostic("duplicate-id", draft.place(*path, index, "id"), message("`{id}` is used a second time in `{field}`", id=name, field=path[-1]), message("give one of the two another identifier"))


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Record folders whose names differ only by capital letters."""
    seen = Counter(path.casefold() for path in library.entries)
    for path in library.entries:
        if seen[path.casefold()] > 1:
            others = ", ".join(other for other in library.entries if other != path and other.casefold() == path.casefold())
            yield Diagnostic("duplicate-id", Location(f"{path}/record.yml"), message("another record has the same identifier: {others}", others=others), message("rename one of the folders"))
