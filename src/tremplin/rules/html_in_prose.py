"""A text contains HTML.

Texts come from many people and are shown as text, never as code. Write Markdown: `**bold**`, `[link](https://example.org)`, `- list`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Texts
from tremplin.model.prose import without_code

_NAME, _VALUE = r"[a-zA-Z][a-zA-Z0-9-]*", r"""(?:[^\s"'=<>`]+|'[^']*'|"[^"]*")"""
_BLOCKS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|"
    "h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|pre|script|search|section|source|style|summary|"
    "table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul"
)
_HTML = re.compile(
    rf"<(?:{_NAME}(?:\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*{_VALUE})?)*\s*/?>|/{_NAME}\s*>|!--|!\[CDATA\[|![a-zA-Z]|\?)"
    rf"|^[ \t>*+\-\d.)]*</?(?:{_BLOCKS})(?=[\s/>]|$)",
    re.MULTILINE | re.IGNORECASE,
)
"""What GitHub's Markdown takes for HTML (https://spec.commonmark.org/0.31.2/#html-blocks and #raw-html): at the start of a line a tag need not even end."""


def check_texts(texts: Texts) -> Iterator[Diagnostic]:
    """Tags and comments in prose; `<https://example.org>` is a link and not a tag."""
    for wording, _, text, line in texts.prose:
        for found in _HTML.finditer(without_code(text)) if "<" in text else ():
            start = found.start() + found[0].index("<")
            tag = text[start : start + 40].split()[0].partition(">")
            yield Diagnostic(
                "html-in-prose", texts.prose_place(wording, line, text, start), message("`{tag}` is HTML, which is not shown", tag=tag[0] + tag[1]),
                message("write Markdown, or put code between backticks"),
            )
