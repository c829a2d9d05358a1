"""Hand-written pages: which there are, and the live lists of records (`/// records`) in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tremplin.diagnostics import Location
from tremplin.model.site import Site
from tremplin.model.source import BlockSource

_START = re.compile(r"^ {0,3}/{3,} *records *$")
_OPTION = re.compile(r"^ {4,}([\w-]+) *: *(.*?) *$")


def handwritten_pages(site: Site) -> dict[str, tuple[str, ...]]:
    """For each language, the Markdown pages in its folder, relative to it, sorted."""
    return {tag: tuple(_pages(site.docs_dir / tag)) for tag in site.tags}


def _pages(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.md"))


def record_blocks(site: Site) -> Iterator[BlockSource]:
    """Every live list in every hand-written page, with its options as text."""
    for tag, pages in handwritten_pages(site).items():
        for page in pages:
            file = site.docs_dir / tag / page
            name = file.relative_to(site.base).as_posix()
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
            for index, line in enumerate(lines):
                if _START.match(line):
                    yield BlockSource(page, Location(name, index + 1), dict(_options(lines[index + 1 :])))


def _options(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = _OPTION.match(line)
        if not found:
            return
        yield found[1], found[2]
