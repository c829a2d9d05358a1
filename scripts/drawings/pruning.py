"""Prune a shrub: prepare and lock the tool, cut just above a bud, choose what to cut."""

from __future__ import annotations

import math
from dataclasses import replace

from scripts.drawings import signs
from scripts.drawings.film import Film, Shot
from scripts.drawings.geometry import Point, on_curve, towards
from scripts.drawings.hands import Skin, flat, pinching
from scripts.drawings.ink import (
    AMBER,
    BAD,
    CARD,
    EDGE,
    GOOD,
    GRID,
    INK,
    LEAF,
    LEAF_DEEP,
    LINE,
    STEEL,
    STEEL_DEEP,
    TEAL,
    WATER,
    WOOD,
    box,
    circle,
    curve,
    darker,
    group,
    limb,
    path,
    placed,
    polygon,
    rod,
    stroke,
)
from scripts.drawings.motion import at, passed
from scripts.drawings.person import CALM, SMILE, Look, head, side_view, standing, walking
from scripts.drawings.person import eye as eye_of

GROUND = 478.0
GLOVE = "#c9a24d"
ELENA = Look(style="curls", hair="#7a746c", skin="#e6b48e", shirt="#a3586d", trousers="#4d5b57", has_glasses=True, gloves=GLOVE, shoes="#5c6f4a", size=0.92)
GLOVED, BARE = Skin(colour=GLOVE, sleeve="#a3586d", cuff=darker(GLOVE)), Skin(colour="#e6b48e", sleeve="#a3586d")
BRANCH, BRANCH_DARK, DEAD = "#9c7a4e", "#7a5c38", "#b8b0a2"
HANDLE = "#c8553d"


# ---- The tool ----


def secateurs(at_: Point, *, opening: float, turn: float = 0, size: float = 1, lock: float = 0, is_flipped: bool = False) -> str:
    """Secateurs that cut at `at_`, jaws to the right; the thin blade is above, or below with `is_flipped`. `lock` 1 is locked."""
    rivet = 0j
    blade = path("M-20 12L-6 -14Q52 -44 104 -6Q58 0 12 12Z", fill=CARD, line=INK) + stroke(24 - 14j, 84 - 12j, line=STEEL, width=4)
    low = rod(-18 + 6j, -70 + 26j, -176 + 36j, fill=HANDLE, width=22)
    hook = path("M-18 -10L-2 16Q44 40 96 18Q104 10 96 2Q52 16 10 -8Z", fill=STEEL_DEEP, line=INK)
    high = rod(-18 - 6j, -70 - 26j, -176 - 36j, fill=HANDLE, width=22)
    spring = stroke(*(complex(-48 - 6 * (step % 2), -22 - opening * 0.9 + step * (44 + 1.8 * opening) / 7) for step in range(8)), line=STEEL_DEEP, width=5)
    catch = placed(rod(0j, -34 + 0j, fill=AMBER, width=9), -10 + 2j, turn=-90 + 90 * lock) + circle(rivet, 13, fill=STEEL) + circle(rivet, 4, fill=INK, width=0)
    tool = spring + placed(hook + high, rivet, turn=opening) + placed(low + blade, rivet, turn=-opening) + catch
    flip = f" scale({size} {-size if is_flipped else size})"
    return group(group(tool, transform=f"translate({-66 * size} 0){flip}"), transform=f"translate({at_.real:.1f} {at_.imag:.1f}) rotate({turn:.1f})")


