"""Where links may lead: what stands before the colon of an address."""

from __future__ import annotations

import re

_UNSEEN = re.compile(r"[\t\r\n]")
"""Browsers leave these out wherever they stand in an address."""
_SCHEME = re.compile(r"[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE = frozenset({"https", "http", "mailto", "tel"})


def unsafe_scheme(target: str) -> str:
    """The scheme of an address as a browser sees it, when it is none that opens a page, a mail or a call; empty otherwise."""
    found = _SCHEME.match(_UNSEEN.sub("", target))
    return found[1] if found and found[1].lower() not in _SAFE else ""
