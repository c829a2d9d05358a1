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
    return [json.loads(unescape(found)) for found in _GAP.findall(html)]


def fill_gaps(html: str, fill: Fill) -> str:
    """The page with its lists."""
    return _GAP.sub(lambda found: fill(json.loads(unescape(found[1]))), html)
