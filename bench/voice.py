"""Invented texts: sentences, lists and sections in one language, made from the phrases of `stock.toml`."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

LANGUAGES = ("en", "fr", "es", "it", "pl", "de", "ro", "lt")

_TABLE_IN, _LIST_IN, _STEPS_IN, _HEADING_IN = 14, 4, 9, 7
"""One block in so many is a table, a list, numbered steps, or has a heading of its own."""


@cache
def stock() -> Mapping[str, Mapping[str, Any]]:
    """The phrases of every language."""
    with (Path(__file__).parent / "stock.toml").open("rb") as stream:
        return tomllib.load(stream)


class Dice:
    """Reproducible choices: the same seed throws the same numbers on every computer and in every version of Python."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)

    def below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1."""
        # `random()` is the only method whose sequence Python promises to keep.
        return int(self._random.random() * limit)

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[T], most: int) -> list[T]:
        """Up to `most` different `items`."""
        return list(dict.fromkeys(self.pick(items) for _ in range(most))) if items else []

    def code(self, digits: int) -> str:
        """A hexadecimal number."""
        return f"{self.below(16**digits):0{digits}x}"


class Voice:
    """What one record says in one language. Voices with one seed say the same, each in its language."""

    def __init__(self, language: str, seed: str) -> None:
        self.language = language
        self.phrases = stock()[language]
        self.dice = Dice(seed)

    def short(self) -> str:
        """A sentence without a full stop, for a field of the front matter."""
        return f"{self.dice.pick(self.phrases['subjects'])} {self.dice.pick(self.phrases['predicates'])}"

    def sentence(self) -> str:
        """A sentence, in every second case with a subordinate clause."""
        short, clause = self.short(), self.dice.pick(self.phrases["clauses"])
        return f"{short}, {clause}." if self.dice.below(2) else f"{short}."

    def sentences(self, number: int) -> str:
        """A paragraph."""
        return " ".join(self.sentence() for _ in range(number))

    def shorts(self, number: int) -> list[str]:
        """Items of a list in the front matter."""
        return [self.short() for _ in range(number)]

    def section(self, number: int, link: str = "") -> str:
        """Markdown with `number` sentences: first a paragraph, then lists, steps, a table or more paragraphs, and perhaps a link."""
        first = min(number, 2 + self.dice.below(3))
        blocks = [self.sentences(first)]
        left = number - first
        while left > 0:
            size = min(left, 2 + self.dice.below(4))
            blocks.append(self._block(size))
            left -= size
        return "\n\n".join([*blocks, link] if link else blocks)

    def _block(self, number: int) -> str:
        heading = f"### {self.dice.pick(self.phrases['topics'])}\n\n" if not self.dice.below(_HEADING_IN) else ""
        if not self.dice.below(_TABLE_IN):
            rows = "\n".join(f"| {self.dice.pick(self.phrases['subjects']).rstrip(',')} | {self.dice.pick(self.phrases['predicates'])} |" for _ in range(number))
            return f"{heading}| {self.phrases['who']} | {self.phrases['what']} |\n| --- | --- |\n{rows}"
        if not self.dice.below(_STEPS_IN):
            return heading + "\n".join(f"{index + 1}. {self.sentence()}" for index in range(number))
        if not self.dice.below(_LIST_IN):
            return heading + "\n".join(f"- **{self.dice.pick(self.phrases['topics'])}.** {self.sentence()}" for _ in range(number))
        return heading + self.sentences(number)
