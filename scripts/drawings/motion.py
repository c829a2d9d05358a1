"""Movement: values that change with time."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

T = TypeVar("T")


def eased(share: float) -> float:
    """A share from 0 to 1 that starts and stops gently."""
    share = max(0.0, min(1.0, share))
    return share * share * (3 - 2 * share)


def passed(time: float, start: float, end: float) -> float:
    """How much of the span from `start` to `end` has passed, gently from 0 to 1."""
    return eased((time - start) / (end - start))


def between(first: T, second: T, share: float) -> T:
    """The value at `share` of the way: numbers, points, and poses, whose numbers are mixed one by one; the rest changes halfway."""
    if isinstance(first, bool | str) or first is None:
        return first if share < 0.5 else second
    if isinstance(first, int | float | complex):
        return first + (second - first) * share  # type: ignore[operator, return-value] # two numbers
    if is_dataclass(first) and not isinstance(first, type):
        mixed: dict[str, Any] = {field.name: between(getattr(first, field.name), getattr(second, field.name), share) for field in fields(first)}
        return replace(first, **mixed)
    return first if share < 0.5 else second


def at(time: float, *keys: tuple[float, T]) -> T:
    """The value at a time, between the keys (time, value) given in order; before the first and after the last it stands still."""
    value = keys[0][1]
    for (start, first), (end, second) in pairwise(keys):
        if time >= end:
            value = second
        elif time > start:
            return between(first, second, passed(time, start, end))
    return value
