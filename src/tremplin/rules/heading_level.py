"""A heading of level 1 stands in the text.

The title of the page comes from `title:`. Parts of the text have headings of level 2 (`## `), their parts of level 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Message, Severity, message
from tremplin.model.draft import Texts
from tremplin.model.headings import heading_in, section_meant
from tremplin.model.kinds import BY_FOLDER
from tremplin.model.prose import without_code
from tremplin.model.record import Wording

_TOP = re.compile(r"^ {0,3}#(?=[ \t]+\S)", re.MULTILINE)


def check_texts(texts: Texts) -> Iterator[Diagnostic]:
    """Headings that compete with the title of the page."""
    for wording, _, text, line in texts.prose:
        for found in _TOP.finditer(without_code(text)) if "#" in text else ():
            place = texts.prose_place(wording, line, text, found.end() - 1)
            said = message("a page has one heading of level 1, its title")
            yield Diagnostic("heading-level", place, said, _instead(texts.folder, wording, text[found.end() :].partition("\n")[0]), Severity.WARNING)


def _instead(folder: str, wording: Wording, heading: str) -> Message:
    """The heading to write: that of a section whose words these are, in whatever language, and which is missed; else one of a part of the text."""
    kind = BY_FOLDER[folder.partition("/")[0]]
    section = section_meant(kind.name, wording.language, heading.strip("# \t\u00a0"))
    if not section or section in wording.lines:
        return message("write `### ` instead of `# `")
    return message("write `## {heading}`", heading=heading_in(kind.name, wording.language, section))
