"""The files that a record's facts name, with the way to each name, and the types of files that are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from tremplin.model.kinds.record import Facts
from tremplin.model.source import Path

FILMS = frozenset({".m4v", ".mov", ".mp4", ".ogg", ".ogv", ".webm"})
PICTURES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
"""No SVG: whoever opens such a picture by its own address runs the scripts in it."""
SOUNDS = frozenset({".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav"})
PAPERS = frozenset({".csv", ".docx", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".txt", ".xlsx"})
"""What people fill in, print or count with. Types that may carry programs (`.doc`, `.xlsm`, `.zip`, `.html`) are none of them."""
CAPTIONS = frozenset({".vtt"})
ALL_TYPES = FILMS | PICTURES | SOUNDS | PAPERS | CAPTIONS
TYPES_OF: Mapping[str, frozenset[str]] = {"file": FILMS, "audio_description": FILMS, "poster": PICTURES, "captions": CAPTIONS}
"""What each field of a film may name."""


def type_of(file: str) -> str:
    """The type of a file as its name tells it: `.webm`; empty where it tells none."""
    return PurePosixPath(file).suffix.lower()


def media_paths(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Films with their described versions, posters and captions, of those that are neither pending nor withdrawn."""
    for index, video in enumerate(facts.unless_wrong("videos", ())):
        if video.unless_wrong("state") != "published":
            continue
        for field in ("file", "poster", "audio_description"):
            file = video.unless_wrong(field)
            if file:
                yield ("videos", index, field), file
        for tag, file in video.unless_wrong("captions", {}).items():
            yield ("videos", index, "captions", tag), file
