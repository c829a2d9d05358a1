"""A trial reports on a gesture or criterion that its micro-training does not have.

One of the two identifiers is misspelt, or the module has changed since.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.library import Library


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Results about criteria that nobody has defined."""
    for entry in library.entries.values():
        criteria = {f"{reference.target}": reference for reference in entry.references if reference.field == "module"}
        for result in entry.results:
            for module in criteria:
                known = library.entries.get(f"microtrainings/{module}")
                if known and known.card and result.target not in known.criteria:
                    yield Diagnostic(
                        "unknown-criterion", result.location, message("`{module}` has no criterion `{criterion}`", module=module, criterion=result.target),
                        message("compare it with the gestures in microtrainings/{module}/record.yml", module=module),
                    )
