"""What a language's typography asks for and its keyboards do not give: the no-break spaces of French."""

from __future__ import annotations

import re

_CODE = r"```.*?```|`[^`\n]*`"
_BEFORE = r"(?<=\S) (?=»|[;?!]+(?![\w\[])|:(?![\w:-]))"  # neither `![a picture](…)` nor `:--` in a table
_AFTER = r"(?<=«)[ \n]"
_FRENCH = re.compile(f"({_CODE})|{_BEFORE}|{_AFTER}", re.DOTALL)
_NO_BREAK = "\u00a0"


def spaced(text: str, tag: str) -> str:
    """A text as its language is set: in French no line begins with `: ; ? ! »` or ends with `«`. Code stays as it is."""
    return _FRENCH.sub(lambda found: found[1] or _NO_BREAK, text) if tag.partition("-")[0] == "fr" else text
