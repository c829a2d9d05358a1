"""People: seen from the side, from behind and from above, with limbs that bend at their joints."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from scripts.drawings.geometry import Point, joint, on_curve, towards, turned
from scripts.drawings.ink import CLAY, INK, TEAL, TEAL_DEEP, Ball, bare, circle, curve, darker, group, limb, path, placed, stroke

TRUNK, UPPER_LEG, LOWER_LEG, UPPER_ARM, LOWER_ARM, ANKLE = 112.0, 90.0, 90.0, 66.0, 60.0, 16.0
"""Lengths of a person of size 1, who is about 390 units tall; `ANKLE` is its height above the ground."""

WINCE, SMILE, CALM = "wince", "smile", "calm"


@dataclass(frozen=True)
class Look:
    """What somebody looks like; the same through a whole film."""

    skin: str = "#b97a50"
    hair: str = "#3a2a22"
    style: str = "short"
    """`short`, `bun`, `curls`, `scarf` or `cap`."""
    shirt: str = "#e9a23b"
    trousers: str = TEAL
    shoes: str = "#5a4634"
    cloth: str = CLAY
    """Colour of the cap or the headscarf."""
    gloves: str = ""
    has_beard: bool = False
    has_glasses: bool = False
    size: float = 1


@dataclass(frozen=True)
class Pose:
    """Where somebody's joints are, seen from the side and looking to the right."""

    hip: Point
    near_foot: Point
    far_foot: Point
    near_hand: Point
    far_hand: Point
    lean: float = 0
    """Degrees by which the trunk leans forward."""
    curl: float = 0
    """How round the back is: 0 is straight, 1 is a hunch."""
    head: float = 0
    """Degrees by which the face looks down."""
    near_toe: float = 0
    far_toe: float = 0
    face: str = CALM


def shoulder(pose: Pose, look: Look) -> Point:
    """Where the arms begin."""
    return pose.hip + towards(-90 + pose.lean) * TRUNK * look.size * (1 - 0.12 * pose.curl)


def back(pose: Pose, look: Look) -> tuple[Point, Point, Point]:
    """The line of the back: seat, the point that pulls it round, neck."""
    seat, neck = pose.hip, shoulder(pose, look)
    behind = towards(180 + pose.lean) * look.size
    return seat + behind * 34, (seat + neck) / 2 + behind * (37 + 74 * pose.curl), neck + behind * 32


def eye(pose: Pose, look: Look) -> Point:
    """Where the eye is."""
    return _head_centre(pose, look) + turned(17 - 2j, pose.head) * look.size


def side_view(pose: Pose, look: Look, *, between: str = "") -> str:
    """Somebody from the side; `between` is what they hold, in front of the body and behind the near arm."""
    far = _far(look)
    top = shoulder(pose, look)
    return group(
        _arm(top, pose.far_hand, far),
        _leg(pose.hip, pose.far_foot, pose.far_toe, far),
        _leg(pose.hip, pose.near_foot, pose.near_toe, look),
        _trunk(pose, look),
        _head(pose, look),
        between,
        _arm(top, pose.near_hand, look),
    )


def upper_body(pose: Pose, look: Look, *, between: str = "") -> str:
    """Somebody from the side without the legs."""
    top = shoulder(pose, look)
    return group(_arm(top, pose.far_hand, _far(look)), _trunk(pose, look), _head(pose, look), between, _arm(top, pose.near_hand, look))


def _far(look: Look) -> Look:
    """The colours of the far side of a body."""
    return replace(look, shirt=darker(look.shirt), trousers=darker(look.trousers), skin=darker(look.skin, 0.08))


def _leg(hip: Point, ankle: Point, toe: float, look: Look) -> str:
    size = look.size
    knee, end = joint(hip, ankle, UPPER_LEG * size, LOWER_LEG * size, side=-1)
    shoe = path("M-17 -8L15 -10Q38 -4 46 8Q48 16 42 16L-18 16Q-23 4 -17 -8Z", fill=look.shoes, width=4 / size)
    return placed(shoe, end, turn=toe, scale=size) + limb([(hip, 33 * size), (knee, 23 * size), (end - 3j * size, 15 * size)], look.trousers)


