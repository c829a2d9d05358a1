"""Repair a bicycle puncture: take the tube out, find the hole and what made it, patch the tube and put it back."""

from __future__ import annotations

import math

from scripts.drawings import signs
from scripts.drawings.film import Film, Shot
from scripts.drawings.geometry import Point, towards, turned
from scripts.drawings.hands import Skin, fist, flat, pinching, pointing, pressing
from scripts.drawings.ink import (
    AMBER,
    AMBER_DEEP,
    BAD,
    CARD,
    GOOD,
    GRID,
    INK,
    RUBBER,
    SOFT,
    STEEL,
    STEEL_DEEP,
    TEAL,
    WATER,
    WOOD,
    box,
    circle,
    group,
    limb,
    lines,
    path,
    placed,
    polygon,
    rod,
    stroke,
)
from scripts.drawings.motion import at, passed

RENU = Skin(colour="#a86b45", sleeve="#7d9fb5")
TUBE, TUBE_DARK = "#e3998a", "#a9594d"
CENTRE = 480 + 286j
INSIDE = "#6b7773"


def arc(centre: Point, radius: float, start: float, end: float) -> str:
    """Path data of a part of a circle, between two angles."""
    steps = max(2, round(abs(end - start) / 4))
    points = [centre + towards(start + (end - start) * step / steps) * radius for step in range(steps + 1)]
    return "M" + "L".join(f"{point.real:.1f} {point.imag:.1f}" for point in points)


def ring(centre: Point, radius: float, width: float, fill: str) -> str:
    """A round band with two outlines."""
    return circle(centre, radius, line=INK, width=width + 8) + circle(centre, radius, line=fill, width=width)


def wheel(centre: Point, size: float = 1, *, has_valve: bool = True) -> str:
    """A bicycle wheel from the side, its valve on top."""
    spokes = "".join(stroke(centre + towards(turn + 22) * 16 * size, centre + towards(turn) * 168 * size, line=STEEL_DEEP, width=2.5) for turn in range(0, 360, 20))
    hub = circle(centre, 19 * size, fill=STEEL) + circle(centre, 7 * size, fill=INK, width=0)
    stem = rod(centre - 170j * size, centre - 136j * size, fill=AMBER_DEEP, width=9 * size) if has_valve else ""
    return spokes + hub + stem + ring(centre, 199 * size, 38 * size, RUBBER) + ring(centre, 173 * size, 14 * size, STEEL)


# ---- Remove the tube ----


def lets_the_air_out(time: float) -> str:
    """A finger presses the valve: the air goes out."""
    squash = at(time, (1.6, 0.0), (4.0, 26.0))
    centre, radius = 480 + 690j, 560.0
    tyre = circle(centre, radius - 4, line=INK, width=112 - squash) + circle(centre, radius - 4, line=RUBBER, width=104 - squash)
    rim = circle(centre, 486, line=INK, width=50) + circle(centre, 486, line=STEEL, width=42)
    spokes = "".join(stroke(centre + towards(turn) * 462, centre + towards(turn + 12) * 200, line=STEEL_DEEP, width=6) for turn in (-125, -112, -103, -77, -68, -55))
    pin = at(time, (1.2, 0.0), (1.6, 9.0))
    tip = 480 + 322j - 1j * pin
    stem = rod(480 + 214j, 480 + 300j, fill=AMBER_DEEP, width=20) + stroke(480 + 304j, tip, line=INK, width=7)
    touch = at(time, (0.2, 640 + 470j), (1.2, tip + 8j), (1.6, tip + 8j))
    hand = pointing(touch, RENU, turn=-128, scale=1.05)
    hiss = signs.air(452 + 318j, time, turn=165) + signs.air(470 + 330j, time + 0.4, turn=120) if time > 1.6 else ""
    return spokes + tyre + rim + stem + hiss + hand


def lever(angle: float, share: float) -> str:
    """A tyre lever between tyre and rim, pulled down to the spokes as `share` grows; it lifts the edge of the tyre."""
    root = CENTRE + towards(angle) * 182
    tip = CENTRE + towards(angle) * (226 - 142 * share)
    return rod(root, tip, fill=AMBER, width=13) + circle(root, 9, fill=AMBER)


def lifted_edge(start: float, end: float) -> str:
    """The edge of the tyre that already lies over the rim."""
    data = arc(CENTRE, 170, start, end)
    return path(data, width=24) + path(data, line="#5d6a66", width=16)


