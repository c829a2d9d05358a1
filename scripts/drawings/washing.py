"""Wash the hands: wet, soap, every surface, dry; at the right moment; and rub with alcohol where there is no basin."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from scripts.drawings import signs
from scripts.drawings.film import Film, Shot
from scripts.drawings.geometry import Point
from scripts.drawings.hands import Skin, fist, pinching, pressing, spread
from scripts.drawings.ink import (
    BAD,
    CARD,
    EDGE,
    GRID,
    INK,
    RUBBER,
    SOFT,
    STEEL,
    STEEL_DEEP,
    SUNK,
    TEAL,
    TEAL_WASH,
    WATER,
    box,
    circle,
    group,
    limb,
    path,
    placed,
    polygon,
    rod,
    stroke,
)
from scripts.drawings.motion import at, passed
from scripts.drawings.person import CALM, SMILE, WINCE, Look, side_view, standing, walking

LEFT, RIGHT = Skin(colour="#c98d63", sleeve="#7fb0a6"), Skin(colour="#bd8056", sleeve="#7fb0a6")
IDA = Look(style="scarf", cloth="#d9846a", skin="#c98d63", shirt="#7fb0a6", trousers="#4d5b57", size=0.9)
GROUND = 478.0
MIDDLE = 480 + 300j


def foam(time: float, *, count: int = 9) -> str:
    """Foam around hands that rub, about the origin."""
    bubbles = []
    for number in range(count):
        age = (time * 0.7 + number / count) % 1
        place = complex(190 * math.sin(number * 2.4), 70 * math.cos(number * 1.7) - 30 * age)
        bubbles.append(circle(place, 8 + 9 * ((number * 5) % 3) * 0.5 + 4 * age, fill=CARD, line=STEEL_DEEP, width=2.5, opacity=min(1.0, 1.4 - age)))
    return group(*bubbles)


# ---- The six surfaces; each is drawn about the origin ----


def palms(time: float) -> str:
    """Palm on palm."""
    rub = 34 * math.sin(time * 7)
    return spread(-20 + 26j, LEFT, is_palm=True, turn=-8, scale=1.2) + spread(complex(20 - rub, -4), RIGHT, turn=8, scale=1.2, is_mirrored=True)


def backs(time: float) -> str:
    """The palm of one hand on the back of the other, fingers between fingers."""
    rub = 26 * math.sin(time * 7)
    return spread(-30 + 20j, LEFT, turn=-4, angle=13, scale=1.2) + spread(complex(24 + rub, 6), RIGHT, turn=30, angle=13, scale=1.2, is_mirrored=True)


def between_fingers(time: float) -> str:
    """Palm against palm, fingers between fingers."""
    rub = 16 * math.sin(time * 7)
    one = spread(complex(-50 - rub, 40), LEFT, is_palm=True, turn=-42, angle=16, scale=1.2)
    return one + spread(complex(50 + rub, 40), RIGHT, turn=42, angle=16, scale=1.2, is_mirrored=True)


def backs_of_fingers(time: float) -> str:
    """The backs of the bent fingers in the other palm."""
    rub = 22 * math.sin(time * 7)
    return spread(-40 + 34j, LEFT, is_palm=True, turn=-6, scale=1.25) + fist(complex(70 + rub, -6), RIGHT, turn=-10, scale=1.15, is_mirrored=True)


def thumbs(time: float) -> str:
    """One thumb inside the other hand, which turns."""
    turn = 24 * math.sin(time * 6)
    thumb = limb([(-90 + 44j, 26), (-16 - 6j, 20), (40 - 44j, 16)], LEFT.colour)
    hand = fist(-90 + 70j, LEFT, turn=-6, scale=1.2)
    return hand + thumb + fist(-4 - 10j, RIGHT, turn=-34 + turn, scale=1.1, is_mirrored=True)


def fingertips(time: float) -> str:
    """Fingertips in the palm, round and round."""
    way = complex(24 * math.cos(time * 6), 20 * math.sin(time * 6))
    return spread(-40 + 40j, LEFT, is_palm=True, turn=-6, scale=1.25) + pinching(-30 + 40j + way, RIGHT, turn=36, scale=1.2, is_mirrored=True)


SURFACES: tuple[Callable[[float], str], ...] = (palms, backs, between_fingers, backs_of_fingers, thumbs, fingertips)


ONE_AFTER_THE_OTHER = (1, 3, 4, 5)
"""The surfaces where the hands change places, so that both are reached."""


# ---- Wash with soap ----


WASHED = 30.0
"""Seconds of film for the 40 to 60 seconds of the gesture."""


def timer(seconds: float) -> str:
    """How far the minute has gone: a real wash takes most of it."""
    return signs.clock(104 + 108j, min(0.84, seconds / WASHED * 0.84), radius=62)


def tap(*, flow: float, handle: float = 0) -> str:
    """A tap with its handle, and the water that runs."""
    water = box(450 + 160j, 36 * flow, 400, fill=WATER, thick=0, radius=8) if flow > 0.1 else ""
    body = path("M330 -160L330 60Q330 96 380 96L440 96Q468 96 468 130L468 160", width=62) + path(
        "M330 -160L330 60Q330 96 380 96L440 96Q468 96 468 130L468 160", line=STEEL, width=54,
    )
    lever = placed(rod(0j, 110 - 40j, fill=STEEL_DEEP, width=20), 350 + 62j, turn=handle)
    return water + body + lever


def splashes(time: float) -> str:
    """Drops that spring from hands under water."""
    drops = []
    for number in range(8):
        age = (time * 1.6 + number / 8) % 1
        side = -1 if number % 2 else 1
        place = 468 + 300j + complex(side * (30 + 150 * age), -40 * math.sin(math.pi * age) * (1 + number % 3) + 90 * age * age)
        drops.append(circle(place, 7 - 3 * age, fill=WATER, width=2.5))
    return group(*drops)


def wets(time: float) -> str:
    """First water."""
    come = 300 * (1 - passed(time, 0.2, 1.2))
    rub = 16 * math.sin(time * 5) if time > 1.3 else 0
    hands = spread(complex(440 - come, 330 + rub / 2), LEFT, is_palm=True, turn=6, scale=1.15) + spread(
        complex(500 + come, 322 - rub / 2), RIGHT, turn=-10, scale=1.15, is_mirrored=True,
    )
    wet = splashes(time) if time > 1.1 else ""
    thin = box(456 + 160j, 24, 130, fill=WATER, thick=0, radius=8) if time > 1.0 else ""
    return tap(flow=1) + hands + thin + wet + timer(time)


def soaps(time: float) -> str:
    """Then soap."""
    push = at(time, (0.5, 0.0), (1.0, 24.0), (1.5, 24.0), (2.0, 0.0))
    bottle = box(500 + 190j, 150, 300, fill=TEAL, radius=22) + box(530 + 260j, 90, 110, fill=TEAL_WASH, radius=12) + circle(575 + 315j, 26, fill=CARD, width=3)
    head = (
        rod(complex(575, 180), complex(575, 128 + push), fill=STEEL, width=14)
        + path(f"M575 {120 + push}L440 {120 + push}L436 {148 + push}", width=38)
        + path(f"M575 {120 + push}L440 {120 + push}L436 {148 + push}", line=STEEL, width=30)
    )
    hand = spread(370 + 350j, LEFT, is_palm=True, turn=-6, scale=1.3)
    size = passed(time, 1.0, 1.9)
    soap = group(circle(420 + 340j, 44 * size, fill=CARD), circle(446 + 334j, 26 * size, fill=CARD, width=0)) if size > 0.05 else ""
    drop = stroke(complex(436, 168 + push), complex(430, 320), line=CARD, width=14) if 0.9 < time < 1.7 else ""
    press = pressing(complex(600, 112 + push), RIGHT, turn=40, scale=0.95, is_mirrored=True)
    return bottle + head + hand + drop + soap + press + timer(3.4 + time)


def surface(number: int) -> Callable[[float], str]:
    """A shot of one of the six surfaces."""

    def draw(time: float) -> str:
        picture = placed(SURFACES[number](time), MIDDLE, scale=1.05, is_mirrored=number in ONE_AFTER_THE_OTHER and time > 1.6)
        rows = "".join(
            circle(complex(360 + 48 * place, 512), 9, fill=TEAL if place <= number else CARD, line=INK if place <= number else EDGE, width=3) for place in range(len(SURFACES))
        )
        return picture + placed(foam(time), MIDDLE) + timer(6.2 + 3 * number + time) + rows + signs.tick(time, 2.3)

    return draw


def dries(time: float) -> str:
    """Rinse, dry with a towel that is used once, and close the tap with it."""
    if time < 2.2:
        rub = 14 * math.sin(time * 6)
        hands = spread(complex(446, 330 + rub), LEFT, turn=6, scale=1.15) + spread(complex(500, 326 - rub), RIGHT, turn=-10, scale=1.15, is_mirrored=True)
        return tap(flow=1) + hands + box(456 + 160j, 24, 130, fill=WATER, thick=0, radius=8) + splashes(time) + timer(24.4 + time)
    towel = path("M-120 -84Q-20 -110 110 -80Q136 0 112 84Q0 112 -116 80Q-140 0 -120 -84Z", fill=CARD) + path("M-84 -50Q0 -66 80 -48M-84 44Q0 60 82 40", line=GRID, width=4)
    if time < 4.2:
        rub = 20 * math.sin(time * 6)
        return (
            spread(400 + 310j, LEFT, scale=1.25)
            + placed(towel, complex(540 + rub, 300))
            + pinching(complex(610 + rub, 286), RIGHT, turn=-8, scale=1.2, is_mirrored=True)
            + timer(24.4 + time)
        )
    close = at(time, (4.8, 0.0), (5.6, 34.0))
    grip = 350 + 62j + (110 - 40j) * complex(math.cos(math.radians(close)), math.sin(math.radians(close)))
    cloth = placed(towel, grip, scale=0.62)
    hand = pinching(grip + 10j, RIGHT, turn=-14, scale=1.0, is_mirrored=True)
    scene = tap(flow=1 - passed(time, 4.8, 5.6), handle=close) + cloth + hand
    return group(scene, transform="translate(90 120)") + timer(30) + signs.right(time, 5.8)


# ---- Choose the moment ----


def room(*more: str) -> str:
    """A floor, a bin for waste on the left, and bread on a table on the right."""
    bin_ = polygon(60 + 360j, 170 + 360j, 156 + 478j, 74 + 478j, fill=RUBBER) + box(50 + 340j, 130, 22, fill=SOFT)
    table = box(760 + 340j, 180, 18, fill="#b08554") + box(780 + 358j, 14, 120, fill="#8a6239") + box(906 + 358j, 14, 120, fill="#8a6239")
    plate = path("M790 338Q850 352 910 338Z", fill=CARD)
    bread = path("M806 334Q800 290 850 290Q900 290 894 334Z", fill="#d9a05b") + path("M828 302l10 16m12 -20l8 18m14 -14l4 14", width=3)
    ground = box(-10 + GROUND * 1j, 980, 80, fill=SUNK, thick=0, radius=0) + stroke(GROUND * 1j, 960 + GROUND * 1j, line=EDGE)
    return group(ground, bin_, table, plate, bread, *more)


def dirt(at_: Point) -> str:
    """Dirt on a hand."""
    return circle(at_, 19, line=BAD, width=5) + "".join(circle(at_ + place, 4, fill="#5b3a22", width=0) for place in (-7 - 3j, 5 + 6j, 4 - 8j))


def dirty_to_clean(time: float) -> str:
    """Wrong: from the waste straight to the bread."""
    x = at(time, (1.2, 230.0), (3.2, 700.0))
    walk = walking(x, GROUND, IDA)
    low = at(time, (0.1, complex(176, 300)), (0.9, complex(150, 336)), (1.3, walk.hip + 20))
    hand = low if time < 1.3 else at(time, (3.1, walk.hip + 40), (3.7, complex(806, 322)))
    pose = replace(walk, near_hand=hand, face=WINCE if time > 3.6 else CALM)
    person = (
        side_view(pose, IDA) if time > 1.25 else placed(side_view(replace(standing(0, GROUND, IDA), near_hand=-(hand - 230).conjugate(), head=16), IDA), 230 + 0j, is_mirrored=True)
    )
    return room(person, dirt(hand)) + signs.wrong(time, 3.7)


def basin(x: float) -> str:
    """A basin with a tap."""
    bowl = path(f"M{x - 90} 330L{x + 90} 330Q{x + 80} 390 {x + 34} 396L{x + 34} 478L{x - 34} 478L{x - 34} 396Q{x - 80} 390 {x - 90} 330Z", fill=CARD)
    spout = f"M{x + 70} 330L{x + 70} 270Q{x + 70} 244 {x + 40} 244Q{x + 16} 244 {x + 16} 264"
    return bowl + path(spout, width=22) + path(spout, line=STEEL, width=14)


def washed_between(time: float) -> str:
    """Right: waste, then wash, then bread."""
    x = at(time, (0.8, 230.0), (2.2, 400.0), (4.2, 400.0), (5.6, 700.0))
    walk = walking(x, GROUND, IDA)
    is_washing = 2.1 < time < 4.3
    rub = 9 * math.sin(time * 9)
    rest = walk.hip + 24
    near = complex(500 + rub, 302) if is_washing else at(time, (0.5, complex(156, 336)), (1.0, rest)) if time < 2.2 else at(time, (5.5, rest), (6.1, complex(806, 322)))
    pose = replace(
        walk,
        near_hand=near,
        far_hand=complex(506 - rub, 308) if is_washing else walk.far_hand,
        head=16 if is_washing else 4,
        lean=8 if is_washing else 3,
        face=SMILE if time > 4.3 else CALM,
    )
    turned_away = placed(side_view(replace(standing(0, GROUND, IDA), near_hand=-(near - 230).conjugate(), head=16), IDA), 230 + 0j, is_mirrored=True)
    person = turned_away if time < 0.8 else side_view(pose, IDA)
    water = box(512 + 264j, 9, 70, fill=WATER, thick=0) if is_washing else ""
    suds = "".join(circle(502 + 296j + place, 8, fill=CARD, width=2.5) for place in (-14 - 8j, 6 + 12j, 18 - 12j, -4 - 20j)) if is_washing else ""
    mark = dirt(near) if time < 2.9 else signs.touch(near, time, radius=19)
    return room(basin(500), person, water, suds, mark) + signs.right(time, 6.0)


# ---- Rub with alcohol ----


def fills_the_hollow(time: float) -> str:
    """Enough to fill the hollow of the hand."""
    push = at(time, (0.4, 0.0), (0.9, 24.0), (1.8, 24.0), (2.3, 0.0))
    bottle = box(520 + 190j, 120, 310, fill=TEAL_WASH, radius=30) + path("M580 270C596 300 606 314 606 330A26 26 0 0 1 554 330C554 314 564 300 580 270Z", fill=WATER)
    nozzle = f"M580 {120 + push}L446 {120 + push}L442 {148 + push}"
    head = rod(complex(580, 180), complex(580, 128 + push), fill=STEEL, width=14) + path(nozzle, width=34) + path(nozzle, line=STEEL, width=26)
    size = passed(time, 0.9, 2.0)
    pool = group(placed(circle(0j, 62, fill=WATER), 412 + 346j, scale=max(size, 0.02)), stroke(384 + 330j, 404 + 322j, line=CARD, width=7)) if size > 0.1 else ""
    jet = stroke(complex(442, 166 + push), complex(428, 330), line=WATER, width=12) if 0.9 < time < 1.9 else ""
    press = pressing(complex(604, 112 + push), RIGHT, turn=40, scale=0.95, is_mirrored=True)
    return bottle + head + spread(370 + 350j, LEFT, is_palm=True, turn=-6, scale=1.3) + jet + pool + press + signs.tick(time, 2.4)


def same_surfaces(time: float) -> str:
    """The same six surfaces."""
    cells = []
    for number, draw in enumerate(SURFACES):
        left, top = 20 + 310 * (number % 3), 56 + 240 * (number // 3)
        shown = passed(time, 0.2 + 0.4 * number, 0.5 + 0.4 * number)
        clip = f'<clipPath id="cell{number}"><rect x="{left}" y="{top}" width="300" height="226" rx="16"/></clipPath>'
        inside = placed(draw(time), complex(left + 150, top + 118), scale=0.62)
        border = box(complex(left, top), 300, 226, fill="none", line=EDGE, radius=16)
        card = box(complex(left, top), 300, 226, fill=CARD, thick=0, radius=16)
        cells.append(group(f'{clip}<g clip-path="url(#cell{number})">{card}{inside}</g>', border, opacity=max(shown, 0.01)))
    return group(*cells)


def until_dry(time: float) -> str:
    """Until the hands are dry: no towel."""
    dry = passed(time, 0.4, 3.0)
    drops = (
        "".join(circle(MIDDLE + complex(170 * math.sin(number * 2.4), 80 * math.cos(number * 1.7) - 10), 10 * (1 - dry), fill=WATER, width=2.5) for number in range(9))
        if dry < 0.95
        else ""
    )
    towel = placed(path("M-60 -42Q-10 -55 55 -40Q68 0 56 42Q0 56 -58 40Q-70 0 -60 -42Z", fill=CARD), 850 + 420j)
    no = stroke(800 + 470j, 900 + 370j, line=BAD, width=11) if time > 1.0 else ""
    wait = signs.clock(104 + 108j, 0.42 * passed(time, 0.2, 3.2), radius=62)
    return placed(palms(min(3.2, time)), MIDDLE, scale=1.05) + drops + towel + no + wait + signs.right(time, 3.2)


FILM = Film(
    "hand-hygiene",
    (
        Shot(3.2, wets, {0.2: "wet"}, "wash-with-soap"),
        Shot(2.8, soaps, {0.2: "soap"}),
        Shot(3.0, surface(0), {0.2: "palms"}),
        Shot(3.0, surface(1), {0.2: "backs"}),
        Shot(3.0, surface(2), {0.2: "between"}),
        Shot(3.0, surface(3), {0.2: "finger-backs"}),
        Shot(3.0, surface(4), {0.2: "thumbs"}),
        Shot(3.0, surface(5), {0.2: "fingertips"}),
        Shot(7.0, dries, {0.2: "rinse", 2.2: "dry", 4.2: "close-tap"}),
        Shot(4.8, dirty_to_clean, {0.2: "dirty-to-clean"}, "choose-the-moment"),
        Shot(7.2, washed_between, {0.2: "wash-between"}),
        Shot(3.6, fills_the_hollow, {0.2: "alcohol"}, "rub-with-alcohol"),
        Shot(4.6, same_surfaces, {0.2: "same-surfaces"}),
        Shot(4.8, until_dry, {0.2: "until-dry"}),
    ),
    poster=10.4,
)
