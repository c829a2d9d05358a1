"""A file is not used.

In a record's folder, words go into `<language>.md`, facts into `record.yml`, films and pictures into `media`. Of what lies in `media`, only those files are published that `record.yml` names or a text of the record links to or shows. Hand-written pages go into `docs/<language>`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.model.draft import Draft


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Media that nothing names, once all words of the record could be read."""
    source, record = draft.source, draft.record
    if {*source.words, *source.unread} != record.words.keys():
        return  # A text that has faults may name them.
    if any(video.has_gaps for video in record.facts.get("videos", ())):
        return  # So may a value that is wrong.
    for file, media in source.media.items():
        if file.startswith("media/") and file not in record.media and not media.is_unusable:
            yield Diagnostic(
                "unknown-file", Location(f"{source.folder}/{file}"), message("nothing that is shown names this file"),
                message("link to it from the text, name it in record.yml, or delete it; it is not published"), Severity.WARNING,
            )
