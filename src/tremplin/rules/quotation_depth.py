"""A quotation stands in a quotation, in a quotation, and so on.

Each `>` at the start of a line is one level. Usually a row of `>` is meant as a line or an arrow; put such signs between backticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Texts
from tremplin.model.prose import without_code

DEEPEST = 10
_DEEPER = re.compile(rf"^(?:[ \t]*(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]*)?>){{{DEEPEST + 1}}}", re.MULTILINE)


def check_texts(texts: Texts) -> Iterator[Diagnostic]:
    """Lines that would take a renderer the longer the deeper they stand."""
    for wording, _, text, line in texts.prose:
        for found in _DEEPER.finditer(without_code(text)) if ">" in text else ():
            place = texts.prose_place(wording, line, text, found.start())
            yield Diagnostic("quotation-depth", place, message("quotations are nested too deeply"), message("at most {limit} signs `>` before a line", limit=DEEPEST))
