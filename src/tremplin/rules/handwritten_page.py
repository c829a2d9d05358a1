"""MkDocs has found something in a hand-written page.

Often a link leads to a page that is not there. Other messages are those of MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Message, Severity, message
from tremplin.model.handwritten import LostLink
from tremplin.model.library import Library, is_draft, made_in


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Links to files that are neither written by hand nor made, or not published yet."""
    is_made = made_in(library)
    for link in library.lost_links:
        if is_draft(library, link.path.rpartition("/")[0]):
            yield _warning(link, message("`{target}` is a draft, which is not published", target=link.written), message("publish it, or remove the link"))
        elif not is_made(link.path):
            yield _warning(link, message("`{target}` is not there", target=link.written), _hint(library, link))


def _hint(library: Library, link: LostLink) -> Message:
    """What to write; records are linked as on GitHub only by each other."""
    folder, _, file = link.path.rpartition("/")
    if folder in library.entries and file.endswith(".md"):
        return message("write `{path}`", path=f"{link.written.rpartition('/')[0]}/index.md")
    return message("correct the path, or add the page or file that it names")


def _warning(link: LostLink, said: Message, hint: Message) -> Diagnostic:
    return Diagnostic("handwritten-page", link.location, said, hint, Severity.WARNING)