def _arm(top: Point, hand: Point, look: Look) -> str:
    size = look.size
    elbow, wrist = joint(top, hand, UPPER_ARM * size, LOWER_ARM * size, side=1)
    return arm(top, elbow, wrist, look)


def arm(top: Point, elbow: Point, wrist: Point, look: Look) -> str:
    """An arm through its joints, with the hand."""
    size = look.size
    along = (wrist - elbow) / abs(wrist - elbow)
    palm = [(wrist, 11 * size), (wrist + along * 16 * size, 12 * size)]
    thumb = [(wrist + along * 4 * size, 6 * size), (wrist + along * towards(-38) * 22 * size, 5.5 * size)]
    colour = look.gloves or look.skin
    hand = limb(thumb, colour) + limb(palm, colour) + bare(thumb[:1] + palm[:1], colour)
    return hand + limb([(top, 22 * size), (elbow, 18 * size), (wrist - along * 3 * size, 13 * size)], look.shirt)


def _trunk(pose: Pose, look: Look) -> str:
    size, top = look.size, shoulder(pose, look)
    up, behind = towards(-90 + pose.lean), towards(180 + pose.lean)
    control = (pose.hip + top) / 2 + behind * 62 * pose.curl * size
    radii = (33, 32, 33, 36, 37, 29)
    spine: list[Ball] = [(on_curve(pose.hip + up * 14 * size, control, top, step / 5), radius * size) for step, radius in enumerate(radii)]
    return limb(spine, look.shirt)


def _head_centre(pose: Pose, look: Look) -> Point:
    return shoulder(pose, look) + towards(-90 + 0.65 * pose.lean + 0.3 * pose.head) * 62 * look.size


def _head(pose: Pose, look: Look) -> str:
    centre, top = _head_centre(pose, look), shoulder(pose, look)
    neck = [(top + (centre - top) * 0.25, 15 * look.size), (centre, 15 * look.size)]
    return limb(neck, look.skin) + placed(head(look, pose.face), centre, turn=pose.head, scale=look.size)


def head(look: Look, face: str = CALM) -> str:
    """A head in profile around its own centre, looking to the right."""
    width = 4 / look.size
    skull = path("M-6 -35C20 -37 30 -20 29 -5L38 8Q39 14 30 14C30 27 20 35 4 35C-20 35 -32 18 -32 0C-32 -20 -22 -35 -6 -35Z", fill=look.skin, width=width)
    ear = circle(-5 + 5j, 7, fill=look.skin, width=min(3, width * 1.4))
    beard = path("M-10 10C-2 24 8 13 29 14C33 32 16 45 0 40C-14 36 -17 22 -16 10Z", fill=look.hair, width=width) if look.has_beard else ""
    rim = (circle(18 - 2j, 10, line=INK, width=3.5) + stroke(8 - 3j, -8 - 1j, width=3.5)) if look.has_glasses else ""
    return _behind(look, width) + skull + beard + _features(face, 3.4 * min(1, 1.9 / look.size)) + (ear if look.style != "scarf" else "") + _hair(look, width) + rim


def _features(face: str, width: float) -> str:
    cheek = circle(13 + 12j, 6, fill="#c94f30", width=0, opacity=0.28)
    if face == WINCE:
        return cheek + path("M11 -6L19 -2L11 2M9 -14L22 -9M15 24Q20 17 27 22", width=width)
    mouth = "M12 19Q20 27 27 19" if face == SMILE else "M15 21Q21 23 26 20"
    return cheek + circle(17 - 2j, 3.4, fill=INK, width=0) + path(f"{mouth}M11 -14Q17 -18 23 -14", width=width)


def _behind(look: Look, width: float) -> str:
    if look.style == "bun":
        return circle(-37 - 16j, 15, fill=look.hair, width=width)
    if look.style == "scarf":
        return path("M-26 8C-44 30 -46 52 -36 66C-14 76 12 70 22 52C26 40 20 32 12 34Z", fill=look.cloth, width=width)
    return ""


