"""A number of the original is not in the translation, or the other way round.

Figures are what readers quote. Numbers from 10 on, and all numbers with decimals, are compared, whatever signs stand between their digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Draft
from tremplin.model.figures import NUMBER, digits, without_addresses
from tremplin.model.record import Value, Wording, group_of

_LIKELY = re.compile(r"[0-9][^0-9]?[0-9]")
"""Without it no number is long enough. Most texts have none, and every build looks at all texts."""
_SMALLEST = 2
"""Digits. People write smaller numbers in words."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Texts whose numbers are not those of the original."""
    original = draft.record.words.get(draft.record.facts.original)
    if original is None:
        return
    wanted = {key: numbers(value) for key, value in original.texts.items()}
    for wording in draft.record.words.values():
        if wording is original:
            continue
        for key, value in wording.texts.items():
            if key in wanted:
                yield from _compared(draft, wording, key, wanted[key], numbers(value))


def _compared(draft: Draft, wording: Wording, key: str, wanted: set[str], found: set[str]) -> Iterator[Diagnostic]:
    if wanted == found:
        return
    place = draft.words_place(wording.language, ("title",)) if key not in wording.lines else draft.texts_place(wording, key)
    differing = ", ".join(sorted(wanted ^ found, key=lambda one: (len(one), one)))
    yield Diagnostic(
        "numbers-differ", place, message("`{key}`: these numbers are in the original or here, and not in both: {numbers}", key=group_of(key), numbers=differing),
        message("compare the two texts; write the same numbers in digits in both"), Severity.WARNING,
    )


def numbers(value: Value) -> set[str]:
    """The numbers of a text, as digits only."""
    text = value if isinstance(value, str) else "\n".join(value)
    if not _LIKELY.search(text):
        return set()
    found = map(digits, NUMBER.findall(without_addresses(text)))
    return {one for one in found if len(one) >= _SMALLEST}
