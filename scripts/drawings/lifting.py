"""Lift and carry a load: judge it, lift it with the legs, turn with the feet, set it down."""

from __future__ import annotations

import math
from dataclasses import replace

from scripts.drawings import signs
from scripts.drawings.film import Film, Shot
from scripts.drawings.geometry import Point, towards, turned
from scripts.drawings.ink import BAD, EDGE, GOOD, RUBBER, SOFT, STEEL, SUNK, TEAL, WATER, WOOD, WOOD_DEEP, box, circle, darker, group, path, placed, polygon, rod, stroke
from scripts.drawings.motion import at, between, passed
from scripts.drawings.person import CALM, SMILE, WINCE, Look, Pose, back, eye, front_with_box, leg, shoulder, side_view, standing, upper_body, walking

GROUND = 478.0
SIZE = 0.96
AMINA = Look(style="bun", hair="#3a2a22", shirt="#e9a23b", trousers=TEAL, size=SIZE)
TOMAS = Look(style="short", hair="#8c8578", skin="#e0b08c", shirt="#7d9fb5", trousers="#4d5b57", has_beard=True, size=SIZE)
CARTON, TAPE = "#dcb587", "#c39a68"
WIDTH, HEIGHT, GRIP = 124.0, 112.0, 70.0
"""Of the box that one person can carry, and how high its handles are."""


def floor(*more: str) -> str:
    """An empty room with a floor."""
    return box(-10 + GROUND * 1j, 980, 80, fill=SUNK, thick=0, radius=0) + stroke(0 + GROUND * 1j, 960 + GROUND * 1j, line=EDGE) + "".join(more)


def carton(corner: Point, *, width: float = WIDTH, height: float = HEIGHT, turn: float = 0, pivot: Point | None = None, weight: float = 0.62) -> str:
    """A box whose lower left corner stands at `corner`, with a weight on it as large as it is heavy."""
    left = corner - 1j * height
    handle = box(left + width * 0.36 + 30j, width * 0.28, 15, fill=WOOD_DEEP, radius=7) if height < 150 else ""
    tape = box(left + width * 0.42, width * 0.16, 20, fill=TAPE, thick=2.5, radius=0)
    drawing = box(left, width, height, fill=CARTON) + tape + handle + placed(kettlebell(), left + complex(width / 2, height * (0.74 if height < 150 else 0.66)), scale=weight)
    around = corner if pivot is None else pivot
    return group(drawing, transform=f"rotate({turn:.2f} {around.real:.1f} {around.imag:.1f})")


def kettlebell() -> str:
    """The sign for weight."""
    return path("M-15 -16C-22 -40 22 -40 15 -16", width=8, line=RUBBER) + path("M-17 -18L17 -18L27 22Q28 28 22 28L-22 28Q-28 28 -27 22Z", fill=RUBBER, width=0)


def held(corner: Point) -> tuple[Point, Point]:
    """Where the two hands hold the box."""
    return corner + complex(WIDTH * 0.42, -GRIP), corner + complex(WIDTH * 0.56, -GRIP - 4)


def holding(pose: Pose, corner: Point) -> Pose:
    """The pose with the hands on the box."""
    near, far = held(corner)
    return replace(pose, near_hand=near, far_hand=far)


# ---- Judge the load and the route ----


def tests_the_weight(time: float) -> str:
    """She walks up, looks, and tips one edge of the box."""
    corner = complex(560, GROUND)
    x = at(time, (0.0, 120.0), (2.3, 470.0))
    stand = replace(walking(x, GROUND, AMINA), head=14)
    near, far = complex(482, GROUND - 15), complex(446, GROUND - 15)
    tilt = at(time, (3.8, 0.0), (4.3, 12.0), (4.6, 3.0), (5.0, 12.0), (5.5, 0.0))
    hand = corner + WIDTH + turned(complex(-WIDTH - 2, -22), tilt)
    down = Pose(complex(430, GROUND - 88), near, far, hand, hand + 14 - 12j, lean=52, head=16, face=CALM)
    pose = at(
        time,
        (2.6, replace(stand, near_foot=near if time > 2.3 else stand.near_foot, far_foot=far if time > 2.3 else stand.far_foot)),
        (3.6, down),
        (5.8, down),
        (6.6, replace(standing(464, GROUND, AMINA), head=4, face=SMILE)),
    )
    looking = signs.sight(eye(pose, AMINA), corner + 60 - 70j, share=at(time, (1.6, 0.0), (2.2, 1.0), (2.7, 1.0), (2.9, 0.0)))
    feels = group(floor(), carton(corner, turn=tilt, pivot=corner + WIDTH), side_view(pose, AMINA), looking)
    return feels + signs.tick(time, 6.4, at=corner + complex(WIDTH / 2, -190), size=0.8)


