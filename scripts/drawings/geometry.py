"""Points, directions and joints."""

from __future__ import annotations

import cmath
import math

Point = complex
"""x + y·j in units of the picture, y downwards."""


def towards(degrees: float) -> Point:
    """The unit vector at this angle: 0 points right, 90 down."""
    return cmath.rect(1, math.radians(degrees))


def angle_of(vector: Point) -> float:
    """The angle of a vector in degrees, as `towards` takes it."""
    return math.degrees(cmath.phase(vector))


def turned(point: Point, degrees: float, *, around: Point = 0j) -> Point:
    """The point after a turn, clockwise in the picture."""
    return around + (point - around) * towards(degrees)


def joint(start: Point, end: Point, first: float, second: float, *, side: int) -> tuple[Point, Point]:
    """The joint between two bones of these lengths, and where the second one really ends.

    Out of reach, the limb is stretched in the direction of `end`. `side` is 1 or -1: which way the joint bends.
    """
    reach = end - start
    distance = min(max(abs(reach), abs(first - second) + 1), first + second - 0.01)
    direction = reach / abs(reach) if reach else 1
    cosine = (first**2 + distance**2 - second**2) / (2 * first * distance)
    bend = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    return start + first * direction * towards(side * bend), start + distance * direction


def on_curve(start: Point, control: Point, end: Point, share: float) -> Point:
    """A point of a quadratic curve; `share` runs from 0 to 1."""
    rest = 1 - share
    return rest * rest * start + 2 * rest * share * control + share * share * end


def number(value: float) -> str:
    """A coordinate with one decimal, the same on every computer."""
    text = f"{value:.1f}"
    return "0" if text in {"-0.0", "0.0"} else text.removesuffix(".0")


def pair(point: Point) -> str:
    """A point as SVG writes it."""
    return f"{number(point.real)} {number(point.imag)}"
