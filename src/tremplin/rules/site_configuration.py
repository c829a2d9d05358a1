"""A setting in `mkdocs.yml` is wrong.

The plugin `tremplin` needs at least `languages`. The other settings are those of MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import PurePosixPath

from tremplin.diagnostics import MOST, Diagnostic, Message, Severity, message
from tremplin.model.library import Library, addresses, is_draft
from tremplin.model.site import NavEntry, names_page


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Pages that the menu names and that no edition has: it is published without them."""
    known = {*(page for pages in library.pages.values() for page in pages), *(f"{address}index.md" for address in addresses(library))}
    for entry in islice((one for one in library.site.nav if names_page(one.target)), MOST):
        page = PurePosixPath(entry.target)
        if is_draft(library, page.parent.as_posix()):
            yield _warning(entry, message("`{target}` is a draft, which is not published", target=entry.target), message("publish it, or remove the link"))
        elif page.as_posix() not in known:
            folder = (library.site.docs_dir / library.site.default.tag).relative_to(library.site.base).as_posix()
            hint = message("correct the path, which begins in a folder such as `{folder}`, or write the page, or delete the line", folder=folder)
            yield _warning(entry, message("`{target}` is not there", target=entry.target), hint)


def _warning(entry: NavEntry, said: Message, hint: Message) -> Diagnostic:
    return Diagnostic("site-configuration", entry.location, said, hint, Severity.WARNING)