def bucket(at_: Point) -> str:
    """A bucket that stands in the way; `at_` is the middle of its foot."""
    return placed(path("M-30 -52Q0 -104 30 -52", line=SOFT, width=5) + polygon(-34 - 54j, 34 - 54j, 25 + 0j, -25 + 0j, fill=WATER), at_)


def table(x: float, *, height: float = 150) -> str:
    """A table with its left edge at `x`."""
    legs = "".join(box(complex(place, GROUND - height + 14), 14, height - 14, fill=WOOD_DEEP) for place in (x + 14, x + 132))
    return legs + box(complex(x, GROUND - height), 160, 18, fill=WOOD)


def clears_the_route(time: float) -> str:
    """Something stands in the way; she takes it away, and the route is free."""
    goal = table(780)
    if time < 3.3:
        x = at(time, (0.9, 150.0), (2.3, 418.0))
        pose = replace(walking(x, GROUND, AMINA), head=10)
        hook = complex(500, GROUND - 78)
        near, far = complex(438, GROUND - 15), complex(396, GROUND - 15)
        bent = Pose(complex(388, GROUND - 112), near, far, hook, complex(430, GROUND - 130), lean=50, head=16)
        pose = at(time, (2.4, pose), (3.1, bent))
        bend = bucket(complex(500, GROUND))
        person = side_view(pose, AMINA)
    else:
        x = at(time, (3.3, 0.0), (5.4, 520.0))
        walk = walking(x, GROUND, AMINA)
        rising = passed(time, 3.3, 3.9)
        carried = complex(x + 60, GROUND - 118 - 60 * rising)
        pose = replace(walk, near_hand=carried + 26j)
        drawing = bucket(complex(carried.real, carried.imag + 104)) + side_view(pose, AMINA)
        bend, person = "", placed(drawing, 430 + 0j, is_mirrored=True)
    gaze = signs.sight(eye(walking(150, GROUND, AMINA), AMINA), complex(at(time, (0.2, 330.0), (1.2, 500.0)), GROUND - 40), share=1 if 0.25 < time < 1.4 else 0)
    warning = signs.cross(time, 0.9, at=complex(500, GROUND - 160), size=0.62) if time < 2.3 else ""
    way = at(time, (5.0, 0.0), (6.0, 1.0))
    free = signs.arrow(complex(210, GROUND - 34), complex(760, GROUND - 34), colour=GOOD, share=way) if way else ""
    load = carton(complex(50, GROUND)) if time >= 4.6 else ""
    return floor(goal, load, bend, person, gaze, warning, free) + signs.tick(time, 6.0)