def levers_opposite_the_valve(time: float) -> str:
    """Levers start opposite the valve and lift only one side of the tyre."""
    first, second = at(time, (1.6, 0.0), (2.4, 1.0)), at(time, (2.9, 0.0), (3.7, 1.0))
    slide = at(time, (4.2, 0.0), (5.8, 1.0))
    across = signs.arrow(CENTRE - 120j, CENTRE + 128j, share=passed(time, 0.4, 1.2)) if time < 1.9 else ""
    valve = signs.spot(CENTRE + towards(-90) * 152, 34) if time < 1.9 else ""
    edge = lifted_edge(78 - 8 * first, 78 + 8 * first + 28 * second + 250 * slide) if first > 0.3 else ""
    one, two = lever(78, first) if time > 1.3 else "", lever(108 + 250 * slide, second) if time > 2.5 else ""
    angle, share = (78, first) if time < 2.6 else (108 + 250 * slide, second)
    hold = CENTRE + towards(angle) * (226 - 142 * share)
    hand = pinching(hold, RENU, turn=-150, scale=0.62) if 1.3 < time < 6.0 else ""
    return wheel(CENTRE) + edge + hand + one + two + valve + across + signs.tick(time, 5.9)


def no_screwdriver(time: float) -> str:
    """Wrong: a screwdriver cuts the tube."""
    push = at(time, (0.4, 0.0), (1.2, 1.0))
    centre, radius = 480 + 780j, 500.0
    tube = circle(centre, radius, line=INK, width=128) + circle(centre, radius, line=TUBE, width=120)
    tip = 480 + 208j + (1 - push) * (90 - 110j) + push * (-8 + 16j)
    blade = rod(tip, tip + (76 - 92j), fill=STEEL, width=9) + rod(tip + (82 - 100j), tip + (170 - 206j), fill=BAD, width=40)
    holder = fist(tip + (126 - 152j), RENU, turn=130, scale=1.0)
    hurt = signs.pain(tip, time, size=1.3) if push > 0.9 else ""
    return tube + (signs.air(tip - 14, time, turn=-120) if push > 0.9 else "") + blade + holder + hurt + signs.wrong(time, 1.5)


def pulls_the_tube_out(time: float) -> str:
    """One side of the tyre is off: the tube comes out, the valve last."""
    out, valve_out = at(time, (0.3, 0.0), (2.5, 1.0)), at(time, (2.4, 0.0), (3.3, 1.0))
    points = []
    for angle in range(0, 360, 5):
        near = ((1 + math.cos(math.radians(angle - 20))) / 2) ** (5 - 4 * out)
        points.append(CENTRE + towards(angle) * (188 - 16 * out) + near * out * (96 + 14j) + valve_out * (150 + 0j))
    shape = path(lines(points, is_closed=True), width=26) + path(lines(points, is_closed=True), line=TUBE, width=18)
    side, high = points[4], points[54]
    stem = rod(high + 8j, high + 44j, fill=AMBER_DEEP, width=9)
    hand = pinching(side, RENU, turn=168, scale=0.95)
    return wheel(CENTRE, has_valve=False) + lifted_edge(-180, 180) + shape + stem + hand + signs.tick(time, 3.4)


# ---- Find the hole ----


def bubbles(at_: Point, time: float) -> str:
    """Bubbles that rise from a hole to the surface."""
    rising = []
    for number in range(6):
        age = (time * 0.9 + number / 6) % 1
        rising.append(circle(at_ + complex(9 * math.sin(number * 2.4 + time * 5), -78 * age), 5 + 6 * age, fill=CARD, width=3))
    return group(*rising)


def looks_for_bubbles(time: float) -> str:
    """The tube, pumped up a little, turns through water: where bubbles rise is the hole."""
    turn = at(time, (0.5, -150.0), (3.9, 92.0))
    centre, radius, level = 480 + 216j, 150.0, 330.0
    hole = centre + towards(turn) * (radius + 4)
    valve = turn - 150
    tube = ring(centre, radius, 40, TUBE) + rod(centre + towards(valve) * (radius - 24), centre + towards(valve) * (radius - 58), fill=AMBER_DEEP, width=10)
    back = path(f"M250 {level}L710 {level}L686 520L274 520Z", fill=WATER, width=0)
    water = path(f"M256 {level}L704 {level}L684 520L276 520Z", fill=WATER, width=0, opacity=0.55)
    waves = path(f"M262 {level}q14 -8 28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0", line=TEAL, width=3)
    basin = path("M236 310L266 526L694 526L724 310", fill="none", width=10, line=INK) + path("M236 310L266 526L694 526L724 310", fill="none", width=3, line=STEEL)
    left = pinching(centre + towards(196) * (radius + 6), RENU, turn=14, scale=0.9, gap=12)
    right = pinching(centre + towards(-16) * (radius + 6), RENU, turn=-14, scale=0.9, gap=12, is_mirrored=True)
    found = bubbles(hole + 4j, time) if hole.imag > level + 4 else ""
    look = signs.spot(hole, 42) if time > 3.9 else ""
    turning = signs.turning(centre, 92, 200, 330) if 0.5 < time < 3.2 else ""
    return back + tube + left + right + water + waves + found + basin + look + turning + signs.tick(time, 4.4)


