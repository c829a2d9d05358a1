"""Hand-written pages: which there are, the live lists of records (`/// records`) in them, and their links to files that nobody has brought."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tremplin.diagnostics import MOST, Diagnostic, Location, Severity, message
from tremplin.load.blocks import read_blocks
from tremplin.load.boundary import access_faults, is_litter, is_written, leads_out, link_faults, link_outside, listing, unwritten
from tremplin.load.configuration import is_text
from tremplin.load.text import no_ordinary_file, read_text
from tremplin.load.words import front, parted, unclosed
from tremplin.model.feed import FEED, FOLLOWED
from tremplin.model.handwritten import Handwritten, LostLink, languages_of, path_from
from tremplin.model.language import exists
from tremplin.model.links import relative_path, targets_in
from tremplin.model.prose import blanked, line_and_column
from tremplin.model.site import Site
from tremplin.model.source import BlockSource

_FIELD = re.compile(r"[\w-]+ *:(?:\s|$)")
_NO_TEXT = re.compile(r"- |[\[{]")
"""What somebody may have written in the place of fields, if a line `---` closes it."""
_OURS = frozenset({*(f"{page}{FEED}" for page in FOLLOWED), "404.html", "sitemap.xml"})
"""Files that every edition has, or the site as a whole; another would be lost without a word."""
HOME = "index.md"
_OF_THE_THEME = "assets/"
"""Where files of the theme are, of which only MkDocs knows whether they are there."""
_UNREAD = re.compile(r"<!--.*?(?:-->|\Z)|^(?: {4}|\t)[^\n]*", re.DOTALL | re.MULTILINE)
"""Remarks, and lines that are indented so far."""
_TEXTS = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""What MkDocs takes for pages; we know those that end in `.md`."""


def read_handwritten(site: Site) -> Handwritten:
    """The hand-written pages of every language."""
    locked = access_faults(site.docs_dir, site.base) if site.docs_dir.is_dir() else []
    if locked:
        return Handwritten(dict.fromkeys(site.tags, ()), diagnostics=tuple(locked))
    parts = [_of_language(site, tag) for tag in site.tags]
    pages = {tag: names for part in parts for tag, names in part.pages.items()}
    return Handwritten(
        pages, tuple(block for part in parts for block in part.blocks), {tag: names for part in parts for tag, names in part.html.items()},
        tuple(link for part in parts for link in part.lost_links),
        (*_strays(site), *(one for part in parts for one in part.diagnostics), *([] if languages_of("", pages) else [_homeless(site)])),
    )


def _of_language(site: Site, tag: str) -> Handwritten:
    pages, html, blocks, links, diagnostics = list[str](), list[str](), list[BlockSource](), list[LostLink](), list[Diagnostic]()
    for file in _files(site.docs_dir / tag, site.base, diagnostics):
        name, page = file.relative_to(site.base).as_posix(), file.relative_to(site.docs_dir / tag).as_posix()
        if file.suffix != ".md":
            diagnostics += _taken(page, name)
            html += [page] if file.name == "index.html" else []
            continue
        text, faults = read_text(file, name)
        own, wrong = read_blocks(text, page, name)
        diagnostics += [*faults, *_front_faults(text, name), *wrong]
        blocks += own
        links += islice(_lost_links(text, page, name, site), MOST)
        pages += [page] if not faults else []
    return Handwritten({tag: tuple(sorted(pages))}, tuple(blocks), {tag: tuple(sorted(html))}, tuple(links), tuple(diagnostics))


def files_beside(site: Site) -> dict[str, tuple[str, ...]]:
    """For each language, what lies beside its pages (pictures, styles, programs), relative to its folder, sorted."""
    return {tag: tuple(sorted(_beside(site.docs_dir / tag, site.base))) for tag in site.tags}


def theme_faults(site: Site) -> tuple[Diagnostic, ...]:
    """What may not be published of the folder with changes to the theme: every file in it is. Templates that are not UTF-8 would stop MkDocs, which does not say where."""
    found: list[Diagnostic] = []
    templates = [file for file in _files(site.theme_dir, site.base, found) if file.suffix == ".html"] if site.theme_dir is not None else []
    for file in templates:
        found += (fault for fault in read_text(file, file.relative_to(site.base).as_posix())[1] if fault.code == "not-utf8")
    return tuple(found)


