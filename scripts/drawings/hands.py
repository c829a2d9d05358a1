"""Hands from near by: they pinch, point, press and hold."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.drawings.geometry import Point, joint, towards, turned
from scripts.drawings.ink import bare, darker, limb, path, placed


@dataclass(frozen=True)
class Skin:
    """What a hand and its arm look like."""

    colour: str = "#b97a50"
    sleeve: str = "#e9a23b"
    cuff: str = ""


KNUCKLE, THUMB_ROOT = 80 - 10j, 26 + 20j
PINCH = 122 + 56j
"""Where thumb and forefinger meet, seen from a hand whose wrist is the origin and whose fingers point right."""


def pinching(at: Point, skin: Skin, *, turn: float = 0, gap: float = 0, scale: float = 1, is_mirrored: bool = False, held: str = "") -> str:
    """A hand with `at` between thumb and forefinger; `gap` opens them, `held` lies between them in the same place."""
    forefinger, thumb = PINCH + complex(2, -7 - gap), PINCH + complex(-6, 7 + gap * 0.5)
    others = [_finger(KNUCKLE + complex(-4 - 5 * step, 3 + 9 * step), forefinger + complex(-13 * step - 4, 8 * step + 2), darker(skin.colour, 0.05 * step)) for step in (3, 2, 1)]
    drawing = (
        _wrist(skin) + "".join(others) + _palm(skin) + placed(held, PINCH) + _finger(KNUCKLE, forefinger, skin.colour) + _seam(skin, KNUCKLE) + _thumb(thumb, skin) + _sleeve(skin)
    )
    return _set(drawing, at, PINCH, turn=turn, scale=scale, is_mirrored=is_mirrored)


POINT = 164 + 0j


def pointing(at: Point, skin: Skin, *, turn: float = 0, scale: float = 1, is_mirrored: bool = False) -> str:
    """A hand whose forefinger touches `at`, the others are folded."""
    folded = [limb([(KNUCKLE + complex(-6, 10 + 13 * step), 13), (KNUCKLE + complex(22 - 4 * step, 18 + 13 * step), 12)], darker(skin.colour, 0.04 * step)) for step in (2, 1, 0)]
    finger = [(KNUCKLE, 15.0), (KNUCKLE + 44 + 2j, 12.5), (POINT - 12, 11.0)]
    drawing = _wrist(skin) + _palm(skin) + "".join(folded) + limb(finger, skin.colour) + _seam(skin, KNUCKLE) + _thumb(116 + 42j, skin) + _sleeve(skin)
    return _set(drawing, at, POINT, turn=turn, scale=scale, is_mirrored=is_mirrored)


THUMB = 122 + 40j


def pressing(at: Point, skin: Skin, *, turn: float = 0, scale: float = 1, is_mirrored: bool = False) -> str:
    """A fist whose thumb presses on `at`."""
    folded = [
        limb([(KNUCKLE + complex(-4 - 4 * step, -2 + 14 * step), 14), (KNUCKLE + complex(14 - 5 * step, 10 + 13 * step), 13)], darker(skin.colour, 0.04 * step))
        for step in (2, 1, 0)
    ]
    thumb = [(THUMB_ROOT, 19.0), (THUMB_ROOT + 50 + 20j, 15.0), (THUMB - 4 - 4j, 13.0)]
    drawing = _wrist(skin) + _palm(skin) + "".join(folded) + limb(thumb, skin.colour) + bare([(THUMB_ROOT + 2, 17.0), (THUMB_ROOT - 6 - 10j, 20.0)], skin.colour) + _sleeve(skin)
    return _set(drawing, at, THUMB, turn=turn, scale=scale, is_mirrored=is_mirrored)


FIST = 84 + 0j


def fist(at: Point, skin: Skin, *, turn: float = 0, scale: float = 1, is_mirrored: bool = False, held: str = "") -> str:
    """A hand around a bar; `held` is the bar, drawn around `at` upright in the hand's own directions."""
    fingers = "".join(limb([(complex(62, y), 13.5), (complex(102, y + 1), 13)], darker(skin.colour, 0.03 * row)) for row, y in enumerate((-30, -9, 12, 32)))
    thumb = limb([(36 - 30j, 17), (70 - 46j, 14), (98 - 44j, 12)], skin.colour) + bare([(38 - 26j, 16), (30 - 10j, 22)], skin.colour)
    drawing = (
        _wrist(skin)
        + limb([(8 + 0j, 29), (66 + 0j, 38)], skin.colour)
        + placed(held, FIST)
        + fingers
        + bare([(44 + 0j, 26), (52 + 0j, 30)], skin.colour)
        + bare([(-20 + 0j, 25), (12 + 0j, 26)], skin.colour)
        + thumb
        + _sleeve(skin)
    )
    return _set(drawing, at, FIST, turn=turn, scale=scale, is_mirrored=is_mirrored)


FLAT = 96 + 24j


