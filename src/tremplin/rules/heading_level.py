"""A heading of level 1 stands in the text.

The title of the page comes from `title:`. Parts of the text have headings of level 2 (`## `), their parts of level 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Texts
from tremplin.model.prose import without_code

_TOP = re.compile(r"^ {0,3}#(?=[ \t]+\S)", re.MULTILINE)


def check_texts(texts: Texts) -> Iterator[Diagnostic]:
    """Headings that compete with the title of the page."""
    for wording, _, text, line in texts.prose:
        for found in _TOP.finditer(without_code(text)) if "#" in text else ():
            place = texts.prose_place(wording, line, text, found.end() - 1)
            yield Diagnostic("heading-level", place, message("a page has one heading of level 1, its title"), message("write `### ` instead of `# `"), Severity.WARNING)
