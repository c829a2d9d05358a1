"""What stands on printed pages only: the way back to the screen."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import zxingcpp
from markupsafe import Markup, escape

from tremplin.pages.view import View

_CODE = {"ec_level": "M", "data_mask": 2}
"""What we ask of a code. One mask for all saves three quarters of the time; the code is large enough on paper for any of them."""
_LONGEST = 9
"""Modules drawn by one command. Longer runs are rare, and take two."""
_QUIET = 4
"""Light modules on each side, without which readers do not find a code (ISO/IEC 18004)."""


def qr_code(view: View, name: str) -> Markup:
    """The page's own address as a pattern that telephones read, to be used in drawings (`<use href="#…">`) under this name."""
    size, path = _pattern(view.absolute())
    # Black on white whatever the colours of the page are: few readers know the inverse.
    return Markup(  # noqa: S704  the name is escaped, the rest is made of our own signs
        f'<symbol id="{escape(name)}" viewBox="0 0 {size} {size}"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{path}"/></symbol>')


def way_back(view: View, sign: str) -> Markup:
    """The page's own address for people who type it, who find it easier to read in lines that end after this sign."""
    return Markup("{0}<wbr>").format(sign).join(view.absolute().split(sign))


@lru_cache(maxsize=4096)
def _pattern(address: str) -> tuple[int, str]:
    """How wide the code of an address is with the margin that readers need, and its dark modules as lines of an SVG path."""
    image: Any = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, **_CODE).to_image(add_quiet_zones=False)  # Its types do not tell that it is a buffer.
    size, modules = image.shape[0], bytes(image)
    rows = b"\n".join([modules[start : start + size] for start in range(0, len(modules), size)])
    pieces = rows.replace(_DARK + _LIGHT, _DARK + b" " + _LIGHT).split(b" ")
    path = "".join(map(_lines, pieces)).replace("\n", f"m-{size} 1")
    return size + 2 * _QUIET, f"M{_QUIET} {_QUIET}.5{path}"


@lru_cache(maxsize=4096)
def _lines(piece: bytes) -> str:
    """Light modules and the dark ones that follow, as commands of a path. All codes are made of the same few such pieces."""
    for length in range(_LONGEST, 0, -1):
        piece = piece.replace(_DARK * length, b"h%d" % length).replace(_LIGHT * length, b"m%d 0" % length)
    return piece.decode("ascii")


_DARK, _LIGHT = b"\x00", b"\xff"
"""The colours of modules, as images have them."""
