"""The theme's templates, compiled once for all editions, and without the fourteen thousand icons in every listing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import rcssmin
import rjsmin

from tremplin.bytecode import Kept
from tremplin.cache import digest

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

THEME = Path(__file__).parents[2] / "theme"
"""Our overrides, styles and components."""


STYLES, PROGRAMS, ASSETS = "styles/", "programs/", "assets/"
"""One file for each concern of styles and programs, joined into few for readers; and the programs that are fetched by themselves."""
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", STYLES, PROGRAMS)
"""Material's own styles and programs: our theme brings its own, smaller ones, of which most are joined."""


@cache
def joined() -> tuple[tuple[str, str], ...]:
    """What readers get in the place of many files and of remarks that only we read, by path and content: the styles, and all programs."""
    return tuple(_joined())


def _joined() -> Iterator[tuple[str, str]]:
    yield f"{ASSETS}tremplin.css", rcssmin.cssmin("\n".join(_texts(THEME / STYLES, "*.css")))
    for folder in sorted((THEME / PROGRAMS).iterdir()):
        yield f"{ASSETS}{folder.name}.js", rjsmin.jsmin("".join(map(_apart, _texts(folder, "*.js"))))
    for file in sorted((THEME / ASSETS).glob("*.js")):
        yield f"{ASSETS}{file.name}", rjsmin.jsmin(file.read_text(encoding="utf-8"))


def _texts(folder: Path, pattern: str) -> Iterator[str]:
    """What stands in the files of a folder, in the order of their names."""
    return (file.read_text(encoding="utf-8") for file in sorted(folder.glob(pattern)))


def _apart(program: str) -> str:
    """A part of a program whose names and faults are its own: when it fails, the others go on."""
    return f"try {{\n{program}}} catch (fault) {{\n  reportError(fault);\n}}\n"


class _Templates(jinja2.FileSystemLoader):
    """Templates of the theme, from the base's own folder and from packages. Only the files of packages never change while a process lives."""

    def __init__(self, folders: tuple[str, ...], own: str | None) -> None:
        super().__init__(folders)
        self._own = own

    def list_templates(self) -> list[str]:
        """What may be a static file of the theme: MkDocs asks for all templates to find those."""
        return sorted({name for root in self.searchpath for name in (_static_files(root) if root == self._own else _static_files_of_package(root))})


def _static_files(root: str) -> Iterator[str]:
    """What lies in a folder of the theme without pages, without what nobody needs, and without names that begin with a dot, as fourteen thousand icons do."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name[0] not in "._"]
        paths = (os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/") for name in files if not name.endswith((".html", ".map")))
        yield from (path for path in paths if not path.startswith(UNUSED))


@cache
def _static_files_of_package(root: str) -> frozenset[str]:
    return frozenset(_static_files(root))


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates, kept for the other editions that this process builds and inherited by its children; in `files` also for other processes."""

    def __init__(self, files: Kept | None) -> None:
        self._known: dict[str, CodeType] = {}
        self._files = files

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get(bucket.key + bucket.checksum)
        if bucket.code is None and self._files is not None:
            self._files.load_bytecode(bucket)
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._remember(bucket)
        if self._files is not None:
            self._files.dump_bytecode(bucket)

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key + bucket.checksum] = bucket.code


@cache
def _compiled(*, is_plain: bool) -> _Compiled:
    """Templates of packages only, read as MkDocs reads them, are the same for all bases; all others stay in memory."""
    return _Compiled(Kept(Path(__file__), digest(version("jinja2"), version("mkdocs"))) if is_plain else None)


@cache
def _loader(folders: tuple[str, ...], own: str | None) -> _Templates:
    return _Templates(folders, own)


def lighten(environment: jinja2.Environment, folders: tuple[str, ...], own: str | None, *, is_extended: bool) -> jinja2.Environment:
    """The theme's own environment, with listings and compiled templates shared between editions.

    `own` is the folder that the base has of its own; where it `is_extended`, programs of others may change how templates are read.
    """
    environment.loader = _loader(folders, own)
    environment.bytecode_cache = _compiled(is_plain=own is None and not is_extended)
    return environment
