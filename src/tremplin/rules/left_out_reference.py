"""A field names a record that is left out because it has faults, or because it is a draft.

Mend the other record first; then this reference works again.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.library import Library, target_path


def check_library(library: Library) -> Iterator[Diagnostic]:
    """References to records that are there but not published."""
    for entry in library.entries.values():
        for reference in entry.references:
            path = target_path(reference)
            if path in library.entries and path not in library.cards and path != entry.path:
                yield Diagnostic(
                    "left-out-reference", reference.location, message("`{target}` is left out for now", target=path),
                    message("mend the faults of `{target}`, or publish it", target=path), Severity.WARNING,
                )
