"""A file has a type that is not published.

Readers get films (`.webm`, `.mp4`), sounds (`.mp3`), pictures (`.webp`, `.jpg`, `.png`), captions (`.vtt`) and documents (`.pdf`, `.odt`, `.docx`, `.txt`). Other types can run programs on a reader's computer, or cannot be opened by many: save the file in one of these types.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.library import Library
from tremplin.model.media import ALL_TYPES, TYPES_OF, media_paths, type_of
from tremplin.rules.media_path import is_inside


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Films, pictures and captions of another type than their field is for."""
    for path, file in media_paths(draft.record.facts):
        field = str(path[2])
        if is_inside(file) and type_of(file) not in TYPES_OF[field]:
            yield Diagnostic(
                "media-type", draft.place(*path), message("`{file}` is not of a type that `{field}` may have", file=file, field=field),
                message("save it as one of these: {types}", types=", ".join(sorted(TYPES_OF[field]))),
            )


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Files of other types that texts link to or show."""
    for entry in library.entries.values():
        for link in entry.links:
            folder, separator, file = link.target.partition("/media/")
            known = library.entries.get(folder) if separator and type_of(file) not in ALL_TYPES else None
            if known is not None and f"media/{file}" in known.media:
                yield Diagnostic(
                    "media-type", link.location, message("`{file}` is of a type that is not published", file=f"media/{file}"),
                    message("save it as a film (.webm, .mp4), a sound (.mp3), a picture (.webp, .jpg, .png) or a document (.pdf, .odt, .docx, .txt)"),
                )
