"""The parts of a session do not add up to its duration.

A trainer plans the day with these numbers. Change the minutes of a part, or `duration`, until both say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.module import ModuleFacts
from tremplin.model.scalars import Duration


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Modules whose timetable and duration disagree."""
    facts = draft.record.facts
    if not isinstance(facts, ModuleFacts) or not facts.parts or facts.duration is None:
        return
    total = sum(part.duration.minutes for part in facts.parts)
    if total != facts.duration.minutes:
        yield Diagnostic(
            "parts-duration", draft.place("parts"), message("the parts add up to {total}, the duration is {duration}", total=Duration(total), duration=facts.duration),
            message("correct one of the parts, or the duration"),
        )