def _beside(folder: Path, base: Path) -> Iterator[str]:
    for file in _files(folder, base, []):
        if file.suffix not in _TEXTS and not is_litter(file.name):
            yield file.relative_to(folder).as_posix()


def _files(folder: Path, base: Path, diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """The files below a folder, sorted; links that lead out are told and not followed."""
    if _is_elsewhere(folder, base):
        diagnostics.append(link_outside(folder.relative_to(base).as_posix()))
        return
    diagnostics += access_faults(folder, base) if folder.exists() else []
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for name in folders:
            diagnostics += link_faults(Path(parent, name), base) or access_faults(Path(parent, name), base)
        for name in sorted(files):
            file = Path(parent, name)
            faults = _file_faults(file, base)
            diagnostics += faults
            if not faults:
                yield file


def _is_elsewhere(folder: Path, base: Path) -> bool:
    """Whether a folder of pages, or one in which it lies, is a link that leads out of the base."""
    steps = (folder, *folder.parents)[: len(folder.relative_to(base).parts)]
    return any(step.is_symlink() for step in steps) and leads_out(folder, base)


def _file_faults(file: Path, base: Path) -> list[Diagnostic]:
    name = file.relative_to(base).as_posix()
    if not is_written(name):
        return [unwritten(name)]
    return link_faults(file, base) or ([] if file.is_file() else [no_ordinary_file(name)])


def _lost_links(text: str, page: str, name: str, site: Site) -> Iterator[LostLink]:
    """Links to files that no edition has. MkDocs takes a target for a file when its name has a type, and lines that are indented far mostly for code."""
    if not site.tells_lost_links:
        return
    folders = (*(site.docs_dir / tag for tag in site.tags), *([site.theme_dir] if site.theme_dir else []))
    plain = blanked(_UNREAD, text)
    for start, target in targets_in(plain):
        path = relative_path(target)
        if path.startswith("/") or "." not in path.rpartition("/")[2].strip("."):
            continue
        wanted = path_from(page, path)
        if wanted.startswith("..") or not (wanted.startswith(_OF_THE_THEME) or any(os.path.isfile(folder / wanted) for folder in folders)):
            line, column = line_and_column(plain, start)
            yield LostLink(target, wanted, Location(name, line + 1, column))


def _front_faults(text: str, name: str) -> list[Diagnostic]:
    """What is wrong with the fields at the top of a page: MkDocs would publish them as text, without a word."""
    parts = parted(text)
    first = next((line for line in (parts.front if parts else "").split("\n") if line.strip() and line[0] != "#"), "")
    if parts is None or not (_FIELD.match(first) or _NO_TEXT.match(first)):
        return []  # No fields at all, or a line across the page.
    if parts.body is None:
        return [unclosed(name)] if _FIELD.match(parts.front) else []
    fields, faults = front(parts.front, name)
    if fields and "template" in fields.data and not is_text(fields, ("template",)):
        said = message("`{field}` holds something of another kind", field="template")
        faults.append(Diagnostic("handwritten-page", fields.place(("template",)), said, message("a text is expected here")))
    return faults


def _strays(site: Site) -> Iterator[Diagnostic]:
    """Pages that belong to no edition."""
    for entry in listing(site.docs_dir):
        place = Location(_folder(entry.name, site))
        if entry.name.endswith(".md") and not entry.is_dir() and entry.name != "README.md":
            hint = message("move it into the folder of its language, such as `{folder}`", folder=_folder(site.default.tag, site))
            yield Diagnostic("unknown-file", place, message("this file is not used"), hint, Severity.WARNING)
        elif entry.is_dir() and entry.name not in site.tags and exists(entry.name) and Path(entry.path, HOME).exists():
            said = message("the site has no language `{tag}`: these pages are not used", tag=entry.name)
            yield Diagnostic("unknown-file", place, said, message("add it to `languages` in `mkdocs.yml`, or delete the folder"), Severity.WARNING)


def _folder(name: str, site: Site) -> str:
    return (site.docs_dir / name).relative_to(site.base).as_posix()


def _taken(page: str, name: str) -> Iterator[Diagnostic]:
    if page in _OURS:
        yield Diagnostic("duplicate-id", Location(name), message("the site has a file of its own at `{address}`", address=page), message("give this file another name"))


def _homeless(site: Site) -> Diagnostic:
    place = Location((site.docs_dir / site.default.tag / HOME).relative_to(site.base).as_posix())
    return Diagnostic("missing-home-page", place, message("the site has no home page"), message("write `{path}`", path=place.path))
