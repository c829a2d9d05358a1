"""The path of a film or picture leads out of the record's folder.

Write the path as it is inside the folder: `media/demonstration.webm`.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.media import media_paths


def is_inside(file: str) -> bool:
    """Whether a path leads, on every system, to what is published of a record."""
    return normpath(file) == file and file.startswith("media/") and "\\" not in file and ":" not in file


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Absolute paths, paths with `..`, and paths with a drive or a backslash."""
    for path, file in media_paths(draft.record.facts):
        if not is_inside(file):
            yield Diagnostic(
                "media-path", draft.place(*path), message("`{file}` is not a path inside this record's folder", file=file), message("write for example `media/demonstration.webm`"),
            )
