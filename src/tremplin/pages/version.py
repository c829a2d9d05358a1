"""Which state of a page somebody has read or quotes: a short hash of all that the page says, and so nothing that it does not say."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from tremplin.model.marker import marker

MARK = marker("version")
"""Stands for the version while the page is made."""
_LENGTH = 7
"""Hexadecimal digits, as many as Git shows."""


class Stamped(NamedTuple):
    """A page that names its version, and the version."""

    html: str
    version: str


def stamped(html: str) -> Stamped:
    """A page with its version wherever it has a mark. The same words in the same places have the same version."""
    parts = html.split(MARK)
    version = hashlib.blake2b("".join(parts).encode()).hexdigest()[:_LENGTH]
    return Stamped(version.join(parts), version)