def cutting_hand(at_: Point, *, opening: float, turn: float = 0, size: float = 1, is_flipped: bool = True, skin: Skin = GLOVED) -> str:
    """Secateurs in a hand, cutting at `at_`."""
    lower, upper = 34 + opening * 1.6, -34 - opening * 1.6
    palm = limb([(-900 + 70j, 60), (-250 + 14j, 40)], skin.sleeve) + limb(
        [(-256 + 12j, 34), (-196 + complex(0, upper * 0.5), 36), (-150 + complex(0, upper * 0.9), 30)],
        skin.colour,
    )
    fingers = "".join(
        limb(
            [(complex(-186 + 27 * step, upper * 0.1), 14), (complex(-182 + 27 * step, lower + 8 - 5 * step), 14), (complex(-174 + 26 * step, lower - 18 - 4 * step), 12)],
            darker(skin.colour, 0.05 * (3 - step)),
        )
        for step in range(4)
    )
    thumb = limb([(-190 + complex(0, upper * 0.8), 19), (-140 + complex(0, upper - 12), 15), (-104 + complex(0, upper * 0.8 - 4), 12)], skin.colour)
    cuff = limb([(-262 - 8j, 28), (-260 + 30j, 28)], skin.cuff) if skin.cuff else ""
    hand = group(palm, cuff, transform=f"translate({-66 * size} 0) scale({size})")
    front = group(fingers, thumb, transform=f"translate({-66 * size} 0) scale({size})")
    tool = secateurs(0j, opening=opening, size=size, is_flipped=is_flipped)
    return group(hand, tool, front, transform=f"translate({at_.real:.1f} {at_.imag:.1f}) rotate({turn:.1f})")


# ---- Prepare ----


def glasses(size: float) -> str:
    """Protective glasses from the side, in a head's own measures."""
    lens = path("M6 -14Q30 -18 33 -4Q30 12 8 10Z", fill="#a9d6e5", opacity=0.55, width=0) + path("M6 -14Q30 -18 33 -4Q30 12 8 10Z", width=4 / size + 1, line=TEAL)
    return lens + stroke(6 - 4j, -14 + 0j, line=TEAL, width=3.5)


def dresses(time: float) -> str:
    """Protective glasses and gloves go on."""
    size = 4.2
    who = replace(ELENA, has_glasses=False)
    slide = at(time, (0.4, 70.0), (1.6, 0.0))
    neck = limb([(250 + 300j, 62), (250 + 560j, 66)], who.skin) + limb([(200 + 560j, 100), (330 + 560j, 100)], who.shirt)
    face = neck + placed(head(replace(who, size=size), SMILE if time > 1.7 else CALM), 270 + 280j, scale=size) + placed(glasses(size), 270 + 280j + slide * size * 0.6, scale=size)
    pull = at(time, (2.0, 0.0), (3.4, 1.0))
    bare = flat(776 + 150j, BARE, turn=-80, scale=1.5)
    glove = flat(776 + 150j, GLOVED, turn=-80, scale=1.5)
    edge = 60 + 360 * pull
    clip = f'<clipPath id="glove"><rect x="480" y="0" width="480" height="{edge:.1f}"/></clipPath>'
    worn = f'{clip}<g clip-path="url(#glove)">{glove}</g>' if pull > 0.01 else ""
    arrow = signs.arrow(620 + 150j, 620 + 300j, share=pull) if 2.0 < time < 3.6 else ""
    divider = stroke(490 + 60j, 490 + 500j, line=GRID, width=4, dash="2 14")
    return face + bare + worn + arrow + divider + signs.tick(time, 1.8, at=434 + 110j, size=0.8) + signs.tick(time, 3.5, at=890 + 110j, size=0.8)


def cleans(time: float) -> str:
    """The blade is wiped with a cloth and disinfectant."""
    spray = time < 1.7
    wipe = at(time, (1.7, 0.0), (2.4, 1.0), (3.0, 0.1), (3.7, 1.0))
    tool = secateurs(560 + 300j, opening=17, size=1.7, turn=-6)
    edge = 470 + 250j + wipe * (100 - 34j)
    cloth = path("M-54 -26Q-10 -46 40 -30Q60 4 44 34Q-4 48 -50 26Z", fill=CARD)
    hand = pinching(edge, GLOVED, turn=112, scale=1.15, held=placed(cloth, 0j, turn=-112)) if not spray else ""
    bottle = (
        placed(
            box(-34 - 20j, 68, 130, fill=WATER, radius=12) + box(-16 - 52j, 32, 34, fill=TEAL) + polygon(-44 - 78j, 26 - 78j, 22 - 50j, -24 - 50j, fill=TEAL),
            770 + 130j,
            turn=-14,
        )
        if spray
        else ""
    )
    way = towards(128)
    mist = (
        group(
            *(
                circle(690 + 84j + way * (20 * step + time * 70 % 20) * (1 + 1j * 0.05 * row), 2 + 0.6 * step, fill="#6fb3cc", width=0)
                for step in range(1, 9)
                for row in range(-4, 5, 2)
            ),
        )
        if 0.4 < time < 1.6
        else ""
    )
    sparkle = (
        "".join(
            placed(path("M0 -26Q3 -3 26 0Q3 3 0 26Q-3 3 -26 0Q-3 -3 0 -26Z", fill=AMBER, width=3), place, scale=0.5 + 0.35 * abs(math.sin(time * 4 + number)))
            for number, place in enumerate((500 + 210j, 570 + 188j, 640 + 206j))
        )
        if time > 3.8
        else ""
    )
    return tool + bottle + mist + hand + sparkle + signs.tick(time, 4.0)


