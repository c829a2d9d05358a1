"""A micro-training is shorter than 1 h 30 or longer than 24 h.

That is the project's definition of a micro-training. Split a longer course into several.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.module import ModuleFacts

SHORTEST, LONGEST = 90, 24 * 60
"""Minutes, from the SKY glossary."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Modules that are no micro-trainings by their length."""
    facts = draft.record.facts
    if isinstance(facts, ModuleFacts) and facts.duration and not SHORTEST <= facts.duration.minutes <= LONGEST:
        yield Diagnostic(
            "duration-range", draft.place("duration"), message("{duration} is not the length of a micro-training", duration=facts.duration),
            message("a micro-training lasts from 1h30 to 24h"),
        )