def marks_the_hole(time: float) -> str:
    """The hole is marked with a cross of chalk that is larger than the patch."""
    across, down = at(time, (0.6, 0.0), (1.3, 1.0)), at(time, (1.6, 0.0), (2.2, 1.0))
    tip = at(time, (0.6, HOLE - CHALK), (1.3, HOLE + CHALK), (1.6, HOLE - UPRIGHT), (2.2, HOLE + UPRIGHT))
    stick = rod(tip, tip + (40 - 64j), fill=CARD, width=16)
    hand = pinching(tip + (30 - 48j), RENU, turn=150, scale=1.15)
    return band() + chalk(across, down) + pinhole(HOLE) + stick + hand


HOLE, CHALK, UPRIGHT = 480 + 300j, 104 + 0j, 66j


def chalk(across: float = 1, down: float = 1) -> str:
    """The cross of chalk, as far as it is drawn."""
    return "".join(stroke(HOLE - arm, HOLE - arm + 2 * arm * share, line=CARD, width=8) for arm, share in ((CHALK, across), (UPRIGHT, down)) if share > 0.01)


def band(*, y: float = 300, half: float = 76) -> str:
    """A part of the tube from near by."""
    seam = stroke(complex(-10, y - half + 26), complex(970, y - half + 26), line="#eeb4a8", width=6)
    return box(complex(-20, y - half), 1000, 2 * half, fill=TUBE, radius=0) + seam


def pinhole(at_: Point) -> str:
    """The hole."""
    return circle(at_, 6, fill=INK, width=0) + "".join(stroke(at_ + towards(turn) * 8, at_ + towards(turn) * 14, width=3) for turn in (20, 140, 260))


def finds_the_thorn(time: float) -> str:
    """A cloth feels along the inside of the tyre and finds the thorn; it is pulled out from outside."""
    feel, out = at(time, (0.3, 0.0), (2.6, 1.0)), at(time, (4.4, 0.0), (5.4, 1.0))
    tyre = (
        path("M-40 220Q480 350 1000 220L1000 310Q480 450 -40 310Z", fill=RUBBER)
        + path("M-40 220Q480 350 1000 220", line=INSIDE, width=18)
        + path("M-40 231Q480 361 1000 231", width=3)
    )
    tread = path("M-40 295Q480 433 1000 295", line="#2f3836", width=5, dash="26 18")
    shake = 3 * math.sin(26 * time) if 4.0 < time < 4.4 else 0
    place = complex(600 + shake, 242 + 160 * out)
    inside = path("M-13 44L0 -8L13 44Z", fill=WOOD) if out < 0.5 else ""
    outside = path("M-13 130L-15 160Q-30 176 -14 188Q0 196 14 188Q30 176 15 160L13 130Z", fill=WOOD)
    whole = path("M-15 160L-13 44L0 -8L13 44L15 160Q30 176 14 188Q0 196 -14 188Q-30 176 -15 160Z", fill=WOOD)
    along = complex(130 + 400 * feel, 256 + 40 * math.sin(math.pi * (0.13 + 0.44 * feel)))
    cloth = path("M-40 -16Q-10 -34 26 -18Q40 4 28 22Q-8 30 -38 16Z", fill=CARD)
    feeling = flat(along - 12j, RENU, turn=14, held=cloth) if time < 3.5 else ""
    grip = at(time, (3.5, 860 + 620j), (4.0, place + 184j)) if time < 4.0 else place + 184j
    pulling = pinching(grip, RENU, turn=-152) if time >= 3.5 else ""
    look = signs.spot(600 + 262j, 52) if 2.5 < time < 3.8 else ""
    down = signs.arrow(500 + 410j, 500 + 510j, share=passed(time, 4.4, 5.2)) if time > 4.4 else ""
    thorn = placed(whole, place)
    front = placed(outside, place) if out < 0.3 else ""
    scene = pulling + thorn + tyre + tread + placed(inside, place) * (out < 0.05) + front + feeling + look + down
    return group(scene, transform="translate(0 -70)") + signs.right(time, 5.6)