def asks_for_help(time: float) -> str:
    """Too heavy for one: she does not lift it, a colleague comes, and they carry it together."""
    shake = math.sin(time * 26) * 1.2 if 0.8 < time < 2.2 else 0
    x, lift = 376.0, at(time, (6.2, 0.0), (7.4, 74.0))
    corner = complex(x, GROUND - lift)
    near, far = complex(336, GROUND - 15), complex(298, GROUND - 15)
    low = Pose(complex(282, GROUND - 96), near, far, complex(384, GROUND - 74), complex(388, GROUND - 84), lean=43, head=2, face=WINCE)
    calls = replace(standing(300, GROUND, AMINA), near_hand=complex(360, GROUND - 330 + 10 * math.sin(time * 8)), near_foot=near, far_foot=far, face=SMILE)
    ready = replace(low, face=CALM)
    up = replace(low, hip=complex(304, GROUND - 172), lean=10, face=SMILE, near_hand=complex(384, GROUND - 148), far_hand=complex(388, GROUND - 158))
    pose = at(time, (0.0, low), (2.6, low), (3.2, calls), (4.7, calls), (5.6, ready), (6.2, ready), (7.4, up))
    heavy = carton(corner + shake, width=196, height=176, weight=1.7)
    comes = at(time, (3.0, 0.0), (4.9, 352.0))
    partner = walking(comes, GROUND, TOMAS)
    mirrored = 960.0
    his_near, his_far = complex(372, GROUND - 15), complex(334, GROUND - 15)
    his_low = Pose(complex(318, GROUND - 96), his_near, his_far, complex(384 + 4, GROUND - 74), complex(388, GROUND - 84), lean=43, head=2)
    his_up = replace(his_low, hip=complex(344, GROUND - 172), lean=10, near_hand=complex(388, GROUND - 148), far_hand=complex(388, GROUND - 158), face=SMILE)
    him = at(time, (4.9, partner), (5.6, his_low), (6.2, his_low), (7.4, his_up))
    helper = placed(side_view(him, TOMAS), complex(mirrored, 0), is_mirrored=True)
    sweat = signs.drops(shoulder(pose, AMINA) + 40 - 90j, time) if 0.8 < time < 2.6 else ""
    no = signs.cross(time, 1.8, at=complex(474, GROUND - 260), size=0.9) if time < 3.6 else ""
    arrows = "".join(signs.arrow(complex(place, GROUND - 235), complex(place, GROUND - 300), share=at(time, (6.2, 0.0), (7.0, 1.0))) for place in (430, 520)) if time > 6.2 else ""
    return floor(helper if time > 3 else "", heavy, side_view(pose, AMINA), sweat, no, arrows) + (signs.right(time, 7.3))


def sack_truck(x: float, turn: float) -> str:
    """A sack truck with the heavy box on it; `x` is where its wheel stands."""
    wheel = complex(x, GROUND - 24)
    load = carton(8 - 12j, width=150, height=176, weight=1.6)
    frame = rod(0 - 4j, 0 - 214j, -34 - 236j, fill=TEAL, width=8) + rod(0 - 4j, 76 - 4j, fill=TEAL, width=8)
    return placed(load + frame, wheel, turn=turn) + circle(wheel, 23, fill=RUBBER) + circle(wheel, 8, fill=STEEL)


def takes_a_trolley(time: float) -> str:
    """Or she takes a trolley."""
    x = at(time, (0.0, 230.0), (3.4, 640.0))
    pose = replace(walking(x - 168, GROUND, AMINA), lean=9, face=SMILE)
    handle = complex(x, GROUND - 24) + turned(-30 - 234j, -22)
    pose = replace(pose, near_hand=handle, far_hand=handle + 8j)
    return floor(sack_truck(x, -22), side_view(pose, AMINA)) + signs.right(time, 2.2)


# ---- Lift ----


def lifts_with_the_back(time: float) -> str:
    """Wrong: legs straight, back round, box far from the body."""
    x = 380.0
    far_box = complex(x + 74, GROUND)
    lift = at(time, (1.9, 0.0), (3.0, 52.0))
    corner = far_box + complex(12 * lift / 52, -lift)
    near, far = complex(x + 8, GROUND - 15), complex(x - 16, GROUND - 15)
    start = replace(standing(x, GROUND, AMINA, apart=22), near_foot=near, far_foot=far, head=18)
    bent = Pose(complex(x - 44, GROUND - 180), near, far, 0j, 0j, lean=97, curl=0.85, head=62)
    rising = replace(bent, lean=80, curl=1, head=44, face=WINCE)
    pose = at(time, (0.4, start), (1.6, holding(bent, far_box)), (1.9, holding(bent, corner)), (3.0, holding(rising, corner)))
    spine = signs.back_line(back(pose, AMINA), colour=BAD) if time > 1.7 else ""
    hurt = signs.pain(pose.hip + towards(-90 + pose.lean) * 34 + towards(180 + pose.lean) * 58, time) if time > 2.3 else ""
    return floor(side_view(pose, AMINA, between=carton(corner)), spine, hurt) + signs.wrong(time, 2.5)


