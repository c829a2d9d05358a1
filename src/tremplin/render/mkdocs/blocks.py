"""The block `/// records` of hand-written pages: a live list of records, left as a gap until the records are known."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

_GAP = re.compile(r'<div class="tp-records" data-records="([^"]*)"></div>')

Fill = Callable[[Mapping[str, str]], str]
"""Options of a list to its HTML."""


class RecordsBlock(Block):
    """`/// records` with `kind:`, `theme:`, `project:` and `limit:`."""

    NAME = "records"
    OPTIONS = {"kind": ["", str], "theme": ["", str], "project": ["", str], "limit": [0, int]}  # noqa: RUF012  pymdownx reads a plain dict

    def on_create(self, parent: etree.Element) -> etree.Element:
        """An empty element that carries the options."""
        options = {name: str(value) for name, value in self.options.items() if value and name != "attrs"}
        return etree.SubElement(parent, "div", {"class": "tp-records", "data-records": json.dumps(options, sort_keys=True)})


class RecordsExtension(BlocksExtension):
    """Registers the block with Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802  pymdownx's own name
        """Make `/// records` known."""
        block_mgr.register(RecordsBlock, self.getConfigs())


def makeExtension(**options: Any) -> RecordsExtension:  # noqa: N802  Python-Markdown's own name
    """How Python-Markdown loads the extension."""
    return RecordsExtension(**options)


def gaps_in(html: str) -> list[Mapping[str, str]]:
    """The options of every list that a page still has to be given."""
    return [json.loads(unescape(found)) for found in _GAP.findall(html)]


def fill_gaps(html: str, fill: Fill) -> str:
    """The page with its lists."""
    return _GAP.sub(lambda found: fill(json.loads(unescape(found[1]))), html)
