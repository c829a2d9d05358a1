"""A film, picture or caption file is not there, or is empty.

Add the file, or write `state: pending` for a film that does not exist yet: the page then says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.media import media_paths
from tremplin.rules.media_path import is_inside


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Media that facts name and the folder lacks, or that hold nothing."""
    for path, file in media_paths(draft.record.facts):
        if not is_inside(file):
            continue  # `media-path` reports it.
        media = draft.source.media.get(file)
        if media is None:
            yield Diagnostic(
                "missing-media", draft.place(*path), message("there is no file `{file}` in this folder", file=file), message("add it, or write `state: pending` until it exists"),
            )
        elif media.size == 0:
            yield Diagnostic(
                "missing-media", draft.place(*path), message("the file `{file}` is empty", file=file), message("copy it again, or write `state: pending` until it exists"),
            )