# ---- Patch and refit ----


def roughened(share: float, hole: Point = HOLE) -> str:
    """Scratches around the hole, on a field wider than the patch."""
    marks = []
    for number in range(34):
        place = hole + complex(-112 + 225 * ((number * 0.618) % 1), -50 + 100 * ((number * 0.371) % 1))
        if number / 34 < share:
            marks.append(stroke(place - (9 + 5j), place + (9 + 5j), line=TUBE_DARK, width=4))
    return "".join(marks)


PATCH = 62.0


def roughens(time: float) -> str:
    """Sandpaper: clean and rough, wider than the patch."""
    hole = HOLE
    share = at(time, (0.7, 0.0), (3.2, 1.0))
    place = hole + complex(85 * math.sin(time * 7), 26 * math.sin(time * 2.1)) if 0.5 < time < 3.3 else hole + (150 - 150j) * passed(time, 3.3, 3.9)
    paper = box(-58 - 22j, 116, 44, fill=AMBER_DEEP, radius=4) + "".join(circle(complex(-48 + 16 * step, 14 - 9 * (step % 2)), 2, fill=INK, width=0) for step in range(7))
    hand = flat(place - 6j, RENU, turn=20, scale=1.05, held=paper)
    field = (
        signs.arrow(hole - 8 + 110j, hole - 120 + 110j, share=passed(time, 3.5, 4.0), width=7)
        + signs.arrow(hole + 8 + 110j, hole + 120 + 110j, share=passed(time, 3.5, 4.0), width=7)
        if time > 3.5
        else ""
    )
    template = circle(hole, PATCH, line=INK, width=4) if time > 3.5 else ""
    return band() + chalk() + roughened(share) + pinhole(hole) + hand + template + field


def glues_and_waits(time: float) -> str:
    """A thin layer of glue; then wait until it is dull."""
    hole = HOLE
    spread = at(time, (0.6, 0.0), (2.3, 1.0))
    wet = 1 - 0.6 * passed(time, 2.8, 4.8)
    film = path(
        "M370 300C366 250 420 240 480 242C548 240 596 252 592 302C590 352 540 360 478 358C416 360 372 350 370 300Z",
        fill="#fff4cf",
        line=AMBER_DEEP,
        width=3,
        opacity=spread * wet,
    )
    shine = stroke(430 + 268j, 470 + 258j, line=CARD, width=7) if 1.8 < time < 3.6 else ""
    tip = hole + complex(80 * math.cos(time * 5), 36 * math.sin(time * 5)) * min(1.0, time)
    away = 420 * passed(time, 2.4, 2.9)
    nozzle = polygon(-8 - 8j, 8 - 8j, 12 - 44j, -12 - 44j, fill=STEEL)
    glue = placed(
        nozzle + box(-34 - 190j, 68, 148, fill=TEAL, radius=8) + box(-34 - 210j, 68, 22, fill=STEEL, radius=2) + circle(0 - 118j, 20, fill=AMBER, width=3),
        tip + away,
        turn=24,
    )
    hand = fist(tip + turned(0 - 118j, 24) + away, RENU, turn=180 + 24, scale=0.95) if away < 400 else ""
    wait = signs.clock(800 + 130j, passed(time, 2.9, 4.8), radius=66) if time > 2.8 else ""
    return band() + chalk() + roughened(1) + film + shine + pinhole(hole) + (glue + hand if away < 415 else "") + wait


def patch(at_: Point, *, lifted: float = 0) -> str:
    """A patch: thin edge, thick middle."""
    return placed(circle(0j, PATCH, fill="#d9632f") + circle(0j, PATCH - 16, fill=RUBBER, width=3), at_ - 1j * lifted)


