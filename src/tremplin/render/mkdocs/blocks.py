"""The block `/// records` of hand-written pages: a live list of records, left as a gap until the records are known."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block


class RecordsBlock(Block):
    """`/// records` with `kind:`, `theme:`, `project:` and `limit:`."""

    NAME = "records"
    OPTIONS = {"kind": ["", str], "theme": ["", str], "project": ["", str], "limit": [0, int]}  # noqa: RUF012  pymdownx reads a plain dict

    def on_create(self, parent: ElementTree.Element) -> ElementTree.Element:
        """An empty element that carries the options."""
        options = {name: str(value) for name, value in self.options.items() if value and name != "attrs"}
        return ElementTree.SubElement(parent, "div", {"class": "tp-records", "data-records": json.dumps(options, sort_keys=True)})


class RecordsExtension(BlocksExtension):
    """Registers the block with Python-Markdown."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802  pymdownx's own name
        """Make `/// records` known."""
        block_mgr.register(RecordsBlock, self.getConfigs())


def makeExtension(**options: Any) -> RecordsExtension:  # noqa: N802  Python-Markdown's own name
    """How Python-Markdown loads the extension."""
    return RecordsExtension(**options)
