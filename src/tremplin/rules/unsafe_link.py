"""A link does not lead to a page.

Addresses such as `javascript:` or `data:` run code in the reader's browser. Only `https:`, `http:`, `mailto:` and `tel:` are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.prose import without_code

_TARGET = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|<)([a-zA-Z][\w+.-]*|&[#\w]+;?[\w&#;]*):(?!:)", re.MULTILINE)
SAFE = frozenset({"https", "http", "mailto", "tel"})


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Links whose scheme is not one that opens a page, a mail or a call."""
    for wording, _, text, line in draft.prose():
        for found in _TARGET.finditer(without_code(text)) if ":" in text else ():
            if found[1].lower() not in SAFE:
                place = draft.prose_place(wording, line, text, found.start(1))
                yield Diagnostic("unsafe-link", place, message("a link may not begin with `{scheme}:`", scheme=found[1][:40]), message("link to a page: `https://…`"))