def presses_the_patch(time: float) -> str:
    """The patch goes on the hole and is pressed from the middle to the edge."""
    hole = HOLE
    drop = at(time, (0.3, 190.0), (1.5, 0.0))
    where = hole + (0 if time < 2.3 else complex(40 * math.sin((time - 2.3) * 3), 14 * math.sin((time - 2.3) * 5)))
    carrying = pinching(hole + complex(PATCH, -drop), RENU, turn=160, scale=1.0) if time < 2.0 else ""
    thumb = pressing(where + 8j, RENU, turn=18, scale=1.2) if time >= 2.0 else ""
    out = passed(time, 2.6, 3.2)
    arrows = "".join(signs.arrow(hole + towards(turn) * 66, hole + towards(turn) * 120, share=out, width=7) for turn in (-45, 0, 45, 90, 135)) if out else ""
    return band() + chalk() + roughened(1) + patch(hole, lifted=drop) + carrying + thumb + arrows


def flat_edge(time: float) -> str:
    """From the side: no edge may stand up."""
    both = []
    for middle, is_flat in ((250, False), (710, True)):
        y = 356
        tube = path(f"M{middle - 190} {y}L{middle + 190} {y}L{middle + 190} {y + 60}L{middle - 190} {y + 60}Z", fill=TUBE)
        edge = f"M{middle - 110} {y - 4}Q{middle - 60} {y - 26} {middle} {y - 26}"
        shape = (
            f"{edge}Q{middle + 60} {y - 26} {middle + 110} {y - 4}Z"
            if is_flat
            else f"{edge}Q{middle + 60} {y - 26} {middle + 118} {y - 86}L{middle + 126} {y - 74}Q{middle + 80} {y - 10} {middle + 40} {y - 4}Z"
        )
        both.append(tube + path(shape, fill="#d9632f"))
    bad = signs.spot(366 + 280j, 44, colour=BAD) if time > 0.6 else ""
    divider = stroke(480 + 90j, 480 + 500j, line=GRID, width=4, dash="2 14")
    return "".join(both) + divider + bad + signs.cross(time, 0.7, at=250 + 150j, size=0.95) + signs.tick(time, 1.6, at=710 + 150j, size=1.05)


def section(middle: float, *, is_pinched: bool) -> str:
    """Rim, tyre and tube cut through; a pinched tube has a fold between tyre and rim."""
    wall = "M-108 330L-108 404Q-100 440 -60 446L-40 486L40 486L60 446Q100 440 108 404L108 330"
    rim = path(wall, line=INK, width=24) + path(wall, line=STEEL, width=16)
    edge = 98 + 362j if is_pinched else 82 + 372j
    casing = f"M-82 372C-92 330 -150 300 -150 230C-150 150 -80 110 0 110C80 110 150 150 150 230C150 300 {edge.real + 10:.0f} 330 {edge.real:.0f} {edge.imag:.0f}"
    tyre = path(casing, line=INK, width=40) + path(casing, line=RUBBER, width=32) + circle(-82 + 376j, 17, fill=RUBBER) + circle(edge + 4j, 17, fill=RUBBER)
    tube = circle(244j, 92, fill=TUBE) + circle(244j, 78, fill="#f6d3ca", width=3)
    fold = limb([(60 + 330j, 20), (104 + 366j, 9), (112 + 392j, 9)], TUBE) if is_pinched else ""
    return placed(tube + rim + tyre + fold, complex(middle, 0))


def not_pinched(time: float) -> str:
    """The tube lies inside the tyre, nowhere between tyre and rim."""
    divider = stroke(480 + 90j, 480 + 510j, line=GRID, width=4, dash="2 14")
    spot = signs.spot(346 + 376j, 42, colour=BAD) if time > 0.8 else ""
    shown = group(section(710, is_pinched=False), opacity=max(0.01, passed(time, 1.8, 2.3)))
    return section(240, is_pinched=True) + shown + divider + spot + signs.cross(time, 1.0, at=420 + 130j, size=0.85) + signs.tick(time, 2.6, at=884 + 130j, size=0.95)


