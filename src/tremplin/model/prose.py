"""Prose as text: where code stands in it, so that nobody mistakes an example for the real thing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

_LONGEST_RUN = 30
"""Backticks that open code within a paragraph. Each length is sought to the paragraph's end, so there must not be any number of them."""
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    rf"|(?<!`)(?P<ticks>`{{1,{_LONGEST_RUN}}})(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)"
    r"|\\.", re.MULTILINE | re.DOTALL,
)
"""Fenced blocks, code between backticks within one paragraph, escaped characters."""
_LINE_END = re.compile(r"\n")
_MARK = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """The same text with code and escaped characters blanked out, so that offsets stay what they were."""
    if "`" not in text and "~~~" not in text and "\\" not in text:
        return text
    return blanked(_CODE, text)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """The same text with all that a pattern finds blanked out but for the ends of lines, so that places stay what they were."""
    return pattern.sub(lambda found: _MARK.sub(" ", found[0]), text)


def places_behind(text: str, before: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[int]:
    """Where that begins in a text, code left out, before which one of some patterns stands; each comes with a sign without which it finds nothing."""
    plain = without_code(text)
    for sign, pattern in before:
        yield from (found.end() for found in pattern.finditer(plain)) if sign in plain else ()


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Where the character at `offset` stands: how many lines below the first, and which of its line, counted from 1."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset) - 1
    return line, offset - starts[line] + 1


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """The offset of the first character of every line. Rules ask for many places in one text, one after the other."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))