def locks(time: float) -> str:
    """Not cutting: closed and locked. Open secateurs that lie about are wrong."""
    if time < 2.0:
        table = box(-10 + 400j, 980, 160, fill=WOOD, radius=0)
        return table + secateurs(560 + 370j, opening=18, size=1.5, turn=0) + signs.wrong(time, 0.7)
    close = at(time, (2.2, 18.0), (3.2, 0.0))
    lock = at(time, (3.4, 0.0), (4.1, 1.0))
    catch = signs.spot(404 + 286j, 62) if 3.2 < time < 4.6 else ""
    return cutting_hand(560 + 290j, opening=close, size=1.45, is_flipped=False) + locked(lock) + catch + signs.right(time, 4.3)


def locked(share: float) -> str:
    """The catch, drawn above the hand so that it is seen."""
    return placed(rod(0j, -44 + 0j, fill=AMBER, width=14), 450 + 292j, turn=-90 + 90 * share) if share else ""


# ---- Cut ----


STEM = 560.0
BUD = complex(STEM + 22, 330)


def stem(*, top: float = -20, has_bud: bool = True, width: float = 22, cut: tuple[Point, Point] | None = None) -> str:
    """A branch that grows upwards, with a bud to the right; `cut` is its slanting end, left and right."""
    left, right = cut or (complex(STEM - width, top), complex(STEM + width, top))
    wood = polygon(complex(STEM - width - 2, 560), left, right, complex(STEM + width + 2, 560), fill=BRANCH)
    grain = "".join(stroke(complex(STEM - 6, y), complex(STEM - 4, y + 34), line=BRANCH_DARK, width=3) for y in range(400, 540, 60))
    wound = stroke(left, right, line="#f1dfb4", width=9) if cut else ""
    return wood + grain + wound + (bud(BUD) if has_bud else "") + side_leaf(complex(STEM - 22, 470), is_left=True)


def bud(at_: Point, *, is_left: bool = False, size: float = 1.25) -> str:
    """A bud on the right or on the left of a branch."""
    return placed(path("M-4 20Q2 -8 30 -36Q46 -6 18 22Q6 30 -4 20Z", fill=LEAF) + path("M4 16Q12 -2 27 -24", line=LEAF_DEEP, width=3), at_, scale=size, is_mirrored=is_left)


def side_leaf(at_: Point, *, is_left: bool, size: float = 1.3) -> str:
    """A leaf on its stalk."""
    leaf = path("M0 0L20 -10Q40 -60 100 -50Q92 2 20 -10M20 -10Q60 -22 84 -40", fill=LEAF)
    return placed(leaf, at_, scale=size, is_mirrored=is_left)


def upper_part(fall: float, left: Point, right: Point, *, width: float = 22) -> str:
    """What is cut off, and falls away to the right as `fall` grows."""
    wood = polygon(complex(STEM - width, -60), left, right, complex(STEM + width, -60), fill=BRANCH)
    leaves = side_leaf(complex(STEM + 22, 150), is_left=False) + side_leaf(complex(STEM - 20, 90), is_left=True)
    return group(leaves, wood, transform=f"translate({70 * fall + 130 * fall * fall:.1f} {640 * fall * fall:.1f}) rotate({46 * fall:.1f} {STEM} 200)")


