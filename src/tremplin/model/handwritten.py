"""Pages written by hand: what was found of them, and what their names say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote

from tremplin.diagnostics import Diagnostic, Location
from tremplin.model.source import BlockSource


class LostLink(NamedTuple):
    """A link of a hand-written page to a file that nobody has brought. The site may still make it."""

    written: str
    path: str
    """What it leads to, as a path in the edition; `..` in front when it leaves the edition."""
    location: Location


@dataclass(frozen=True, slots=True)
class Handwritten:
    """What was found in the folder of hand-written pages."""

    pages: Mapping[str, tuple[str, ...]]
    """For each language, the Markdown pages that can be read, relative to its folder, sorted."""
    blocks: tuple[BlockSource, ...] = ()
    """Every live list in every page, with its options as text."""
    html: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each language, the pages that somebody has brought as HTML, relative to its folder, sorted."""
    lost_links: tuple[LostLink, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


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