def lifts_with_the_legs(time: float) -> str:
    """Right: close to the box, knees bent, back straight, slowly up."""
    x, corner = 420.0, complex(470, GROUND)
    near, far = complex(x + 12, GROUND - 15), complex(x - 34, GROUND - 15)
    walk = walking(at(time, (0.0, 250.0), (1.2, 404.0)), GROUND, AMINA)
    stand = replace(standing(x - 12, GROUND, AMINA), near_foot=near, far_foot=far, head=12)
    down = Pose(complex(x - 64, GROUND - 96), near, far, corner + 52 - 70j, corner + 70 - 74j, lean=44, head=-4)
    lift = at(time, (5.2, 0.0), (8.4, 1.0))
    close = at(time, (4.2, 0.0), (5.0, -8.0))
    path_up = between(corner + close, complex(x + 14, GROUND - 132), lift)
    up = replace(down, hip=complex(x - 12, GROUND - 181), lean=2, head=0, face=SMILE)
    pose = at(time, (1.3, stand), (2.2, stand), (3.6, down), (5.2, down), (8.4, up)) if time > 1.2 else walk
    if time > 3.2:
        pose = holding(pose, path_up) if time > 3.7 else between(pose, holding(pose, path_up), (time - 3.2) / 0.5)
    shown = time > 2.6
    spine = signs.back_line(back(pose, AMINA), colour=GOOD) if shown else ""
    feet = (
        "".join(signs.arrow(complex(place, GROUND + 34), complex(place + way, GROUND + 34), share=passed(time, 1.4, 1.9), width=7) for place, way in ((x - 2, -52), (x + 2, 52)))
        if 1.4 < time < 2.8
        else ""
    )
    nearer = signs.arrow(corner + complex(WIDTH + 84, -60), corner + complex(WIDTH + 16, -60), share=passed(time, 4.1, 4.8)) if 4.1 < time < 5.4 else ""
    rise = signs.arrow(complex(690, GROUND - 70), complex(690, GROUND - 250), share=lift) if 5.3 < time < 9 else ""
    gaze = signs.sight(eye(pose, AMINA), eye(pose, AMINA) + 190, share=passed(time, 4.4, 5.0)) if 4.4 < time < 6.6 else ""
    return floor(side_view(pose, AMINA, between=carton(path_up)), spine, feet, nearer, rise, gaze) + signs.right(time, 8.4)


# ---- Carry and set down ----


def carries(time: float) -> str:
    """She carries the box close to her body and sees the way over it."""
    x = at(time, (0.0, 80.0), (4.3, 500.0))
    walk = walking(x, GROUND, AMINA)
    corner = walk.hip + 26 + 50j
    pose = holding(replace(walk, lean=1, near_hand=0j, far_hand=0j), corner)
    look = signs.sight(eye(pose, AMINA), eye(pose, AMINA) + 395 + 325j, share=passed(time, 0.8, 1.6))
    return floor(side_view(pose, AMINA, between=carton(corner)), look) + signs.tick(time, 3.0)


def turner(*, trunk: float, left: float, right: float, lifted: tuple[float, float] = (0, 0), face: str = CALM) -> str:
    """Somebody with the box who turns from us to the right: how far the trunk and each foot have turned, from 0 to 1."""
    hip = complex(450, GROUND - 176)
    legs = "".join(
        leg_turning(hip, side, turned_by, lift, look)
        for side, turned_by, lift, look in (
            (-1, left, lifted[0], AMINA),
            (1, right, lifted[1], replace(AMINA, trousers=darker(AMINA.trousers) if right > 0.5 else AMINA.trousers)),
        )[:: -1 if right > 0.5 else 1]
    )
    if trunk < 0.5:
        return legs + group(front_with_box(hip, AMINA, carton(hip + complex(-WIDTH / 2, 40)), face), transform=squeezed(1 - 0.5 * trunk, hip))
    corner = hip + 28 + 50j
    pose = holding(Pose(hip, hip, hip, 0j, 0j, lean=2, face=face), corner)
    return legs + group(upper_body(pose, AMINA, between=carton(corner)), transform=squeezed(0.5 + 0.5 * trunk, hip))


def squeezed(width: float, around: Point) -> str:
    """A body that is turning looks narrower."""
    return f"translate({around.real * (1 - width):.1f} 0) scale({width:.3f} 1)"


