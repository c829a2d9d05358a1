"""What `nav` in `mkdocs.yml` names, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tremplin.model.site import NavEntry
from tremplin.model.source import Document
from tremplin.model.source import Path as Way


def nav_entries(document: Document) -> Iterator[NavEntry]:
    """Every page and address of the menu, in its order."""
    return _entries(document, document.data.get("nav"), ("nav",), "")


def _entries(document: Document, value: Any, way: Way, title: str) -> Iterator[NavEntry]:
    if isinstance(value, str):
        yield NavEntry(value, document.place(way), title)
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _entries(document, inside, (*way, name), name)
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from _entries(document, inside, (*way, number), "")
