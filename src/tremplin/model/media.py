"""The files that a record's facts name, with the way to each name."""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.model.kinds.module import ModuleFacts
from tremplin.model.kinds.record import Facts
from tremplin.model.source import Path


def media_paths(facts: Facts) -> Iterator[tuple[Path, str]]:
    """Films with their described versions, posters and captions of videos that are not pending."""
    for index, video in enumerate(facts.videos if isinstance(facts, ModuleFacts) else ()):
        if video.state == "pending":
            continue
        for field in ("file", "poster", "audio_description"):
            file = getattr(video, field)
            if file:
                yield ("videos", index, field), file
        for tag, file in video.captions.items():
            yield ("videos", index, "captions", tag), file
