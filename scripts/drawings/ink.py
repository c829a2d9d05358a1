"""Lines and shapes: SVG with the site's colours and one line width."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from scripts.drawings.geometry import Point, number, pair

PAPER, CARD, SUNK, EDGE, GRID = "#fbf7ef", "#fffdf9", "#f3ecdd", "#80765f", "#e3d9c4"
INK, SOFT = "#1c2b28", "#4d5b57"
TEAL, TEAL_DEEP, TEAL_WASH = "#0f5c55", "#0a443f", "#cfe4db"
AMBER, AMBER_DEEP, AMBER_WASH = "#ffc24b", "#d9952a", "#fff0cc"
GOOD, GOOD_WASH = "#1d6638", "#e2f0e0"
BAD, BAD_WASH = "#b3301d", "#fbe5de"
CLAY, CLAY_DEEP = "#d98a5f", "#b96c43"
LEAF, LEAF_DEEP, WOOD, WOOD_DEEP = "#7fb069", "#5c8f49", "#b08554", "#8a6239"
STEEL, STEEL_DEEP, RUBBER = "#c9d3d3", "#8fa0a0", "#46504d"
WATER = "#a9d6e5"

LINE = 4.0
"""Width of every outline."""

Ball = tuple[Point, float]
"""A round part of a body: centre and radius."""


def group(*parts: str, transform: str = "", opacity: float = 1) -> str:
    """Several drawings as one."""
    attributes = (f' transform="{transform}"' if transform else "") + (f' opacity="{opacity:.2f}"' if opacity < 1 else "")
    return f"<g{attributes}>{''.join(parts)}</g>"


def placed(drawing: str, at: Point, *, turn: float = 0, scale: float = 1, is_mirrored: bool = False) -> str:
    """A drawing around its own origin, moved to a place."""
    flip = -scale if is_mirrored else scale
    return group(drawing, transform=f"translate({pair(at)}) rotate({number(turn)}) scale({flip:.3f} {scale:.3f})")


def path(data: str, *, fill: str = "none", line: str = INK, width: float = LINE, dash: str = "", opacity: float = 1) -> str:
    """A path with an outline."""
    more = (f' stroke-dasharray="{dash}"' if dash else "") + (f' opacity="{opacity:.2f}"' if opacity < 1 else "")
    stroke = f' stroke="{line}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"' if width else ""
    return f'<path d="{data}" fill="{fill}"{stroke}{more}/>'


def lines(points: Sequence[Point], *, is_closed: bool = False) -> str:
    """Path data of straight lines."""
    return "M" + "L".join(pair(point) for point in points) + ("Z" if is_closed else "")


def polygon(*points: Point, fill: str, line: str = INK, width: float = LINE) -> str:
    """A closed shape with straight sides."""
    return path(lines(points, is_closed=True), fill=fill, line=line, width=width)


def stroke(*points: Point, line: str = INK, width: float = LINE, dash: str = "", opacity: float = 1) -> str:
    """An open line through points."""
    return path(lines(points), line=line, width=width, dash=dash, opacity=opacity)


def rod(*points: Point, fill: str, width: float) -> str:
    """A bar of this width through points, with an outline."""
    return stroke(*points, width=width + 2 * LINE) + stroke(*points, line=fill, width=width)


def curve(start: Point, control: Point, end: Point) -> str:
    """Path data of a quadratic curve."""
    return f"M{pair(start)}Q{pair(control)} {pair(end)}"


def circle(centre: Point, radius: float, *, fill: str = "none", line: str = INK, width: float = LINE, opacity: float = 1) -> str:
    """A circle; no outline with `width=0`."""
    more = f' opacity="{opacity:.2f}"' if opacity < 1 else ""
    outline = f' stroke="{line}" stroke-width="{number(width)}"' if width else ""
    return f'<circle cx="{number(centre.real)}" cy="{number(centre.imag)}" r="{number(max(radius, 0))}" fill="{fill}"{outline}{more}/>'


def box(corner: Point, width: float, height: float, *, fill: str, line: str = INK, thick: float = LINE, radius: float = 3) -> str:
    """A rectangle with slightly round corners."""
    outline = f' stroke="{line}" stroke-width="{number(thick)}"' if thick else ""
    x, y = number(corner.real), number(corner.imag)
    return f'<rect x="{x}" y="{y}" width="{number(width)}" height="{number(height)}" rx="{number(radius)}" fill="{fill}"{outline}/>'


def limb(chain: Sequence[Ball], fill: str, *, line: str = INK, width: float = LINE) -> str:
    """A rounded body part through balls, with one outline around all of it."""
    data = _union(chain)
    return path(data, fill=line, line=line, width=2 * width) + path(data, fill=fill, width=0)


def limbs(chains: Iterable[Sequence[Ball]], fill: str) -> str:
    """Several body parts that have grown together: one outline around all."""
    data = "".join(_union(chain) for chain in chains)
    return path(data, fill=INK, width=2 * LINE) + path(data, fill=fill, width=0)


def bare(chain: Sequence[Ball], fill: str) -> str:
    """A body part without an outline, to cover a seam."""
    return path(_union(chain), fill=fill, width=0)


def _union(chain: Sequence[Ball]) -> str:
    data = "".join(_capsule(first, second) for first, second in pairwise(chain))
    return data or _disc(chain[0])


def _disc(ball: Ball) -> str:
    centre, radius = ball
    size = f"A{number(radius)} {number(radius)} 0 1 1 "
    return f"M{pair(centre + radius)}{size}{pair(centre - radius)}{size}{pair(centre + radius)}Z"


def _capsule(first: Ball, second: Ball) -> str:
    """The hull of two balls; clockwise, so that overlapping hulls fill each other."""
    (a, large), (b, small) = first, second
    distance = abs(b - a)
    if distance <= abs(large - small) + 0.01:
        return _disc(first if large >= small else second)
    direction = (b - a) / distance
    lean = (large - small) / distance
    up, down = complex(lean, -math.sqrt(1 - lean * lean)), complex(lean, math.sqrt(1 - lean * lean))
    upper, lower = direction * up, direction * down
    end = f"A{number(small)} {number(small)} 0 {int(small > large)} 1 {pair(b + small * lower)}"
    start = f"A{number(large)} {number(large)} 0 {int(large > small)} 1 {pair(a + large * upper)}"
    return f"M{pair(a + large * upper)}L{pair(b + small * upper)}{end}L{pair(a + large * lower)}{start}Z"


def darker(colour: str, share: float = 0.16) -> str:
    """The colour as it looks on the far side of a body."""
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    shade = (int(INK[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(channel + (ink - channel) * share):02x}" for channel, ink in zip(channels, shade, strict=True))
