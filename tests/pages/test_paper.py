"""What stands on printed pages only."""

from __future__ import annotations

import re

import pytest
import segno
from bs4 import Tag

from tests.bases import EVERY_KIND
from tests.libraries import reading
from tests.pages.markup import one, parsed
from tremplin.pages.paper import qr_code
from tremplin.pages.view import View


def drawn(symbol: Tag) -> list[str]:
    """The dark modules of a drawing, as rows of 0 and 1 without the margin."""
    size = int(str(symbol["viewbox"]).split()[-1])
    rows = [["0"] * size for _ in range(size)]
    for x, y, length in re.findall(r"M(\d+) (\d+)\.5h(\d+)", str(one(symbol, "[stroke]")["d"])):
        for column in range(int(x), int(x) + int(length)):
            rows[int(y)][column] = "1"
    return ["".join(row[4:-4]) for row in rows[4:-4]]


@pytest.mark.parametrize("name", ["turn-a-key", "a" * 200])
def test_a_code_is_drawn_as_its_makers_matrix_with_a_quiet_margin(name: str) -> None:
    view = View(reading(EVERY_KIND, is_preview=True).edition("en"), f"microtrainings/{name}/")
    expected = segno.make_qr(view.absolute(), error="m", mask=2, boost_error=False)

    symbol = one(parsed(str(qr_code(view, "code"))), "symbol#code")

    assert drawn(symbol) == ["".join(map(str, row)) for row in expected.matrix]
    assert symbol["viewbox"] == "0 0 {0} {0}".format(expected.symbol_size(border=4)[0])
