"""A link does not lead to a page.

Addresses such as `javascript:` or `data:` run code in the reader's browser. Only `https:`, `http:`, `mailto:` and `tel:` are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Texts
from tremplin.model.links import unescaped
from tremplin.model.prose import places_behind
from tremplin.model.scheme import unsafe_scheme

_BEFORE = (
    ("](", re.compile(r"\]\([ \t]*\n?[ \t]*")),
    ("]:", re.compile(r"^[ \t>*+\-\d.)]*\[[^\[\]<]{1,999}\]:[ \t]*\n?[ \t]*", re.MULTILINE)),
    ("<", re.compile(r"(?=<[a-zA-Z&\\])")),
)
"""What stands before the target of a link or a picture, and of a reference; a target may also stand alone between `<` and `>`. Each with the sign that it has."""
_TARGET = re.compile(r"<([^<>\n]{0,400})>|([^\s<]\S{0,400})")
"""As much of a target as tells its scheme."""


def check_texts(texts: Texts) -> Iterator[Diagnostic]:
    """Links whose scheme is not one that opens a page, a mail or a call."""
    for wording, _, text, line in texts.prose:
        for start in places_behind(text, _BEFORE) if "]" in text or "<" in text else ():
            target = _TARGET.match(text, start)
            scheme = unsafe_scheme(unescaped(target[1] or target[2] or "")) if target else ""
            if scheme:
                place = texts.prose_place(wording, line, text, start)
                yield Diagnostic("unsafe-link", place, message("a link may not begin with `{scheme}:`", scheme=scheme[:40]), message("link to a page: `https://…`"))
