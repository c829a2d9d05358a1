"""A published film lacks its file or address, or its licence.

Without a licence nobody knows whether it may be shown. Write `state: pending` until both are known.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.module import ModuleFacts


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Published films that cannot be shown or may not be."""
    facts = draft.record.facts
    for index, video in enumerate(facts.videos if isinstance(facts, ModuleFacts) else ()):
        if video.state != "published":
            continue
        wanted = "file" if video.provider == "file" else "url"
        for field in (wanted, "licence"):
            if not getattr(video, field):
                yield Diagnostic(
                    "video-incomplete", draft.place("videos", index),
                    message("the film `{id}` is published but has no `{field}`", id=video.id, field=field),
                    message("add `{field}:`, or write `state: pending`", field=field),
                )
