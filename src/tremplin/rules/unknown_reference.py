"""A field names a record, partner, project, term or theme that does not exist.

The link would lead nowhere. The hint names what was probably meant. Correct the name, or add the record or entry first.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import islice

from tremplin.diagnostics import MOST, Diagnostic, Message, message
from tremplin.model.library import LIST_FOLDERS, Library, target_path
from tremplin.model.record import Reference

_SOUGHT = 100
"""Findings in one record, or in the lists, for which the name that was meant is looked for among all that there are. Each search takes its time."""


def check_library(library: Library) -> Iterator[Diagnostic]:
    """References that nothing answers to."""
    for references in (library.lists.references, library.lists.lost_references, *(entry.references for entry in library.entries.values())):
        missing = (one for one in references if library.resolve(one) is None and not library.is_left_out(one))
        yield from (_unknown(library, one, is_sought=number < _SOUGHT) for number, one in enumerate(islice(missing, MOST)))


def _unknown(library: Library, reference: Reference, *, is_sought: bool) -> Diagnostic:
    return Diagnostic(
        "unknown-reference", reference.location,
        message("there is no `{target}`", target=target_path(reference) if reference.kind != "theme" else reference.target),
        (_meant(library, reference) if is_sought else None) or message("write the name of something that exists, or remove the line"),
    )


def _meant(library: Library, reference: Reference) -> Message | None:
    """The name that was probably meant, or None."""
    if reference.kind in LIST_FOLDERS:
        known = list(library.lists.of(reference.kind))
    else:
        prefix = target_path(reference).partition("/")[0] + "/"
        known = [path if not reference.kind else path.removeprefix(prefix) for path in library.entries if not reference.kind or path.startswith(prefix)]
    close = difflib.get_close_matches(reference.target, known, 1, 0.5)
    return message("did you mean `{name}`?", name=close[0]) if close else None