def flat(at: Point, skin: Skin, *, turn: float = 0, scale: float = 1, is_mirrored: bool = False, held: str = "") -> str:
    """A hand with stretched fingers that lies or slides on something; the balls of the fingers touch `at`, `held` is under them."""
    rows = [
        limb(
            [(KNUCKLE + complex(-6 * step, 8 * step), 14), (KNUCKLE + complex(40 - 3 * step, 12 + 9 * step), 12.5), (KNUCKLE + complex(76 - 8 * step, 22 + 9 * step), 11)],
            darker(skin.colour, 0.04 * step),
        )
        for step in (3, 2, 1, 0)
    ]
    drawing = _wrist(skin) + placed(held, FLAT + 30 + 14j) + "".join(rows) + _palm(skin) + _seam(skin, KNUCKLE) + _thumb(118 + 44j, skin) + _sleeve(skin)
    return _set(drawing, at, FLAT + 30 + 14j, turn=turn, scale=scale, is_mirrored=is_mirrored)


FINGERS = ((86 - 33j, 70, -1.5), (93 - 11j, 80, -0.5), (88 + 11j, 73, 0.5), (78 + 32j, 56, 1.6))
"""Where each finger begins, how long it is, and to which side it leans when the hand is spread."""


def spread(at: Point, skin: Skin, *, turn: float = 0, angle: float = 7, stretch: float = 1, is_palm: bool = False, scale: float = 1, is_mirrored: bool = False) -> str:
    """A hand from above, `at` in the middle of it: its back with the nails, or its palm; `stretch` below 1 bends the fingers away from us."""
    fingers = ""
    for root, length, lean in FINGERS:
        along = towards(angle * lean) * length * stretch
        nail = limb([(root + along * 0.97 - 2, 5.5), (root + along * 1.02, 5.5)], "#f1d9c4", width=2) if not is_palm and stretch > 0.8 else ""
        fingers += limb([(root - 10, 16), (root + along * 0.5, 15), (root + along, 12.5)], skin.colour) + nail
    thumb = limb([(22 - 22j, 20), (58 - 62j, 16), (90 - 78j, 12.5)], skin.colour)
    palm = [(22 - 12j, 30.0), (74 - 20j, 29.0), (72 + 18j, 29.0), (22 + 12j, 28.0), (22 - 12j, 30.0)]
    cover = bare([(24 + 0j, 30), (68 - 16j, 27), (66 + 14j, 27), (30 + 0j, 28)], skin.colour)
    seams = "".join(bare([(root - 8, 13), (root - 22, 14)], skin.colour) for root, _, _ in FINGERS) + bare([(26 - 22j, 17), (34 - 8j, 20)], skin.colour)
    lines = (
        path("M36 -34Q54 -6 34 34M92 -20Q66 -4 62 34", width=3, line=darker(skin.colour, 0.35))
        if is_palm
        else "".join(path(f"M{root.real - 4:.0f} {root.imag - 6:.0f}q5 6 0 12", width=3, line=darker(skin.colour, 0.35)) for root, _, _ in FINGERS)
    )
    drawing = _wrist(skin) + fingers + thumb + limb(palm, skin.colour) + cover + seams + lines + _sleeve(skin)
    return _set(drawing, at, 60 + 0j, turn=turn, scale=scale, is_mirrored=is_mirrored)


def _set(drawing: str, at: Point, anchor: Point, *, turn: float, scale: float, is_mirrored: bool) -> str:
    local = complex(-anchor.real if is_mirrored else anchor.real, anchor.imag) * scale
    return placed(drawing, at - turned(local, turn), turn=turn, scale=scale, is_mirrored=is_mirrored)


def _wrist(skin: Skin) -> str:
    return limb([(-60 + 0j, 28), (4 + 0j, 27)], skin.colour)


def _sleeve(skin: Skin) -> str:
    cuff = limb([(-58 - 16j, 22), (-58 + 16j, 22)], skin.cuff) if skin.cuff else ""
    return limb([(-640 + 0j, 60), (-62 + 0j, 38)], skin.sleeve) + cuff


def _palm(skin: Skin) -> str:
    return limb([(4 + 0j, 28), (70 + 8j, 31)], skin.colour) + bare([(-20 + 0j, 24), (10 + 0j, 25)], skin.colour)


def _seam(skin: Skin, knuckle: Point) -> str:
    return bare([(knuckle + 2 + 2j, 12), (knuckle - 16 + 12j, 18)], skin.colour)


def _finger(knuckle: Point, tip: Point, colour: str) -> str:
    middle, end = joint(knuckle, tip, 46, 40, side=-1)
    return limb([(knuckle, 15), (middle, 13.5), (end, 11)], colour)


def _thumb(tip: Point, skin: Skin) -> str:
    middle, end = joint(THUMB_ROOT, tip, 56, 42, side=1)
    return limb([(THUMB_ROOT, 19), (middle, 15), (end, 12)], skin.colour) + bare([(THUMB_ROOT, 17), (THUMB_ROOT - 4 - 12j, 20)], skin.colour)
