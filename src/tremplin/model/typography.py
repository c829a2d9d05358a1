"""What typography asks for and keyboards do not give: spaces at which no line breaks."""

from __future__ import annotations

import re

_CODE = r"```.*?```|`[^`\n]*`"
_BEFORE = r"(?<=\S) (?=»|[;?!]+(?![\w\[])|:(?![\w:-]))"  # neither `![a picture](…)` nor `:--` in a table
_AFTER = r"(?<=«)[ \n]"
_FRENCH = re.compile(f"({_CODE})|{_BEFORE}|{_AFTER}", re.DOTALL)
_SHARE = re.compile(f"({_CODE})|(?<=\\d) (?=%)", re.DOTALL)
_NO_BREAK = "\u00a0"


def spaced(text: str, tag: str) -> str:
    """A text as its language is set: a figure keeps its `%`, in French no line begins with `: ; ? ! »` or ends with `«`. Code stays as it is."""
    if " %" in text:
        text = _SHARE.sub(_kept, text)
    return _FRENCH.sub(_kept, text) if tag.partition("-")[0] == "fr" else text


def _kept(found: re.Match[str]) -> str:
    return found[1] or _NO_BREAK
