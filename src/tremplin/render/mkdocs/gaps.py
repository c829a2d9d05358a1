"""Gaps that live lists leave in hand-written pages until the records are known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape

_GAP = re.compile(r'<div class="tp-records" data-records="([^"]*)"></div>')

Fill = Callable[[Mapping[str, str]], str]
"""Options of a list to its HTML."""


def gaps_in(html: str) -> list[Mapping[str, str]]:
    """The options of every list that a page still has to be given."""
    return [options for found in _GAP.findall(html) if (options := _options(found)) is not None]


def fill_gaps(html: str, fill: Fill) -> str:
    """The page with its lists. What only looks like a gap stays as somebody has written it."""

    def filled(found: re.Match[str]) -> str:
        options = _options(found[1])
        return found[0] if options is None else fill(options)

    return _GAP.sub(filled, html)


def _options(written: str) -> Mapping[str, str] | None:
    """The options in a gap, None for what no list of ours says: a page may hold HTML of anybody's."""
    try:
        options = json.loads(unescape(written))
    except (ValueError, RecursionError):
        return None
    return options if isinstance(options, dict) and all(isinstance(value, str) for value in options.values()) else None
