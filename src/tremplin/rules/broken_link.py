"""A link in a text leads to a record or file that is not there.

Links to other records are written as on GitHub: `../jobpath/en.md`. Files of the record stand in its `media` folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tremplin.diagnostics import MOST, Diagnostic, Message, message
from tremplin.model.kinds import BY_FOLDER
from tremplin.model.library import Library, is_draft
from tremplin.model.record import Entry, Reference


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Relative links in prose that lead nowhere."""
    for entry in library.entries.values():
        yield from islice(_broken(library, entry), MOST)


def _broken(library: Library, entry: Entry) -> Iterator[Diagnostic]:
    for link in entry.links:
        record = "/".join(_parts(link)[:2])
        if not _is_good(library, link):
            yield _idle(link) if _is_idle(library, link) else Diagnostic("broken-link", link.location, *_nowhere(library, link, entry.path))
        elif record != entry.path and is_draft(library, record):  # What a draft shows of its own is published with it.
            yield Diagnostic(
                "broken-link", link.location, message("`{target}` is a draft, which is not published", target=link.target), message("publish it, or remove the link"),
            )


def _is_good(library: Library, link: Reference) -> bool:
    folder, record, file = _parts(link)
    if folder not in BY_FOLDER:
        return False
    known = library.entries.get(f"{folder}/{record}")
    if known is None:
        return not record
    return not file or file.endswith(".md") or (file.startswith("media/") and file in known.media)


def _nowhere(library: Library, link: Reference, folder: str) -> tuple[Message, Message]:
    """What is wrong with a link in a record's folder that leads to no record and no file, and what to write."""
    address, spaced = link.target.removeprefix(f"{folder}/"), _named_with_spaces(library, link)
    is_missing = message("`{target}` is not there", target=link.target)
    if address.startswith("www."):
        return is_missing, message("write `https://{address}`", address=address)
    if spaced:
        return is_missing, message("the address ends at the space: rename the file `{file}` without spaces, and write its new name here", file=spaced)
    if _parts(link)[0] not in BY_FOLDER:
        return message("texts of records cannot lead to `{target}`", target=link.target), message("link to a record's folder, to a file in `media/` or to a whole address: `https://…`")
    return is_missing, message("link to a record's folder or to a file in `media/`")


def _named_with_spaces(library: Library, link: Reference) -> str:
    """The file that is meant where the name ends at its first space; empty when there is none."""
    folder, record, file = _parts(link)
    known = library.entries.get(f"{folder}/{record}")
    return next((name for name in (*known.media, *known.idle) if name.startswith(f"{file} ")), "") if known and file.startswith("media/") else ""


def _is_idle(library: Library, link: Reference) -> bool:
    """Whether it is a file of another record, which that record does not publish."""
    folder, record, file = _parts(link)
    known = library.entries.get(f"{folder}/{record}")
    return known is not None and file.startswith("media/") and file in known.idle


def _idle(link: Reference) -> Diagnostic:
    return Diagnostic(
        "broken-link", link.location, message("`{target}` is not published, since its own record does not name it", target=link.target),
        message("link to it from that record, too, or copy it into the `media` folder of this one"),
    )


def _parts(link: Reference) -> tuple[str, str, str]:
    """The folder of the kind, the record, and the file in it."""
    folder, _, rest = link.target.partition("/")
    record, _, file = rest.partition("/")
    return folder, record, file
