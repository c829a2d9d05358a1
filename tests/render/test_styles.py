"""Styles serve scripts that are read from the right as well as those that are read from the left."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tremplin.render.mkdocs.theme import STYLES, THEME

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
ALL_SIDES = re.compile(r"(?:padding|margin|inset|border-width|border-style|border-color)")
CLASS = re.compile(r"\.(tp-[\w-]+)")
INNERMOST = re.compile(r"\(([^()]*)\)")
FOR_A_REASON = {
    ".tp-order::after": "a corner that is turned to point down",
    ".tp-judge > legend": "lifts a legend out of its frame; it is as wide as that, or stands in a row",
    ".tp-judge__row > legend": "lifts a legend out of its frame; it is as wide as that, or stands in a row",
    ".tp-watch a::before": "films run to the right everywhere",
}
"""What may tell left from right."""


def rules() -> Iterator[tuple[str, str, str]]:
    """Every selector with each of its properties and what stands there."""
    for file in sorted((THEME / STYLES).glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector, body in RULE.findall(text):
            for one in re.sub(r'url\("[^"]*"\)', "url()", body).split(";"):
                name, _, value = one.partition(":")
                yield " ".join(selector.split()), name.strip(), value.strip()


def parts(value: str) -> list[str]:
    """The values of a shorthand; what stands in brackets is one of them."""
    while (within := INNERMOST.search(value)) is not None:
        value = value.replace(within[0], f"⟨{''.join(within[1].split())}⟩")
    return value.removesuffix("!important").split()


def tells_left_from_right(name: str, value: str) -> bool:
    if re.search(r"\b(left|right)\b", name) or re.search(r"(?<![-\w])(left|right)(?![-\w])", value):
        return True
    if name == "box-shadow":
        return re.match(r"(?:inset )?-?[\d.]*[1-9]", value) is not None
    sides = parts(value)
    if ALL_SIDES.fullmatch(name):
        return len(sides) == 4 and sides[1] != sides[3]
    if name == "border-radius" and len(sides) > 1:
        top_left, top_right, bottom_right, bottom_left = (sides * 2)[:4] if len(sides) != 3 else (*sides, sides[1])
        return (top_left, bottom_left) != (top_right, bottom_right)
    return False


def test_no_style_tells_left_from_right_unless_it_turns_for_scripts_that_are_read_from_the_right() -> None:
    found = list(rules())
    turned = {selector.removeprefix('[dir="rtl"] ') for selector, _, _ in found if selector.startswith('[dir="rtl"] ')}

    one_sided = {selector for selector, name, value in found if tells_left_from_right(name, value) and not selector.startswith('[dir="rtl"] ')}

    assert len(found) > 2000
    assert one_sided - turned == set(FOR_A_REASON)


def test_every_class_of_ours_that_styles_name_is_written_by_something() -> None:
    package = THEME.parent
    written = "\n".join(file.read_text(encoding="utf-8") for pattern in ("*.html", "*.py", "*.js") for file in package.rglob(pattern))
    named = {name for selector, _, _ in rules() for name in CLASS.findall(selector)}

    assert len(named) > 200
    assert [name for name in sorted(named) if not re.search(rf"(?<![\w-]){name}(?![\w-])", written) and not _is_composed(name, written)] == []


def _is_composed(name: str, written: str) -> bool:
    """Whether a program puts its last part, the name of a kind or of a section, behind the others."""
    stem, dashes, _ = name.rpartition("--") if "--" in name else name.rpartition("-")
    return re.search(rf"(?<![\w-]){stem}{dashes}(?![\w-])", written) is not None


@pytest.mark.parametrize(
    ("name", "value", "is_one_sided"),
    [
        ("padding", "1px 2px 3px 4px", True), ("padding", "1px 2px 3px 2px", False), ("padding-left", "1px", True), ("padding-inline", "1px 2px", False), ("text-align", "left", True),
        ("margin", "0 max(1px, calc((2px + 3px) / 2)) 0 0", True), ("border-radius", "1px 0 0 1px", True), ("border-radius", "0 0 1px 1px", False), ("left", "0", True), ("float", "left", True),
        ("box-shadow", "inset 0.25rem 0 red", True), ("box-shadow", "inset 0 0 0 2px red", False), ("box-shadow", "0 8px 28px red", False),
        ("mask", "var(--icon) right center / 1em", True), ("background", "var(--left-over)", False),
    ],
)
def test_what_tells_left_from_right(name: str, value: str, *, is_one_sided: bool) -> None:
    assert tells_left_from_right(name, value) is is_one_sided
