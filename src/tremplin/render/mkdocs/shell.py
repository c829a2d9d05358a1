"""The theme evaluated once, with markers where pages differ: filling the gaps costs a hundredth of the template."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from markupsafe import Markup

from tremplin.render.mkdocs.face import Face

_SIGN = secrets.token_hex(8)
"""Nobody can write a marker into a site's name or a page: it is another one in every process."""
_MARKER = re.compile(rf"(?:<h1>)?@@tremplin:{_SIGN}:(\w+)@@(?:</h1>)?")


@dataclass(frozen=True, slots=True)
class Shell:
    """A page of the theme, cut at its gaps."""

    parts: tuple[bytes, ...]
    """Encoded once for all pages."""
    gaps: tuple[str, ...]
    """The name of the gap after each part but the last."""

    def fill(self, face: Face, body: bytes) -> bytes:
        """The page of records with this face and this body."""
        values = {**{name: text.encode() for name, text in face._asdict().items()}, "body": body}
        pieces = [self.parts[0]]
        for gap, part in zip(self.gaps, self.parts[1:], strict=True):
            pieces += (values[gap], part)
        return b"".join(pieces)


def marked_face() -> Face:
    """A face made of markers. The body's marker is a heading, since the theme adds one to bodies without."""
    return Face(**{name: Markup(f"<h1>@@tremplin:{_SIGN}:{name}@@</h1>" if name == "body" else f"@@tremplin:{_SIGN}:{name}@@") for name in Face._fields})  # noqa: S704  constant


def cut(html: str) -> Shell:
    """The shell in a page that was rendered with `marked_face`."""
    pieces = _MARKER.split(html)
    return Shell(tuple([piece.encode() for piece in pieces[::2]]), tuple(pieces[1::2]))
