"""Parts of a file, as a browser asks for them when somebody seeks in a film (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a file in bytes: `first` is in it, `end` is not."""

    first: int
    end: int

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return self.end - self.first


def span_of(header: str, size: int) -> Span | None:
    """The part that a `Range` header asks for, or None when the whole is to be sent; raises ValueError when there is no such part.

    Several parts at once, other units and what makes no sense are ignored, as the standard allows.
    """
    found = _ONE_RANGE.fullmatch(header)
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        span = Span(max(0, size - int(found[2])), size)
    elif found[2] and int(found[2]) < int(found[1]):
        return None
    else:
        span = Span(int(found[1]), min(size, int(found[2]) + 1) if found[2] else size)
    if span.first >= size:
        raise ValueError(header)
    return span
