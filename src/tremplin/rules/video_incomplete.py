"""A published film lacks its file or address, or its licence.

Without a licence nobody knows whether it may be shown. Write `state: pending` until both are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.fields import WRONG, judged
from tremplin.model.kinds.module import ModuleFacts, Video

_HOSTS: Mapping[str, str] = {
    "youtube.com": "youtube", "youtu.be": "youtube", "youtube-nocookie.com": "youtube", "vimeo.com": "vimeo", "commons.wikimedia.org": "commons",
}


def _host_of(address: str) -> str:
    """The provider of a film, as its address tells it; empty for any other host."""
    name = urlsplit(address).hostname or ""
    return next((provider for host, provider in _HOSTS.items() if f".{name}".endswith(f".{host}")), "")


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Published films that cannot be shown or may not be."""
    facts = draft.record.facts
    for index, video in enumerate(facts.videos if isinstance(facts, ModuleFacts) else ()):
        yield from judged(_incomplete(draft, index, video))


def _incomplete(draft: Draft, index: int, video: Video) -> Iterator[Diagnostic]:
    if video.state != "published":
        return
    place, is_file = draft.place("videos", index), video.provider == "file"
    host = _host_of(video.unless_wrong("url") or "") if is_file and not video.unless_wrong("file", WRONG) else ""
    if host:
        yield Diagnostic(
            "video-incomplete", place, message("the film `{id}` is published but has no `{field}`", id=video.id, field="provider"), message("add `provider: {host}`", host=host),
        )
        return
    for field in ("file" if is_file else "url", "licence"):
        if not video.unless_wrong(field, WRONG):
            yield Diagnostic(
                "video-incomplete", place, message("the film `{id}` is published but has no `{field}`", id=video.id, field=field),
                message("add `{field}:`, or write `state: pending`", field=field),
            )
