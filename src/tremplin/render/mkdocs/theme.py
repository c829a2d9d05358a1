"""The theme's templates, compiled once for all editions, and without the fourteen thousand icons in every listing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import rcssmin
import rjsmin

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

THEME = Path(__file__).parents[2] / "theme"
"""Our overrides, styles and components."""


STYLES, PROGRAMS, ASSETS = "styles/", "programs/", "assets/"
"""One file for each concern of styles and programs, joined into few for readers; and the programs that are fetched by themselves."""


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
    """MkDocs lists all templates to find the theme's static files; names that begin with a dot are never among them."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, files in os.walk(root):
                folders[:] = [name for name in folders if name[0] not in "._"]
                found.update(os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/") for name in files)
        return sorted(found)


class _Memory(jinja2.BytecodeCache):
    """Compiled templates, kept for the other editions that this process builds, and inherited by its children."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key + bucket.checksum in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key + bucket.checksum])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


_MEMORY = _Memory()


@cache
def _loader(folders: tuple[str, ...]) -> _Templates:
    return _Templates(folders)


def lighten(environment: jinja2.Environment, folders: tuple[str, ...]) -> jinja2.Environment:
    """The theme's own environment, with listings and compiled templates shared between editions."""
    environment.loader = _loader(folders)
    environment.bytecode_cache = _MEMORY
    return environment
