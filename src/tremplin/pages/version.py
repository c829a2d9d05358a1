"""Which state of a page somebody has read or quotes: a short hash of all that the page says, and so nothing that it does not say."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from tremplin.model.marker import marker

MARK = marker("version")
"""Stands for the version while the page is made."""
_ENCODED_MARK = MARK.encode()
_LENGTH = 7
"""Hexadecimal digits, as many as Git shows."""


class Stamped(NamedTuple):
    """A page that names its version, and the version."""

    html: bytes
    version: str


def stamped(html: bytes) -> Stamped:
    """A page with its version wherever it has a mark. The same words in the same places have the same version."""
    parts = html.split(_ENCODED_MARK)
    said = hashlib.sha256()
    for part in parts:
        said.update(part)
    version = said.hexdigest()[:_LENGTH]
    return Stamped(version.encode().join(parts), version)
