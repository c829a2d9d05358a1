"""What typography asks for and keyboards do not give: spaces at which no line breaks."""

from __future__ import annotations

import re
from typing import NamedTuple

_CODE = r"(```.*?```|`[^`\n]*`)"
_NO_BREAK = "\u00a0"


class _Spaces(NamedTuple):
    """The spaces at which no line may break."""

    plain: re.Pattern[str]
    beside_code: re.Pattern[str]
    """The same where a text has code, which stays as it is. Most texts have none, and are searched much faster without."""

    def kept(self, text: str) -> str:
        """A text whose spaces of this sort do not break lines any more."""
        return self.beside_code.sub(lambda found: found[1] or _NO_BREAK, text) if "`" in text else self.plain.sub(_NO_BREAK, text)


def _spaces(pattern: str) -> _Spaces:
    return _Spaces(re.compile(pattern), re.compile(f"{_CODE}|{pattern}", re.DOTALL))


_FRENCH = _spaces(r"[ \n](?:(?<=«[ \n])|(?<=\S )(?=»|[;?!]+(?![\w\[])|:(?![\w:-])))")  # neither `![a picture](…)` nor `:--` in a table
_FRENCH_SIGNS = re.compile("[«»:;?!]")
_SHARE = _spaces(r"(?<=\d) (?=%)")


def spaced(text: str, tag: str) -> str:
    """A text as its language is set: a figure keeps its `%`, in French no line begins with `: ; ? ! »` or ends with `«`. Code stays as it is."""
    if " %" in text:
        text = _SHARE.kept(text)
    return _FRENCH.kept(text) if tag.partition("-")[0] == "fr" and _FRENCH_SIGNS.search(text) else text