def pumps(time: float) -> str:
    """Pump until the needle stands in the field that the tyre's side wall gives."""
    beat = abs(math.sin(time * 3.2)) if time < 3.0 else 0
    handle = complex(250, 150 + 90 * beat)
    pump = rod(handle + 20j, 250 + 330j, fill=STEEL, width=12) + box(222 + 300j, 56, 180, fill=TEAL) + box(176 + 476j, 148, 22, fill=TEAL, radius=8)
    bar = rod(handle - 80, handle + 80, fill=WOOD, width=22)
    hands = fist(handle - 56, RENU, turn=62, scale=0.62) + fist(handle + 56, RENU, turn=118, scale=0.62)
    hose = path("M278 456C420 500 430 380 560 440C620 466 660 430 660 354", width=14) + path("M278 456C420 500 430 380 560 440C620 466 660 430 660 354", line=RUBBER, width=7)
    dial = 660 + 216j
    share = at(time, (0.3, 0.0), (3.0, 1.0))
    needle = dial + towards(-210 + 190 * share) * 96
    gauge = (
        circle(dial, 138, fill=CARD, width=8)
        + path(arc(dial, 112, -60, 0), line=GOOD, width=24)
        + path(arc(dial, 112, -210, -66), line=GRID, width=24)
        + path(arc(dial, 112, 6, 30), line=BAD, width=24)
    )
    mark = stroke(dial + towards(-46) * 104 - 6, dial + towards(-40) * 104 + 6j, dial + towards(-24) * 118, line=CARD, width=6)
    return hose + pump + bar + hands + gauge + mark + stroke(dial, needle, line=INK, width=9) + circle(dial, 13, fill=INK, width=0) + signs.tick(time, 3.0)


def brake(time: float) -> str:
    """The brake is hooked in again: then it holds the wheel."""
    close = at(time, (0.5, 0.0), (1.5, 1.0))
    grip = at(time, (2.1, 0.0), (2.5, 1.0), (3.4, 1.0), (3.7, 0.0))
    spread = 60 * (1 - close) + 14 - 13 * grip
    tyre = (
        box(412 + 74j, 136, 520, fill=STEEL, radius=30)
        + box(428 + 40j, 104, 560, fill=RUBBER, radius=52)
        + "".join(stroke(complex(452, y), complex(480, y + 14), complex(508, y), line="#2f3836", width=5) for y in range(110, 540, 40))
    )
    arms = []
    for side in (-1, 1):
        foot, top = complex(480 + side * 128, 470), complex(480 + side * (118 + spread), 120)
        pad = (foot + (top - foot) * 0.55) - side * 34
        arms.append(rod(foot, top, fill=INK if side < 0 else SOFT, width=24) + box(pad - 17 - 34j, 34, 68, fill=AMBER, radius=6) + circle(foot, 16, fill=STEEL))
    left, right_top = complex(480 - 118 - spread, 120), complex(480 + 118 + spread, 120)
    hook = (left + 4j) if close > 0.95 else left + complex(-40 + 40 * close, -70 + 70 * close)
    cable = (
        path(f"M{right_top.real:.1f} 120L{hook.real:.1f} {hook.imag:.1f}", line=INK, width=12)
        + path(f"M{right_top.real:.1f} 120L{hook.real:.1f} {hook.imag:.1f}", line=STEEL, width=5)
        + circle(hook, 13, fill=AMBER)
    )
    hand = pinching(hook - 6 + 4j, RENU, turn=16, scale=0.95) if time < 1.9 else ""
    ring_ = signs.spot(left, 40) if 1.5 < time < 2.2 else ""
    squeeze = "".join(signs.arrow(complex(480 + side * 300, 300), complex(480 + side * 220, 300), share=grip, width=8) for side in (-1, 1)) if grip > 0.1 else ""
    return tyre + "".join(arms) + cable + hand + ring_ + squeeze + signs.right(time, 2.7)


FILM = Film(
    "repair-a-puncture",
    (
        Shot(4.0, lets_the_air_out, {0.2: "deflate"}, "remove-the-tube"),
        Shot(6.8, levers_opposite_the_valve, {0.2: "opposite", 2.5: "one-side"}),
        Shot(2.8, no_screwdriver, {0.2: "screwdriver"}),
        Shot(4.4, pulls_the_tube_out, {0.2: "pull-out"}),
        Shot(5.6, looks_for_bubbles, {0.2: "bubbles"}, "find-the-hole"),
        Shot(3.0, marks_the_hole, {0.2: "mark"}),
        Shot(6.4, finds_the_thorn, {0.2: "feel", 3.5: "pull-thorn"}),
        Shot(4.0, roughens, {0.2: "roughen"}, "patch-and-refit"),
        Shot(5.0, glues_and_waits, {0.2: "glue", 2.6: "wait"}),
        Shot(4.0, presses_the_patch, {0.2: "press"}),
        Shot(2.8, flat_edge, {0.2: "edge"}),
        Shot(3.6, not_pinched, {0.2: "not-pinched"}),
        Shot(3.8, pumps, {0.2: "pump"}),
        Shot(3.8, brake, {0.2: "brake"}),
    ),
    poster=8.6,
)
