"""A link in a text leads to a record or file that is not there.

Links to other records are written as on GitHub: `../jobpath/en.md`. Files of the record stand in its `media` folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.kinds import BY_FOLDER
from tremplin.model.library import Library
from tremplin.model.record import Entry, Reference


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Relative links in prose that lead nowhere."""
    for entry in library.entries.values():
        for link in entry.links:
            if not _is_good(library, entry, link):
                yield Diagnostic("broken-link", link.location, message("`{target}` is not there", target=link.target), message("link to a record's folder or to a file in `media/`"))


def _is_good(library: Library, entry: Entry, link: Reference) -> bool:
    folder, _, rest = link.target.partition("/")
    if folder not in BY_FOLDER:
        return False
    record, _, file = rest.partition("/")
    path = f"{folder}/{record}"
    if path not in library.entries:
        return not record
    return not file or file.endswith(".md") or file in library.entries[path].media