def cut_shown(time: float, left: Point, right: Point, *, closing: tuple[float, float], turn: float, is_flipped: bool = True) -> str:
    """The branch, the hand that comes and cuts, and what falls."""
    begins, ends = closing
    middle = (left + right) / 2
    come = at(time, (0.2, -330.0), (begins - 0.3, 0.0), (ends + 0.5, 0.0), (ends + 1.4, -560.0))
    opening = at(time, (begins, 20.0), (ends, 1.0))
    fall = max(0.0, min(1.0, (time - ends) / 0.9))
    hand = cutting_hand(middle + towards(turn) * (come + 16), opening=opening, turn=turn, size=0.9, is_flipped=is_flipped)
    above = upper_part(fall, left, right) if fall < 1 else ""
    whole = stem() + side_leaf(complex(STEM + 22, 150), is_left=False) + side_leaf(complex(STEM - 20, 90), is_left=True)
    return (whole if time < ends else stem(cut=(left, right)) + above) + hand


def too_far(time: float) -> str:
    """Wrong: a long stub above the bud, which dies."""
    left, right = complex(STEM - 22, 176), complex(STEM + 22, 156)
    dying = passed(time, 2.0, 2.8)
    stub = (
        group(
            polygon(complex(STEM - 22, 290), left, right, complex(STEM + 22, 290), fill=DEAD),
            stroke(complex(STEM - 8, 190), complex(STEM - 6, 280), line=EDGE, width=3),
            opacity=dying,
        )
        if dying > 0.02
        else ""
    )
    gap = signs.arrow(complex(STEM + 110, 290), complex(STEM + 110, 170), colour=BAD, share=passed(time, 1.9, 2.4)) if time > 1.9 else ""
    return cut_shown(time, left, right, closing=(0.9, 1.5), turn=-22) + stub + gap + signs.wrong(time, 2.2)


def slopes_to_the_bud(time: float) -> str:
    """Wrong: the cut slopes towards the bud, and water runs onto it."""
    left, right = complex(STEM - 22, 236), complex(STEM + 22, 290)
    drop = rain(time, 2.0, left, complex(STEM + 50, 296), colour=WATER)
    hurt = signs.spot(complex(STEM + 46, 308), 48, colour=BAD) if time > 2.8 else ""
    return cut_shown(time, left, right, closing=(0.9, 1.5), turn=38) + drop + hurt + signs.wrong(time, 2.6)


def rain(time: float, begins: float, high: Point, low: Point, *, colour: str) -> str:
    """A drop that falls on the cut and runs down it."""
    if time < begins:
        return ""
    fall, run = passed(time, begins, begins + 0.4), passed(time, begins + 0.4, begins + 1.2)
    place = complex(high.real + 6, high.imag - 180 * (1 - fall) - 14) + (low - high) * run
    return placed(path("M0 -22C8 -8 14 -2 14 8A14 14 0 0 1 -14 8C-14 -2 -8 -8 0 -22Z", fill=colour), place)


def cuts_right(time: float) -> str:
    """Right: a little above an outward bud, sloping away from it, the thin blade on the part that stays."""
    left, right = complex(STEM - 22, 316), complex(STEM + 22, 272)
    zoom = at(time, (0.0, 1.0), (1.2, 1.22), (7.2, 1.22), (8.0, 1.0))
    look = signs.spot(BUD + 18 - 4j, 54) if 0.4 < time < 2.0 else ""
    line = stroke(left + (left - right) * 1.3, right + (right - left) * 1.3, line=GOOD, width=6, dash="10 12") if 1.3 < time < 4.6 else ""
    gap = signs.arrow(complex(STEM + 120, 330), complex(STEM + 120, 276), colour=GOOD, share=passed(time, 1.5, 2.0), width=7) if 1.5 < time < 3.6 else ""
    thin = signs.spot((left + right) / 2 + 18 + 12j, 40) if 4.0 < time < 5.2 else ""
    picture = (
        cut_shown(max(0.0, time - 2.4), left, right, closing=(1.5, 4.1), turn=-45)
        if time > 2.4
        else stem() + side_leaf(complex(STEM + 22, 150), is_left=False) + side_leaf(complex(STEM - 20, 90), is_left=True)
    )
    drop = rain(time, 8.0, right - 20, left - 50 + 26j, colour=WATER)
    moved = f"translate({STEM * (1 - zoom):.1f} {290 * (1 - zoom):.1f}) scale({zoom:.3f})"
    return group(picture, look, line, gap, thin, drop, transform=moved) + signs.right(time, 8.9)


