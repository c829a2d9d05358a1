"""What `nav` in `mkdocs.yml` names, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.scheme import unsafe_scheme
from tremplin.model.site import NavEntry
from tremplin.model.source import Document
from tremplin.model.source import Path as Way


def nav_entries(document: Document) -> Iterator[NavEntry]:
    """Every page and address of the menu, in its order."""
    return _entries(document, document.data.get("nav"), ("nav",), "")


def unsafe_entries(document: Document) -> Iterator[Diagnostic]:
    """Entries of the menu that would run a program in the browser of whoever follows them."""
    for entry in nav_entries(document):
        scheme = unsafe_scheme(entry.target)
        if scheme:
            yield Diagnostic("unsafe-link", entry.location, message("a link may not begin with `{scheme}:`", scheme=scheme[:40]), message("link to a page: `https://…`"))


def _entries(document: Document, value: Any, way: Way, title: str) -> Iterator[NavEntry]:
    if isinstance(value, str):
        yield NavEntry(value, document.place(way), title)
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _entries(document, inside, (*way, name), name)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from _entries(document, inside, (*way, number), "")
