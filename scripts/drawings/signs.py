"""Signs that need no words: right, wrong, where to look, which way to move."""

from __future__ import annotations

import math

from scripts.drawings.geometry import Point, angle_of, on_curve, towards
from scripts.drawings.ink import AMBER, BAD, BAD_WASH, CARD, GOOD, INK, TEAL, WATER, box, circle, curve, group, path, placed, polygon, stroke
from scripts.drawings.motion import passed

CORNER = 860 + 92j
"""Where the verdict on a whole picture stands."""


def tick(time: float, since: float, *, at: Point = CORNER, size: float = 1) -> str:
    """Right: a white tick on a green disc, from `since` on."""
    mark = circle(0j, 50, fill=GOOD, line=CARD, width=6) + stroke(-22 + 2j, -6 + 19j, 25 - 18j, line=CARD, width=13)
    return _popping(mark, time, since, at=at, size=size)


def cross(time: float, since: float, *, at: Point = CORNER, size: float = 1) -> str:
    """Wrong: a white cross on a red square that stands on its corner, from `since` on."""
    plate = polygon(-64j, 64 + 0j, 64j, -64 + 0j, fill=BAD, line=CARD, width=6)
    bars = stroke(-19 - 19j, 19 + 19j, line=CARD, width=13) + stroke(-19 + 19j, 19 - 19j, line=CARD, width=13)
    return _popping(plate + bars, time, since, at=at, size=size)


def _popping(mark: str, time: float, since: float, *, at: Point, size: float) -> str:
    if time <= since:
        return ""
    share = passed(time, since, since + 0.35)
    return placed(mark, at, scale=size * (share + 0.25 * math.sin(math.pi * share)))


def frame(colour: str) -> str:
    """A border around the picture, in the colour of the verdict."""
    return box(7 + 7j, 946, 526, fill="none", line=colour, thick=10, radius=22)


def right(time: float, since: float) -> str:
    """The verdict on a whole picture: right."""
    return tick(time, since) + (frame(GOOD) if time > since else "")


def wrong(time: float, since: float) -> str:
    """The verdict on a whole picture: wrong."""
    return cross(time, since) + (frame(BAD) if time > since else "")


def arrow(start: Point, end: Point, *, colour: str = TEAL, bow: float = 0, share: float = 1, width: float = 9) -> str:
    """An arrow that grows with `share`; `bow` bends it, as a part of its length."""
    if share <= 0.05:
        return ""
    control = (start + end) / 2 + (end - start) * 1j * bow
    points = [on_curve(start, control, end, share * step / 16) for step in range(17)]
    tip, direction = points[-1], points[-1] - points[-3]
    direction /= abs(direction) or 1
    wings = [tip + direction * towards(side * 145) * width * 2.6 for side in (-1, 1)]
    shape = [(width * 1.9, CARD), (width, colour)]
    return group(*(stroke(*points, line=line, width=size) + stroke(wings[0], tip, wings[1], line=line, width=size) for size, line in shape))


def sight(eye: Point, target: Point, *, share: float = 1) -> str:
    """What somebody looks at: a dashed line from the eye."""
    if share <= 0.02:
        return ""
    tip = eye + (target - eye) * share
    return stroke(eye, tip, line=TEAL, width=4, dash="2 12") + circle(tip, 7, fill=TEAL, width=0)


def pain(at: Point, time: float, *, size: float = 1) -> str:
    """It hurts here: red rays that pulse."""
    pulse = 1 + 0.18 * math.sin(time * 9)
    rays = "".join(stroke(towards(turn) * 24, towards(turn) * 44, line=BAD, width=7) for turn in range(0, 360, 45))
    return placed(rays + circle(0j, 13, fill=BAD, line=BAD_WASH, width=3), at, scale=size * pulse)


def touch(at: Point, time: float, *, radius: float = 20) -> str:
    """A contact that holds: a green ring that breathes."""
    return circle(at, radius + 2 * math.sin(time * 5), line=CARD, width=9) + circle(at, radius + 2 * math.sin(time * 5), line=GOOD, width=5)


def spot(at: Point, radius: float, *, colour: str = AMBER) -> str:
    """Look here: a ring."""
    return circle(at, radius, line=CARD, width=11) + circle(at, radius, line=colour, width=6)


def drops(at: Point, time: float) -> str:
    """Drops of sweat that spring from a brow."""
    beat = time * 1.4 % 1
    paths = ((-34 - 22j), (-4 - 44j), (28 - 30j))
    return group(*(_drop(at + way * (0.5 + 0.7 * beat), 1 - beat * 0.6) for way in paths))


def _drop(at: Point, scale: float) -> str:
    return placed(path("M0 -11C4 -4 7 -1 7 4A7 7 0 0 1 -7 4C-7 -1 -4 -4 0 -11Z", fill=WATER, width=3), at, scale=scale)


def clock(at: Point, share: float, *, radius: float = 52) -> str:
    """Time that passes: the hand goes round once while `share` runs from 0 to 1."""
    turn = -90 + 360 * share
    tip = at + towards(turn) * (radius - 12)
    large = int(share > 0.5)
    rim = at + towards(turn) * (radius - 4)
    gone = f"M{at.real:.1f} {at.imag:.1f}L{at.real:.1f} {at.imag - radius + 4:.1f}A{radius - 4} {radius - 4} 0 {large} 1 {rim.real:.1f} {rim.imag:.1f}Z"
    marks = group(*(stroke(at + towards(step * 30) * (radius - 9), at + towards(step * 30) * (radius - 5), width=3) for step in range(12)))
    return circle(at, radius, fill=CARD, width=5) + (path(gone, fill=AMBER, width=0) if share > 0.01 else "") + marks + stroke(at, tip, width=6) + circle(at, 5, fill=INK, width=0)


def turning(centre: Point, radius: float, start: float, end: float, *, colour: str = TEAL, width: float = 9) -> str:
    """A round arrow from one angle to another."""
    steps = [centre + towards(start + (end - start) * step / 20) * radius for step in range(21)]
    heading = angle_of(steps[-1] - steps[-2])
    wings = [steps[-1] + towards(heading + side * 145) * width * 2.6 for side in (-1, 1)]
    return group(*(stroke(*steps, line=line, width=size) + stroke(wings[0], steps[-1], wings[1], line=line, width=size) for size, line in ((width * 1.9, CARD), (width, colour))))


def back_line(points: tuple[Point, Point, Point], *, colour: str) -> str:
    """The line of a back: three points, the middle one pulls."""
    return path(curve(*points), line=CARD, width=15) + path(curve(*points), line=colour, width=8)


def air(at: Point, time: float, *, turn: float = -90) -> str:
    """Air that hisses out: small puffs that fly away."""
    puffs = []
    for number in range(5):
        age = (time * 1.3 + number / 5) % 1
        place = at + towards(turn + (number - 2) * 13) * (14 + 70 * age)
        puffs.append(circle(place, 7 + 11 * age, fill=CARD, line="#6c8a99", width=4, opacity=1 - age))
    return group(*puffs)