def straight_between_buds(time: float) -> str:
    """Two buds face each other: straight across, just above both."""
    y = 282.0
    left, right = complex(STEM - 22, y), complex(STEM + 22, y)
    twin = bud(complex(STEM - 22, 330), is_left=True)
    line = stroke(left - 70, right + 70, line=GOOD, width=6, dash="10 12") if time < 1.6 else ""
    return twin + cut_shown(time, left, right, closing=(1.1, 2.2), turn=0) + line + signs.right(time, 2.9)


def too_thick(time: float) -> str:
    """A thick branch tears: it needs a saw."""
    thick = 62.0
    wood = box(complex(300 - thick, -20), 2 * thick, 600, fill=BRANCH) + "".join(
        stroke(complex(300 + x, 60 + 70 * (number % 3)), complex(300 + x + 3, 120 + 70 * (number % 3)), line=BRANCH_DARK, width=3) for number, x in enumerate((-40, -16, 8, 30, 46))
    )
    stuck = math.sin(time * 24) * 3 if 0.8 < time < 2.2 else 0
    tear = path("M246 262l30 18l-12 16l34 10", line=BAD, width=6) if time > 1.0 else ""
    left = wood + cutting_hand(complex(270 + stuck, 270), opening=21, turn=0, size=0.9) + tear
    sawing = 26 * math.sin(time * 8) if time > 1.8 else 0
    wood_two = box(complex(700 - thick, -20), 2 * thick, 600, fill=BRANCH)
    blade = "M-30 0L250 -26L250 8L-30 22" + "".join(f"L{-30 + 14 * step} {22 - step * 0.7 + (10 if step % 2 else 0):.1f}" for step in range(20)) + "L250 8Z"
    saw = placed(path(blade, fill=STEEL, width=3) + rod(262 - 10j, 330 - 4j, fill=HANDLE, width=30), complex(600 + sawing, 262))
    shown = group(wood_two, saw, opacity=max(0.01, passed(time, 1.5, 1.9)))
    divider = stroke(510 + 60j, 510 + 520j, line=GRID, width=4, dash="2 14")
    return left + shown + divider + signs.cross(time, 1.0, at=430 + 110j, size=0.85) + signs.tick(time, 2.5, at=884 + 110j, size=0.95)


def free_hand(time: float) -> str:
    """The other hand: never in the line of the blade, but well away from it."""
    halves = []
    for middle, is_free in ((300.0, False), (770.0, True)):
        wood = box(complex(middle - 15, -20), 30, 600, fill=BRANCH)
        opening = at(time, (2.2, 19.0), (3.0, 2.0)) if is_free else 19.0
        tool = cutting_hand(complex(middle + 4, 220), opening=opening, turn=-8, size=0.68)
        hold = pinching(complex(middle, 450 if is_free else 216), GLOVED, turn=-172, scale=0.8)
        left, width = (500, 460) if is_free else (0, 500)
        clip = f'<clipPath id="half{left}"><rect x="{left}" y="0" width="{width}" height="540"/></clipPath>'
        shown = max(0.01, passed(time, 1.3, 1.7)) if is_free else 1
        halves.append(group(f'{clip}<g clip-path="url(#half{left})">{wood}{tool}{hold}</g>', opacity=shown))
    danger = signs.spot(324 + 216j, 60, colour=BAD) if time > 0.7 else ""
    divider = stroke(500 + 60j, 500 + 520j, line=GRID, width=4, dash="2 14")
    return group(*halves) + divider + danger + signs.cross(time, 0.9, at=424 + 100j, size=0.85) + signs.tick(time, 2.6, at=890 + 100j, size=0.95)


# ---- Choose ----


