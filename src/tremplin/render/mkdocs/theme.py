"""The theme's templates, compiled once for all editions, and without the fourteen thousand icons in every listing."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

THEME = Path(__file__).parents[2] / "theme"
"""Our overrides, styles and components."""


STYLES = "styles/"
"""One file for each concern, joined into one for readers."""


def stylesheet() -> str:
    """The theme's styles in one file, in the order of their names."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted((THEME / STYLES).glob("*.css")))


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
