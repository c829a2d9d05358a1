"""Hand-written pages: which there are, and the live lists of records (`/// records`) in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.load.boundary import is_written, link_faults, unwritten
from tremplin.load.text import no_ordinary_file, read_text
from tremplin.model.site import Site
from tremplin.model.source import BlockSource

_START = re.compile(r"^ {0,3}/{3,} *records *$")
_OPTION = re.compile(r"^ {4,}([\w-]+) *: *(.*?) *$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Handwritten:
    """What was found in the folder of hand-written pages."""

    pages: dict[str, tuple[str, ...]]
    """For each language, the Markdown pages that can be read, relative to its folder, sorted."""
    blocks: tuple[BlockSource, ...]
    """Every live list in every page, with its options as text."""
    diagnostics: tuple[Diagnostic, ...]


def read_handwritten(site: Site) -> Handwritten:
    """The hand-written pages of every language."""
    pages: dict[str, tuple[str, ...]] = {}
    blocks: list[BlockSource] = []
    diagnostics: list[Diagnostic] = []
    for tag in site.tags:
        found = []
        for file in _files(site.docs_dir / tag, site.base, diagnostics):
            if file.suffix == ".md":
                name = file.relative_to(site.base).as_posix()
                text, faults = read_text(file, name)
                diagnostics += faults
                page = file.relative_to(site.docs_dir / tag).as_posix()
                found += [page] if not faults else []
                blocks += _blocks(text, page, name)
        pages[tag] = tuple(sorted(found))
    if not any(HOME in found for found in pages.values()):
        diagnostics.append(_homeless(site))
    return Handwritten(pages, tuple(blocks), tuple(diagnostics))


def _files(folder: Path, base: Path, diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """The files below a folder, sorted; links that lead out are told and not followed."""
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in folders:
            diagnostics += link_faults(Path(parent, name), base)
        for name in sorted(files):
            file = Path(parent, name)
            faults = _file_faults(file, base)
            diagnostics += faults
            if not faults:
                yield file


def _file_faults(file: Path, base: Path) -> list[Diagnostic]:
    name = file.relative_to(base).as_posix()
    if not is_written(name):
        return [unwritten(name)]
    return link_faults(file, base) or ([] if file.is_file() else [no_ordinary_file(name)])


def _blocks(text: str, page: str, name: str) -> Iterator[BlockSource]:
    lines, fence = text.split("\n"), ""
    for index, line in enumerate(lines):
        found = _FENCE.match(line)
        if found:
            fence = "" if fence and found[1].startswith(fence) else fence or found[1]
        elif not fence and _START.match(line):
            yield BlockSource(page, Location(name, index + 1), dict(_options(lines[index + 1 :])))


def _options(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        found = _OPTION.match(line)
        if not found:
            return
        yield found[1], found[2]


def _homeless(site: Site) -> Diagnostic:
    place = Location((site.docs_dir / site.default.tag / HOME).relative_to(site.base).as_posix())
    return Diagnostic("missing-home-page", place, message("the site has no home page"), message("write `{path}`", path=place.path))