ROOT = complex(660, GROUND)
TIPS = (470 + 300j, 520 + 190j, 590 + 130j, 668 + 104j, 742 + 136j, 812 + 196j, 862 + 296j)
"""Where the sound branches end."""


def branch(tip: Point, *, wood: str = BRANCH, leaf: str = LEAF, has_leaves: bool = True, has_blots: bool = False, width: float = 9) -> str:
    """A branch of the shrub with its leaves, which may have brown blots."""
    control = complex(ROOT.real + (tip.real - ROOT.real) * 0.25, ROOT.imag - (ROOT.imag - tip.imag) * 0.62)
    line = path(curve(ROOT, control, tip), line=INK, width=width + 2 * LINE - 2) + path(curve(ROOT, control, tip), line=wood, width=width)
    return line + ("".join(foliage(ROOT, control, tip, leaf, has_blots=has_blots)) if has_leaves else "")


def foliage(start: Point, control: Point, end: Point, colour: str, *, has_blots: bool) -> list[str]:
    """Leaves along a branch, on both sides."""
    leaves = []
    blots = circle(15 - 2j, 4, fill="#5b3a22", width=0) + circle(25 + 3j, 3, fill="#5b3a22", width=0) if has_blots else ""
    for step in range(6):
        share = 0.42 + 0.115 * step
        place = on_curve(start, control, end, share)
        along = on_curve(start, control, end, share + 0.01) - place
        for side in (-1, 1):
            lean = math.degrees(math.atan2(along.imag, along.real)) + side * 52
            leaves.append(placed(path("M0 0Q14 -15 38 0Q14 15 0 0Z", fill=colour, width=3) + blots, place, turn=lean))
    return leaves


def earth(*more: str) -> str:
    """A garden bed."""
    return box(-10 + GROUND * 1j, 980, 80, fill="#dfe8cf", thick=0, radius=0) + stroke(GROUND * 1j, 960 + GROUND * 1j, line=EDGE) + "".join(more)


def shrub(*more: str) -> str:
    """The sound part of the shrub, `more` in front of it."""
    return group(*(branch(tip) for tip in TIPS), *more)


def in_hand(at_: Point, *, opening: float) -> str:
    """Secateurs as a small thing in a hand; closed they are locked."""
    return secateurs(at_ + 26 - 8j, opening=opening, size=0.34, turn=-18, lock=float(not opening))


SICK = ((552 + 66j), (508 + 244j), (826 + 96j))
"""Tips of the dead, the broken and the diseased branch."""


def bad_branches(time: float) -> list[str]:
    """The dead, the broken and the diseased branch; each falls after its turn."""
    dead = branch(SICK[0], wood=DEAD, has_leaves=False, width=13) + "".join(
        stroke(SICK[0] + place, SICK[0] + place + towards(turn) * 40, width=9) + stroke(SICK[0] + place, SICK[0] + place + towards(turn) * 40, line=DEAD, width=4)
        for place, turn in ((12 + 40j, -155), (34 + 110j, -35), (46 + 150j, -150))
    )
    knee = 548 + 262j
    broken = (
        branch(knee, has_leaves=False)
        + placed(
            path("M0 0Q-50 20 -74 96", line=INK, width=15)
            + path("M0 0Q-50 20 -74 96", line=BRANCH, width=9)
            + "".join(
                placed(path("M0 0Q14 -15 38 0Q14 15 0 0Z", fill="#c9b36a", width=3), place, turn=turn)
                for place, turn in ((-36 + 24j, 150), (-60 + 54j, 20), (-70 + 80j, 160), (-74 + 94j, 90))
            ),
            knee,
        )
        + stroke(knee - 10 - 12j, knee + 2 - 2j, knee - 8 + 8j, line="#f1dfb4", width=5)
    )
    ill = branch(SICK[2], leaf="#e3c84a", width=11, has_blots=True)
    return [falling(drawing, time, 2.0 + 2.3 * number) for number, drawing in enumerate((dead, broken, ill))]


def falling(drawing: str, time: float, begins: float) -> str:
    """A branch that has been cut goes."""
    share = passed(time, begins, begins + 0.6)
    return group(drawing, transform=f"translate(0 {46 * share:.1f})", opacity=1 - share) if share < 0.99 else ""


