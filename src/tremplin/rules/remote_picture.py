"""A text shows a picture that lies on another site.

Readers would tell that site that they read this page, without having been asked. Copy the picture into the record's `media` folder, if its licence allows it, or write a link to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Texts
from tremplin.model.prose import without_code

_REMOTE = re.compile(r"!\[[^\[\]]{0,999}\]\([ \t]*<?(?:https?:)?//", re.IGNORECASE)


def check_texts(texts: Texts) -> Iterator[Diagnostic]:
    """Pictures of which only the description will be seen."""
    for wording, _, text, line in texts.prose:
        for found in _REMOTE.finditer(without_code(text)) if "!" in text else ():
            place = texts.prose_place(wording, line, text, found.start())
            yield Diagnostic("remote-picture", place, message("pictures from other sites are not shown"), message("copy it into `media/`, or link to it"), Severity.WARNING)
