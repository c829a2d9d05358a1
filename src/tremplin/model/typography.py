"""What typography asks for and keyboards do not give: spaces at which no line breaks."""

from __future__ import annotations

import re

_CODE = r"(```.*?```|`[^`\n]*`)"
_FRENCH = r"[ \n](?:(?<=«[ \n])|(?<=\S )(?=»|[;?!]+(?![\w\[])|:(?![\w:-])))"  # neither `![a picture](…)` nor `:--` in a table
_SHARE = r"(?<=\d) (?=%)"
_SIGNS = re.compile("[«»:;?!]")
_PATTERNS = {rule: (re.compile(rule), re.compile(f"{_CODE}|{rule}", re.DOTALL)) for rule in (_FRENCH, _SHARE)}
"""Each rule by itself, and beside code, which stays as it is: most texts have none, and are searched much faster without."""
_NO_BREAK = "\u00a0"


def spaced(text: str, tag: str) -> str:
    """A text as its language is set: a figure keeps its `%`, in French no line begins with `: ; ? ! »` or ends with `«`. Code stays as it is."""
    if " %" in text:
        text = _kept(text, _SHARE)
    if tag.startswith("fr") and tag.partition("-")[0] == "fr" and _SIGNS.search(text):
        text = _kept(text, _FRENCH)
    return text


def _kept(text: str, rule: str) -> str:
    """A text whose spaces under a rule do not break lines any more."""
    plain, beside_code = _PATTERNS[rule]
    return beside_code.sub(lambda found: found[1] or _NO_BREAK, text) if "`" in text else plain.sub(_NO_BREAK, text)
