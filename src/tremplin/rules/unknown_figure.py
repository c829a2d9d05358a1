"""A figure stands in the words of a record, and neither its record.yml nor a record it is based on knows it.

Figures are what readers quote: one of the two may be wrong. A change in people belongs under `evolution`, an amount under `cost`. A figure
that has no such place is written under the source that tells it: `figures: [151, 11.9]`. Looked at are numbers from 10 on, percentages and
decimals, in the language the record was first written in. Figures of an example stand between backticks.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.library import Library
from tremplin.model.record import Entry


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Figures that nothing in the base holds up. Those of a recommendation are mostly known to the records it is based on."""
    for entry in library.entries.values():
        elsewhere = _known_elsewhere(entry, library) if entry.doubts else None
        if elsewhere is None:
            continue
        for doubt in entry.doubts:
            unknown = [text for text, digits in doubt.figures if digits not in elsewhere]
            if unknown:
                yield Diagnostic(
                    "unknown-figure", doubt.location, message("`{key}`: record.yml does not know these figures: {numbers}", key=doubt.key, numbers="; ".join(unknown)),
                    message("correct them, or give them a place in record.yml: a field of their own, or `figures: […]` under their source"), Severity.WARNING,
                )


def _known_elsewhere(entry: Entry, library: Library) -> set[str] | None:
    """The figures of the records that one is based on; None where nobody can tell them: one is not there, or has wrong values, which is told already."""
    below = [library.entries.get(reference.target) for reference in entry.references if reference.field == "based_on"]
    if not all(one and one.figures for one in below):
        return None
    return {digits for one in below if one for digits in one.figures.split()}
