"""Links as Markdown writes them: where their targets stand, and the paths that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from tremplin.model.prose import places_behind

_BEFORE = (
    ("](", re.compile(r"\]\(\s*")),
    ("]:", re.compile(r"^(?:[ \t>]|[*+-][ \t]|\d{1,9}[.)][ \t])*\[[^\[\]]{1,999}\]:\s*", re.MULTILINE)),
)
"""What stands before the target of a link, and of a reference, each with the sign that it has."""
_TARGET = re.compile(r"<([^<>\n]*)>|((?:[^()\s<>]|\([^()\s]*\))+)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def targets_in(text: str) -> Iterator[tuple[int, str]]:
    """What each link and each reference of a text leads to, as it is written, and where that begins; code is no link."""
    for start in places_behind(text, _BEFORE) if "]" in text else ():
        target = _TARGET.match(text, start)
        if target:
            yield start, target[target.lastindex or 0]


def relative_path(target: str) -> str:
    """The path of a link inside the base; empty for a link to elsewhere or within the page."""
    try:
        parts = urlsplit(unescaped(target))
    except ValueError:  # `http://[` is the beginning of an address that has no end.
        return ""
    return "" if parts.scheme or parts.netloc else parts.path


def unescaped(target: str) -> str:
    """A target as browsers read it: signs may be written as entities (`&colon;`) or after a backslash."""
    return unescape(_ESCAPED.sub(r"\1", target))