def _hair(look: Look, width: float) -> str:
    if look.style == "scarf":
        return path("M8 -34C16 -30 18 -24 14 -16C4 -6 2 22 14 35C4 46 -24 38 -32 16C-42 -16 -24 -46 8 -34Z", fill=look.cloth, width=width)
    if look.style == "cap":
        crown = path("M-32 -6C-38 -34 -14 -46 4 -42C20 -40 29 -28 28 -16Z", fill=look.cloth, width=width)
        return crown + path("M22 -23Q48 -24 54 -12Q40 -13 24 -13Z", fill=darker(look.cloth), width=width)
    if look.style == "curls":
        places = (24 - 24j, 10 - 34j, -8 - 38j, -24 - 30j, -34 - 14j, -35 + 4j, -28 + 18j)
        inner = (6 - 24j, -12 - 22j, -20 - 6j, -18 + 8j)
        return "".join(circle(place, 12, fill=look.hair, width=width) for place in places) + "".join(circle(place, 14, fill=look.hair, width=0) for place in (*inner, *places))
    return path("M-11 4C-14 -8 -2 -13 10 -16C20 -18 28 -20 28 -24C20 -45 -12 -45 -26 -29C-38 -14 -36 9 -27 23L-19 20C-20 12 -15 8 -11 4Z", fill=look.hair, width=width)


# ---- Walking ----


def walked(x: float, ground: float, look: Look, *, stride: float = 78) -> tuple[Point, Point, Point]:
    """Hip, near foot and far foot of somebody who has walked to `x`: the foot on the ground does not slide."""
    cycle = x / (2 * stride)
    near, far = (_step(cycle + offset, stride) for offset in (0.0, 0.5))
    ankle = ground - ANKLE * look.size
    places = (complex(x + ahead, ankle - lift * look.size) for ahead, lift in (near, far))
    bob = 3 * math.cos(4 * math.pi * cycle)
    first, second = places
    return complex(x, ground - (ANKLE + UPPER_LEG + LOWER_LEG - 4) * look.size + bob), first, second


def _step(cycle: float, stride: float) -> tuple[float, float]:
    """How far a foot is ahead of the hip and above the ground."""
    share = cycle % 1
    if share < 0.5:
        return stride * (0.5 - 2 * share), 0
    swing = (share - 0.5) * 2
    return stride * (-0.5 + swing), 26 * math.sin(math.pi * swing)


def standing(x: float, ground: float, look: Look, *, apart: float = 26) -> Pose:
    """Somebody who stands at ease."""
    hip = complex(x, ground - (ANKLE + UPPER_LEG + LOWER_LEG - 3) * look.size)
    ankle = ground - ANKLE * look.size
    hands = hip + (14 + 12j) * look.size
    return Pose(hip, complex(x + apart / 2, ankle), complex(x - apart / 2, ankle), hands, hands + 12 * look.size)


def walking(x: float, ground: float, look: Look) -> Pose:
    """Somebody who walks to the right and has come to `x`; the arms swing."""
    hip, near, far = walked(x, ground, look)
    swing = 34 * math.sin(2 * math.pi * x / 156) * look.size
    rest = hip + (8 + 6j) * look.size
    return Pose(hip, near, far, rest - swing, rest + swing, lean=3, near_toe=_toe(near, ground, look), far_toe=_toe(far, ground, look))


def _toe(foot: Point, ground: float, look: Look) -> float:
    return max(0.0, min(22.0, (ground - ANKLE * look.size - foot.imag) * 0.8))


# ---- From behind ----


@dataclass(frozen=True)
class Rear:
    """Where somebody's joints are, seen from behind."""

    hip: Point
    left_hand: Point
    right_hand: Point
    left_foot: Point
    right_foot: Point
    lean: float = 0
    """Degrees by which the trunk leans to the right."""


def rear_view(pose: Rear, look: Look) -> str:
    """Somebody from behind."""
    size = look.size
    up, across = towards(-90 + pose.lean), towards(pose.lean)
    neck = pose.hip + up * TRUNK * size
    legs = "".join(_rear_leg(pose.hip + side * across * 19 * size, foot, look, side=side) for side, foot in ((-1, pose.left_foot), (1, pose.right_foot)))
    arms = "".join(_rear_arm(neck + (side * across * 40 - up * 14) * size, hand, look, side=side) for side, hand in ((-1, pose.left_hand), (1, pose.right_hand)))
    trunk = limb(
        [
            (neck - (across * 30 + up * 14) * size, 22 * size),
            (neck + (across * 30 - up * 14) * size, 22 * size),
            (pose.hip + up * 16 * size, 36 * size),
            (neck - (across * 30 + up * 14) * size, 22 * size),
        ],
        look.shirt,
    )
    belt = stroke(pose.hip + (up * 4 - across * 36) * size, pose.hip + (up * 4 + across * 36) * size, line=TEAL_DEEP, width=9 * size)
    crown = neck + up * 48 * size
    hair = look.cloth if look.style in {"cap", "scarf"} else look.hair
    skull = limb([(neck, 15 * size), (crown, 15 * size)], look.skin) + circle(crown, 33 * size, fill=hair)
    band = path(curve(crown - across * 32 * size, crown - up * 14 * size, crown + across * 32 * size), width=3) if look.style == "cap" else ""
    return group(legs, trunk, belt, skull, band, arms)


