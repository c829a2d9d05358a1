"""One page of an edition, before any theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Crumb(NamedTuple):
    """One step of the way from the edition's home to a page."""

    title: str
    address: str
    """Relative to the edition; empty for its home."""


class Page(NamedTuple):
    """A page that any renderer can publish."""

    address: str
    """Relative to the edition, with a slash at the end: `good_practices/jobpath/`."""
    language: str
    title: str
    """Plain text."""
    description: str
    html: bytes
    """Safe HTML with one heading of level 1, encoded once: it is hashed and written as it stands."""
    section: str
    """The folder of the catalogue it belongs to."""
    crumbs: tuple[Crumb, ...] = ()
    editions: tuple[str, ...] = ()
    """The languages in which the page has words of its own: the others show a fallback."""
    data: tuple[Mapping[str, Any], ...] = ()
    """schema.org descriptions (JSON-LD)."""
    source: str = ""
    """The file to change, relative to the base."""

    @property
    def body(self) -> str:
        """The HTML as text, for whoever looks into it."""
        return self.html.decode()

    @property
    def is_fallback(self) -> bool:
        """Whether nothing on it is in its own language: search engines are asked to leave it out."""
        return bool(self.editions) and self.language not in self.editions

    @property
    def depth(self) -> int:
        """How many folders below the edition's home it stands."""
        return self.address.count("/")