def leg_turning(hip: Point, side: int, turned_by: float, lift: float, look: Look) -> str:
    """One leg, its foot towards us or, when it has turned, to the right."""
    front, aside = complex(hip.real + side * 32, GROUND - 15), complex(hip.real - 6 + side * 22, GROUND - 15)
    foot = between(front, aside, turned_by) - 24j * lift
    top = hip + side * 18 * (1 - turned_by)
    return leg(top, foot, look, is_front=turned_by < 0.5)


def twists(time: float) -> str:
    """Wrong: the feet stay, the trunk turns."""
    turn = at(time, (0.7, 0.0), (1.9, 1.0))
    waist = complex(450, GROUND - 178)
    hurt = signs.pain(waist - 12, time, size=1.2) if time > 1.9 else ""
    way = signs.arrow(waist + complex(-90, -208), waist + complex(130, -208), colour=BAD, bow=-0.24, share=turn) if time > 0.8 else ""
    feet = "".join(signs.spot(complex(450 + side * 32, GROUND - 8), 34, colour=BAD) for side in (-1, 1)) if time > 2.2 else ""
    return floor(table(700), turner(trunk=turn, left=0, right=0, face=WINCE if time > 1.7 else CALM), way, feet, hurt) + signs.wrong(time, 2.1)


def turns_with_the_feet(time: float) -> str:
    """Right: first one foot, then the other, and the trunk stays in line."""
    right, left = at(time, (0.7, 0.0), (1.5, 1.0)), at(time, (2.0, 0.0), (2.8, 1.0))
    lifts = math.sin(math.pi * left), math.sin(math.pi * right)
    person = turner(trunk=(left + right) / 2, left=left, right=right, lifted=lifts, face=SMILE if time > 3.2 else CALM)
    way = "".join(signs.turning(complex(450 + side * 30, GROUND + 8), 34, 160, 20, colour=GOOD, width=7) for side, share in ((1, right), (-1, left)) if 0.02 < share < 0.98)
    line = stroke(complex(450, GROUND - 330), complex(450, GROUND - 20), line=GOOD, width=6, dash="4 12") if time > 2.9 else ""
    return floor(table(700), person, way, line) + signs.right(time, 3.2)


def sets_down(time: float) -> str:
    """She bends her knees and sets the box down gently, fingers out of the way."""
    x = 420.0
    near, far = complex(x + 12, GROUND - 15), complex(x - 34, GROUND - 15)
    sunk = at(time, (0.8, 0.0), (3.2, 1.0))
    corner = between(complex(x + 14, GROUND - 132), complex(x + 46, GROUND), sunk)
    up = Pose(complex(x - 12, GROUND - 181), near, far, 0j, 0j, lean=2)
    down = Pose(complex(x - 64, GROUND - 96), near, far, 0j, 0j, lean=44, head=4)
    rest = replace(standing(x - 12, GROUND, AMINA), near_foot=near, far_foot=far, face=SMILE)
    pose = holding(between(up, down, sunk), corner)
    pose = at(time, (3.8, pose), (5.0, rest))
    spine = signs.back_line(back(pose, AMINA), colour=GOOD) if 1.0 < time < 4.0 else ""
    fall = signs.arrow(complex(690, GROUND - 250), complex(690, GROUND - 70), share=sunk) if 0.9 < time < 4.2 else ""
    return floor(side_view(pose, AMINA, between=carton(corner)), spine, fall) + signs.right(time, 4.2)


FILM = Film(
    "lift-and-carry",
    (
        Shot(7.2, tests_the_weight, {0.2: "looks", 3.0: "tips"}, "assess-the-load"),
        Shot(6.7, clears_the_route, {0.2: "obstacle", 3.3: "clears"}),
        Shot(8.5, asks_for_help, {0.2: "too-heavy", 3.0: "together"}),
        Shot(3.6, takes_a_trolley, {0.2: "trolley"}),
        Shot(4.6, lifts_with_the_back, {0.2: "bent-back"}, "lift"),
        Shot(10.4, lifts_with_the_legs, {0.2: "stands-close", 2.4: "bends-knees", 5.2: "rises"}),
        Shot(4.3, carries, {0.2: "carries"}, "carry-and-set-down"),
        Shot(3.9, twists, {0.2: "twists"}),
        Shot(4.8, turns_with_the_feet, {0.2: "turns"}),
        Shot(5.0, sets_down, {0.2: "sets-down"}),
    ),
    poster=36.0,
)
