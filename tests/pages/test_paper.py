"""What stands on printed pages only."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from bs4 import Tag
from PIL import Image

from tests.bases import EVERY_KIND
from tests.libraries import reading
from tests.pages.markup import one, parsed
from tremplin.pages.paper import qr_code
from tremplin.pages.view import View

DARK, LIGHT = 0, 255
QUIET = 4
"""Light modules around a code, without which readers do not find it (ISO/IEC 18004)."""


def printed(symbol: Tag) -> Image.Image:
    """A drawing as printers make it: a pen that moves from where it is (`m`) and draws to the right (`h`)."""
    size = int(str(symbol["viewbox"]).split()[-1])
    picture = Image.new("L", (size, size), LIGHT)
    path = str(one(symbol, "[stroke]")["d"])
    x, y = (int(start) for start in re.findall(r"^M(\d+) (\d+)\.5", path)[0])
    for right, down, drawn in re.findall(r"m(-?\d+) (\d+)|h(\d+)", path):
        for column in range(x, x + int(drawn or 0)):
            picture.putpixel((column, y), DARK)
        x, y = x + int(right or drawn), y + int(down or 0)
    return picture


@pytest.mark.parametrize("name", ["turn-a-key", "a" * 200])
def test_a_telephone_reads_the_pages_address_from_the_drawing(name: str) -> None:
    view = View(reading(EVERY_KIND, is_preview=True).edition("en"), f"microtrainings/{name}/")

    picture = printed(one(parsed(str(qr_code(view, "code"))), "symbol#code"))
    read = zxingcpp.read_barcode(picture.resize((picture.width * 4, picture.height * 4)))

    assert read is not None
    assert read.text == view.absolute()


def test_a_drawing_has_the_quiet_margin_of_the_standard() -> None:
    view = View(reading(EVERY_KIND, is_preview=True).edition("en"), "microtrainings/turn-a-key/")

    picture = printed(one(parsed(str(qr_code(view, "code"))), "symbol#code"))

    dark = Image.eval(picture, lambda shade: LIGHT - shade).getbbox()
    assert dark == (QUIET, QUIET, picture.width - QUIET, picture.height - QUIET)
