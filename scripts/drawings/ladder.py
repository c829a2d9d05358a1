"""Use a leaning ladder: check it, place it one out for four up, climb with three points of contact, do not reach out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from scripts.drawings import signs
from scripts.drawings.film import Film, Shot
from scripts.drawings.geometry import Point, towards
from scripts.drawings.ink import (
    AMBER,
    BAD,
    CLAY,
    EDGE,
    GOOD,
    GRID,
    INK,
    RUBBER,
    SOFT,
    STEEL,
    STEEL_DEEP,
    SUNK,
    TEAL,
    WATER,
    WOOD,
    WOOD_DEEP,
    box,
    circle,
    group,
    path,
    placed,
    polygon,
    rod,
    stroke,
)
from scripts.drawings.motion import at, passed
from scripts.drawings.person import ANKLE, CALM, SMILE, WINCE, Look, Pose, Rear, eye, rear_view, shoulder, side_view, standing, walking

GROUND = 478.0
LEVEL = GROUND * 1j
JONAS = Look(style="cap", hair="#6b4a2f", skin="#e6b48e", shirt="#c8553d", trousers="#3f5f7a", cloth=AMBER, shoes="#4a3a2e")
MIRA = Look(style="scarf", cloth="#8a5a83", skin="#c98d63", shirt="#6d9a8c", trousers="#4d5b57", shoes="#4a3a2e")
WALL = "#ead9bd"


@dataclass(frozen=True)
class Ladder:
    """A ladder from the side: its foot, its angle above the ground in degrees, its length and the distance of its rungs."""

    foot: Point
    angle: float = 75
    length: float = 430
    gap: float = 36

    def rung(self, number: float) -> Point:
        """Where a rung is, counted from the foot."""
        return self.foot + towards(-self.angle) * self.gap * number

    def top(self) -> Point:
        """The upper end."""
        return self.foot + towards(-self.angle) * self.length

    def drawing(self) -> str:
        """The ladder."""
        sole = placed(path("M-14 -6L14 -6L17 6L-17 6Z", fill=RUBBER), self.foot - 4j)
        rungs = "".join(circle(self.rung(number), 4.5, fill=INK, width=0) for number in range(1, int(self.length / self.gap)))
        return rod(self.foot - 8j, self.top(), fill=STEEL, width=11) + rungs + sole


def ground(*more: str) -> str:
    """Outdoors: a floor."""
    return box(-10 + LEVEL, 980, 80, fill=SUNK, thick=0, radius=0) + stroke(LEVEL, 960 + LEVEL, line=EDGE) + "".join(more)


def wall(x: float, *, top: float = -10) -> str:
    """A wall seen from its edge, to the right of `x`."""
    bricks = "".join(
        stroke(complex(left, y), complex(left + 44, y), line="#d6bf98", width=3)
        for row, y in enumerate(range(int(max(top, 0)) + 40, int(GROUND), 42))
        for left in range(int(x) + 22 + 40 * (row % 2), 960, 96)
    )
    return box(complex(x, top), 990 - x, GROUND - top, fill=WALL) + bricks


# ---- Check ----


def front(x: float, *, top: float, bottom: float, half: float = 46, tilt: float = 0, cracked: int = -1, gap: float = 44) -> str:
    """A ladder from the front, around the line `x`; rung number `cracked` from above is broken."""
    rungs = []
    for number, y in enumerate(range(int(top) + 26, int(bottom) - 20, int(gap))):
        left, right = complex(x - half, y), complex(x + half, y)
        if number == cracked:
            rungs.append(rod(left, complex(x - 24, y + 15), fill=STEEL, width=8) + rod(right, complex(x + 16, y + 21), fill=STEEL, width=8))
            rungs.extend(stroke(complex(x - 4, y + 14) + towards(turn) * 12, complex(x - 4, y + 14) + towards(turn) * 24, line=BAD, width=4) for turn in (-120, -90, -60))
        else:
            rungs.append(rod(left, right, fill=STEEL, width=8))
    stiles = "".join(rod(complex(x + side * half, top), complex(x + side * half, bottom - 8), fill=STEEL, width=12) for side in (-1, 1))
    soles = "".join(placed(path("M-14 -14L14 -14L16 0L-16 0Z", fill=RUBBER), complex(x + side * half, bottom)) for side in (-1, 1))
    return group(*rungs, stiles, soles, transform=f"rotate({tilt:.2f} {x:.1f} {bottom:.1f})")


def lens(centre: Point) -> str:
    """A magnifying glass."""
    return rod(centre + 50 + 50j, centre + 88 + 88j, fill=WOOD, width=13) + circle(centre, 66, line=INK, width=14) + circle(centre, 66, line=AMBER, width=8)


def inspects(time: float) -> str:
    """He looks at every rung and at the feet: a broken ladder is taken out, a sound one is used."""
    look = replace(JONAS, size=0.96)
    is_second = time > 4.1
    slide = at(time, (3.4, 0.0), (4.1, 520.0)) if not is_second else at(time, (4.1, 520.0), (4.8, 0.0))
    y = at(time, (0.4, 90.0), (1.9, 252.0), (4.8, 90.0), (7.4, 452.0)) if time < 3.4 or is_second else 252.0
    x = 640 + slide
    picture = front(x, top=40, bottom=GROUND, half=62, cracked=-1 if is_second else 4)
    glass = lens(complex(640, y)) if (time < 3.2 or time > 4.8) and 0.3 < time < 7.9 else ""
    pose = replace(standing(270, GROUND, look), head=at(time, (0.0, -8.0), (1.9, 4.0), (4.6, -8.0), (7.4, 22.0)), face=WINCE if 2.1 < time < 4.0 else CALM if time < 7.6 else SMILE)
    hand = complex(372, at(time, (0.4, 200.0), (1.9, 250.0), (4.6, 200.0), (7.4, 330.0)))
    pose = replace(pose, near_hand=hand, far_hand=pose.far_hand - 10)
    gaze = signs.sight(eye(pose, look), complex(556, y), share=1 if glass else 0)
    verdict = signs.cross(time, 2.1, at=complex(800, 226), size=0.9) if time < 3.6 else signs.tick(time, 7.5, at=complex(800, 226), size=1)
    return ground(picture, side_view(pose, look), gaze, glass, verdict)


def stands_level(time: float) -> str:
    """On a stone it rocks; on firm, level ground it stands."""
    rock = 4.5 * math.sin(time * 4)
    stone = path("M206 478Q210 450 244 450Q280 452 284 478Z", fill="#a79d8a")
    left = group(stone, front(300, top=110, bottom=464, half=56, tilt=-5 + rock))
    right = front(680, top=96, bottom=GROUND, half=56)
    sprung = "".join(path(f"M{x} {GROUND - 8}q{way * 10} -10 0 -22m{way * 14} 26q{way * 14} -16 0 -34", line=BAD, width=5) for x, way in ((372, 1), (204, -1)))
    divider = stroke(480 + 70j, 480 + 520j, line=GRID, width=4, dash="2 14")
    level = stroke(560 + (GROUND + 26) * 1j, 800 + (GROUND + 26) * 1j, line=GOOD, width=8) if time > 2.0 else ""
    shown = group(right, opacity=max(0.01, passed(time, 1.4, 1.9)))
    return ground(divider, left, sprung if time > 0.6 else "", shown, level) + signs.cross(time, 1.0, at=440 + 110j, size=0.85) + signs.tick(time, 2.6, at=844 + 110j, size=0.95)


# ---- The angle ----


def climber(ladder: Ladder, number: float, look: Look, *, face: str = CALM) -> Pose:
    """Somebody who stands on a rung, facing the ladder."""
    size = look.size
    step = (-17 - ANKLE * 1j) * size
    upright = ladder.angle + (75 - ladder.angle) * 0.6
    hip = ladder.rung(number) + towards(-upright) * 172 * size + towards(-ladder.angle - 90) * 52 * size
    pose = Pose(hip, ladder.rung(number) + step, ladder.rung(number + 1) + step, 0j, 0j, lean=88 - upright, face=face)
    along = towards(-ladder.angle)
    level = ((shoulder(pose, look) - ladder.foot) * along.conjugate()).real
    return replace(pose, near_hand=ladder.foot + along * (level + 4), far_hand=ladder.foot + along * (level + 32 * size))


def too_steep(time: float) -> str:
    """Too steep: it falls over backwards."""
    look = replace(JONAS, size=0.66)
    ladder = Ladder(612 + LEVEL, angle=86, length=400)
    tip = at(time, (1.2, 0.0), (1.6, -3.0), (1.9, -1.0), (3.0, -24.0))
    person = side_view(climber(ladder, 3, look, face=WINCE if time > 1.4 else CALM), look)
    falling = group(ladder.drawing(), person, transform=f"rotate({tip:.2f} 612 {GROUND})")
    away = signs.turning(612 + LEVEL, 380, -92, -116, colour=BAD) if time > 1.6 else ""
    return ground(wall(640), falling, away) + signs.wrong(time, 1.8)


def too_flat(time: float) -> str:
    """Too flat: its foot slides away."""
    look = replace(JONAS, size=0.66)
    slip = at(time, (1.2, 0.0), (2.8, 62.0))
    foot = complex(372 - slip, GROUND)
    angle = math.degrees(math.acos((640 - 12 - foot.real) / 400))
    ladder = Ladder(foot, angle=angle, length=400)
    person = side_view(climber(ladder, 3, look, face=WINCE if time > 1.3 else CALM), look)
    away = signs.arrow(foot + 30 + 34j, foot - 80 + 34j, colour=BAD, share=passed(time, 1.3, 2.0))
    return ground(wall(640), ladder.drawing(), person, away) + signs.wrong(time, 1.8)


def one_out_four_up(time: float) -> str:
    """Right: four parts up, one part out."""
    look = replace(JONAS, size=0.8)
    unit, foot_x = 98.0, 540.0
    wall_x = foot_x + unit
    angle = at(time, (0.3, 62.0), (1.8, 76.0))
    length = math.hypot(unit, 4 * unit) + 30
    ladder = Ladder(complex(wall_x - 8 - (length - 30) * math.cos(math.radians(angle)), GROUND), angle=angle, length=length)
    up = [passed(time, 2.2 + 0.55 * number, 2.6 + 0.55 * number) for number in range(4)]
    bars = "".join(block(complex(wall_x + 22, GROUND - unit * (number + 1) + 5), 34, unit - 10, share) for number, share in enumerate(up))
    base = block(complex(wall_x - unit + 5, GROUND + 14), unit - 10, 34, passed(time, 4.5, 4.9))
    reach = ladder.rung(5.2)
    pose = replace(standing(ladder.foot.real - 62, GROUND, look), near_hand=reach, far_hand=ladder.rung(6), head=-6, face=SMILE if time > 5 else CALM)
    return ground(wall(wall_x), ladder.drawing(), side_view(pose, look), bars, base) + signs.right(time, 5.2)


def block(corner: Point, width: float, height: float, share: float) -> str:
    """A measuring block that appears."""
    return group(box(corner, width, height, fill=AMBER, radius=6), opacity=share) if share > 0.02 else ""


# ---- Secure it ----


def stands_above_the_edge(time: float) -> str:
    """It stands out above the edge of the roof, is tied there, and a colleague holds its foot."""
    her = replace(MIRA, size=0.66)
    edge, wall_x = 208.0, 640.0
    ladder = Ladder(complex(wall_x - 6 - (GROUND - edge) / math.tan(math.radians(75)), GROUND), length=412)
    above = (ladder.top() + 60, complex(ladder.top().real + 60, edge))
    roof = box(complex(wall_x - 22, edge), 360, 20, fill=CLAY)
    rope_at = ladder.foot + towards(-75) * ((GROUND - edge) / math.sin(math.radians(75)) - 4)
    rope = path(f"M{rope_at.real - 12:.1f} {rope_at.imag - 10:.1f}q26 -6 34 10m-36 4q26 -6 40 8", line=WOOD_DEEP, width=6) if time > 2.2 else ""
    x = at(time, (0.2, 100.0), (2.0, ladder.foot.real - 62))
    walk = walking(x, GROUND, her)
    pose = replace(
        walk,
        near_hand=ladder.rung(5),
        far_hand=ladder.rung(5.6),
        head=-10,
        near_foot=complex(x + 40, GROUND - 14) if time > 2 else walk.near_foot,
        far_foot=complex(x - 10, GROUND - ANKLE * 0.66) if time > 2 else walk.far_foot,
    )
    helper = at(time, (1.9, walk), (2.4, pose))
    height = signs.arrow(above[1], above[0], colour=GOOD, share=passed(time, 0.6, 1.2))
    holds = signs.spot(rope_at + 3, 30) if 2.2 < time < 3.4 else ""
    return ground(wall(wall_x, top=edge + 20), roof, ladder.drawing(), rope, side_view(helper, her), height, holds) + signs.right(time, 3.2)


def not_before_a_door(time: float) -> str:
    """Wrong: a door that can open knocks it over."""
    swing = at(time, (1.0, 0.0), (2.0, 1.0))
    tip = at(time, (1.5, 0.0), (3.0, 17.0))
    hole = box(370 + 120j, 180, 358, fill="#6f5a44")
    width = 180 - 120 * swing
    leaf = polygon(370 + 120j, complex(370 + width, 120 - 26 * swing), complex(370 + width, GROUND + 34 * swing), 370 + LEVEL, fill=TEAL) + circle(
        complex(370 + width - 18, 310),
        8,
        fill=AMBER,
    )
    facade = box(-10 - 10j, 980, GROUND + 10, fill=WALL, thick=0, radius=0)
    window = box(690 + 130j, 150, 150, fill=WATER) + stroke(765 + 130j, 765 + 280j) + stroke(690 + 205j, 840 + 205j)
    hit = signs.pain(480 + 230j, time) if 1.5 < time < 2.6 else ""
    away = signs.turning(500 + LEVEL, 395, -86, -66, colour=BAD) if time > 1.8 else ""
    return group(facade, ground(window, hole, leaf, front(480, top=54, bottom=GROUND + 22, half=54, tilt=tip), hit, away)) + signs.wrong(time, 2.0)


# ---- Climb ----


@dataclass(frozen=True)
class Grip:
    """On which rungs the limbs are."""

    near_foot: float
    far_foot: float
    near_hand: float
    far_hand: float


STEPS: tuple[str, ...] = ("near_hand", "far_foot", "far_hand", "near_foot")
"""The order in which the limbs move: never two at a time."""


def gripping(time: float, *, start: float, pace: float, rounds: int) -> tuple[Grip, str]:
    """Where the limbs are at a time, and which one moves."""
    rungs = {"near_foot": 1.0, "far_foot": 2.0, "near_hand": 6.0, "far_hand": 7.0}
    moving = ""
    for number in range(4 * rounds):
        limb = STEPS[number % 4]
        begins = start + number * pace
        share = passed(time, begins, begins + pace * 0.8)
        rungs[limb] += 2 * share
        if 0.02 < share < 0.98:
            moving = limb
    return Grip(**rungs), moving


def tool_belt(hip: Point, size: float, *, lean: float = 0) -> str:
    """A belt with a hammer in it."""
    belt = stroke(-36 + 8j, 34 + 8j, line=WOOD_DEEP, width=13)
    hammer = rod(-22 - 14j, -22 + 40j, fill=WOOD, width=6) + box(-37 - 24j, 30, 14, fill=STEEL_DEEP)
    return placed(belt + hammer + box(-35 + 2j, 26, 30, fill="#8a6239"), hip, turn=lean, scale=size)


def climbs(time: float) -> str:
    """Right: facing the ladder, one hand or one foot at a time, the other three hold; tools in the belt."""
    look = replace(JONAS, size=0.86)
    ladder = Ladder(500 + LEVEL, length=860, gap=46)
    grip, moving = gripping(time, start=1.4, pace=0.95, rounds=2)
    step = (-17 - ANKLE * 1j) * look.size
    feet = {name: ladder.rung(getattr(grip, name)) + step - (12 if name == moving else 0) for name in ("near_foot", "far_foot")}
    hands = {name: ladder.rung(getattr(grip, name)) - (8 if name == moving else 0) for name in ("near_hand", "far_hand")}
    middle = (grip.near_foot + grip.far_foot) / 2
    hip = ladder.rung(middle) + towards(-75) * 142 * look.size - 62 * look.size + 10j
    pose = Pose(hip, feet["near_foot"], feet["far_foot"], hands["near_hand"], hands["far_hand"], lean=13, head=-12, face=SMILE)
    rings = {name: place - step if "foot" in name else place for name, place in {**feet, **hands}.items()}
    contacts = "".join(signs.touch(place, time) for name, place in rings.items() if name != moving) if time > 1.0 else ""
    mover = signs.arrow(rings[moving] - 66 + 26j, rings[moving] - 66 - 34j, width=8) if moving else ""
    pan = at(time, (1.4, 0.0), (9.0, 120.0))
    scene = group(ground(wall(704, top=-400)), ladder.drawing(), side_view(pose, look), tool_belt(hip, look.size, lean=13), contacts, mover, transform=f"translate(0 {pan:.1f})")
    return scene + signs.right(time, 8.8)


def carries_a_bucket(time: float) -> str:
    """Wrong: something in the hand, so that only one hand holds."""
    look = replace(JONAS, size=0.86)
    ladder = Ladder(500 + LEVEL, length=860, gap=46)
    sway = 5 * math.sin(time * 5) if time > 0.9 else 0
    step = (-17 - ANKLE * 1j) * look.size
    hip = ladder.rung(1.5) + towards(-75) * 142 * look.size - 66 * look.size + 10j + sway
    hand = hip + (-92 + 10j) + sway
    pose = Pose(hip, ladder.rung(1) + step, ladder.rung(2) + step, hand, ladder.rung(6), lean=4 - sway, head=-6, face=WINCE if time > 1.2 else CALM)
    pail = placed(path("M-30 6Q0 -36 30 6", line=SOFT, width=5) + polygon(-36 + 4j, 36 + 4j, 27 + 64j, -27 + 64j, fill=WATER), hand + 28j, turn=sway * 2)
    return ground(wall(704), ladder.drawing(), side_view(pose, look), pail, signs.spot(hand + 8j, 34, colour=BAD) if time > 0.9 else "") + signs.wrong(time, 1.3)


# ---- Work ----


def facade(*more: str) -> str:
    """A house from the front, with a lamp above a window."""
    return box(-10 - 10j, 980, GROUND + 10, fill=WALL, thick=0, radius=0) + ground(*more)


def lamp(at_: Point) -> str:
    """A lamp on the wall, the thing to work on."""
    return placed(rod(0 - 34j, 0 - 4j, fill=STEEL_DEEP, width=8) + path("M-26 14Q-26 -14 0 -14Q26 -14 26 14Z", fill=TEAL) + circle(0 + 20j, 13, fill=AMBER), at_)


def reaches_out(time: float) -> str:
    """Wrong: he leans out sideways, and the ladder tips."""
    look = replace(JONAS, size=0.86)
    reach = at(time, (0.5, 0.0), (1.9, 1.0))
    tip = at(time, (1.9, 0.0), (2.6, 4.0), (3.4, 13.0))
    x = 400.0
    hip = complex(x + 66 * reach, 252 + 8 * reach)
    pose = Rear(hip, complex(x - 40, 150 + 20 * reach), complex(x + 60 + 185 * reach, 150 - 22 * reach), complex(x - 26, 400), complex(x + 26, 400), lean=34 * reach)
    on_it = group(front(x, top=-40, bottom=GROUND, half=50), rear_view(pose, look), transform=f"rotate({tip:.2f} {x + 50:.1f} {GROUND})")
    outside = stroke(complex(x + 50, 60), complex(x + 50, GROUND), line=BAD, width=5, dash="4 12") if 1.0 < time < 2.6 else ""
    buckle = signs.spot(hip, 30, colour=BAD) if 1.2 < time < 2.5 else ""
    away = signs.turning(complex(x + 50, GROUND), 330, -84, -64, colour=BAD) if time > 2.2 else ""
    return facade(lamp(672 + 132j), on_it, outside, buckle, away) + signs.wrong(time, 2.3)


def moves_the_ladder(time: float) -> str:
    """Right: the ladder stands under the work, the belt buckle stays between the stiles."""
    look = replace(JONAS, size=0.86)
    x = at(time, (0.3, 400.0), (1.6, 616.0))
    ladder = front(x, top=-40, bottom=GROUND, half=50)
    shift = signs.arrow(400 + (GROUND + 32) * 1j, 606 + (GROUND + 32) * 1j, share=passed(time, 0.3, 1.4)) if time < 2.4 else ""
    up = passed(time, 1.8, 2.3)
    pose = Rear(complex(x, 252), complex(x - 48, 150), complex(x + 58, 128 - 4 * math.sin(time * 8)), complex(x - 26, 400), complex(x + 26, 400))
    person = group(rear_view(pose, look), opacity=max(up, 0.01)) if time > 1.8 else ""
    between = "".join(stroke(complex(x + side * 50, 60), complex(x + side * 50, GROUND - 20), line=GOOD, width=6, dash="4 12") for side in (-1, 1)) if time > 2.6 else ""
    buckle = signs.touch(complex(x, 250), time, radius=28) if time > 2.6 else ""
    return facade(lamp(672 + 132j), ladder, person, between, buckle, shift) + signs.right(time, 3.4)


def one_at_a_time(time: float) -> str:
    """Wrong: two people on one ladder."""
    look, her = replace(JONAS, size=0.66), replace(MIRA, size=0.66)
    ladder = Ladder(548 + LEVEL, length=470)
    bend = 2.5 * math.sin(time * 7) if time > 0.8 else 0
    upper, lower = climber(ladder, 5.6, look, face=WINCE if time > 1 else CALM), climber(ladder, 0.6, her, face=WINCE if time > 1 else CALM)
    return ground(wall(672), group(ladder.drawing(), side_view(upper, look), side_view(lower, her), transform=f"rotate({bend * 0.4:.2f} 548 {GROUND})")) + signs.wrong(time, 1.1)


FILM = Film(
    "use-a-leaning-ladder",
    (
        Shot(8.4, inspects, {0.2: "broken", 4.1: "sound"}, "check-and-place"),
        Shot(4.2, stands_level, {0.2: "level"}),
        Shot(3.4, too_steep, {0.2: "too-steep"}),
        Shot(3.2, too_flat, {0.2: "too-flat"}),
        Shot(6.8, one_out_four_up, {0.2: "one-to-four"}),
        Shot(4.4, stands_above_the_edge, {0.2: "secured"}),
        Shot(3.6, not_before_a_door, {0.2: "door"}),
        Shot(10.0, climbs, {0.2: "three-points", 5.0: "belt"}, "climb-and-work"),
        Shot(3.2, carries_a_bucket, {0.2: "hands-full"}),
        Shot(4.0, reaches_out, {0.2: "reaches"}),
        Shot(4.6, moves_the_ladder, {0.2: "moves-ladder"}),
        Shot(3.2, one_at_a_time, {0.2: "one-person"}),
    ),
    poster=25.2,
)
