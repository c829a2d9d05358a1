"""The path of a film or picture leads out of the record's folder.

Write the path as it is inside the folder: `media/demonstration.webm`.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import normpath

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.media import media_paths


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Absolute paths, paths with `..`, and paths with a drive or a backslash."""
    for path, file in media_paths(draft.record.facts):
        if file.startswith("/") or "\\" in file or ":" in file or normpath(file) != file or file.startswith(".."):
            yield Diagnostic("media-path", draft.place(*path), message("`{file}` is not a path inside this record's folder", file=file), message("write for example `media/demonstration.webm`"))
