"""A published film lacks its file or address, or its licence.

Without a licence nobody knows whether it may be shown. Write `state: pending` until both are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.module import ModuleFacts

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
        if video.state != "published":
            continue
        host = _host_of(video.url or "") if video.provider == "file" and not video.file else ""
        if host:
            yield Diagnostic(
                "video-incomplete", draft.place("videos", index), message("the film `{id}` is published but has no `{field}`", id=video.id, field="provider"),
                message("add `provider: {host}`", host=host),
            )
            continue
        wanted = "file" if video.provider == "file" else "url"
        for field in (wanted, "licence"):
            if not getattr(video, field):
                yield Diagnostic(
                    "video-incomplete", draft.place("videos", index),
                    message("the film `{id}` is published but has no `{field}`", id=video.id, field=field),
                    message("add `{field}:`, or write `state: pending`", field=field),
                )