def _rear_leg(hip: Point, foot: Point, look: Look, *, side: int) -> str:
    size = look.size
    knee, end = joint(hip, foot, UPPER_LEG * size, LOWER_LEG * size, side=-side)
    shoe = limb([(end + 2j * size, 15 * size), (end + 10j * size, 15 * size)], look.shoes)
    return shoe + limb([(hip, 27 * size), (knee, 22 * size), (end - 4j * size, 15 * size)], look.trousers)


def _rear_arm(top: Point, hand: Point, look: Look, *, side: int) -> str:
    elbow, wrist = joint(top, hand, UPPER_ARM * look.size, LOWER_ARM * look.size, side=side)
    return arm(top, elbow, wrist, look)


# ---- From the front ----


def front_with_box(hip: Point, look: Look, load: str, face: str = CALM) -> str:
    """Trunk, arms and head of somebody who holds a load in front of the body and looks at us; `load` is drawn before the body."""
    size = look.size
    neck = hip - 1j * TRUNK * size
    left, right = neck + complex(-30, 14) * size, neck + complex(30, 14) * size
    trunk = limb([(left, 22 * size), (right, 22 * size), (hip - 14j * size, 36 * size), (left, 22 * size)], look.shirt)
    arms = ""
    for side, top in ((-1, left), (1, right)):
        elbow, wrist = joint(top + side * 8 * size, hip + complex(side * 60, -14) * size, UPPER_ARM * size, LOWER_ARM * size, side=-side)
        arms += arm(top + side * 8 * size, elbow, wrist, look)
    crown = neck - 50j * size
    return trunk + limb([(neck, 15 * size), (crown, 15 * size)], look.skin) + placed(_front_head(look, face), crown, scale=size) + load + arms


def _front_head(look: Look, face: str) -> str:
    hair = path("M-33 2C-38 -26 -20 -42 0 -42C20 -42 38 -26 33 2C26 -8 20 -18 14 -22C-4 -14 -22 -14 -26 -10Z", fill=look.hair)
    bun = circle(0 - 46j, 16, fill=look.hair) if look.style == "bun" else ""
    eyes = "M-18 -4L-10 0L-18 4M18 -4L10 0L18 4" if face == WINCE else ""
    pupils = "" if eyes else circle(-12 + 1j, 3.4, fill=INK, width=0) + circle(12 + 1j, 3.4, fill=INK, width=0)
    mouth = "M-8 22Q0 15 8 22" if face == WINCE else "M-8 18Q0 26 8 18"
    cheeks = circle(-19 + 13j, 6, fill="#c94f30", width=0, opacity=0.28) + circle(19 + 13j, 6, fill="#c94f30", width=0, opacity=0.28)
    return bun + circle(0j, 33, fill=look.skin) + cheeks + pupils + path(f"{mouth}M0 4Q4 10 -1 11{eyes}", width=3.3) + hair


def leg(hip: Point, ankle: Point, look: Look, *, is_front: bool) -> str:
    """One leg of somebody who stands: the foot points to us or to the right."""
    if not is_front:
        return _leg(hip, ankle, 0, look)
    size = look.size
    shoe = limb([(ankle + 2j * size, 17 * size), (ankle + 5j * size, 19 * size)], look.shoes) + placed(path("M-10 2Q0 -4 10 2", width=3), ankle)
    return limb([(hip, 29 * size), ((hip + ankle) / 2, 22 * size), (ankle - 5j * size, 16 * size)], look.trousers) + shoe