SPOTS = (566 + 128j, 504 + 318j, 806 + 146j)


def chooses(time: float) -> str:
    """First what is dead, broken or diseased."""
    look = ELENA
    pose = standing(300, GROUND, look)
    turn = min(2, max(0, int((time - 0.4) / 2.3)))
    snip = abs(math.sin(time * 6))
    hand = complex(388, 250 + 14 * snip)
    pose = replace(pose, near_hand=hand, far_hand=pose.far_hand + 10 - 20j, head=(-10, 8, -6)[turn])
    begins = 0.4 + 2.3 * turn
    ring = signs.spot(SPOTS[turn], 62, colour=BAD) if begins < time < begins + 1.7 and time < 7.2 else ""
    gaze = signs.sight(eye_of(pose, look), SPOTS[turn] - 62, share=passed(time, begins, begins + 0.5)) if begins < time < begins + 1.7 and time < 7.2 else ""
    crosses = "".join(signs.cross(time, 0.9 + 2.3 * number, at=spot + 30 - 70j, size=0.5) for number, spot in enumerate(SPOTS) if time < 2.2 + 2.3 * number)
    return earth(shrub(*bad_branches(time)), side_view(pose, look), in_hand(hand + 14, opening=13 * snip + 1), gaze, ring, crosses) + signs.tick(time, 7.4)


def steps_back(time: float) -> str:
    """She steps back, looks at the shape of the whole shrub, and then cuts the branch that crosses it."""
    look = ELENA
    x = at(time, (0.3, 300.0), (1.8, 120.0), (3.6, 120.0), (5.0, 316.0))
    walk = walking(x, GROUND, look)
    hand = complex(x + (88 if time > 4.9 else 60), 270 if time > 4.9 else 300)
    pose = replace(walk, near_hand=hand, head=-6, face=SMILE if time > 3.2 else CALM)
    stray = branch(430 + 166j)
    gone = falling(stray, time, 5.4)
    shape = path("M436 420C410 250 520 76 664 70C820 76 920 240 890 420", line=GOOD, width=6, dash="14 14", opacity=passed(time, 2.0, 2.6)) if time > 2.0 else ""
    gaze = signs.sight(eye_of(pose, look), 470 + 230j, share=passed(time, 1.9, 2.4)) if 1.9 < time < 3.5 else ""
    ring = signs.spot(440 + 190j, 50, colour=BAD) if 2.8 < time < 5.5 else ""
    back = signs.arrow(300 + (GROUND + 34) * 1j, 150 + (GROUND + 34) * 1j, share=passed(time, 0.3, 1.4)) if time < 2.4 else ""
    return earth(shrub(gone), side_view(pose, look), in_hand(hand + 14, opening=12 * abs(math.sin(time * 6)) if 5.0 < time < 5.7 else 0), shape, gaze, ring, back) + signs.right(
        time,
        6.1,
    )


FILM = Film(
    "prune-a-shrub",
    (
        Shot(4.4, dresses, {0.2: "glasses", 2.0: "gloves"}, "prepare-the-tool"),
        Shot(4.8, cleans, {0.2: "clean"}),
        Shot(5.8, locks, {0.2: "open-tool", 2.0: "lock"}),
        Shot(3.6, too_far, {0.2: "stub"}, "make-the-cut"),
        Shot(3.8, slopes_to_the_bud, {0.2: "slope"}),
        Shot(10.4, cuts_right, {0.2: "above-bud", 2.4: "blade-side", 7.2: "clean-cut"}),
        Shot(4.0, free_hand, {0.2: "free-hand"}),
        Shot(3.8, straight_between_buds, {0.2: "opposite-buds"}),
        Shot(3.4, too_thick, {0.2: "thick"}),
        Shot(8.4, chooses, {0.2: "dead", 2.7: "broken", 5.0: "diseased"}, "choose-what-to-cut"),
        Shot(7.6, steps_back, {0.2: "step-back", 3.6: "shape"}),
    ),
    poster=27.6,
)
