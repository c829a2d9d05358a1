"""A text contains HTML.

Texts come from many people and are shown as text, never as code. Write Markdown: `**bold**`, `[link](https://example.org)`, `- list`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.prose import without_code

_TAG = re.compile(r"<(?:/?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?|!--.*?--|![A-Z][^<>]*|\?[^<>]*\?)>", re.DOTALL)


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Tags and comments in prose; `<https://example.org>` is a link and not a tag."""
    for wording, _, text, line in draft.prose():
        for found in _TAG.finditer(without_code(text)) if "<" in text else ():
            place = draft.prose_place(wording, line, text, found.start())
            yield Diagnostic("html-in-prose", place, message("`{tag}` is HTML, which is not shown", tag=found[0].split()[0][:40]), message("write Markdown, or put code between backticks"))
