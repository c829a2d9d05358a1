"""Prose as text: where code stands in it, so that nobody mistakes an example for the real thing."""

from __future__ import annotations

import re

_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)"
    r"|\\.", re.MULTILINE | re.DOTALL,
)
"""Fenced blocks, code between backticks within one paragraph, escaped characters."""
_MARK = re.compile(r"[^\n]")


def without_code(text: str) -> str:
    """The same text with code and escaped characters blanked out, so that offsets stay what they were."""
    if "`" not in text and "~~~" not in text and "\\" not in text:
        return text
    return _CODE.sub(lambda found: _MARK.sub(" ", found[0]), text)
