"""Figures: the numbers in texts and in facts, compared by their digits, whatever signs stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tremplin.diagnostics import Location
from tremplin.model.draft import Draft
from tremplin.model.fields import Model, WrongValue
from tremplin.model.prose import line_and_column, without_code
from tremplin.model.record import Doubt, Wording
from tremplin.model.scalars import Count, Duration, Moment, PartialDate

NUMBER = re.compile(r"[0-9](?:[0-9]{0,2}(?:[ \u00a0\u202f.,\u2019'][0-9]{3})+(?![0-9])|[0-9]*)(?:[.,][0-9]+)?")
"""It begins with one digit, so that the search can leap over everything else."""
_ADDRESS = re.compile(r"\]\((?:(?:[^()\s]|\([^()\s]*\))*|media/[^()\n]*)\)|https?://\S+")
"""A file that somebody has named with spaces has no good address, but what stands there is no figure."""
_PAGE_NAME = re.compile(r"(?<=\[)[^\[\]]+(?=\]\((?![a-z]+:))", re.IGNORECASE)
"""What a page of this base is called where a text leads to it."""
_PERCENT = re.compile(r"[ \u00a0\u202f]?%")
_NO_FACTS = frozenset({"id", "created", "updated", "accessed", "source", "supports"})
"""Fields that tell nothing about the thing that a record is about."""
_SMALLEST = 2
"""Digits. People write smaller numbers in words."""
_WHOLE = "100"
"""“58 out of 100” says what “58 %” says."""
_YEAR = "12"
"""“In work within 12 months”: nobody has a field for the length of a year."""
_MILLION = 1_000_000
_EXAMINED = {"module": frozenset({"title", "summary", "plain_summary", "learning_outcomes", "gestures", "parts"}), "skill": frozenset[str]()}
"""Texts that tell what the facts hold. In the other texts of micro-trainings and skills, figures are mostly advice and examples."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text: as it is written, its digits, where it stands, and whether it is a share."""

    text: str
    digits: str
    offset: int
    is_percentage: bool


@dataclass(frozen=True, slots=True)
class Known:
    """The numbers that some facts hold, as digits. Those of dates and of time stand apart: they are no percentages."""

    numbers: frozenset[str]
    dates: frozenset[str]

    def has(self, figure: Figure) -> bool:
        """Whether the facts hold this figure."""
        return figure.digits in self.numbers or (not figure.is_percentage and figure.digits in self.dates)

    def __str__(self) -> str:
        return " ".join(sorted(self.numbers | self.dates))


def without_addresses(text: str) -> str:
    """The same text with web addresses blanked out, so that offsets stay what they were."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text) if "](" in text or "://" in text else text


def has_digits(text: str) -> bool:
    """Whether there can be a number in a text. Most texts have none, and looking for each digit in turn takes half the time of one search for all."""
    return "1" in text or "2" in text or "0" in text or "3" in text or "4" in text or "5" in text or "6" in text or "7" in text or "8" in text or "9" in text


def digits(number: str) -> str:
    """What is compared of a number."""
    return number if number.isdecimal() else re.sub(r"\D", "", number)


def figures_in(text: str) -> Iterator[Figure]:
    """The numbers of a text from 10 on, and all percentages and decimals; no addresses, no names of other pages, no code, no `B12`, `COVID-19`, `1990s`."""
    if not has_digits(text):
        return
    own = _PAGE_NAME.sub(lambda found: " " * len(found[0]), text) if "](" in text else text
    plain = without_code(without_addresses(own))
    for found in NUMBER.finditer(plain):
        plain_digits, is_percentage = digits(found[0]), bool(_PERCENT.match(plain, found.end()))
        if (len(plain_digits) >= _SMALLEST or is_percentage) and not _is_part_of_a_name(plain, *found.span()):
            yield Figure(found[0] + (" %" if is_percentage else ""), plain_digits, found.start(), is_percentage)


def _is_part_of_a_name(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 2):start]
    return before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha()) or text[end:end + 1].isalpha()


def known_in(facts: Model) -> Known:
    """The figures that some facts hold, in all the forms in which words tell them. Raises WrongValue when one that is wrong may be among them."""
    numbers, dates, texts = {_WHOLE}, {_YEAR}, list[str]()
    pending: list[Any] = [facts]
    while pending:
        value = pending.pop()
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, tuple):
            pending += value
        elif isinstance(value, dict):
            pending += value.values()
        elif isinstance(value, PartialDate):
            dates.update(str(part) for part in (value.year, value.month, value.day) if part)
        elif isinstance(value, (Duration, Moment, Count, int, float)):
            numbers |= _forms(value)
        else:
            if value is None or value.has_gaps:
                raise WrongValue
            pending += [inner for name, inner in value.__dict__.items() if inner and name not in _NO_FACTS]
    numbers.update(map(digits, NUMBER.findall("\n".join(text for text in texts if "://" not in text))))
    return Known(frozenset(numbers), frozenset(dates))


@lru_cache(maxsize=4096, typed=True)
def _forms(value: Duration | Moment | Count | float) -> frozenset[str]:
    """58.98 is also told as 59, 7400000 as 7.4 million, 3h30 as 210 minutes or 3.5 hours, 1:00 as 60 seconds."""
    if isinstance(value, Duration):
        return frozenset((str(value.minutes), digits(f"{value.minutes / 60:g}"), str(value.minutes % 60)))
    if isinstance(value, Moment):
        return frozenset((str(value.seconds), str(value.seconds // 60), str(value.seconds % 60)))
    if isinstance(value, Count):
        return _forms(value.number) if value.number is not None else frozenset((str(value),))
    return frozenset((digits(f"{value:.12g}"), f"{abs(value):.0f}", digits(f"{value / _MILLION:g}")))


def doubts_of(draft: Draft, known: Known) -> Iterator[Doubt]:
    """The figures in the original words of a record that are not among the known ones, text by text."""
    original = draft.record.words.get(draft.record.facts.original)
    examined = _EXAMINED.get(draft.record.kind_name)
    for key, value in original.texts.items() if original else ():
        if examined is not None and key.partition(".")[0] not in examined:
            continue
        text = value if isinstance(value, str) else "\n".join(value)
        unknown = [figure for figure in figures_in(text) if not known.has(figure)]
        if original and unknown:
            yield Doubt(key, tuple({figure.text: figure.digits for figure in unknown}.items()), _place(draft, original, key, text, unknown[0].offset))


def _place(draft: Draft, original: Wording, key: str, text: str, offset: int) -> Location:
    if key not in original.lines:
        return draft.words_place(original.language, tuple(key.split(".")))
    line, column = line_and_column(text, offset)
    return Location(draft.texts_place(original, key).path, original.lines[key] + line, column)
