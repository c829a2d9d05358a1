"""What typography asks for and keyboards do not give: spaces at which no line breaks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tremplin.locales import locale_of
from tremplin.model.figures import has_digits

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
_SHARE = re.compile(rf"{_CODE}|<[A-Za-z/!][^<>]*>|\]\([^()]*\)|\{{[^{{}}]*\}}|(?P<sign>(?<=\d)[ \u00a0\u202f]?%(?![\w%]|-\w))", re.DOTALL)
"""A figure's sign, and what looks like one in code, tags and addresses."""
_BOUND = _spaces(r" (?:(?<=\d )(?=×)|(?<=× )(?=\d))")
_UNIT = r"(?=(?:h|min|s|kg|g|[ckm]?m[²³]?|€|EUR)(?![\w’'-]))"
_MEASURED = _spaces(rf" (?<=[\dh] )(?:(?<=\d ){_UNIT}|(?<=\d[ \u00a0]h )(?=\d))")
"""`24 h`, `1 h 30`."""
_WRAPPED = _spaces(rf"\n(?<=\d\n){_UNIT}")
"""The same where a line of a file ends. Each looks for one sign only, which is quick."""
_GROUPED = _spaces(r" (?<=\d )(?=\d{3}(?!\d))")


def spaced(text: str, tag: str) -> str:
    """A text as its language is set. Code stays as it is.

    A figure stands as far from its `%` as CLDR says, and no line breaks at `2 × 7`, at `24 h` or, where a space separates thousands, in `12 500`;
    in French no line begins with `: ; ? ! »` or ends with `«`.
    """
    if "%" in text:
        text = _SHARE.sub(lambda found: f"{_before_percent(tag)}%" if found["sign"] else found[0], text)
    if " ×" in text:
        text = _BOUND.kept(text)
    if has_digits(text):
        text = _WRAPPED.kept(_MEASURED.kept(text))
        if _separates_by_spaces(tag):
            text = _GROUPED.kept(text)
    return _FRENCH.kept(text) if (tag == "fr" or tag.startswith("fr-")) and _FRENCH_SIGNS.search(text) else text


@cache
def _separates_by_spaces(tag: str) -> bool:
    return str(locale_of(tag).number_symbols["latn"]["group"]).isspace()


@cache
def _before_percent(tag: str) -> str:
    """What stands between a figure and its sign: a space at which no line breaks, or nothing."""
    found = re.search(r"0(\s?)%", locale_of(tag).percent_formats[None].pattern)
    return found[1] if found else _NO_BREAK
