"""What stands on printed pages only: the way back to the screen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import segno
from markupsafe import Markup

from tremplin.pages.view import View

_QUIET = 4
"""Empty modules around a QR code, without which readers do not find it (ISO/IEC 18004)."""


def qr_code(view: View, name: str) -> Markup:
    """The page's own address as a pattern that telephones read, to be used in drawings (`<use href="#…">`) under this name."""
    size, path = _pattern(view.absolute())
    # Black on white whatever the colours of the page are: few readers know the inverse.
    return Markup('<symbol id="{name}" viewBox="0 0 {size} {size}"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{path}"/></symbol>').format(
        name=name, size=size, path=path)


def way_back(view: View, sign: str) -> Markup:
    """The page's own address for people who type it, who find it easier to read in lines that end after this sign."""
    return Markup("{0}<wbr>").format(sign).join(view.absolute().split(sign))


@lru_cache(maxsize=4096)
def _pattern(address: str) -> tuple[int, str]:
    """How wide the code of an address is with its margin, and its dark modules as lines of an SVG path."""
    # One mask for all saves four fifths of the time; the code is large enough on paper for any of them.
    rows = segno.make_qr(address, error="m", mask=2, boost_error=False).matrix
    return len(rows) + 2 * _QUIET, "".join(f"M{x + _QUIET} {y + _QUIET}.5h{length}" for y, row in enumerate(rows) for x, length in _runs(row))


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Where the dark modules of a row begin, and how many follow."""
    x = 0
    for is_dark, group in groupby(row):
        length = len(list(group))
        if is_dark:
            yield x, length
        x += length
