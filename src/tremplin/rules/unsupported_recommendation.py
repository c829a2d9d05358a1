"""A recommendation rests on no record of this base.

A demand without evidence is an opinion. Name at least one practice, trial, module or conclusion that supports it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.recommendation import RecommendationFacts
from tremplin.model.library import Library


def check(draft: Draft) -> Iterator[Diagnostic]:
    """A recommendation that names no record: that little is documented excuses no demand without evidence."""
    facts = draft.record.facts
    if isinstance(facts, RecommendationFacts) and not facts.based_on:
        yield Diagnostic(
            "unsupported-recommendation", draft.place("based_on"), message("this recommendation rests on no record"), message("name at least one under `based_on:`"),
        )


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Recommendations whose records are all left out, or are themselves."""
    for card in library.cards_of("recommendation"):
        support = [path for field, path in library.outgoing[card.path] if field == "based_on" and path != card.path]
        references = [reference for reference in library.entries[card.path].references if reference.field == "based_on"]
        if not support and references:
            place = references[0].location
            yield Diagnostic(
                "unsupported-recommendation", place, message("none of the records under `based_on` can support this recommendation"), message("name a record that is published"),
            )
