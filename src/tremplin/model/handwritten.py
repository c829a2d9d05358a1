"""Pages written by hand, as far as their names say something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

from tremplin.diagnostics import Location


class LostLink(NamedTuple):
    """A link of a hand-written page to a file that nobody has brought. The site may still make it."""

    written: str
    path: str
    """What it leads to, as a path in the edition; `..` in front when it leaves the edition."""
    location: Location


def path_from(page: str, target: str) -> str:
    """What a relative link of a page leads to, as a path in its edition."""
    return normpath(f"{page.rpartition('/')[0] or '.'}/{unquote(target)}")


def page_address(page: str) -> str:
    """Where MkDocs publishes a hand-written page."""
    folder, _, name = page.rpartition("/")
    own = "" if name in {"index.md", "README.md", "index.html"} else name.removesuffix(".md") + "/"
    return (f"{folder}/" if folder else "") + own


def languages_of(address: str, pages: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The languages that have a page of their own at an address; its file may have another name in each."""
    return frozenset(tag for tag, names in pages.items() if any(page_address(name) == address for name in names))
