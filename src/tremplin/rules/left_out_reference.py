"""A field names something that is left out because it has faults, or because it is a draft.

Mend the other record or entry first; then this reference works again.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.library import Library, target_path


def check_library(library: Library) -> Iterator[Diagnostic]:
    """References to records and entries that are there but not published. Where a whole list cannot be read, that is said once, of the list."""
    for source, references in (("", library.lists.references), *((entry.path, entry.references) for entry in library.entries.values())):
        for reference in references:
            path = target_path(reference)
            if path != source and library.is_left_out(reference) and (path in library.entries or path in library.lists.left_out):
                yield Diagnostic(
                    "left-out-reference", reference.location, message("`{target}` is left out for now", target=path),
                    message("mend the faults of `{target}`, or publish it", target=path), Severity.WARNING,
                )
