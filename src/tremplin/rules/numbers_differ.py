"""A number of the original is not in the translation, or the other way round.

Figures are what readers quote. Numbers from 10 on, and all numbers with decimals, are compared, whatever signs stand between their digits.
A decade may be written with two digits or with four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Draft
from tremplin.model.figures import NUMBER, digits, has_digits, without_addresses
from tremplin.model.record import Value, Wording, group_of

_DECADE = re.compile(r"(?:1[89]|20)[1-9]0")
"""A year by which a decade may be named."""
_SMALLEST = 2
"""Digits. People write smaller numbers in words."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Texts whose numbers are not those of the original."""
    original = draft.record.words.get(draft.record.facts.original)
    if original is None:
        return
    wanted = _numbered(original)
    for wording in draft.record.words.values():
        found = _numbered(wording) if wording is not original else wanted
        for key in {**wanted, **found}:
            if wanted.get(key) != found.get(key) and key in original.texts and key in wording.texts:
                yield from _compared(draft, wording, key, wanted.get(key, set()), found.get(key, set()))


def _numbered(wording: Wording) -> dict[str, set[str]]:
    """The numbers of each text that has digits."""
    return {key: numbers(value) for key, value in wording.texts.items() if has_digits(value if isinstance(value, str) else "\n".join(value))}


def _compared(draft: Draft, wording: Wording, key: str, wanted: set[str], found: set[str]) -> Iterator[Diagnostic]:
    differing = _missing(wanted, found) | _missing(found, wanted)
    if not differing:
        return
    place = draft.words_place(wording.language, tuple(key.split("."))) if key not in wording.lines else draft.texts_place(wording, key)
    named = ", ".join(sorted(differing, key=lambda one: (len(one), one)))
    yield Diagnostic(
        "numbers-differ", place, message("`{key}`: these numbers are in the original or here, and not in both: {numbers}", key=group_of(key), numbers=named),
        message("compare the two texts; write the same numbers in digits in both"), Severity.WARNING,
    )


def _missing(wanted: set[str], found: set[str]) -> set[str]:
    """The numbers that only the first text has. The 1990s are `lata 90.` in Polish, and two digits in most other languages, too."""
    if wanted <= found:
        return set()
    decades = {one for one in wanted | found if _DECADE.fullmatch(one)}
    alike = {one for one in decades if one[2:] in found} | {one[2:] for one in decades & found}
    return wanted - found - alike


def numbers(value: Value) -> set[str]:
    """The numbers of a text, as digits only."""
    text = value if isinstance(value, str) else "\n".join(value)
    found = map(digits, NUMBER.findall(without_addresses(text)))
    return {one for one in found if len(one) >= _SMALLEST}
