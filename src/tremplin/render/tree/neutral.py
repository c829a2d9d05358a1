"""Text of records as Markdown that says the same and is no markup, in the dialect of MkDocs and in those near it."""

from __future__ import annotations

import re

_SIGN = re.compile(
    r"""
    [&<>\\`*{}\[\]|]                                  # elements, entities, code, emphasis, attributes, links, cells
    | (?<![^\W_])_ | _(?![^\W_])                      # emphasis; inside a word it is none
    | !(?=\[|\Z)                                      # a picture, if a link follows
    | [#](?=[#]*[ \t]*(?:\n|\Z))                      # the end of a heading
    | (?:^|(?<=\A[ ]))(?:[#=]|[-+:](?=\s|[-+:]|\Z)|!(?=!!)|\?(?=\?\?)|/(?=//))  # blocks: headings, lists, definitions, notes
    | ~(?=~) | (?<=~)~ | =(?==) | \^(?=\^) | \+(?=\+) | \$(?=\$)
    | (?<![^\W_]):(?=[a-zA-Z+-][\w+-]*:)              # :smile:
    """,
    re.MULTILINE | re.VERBOSE,
)
_NUMBER = re.compile(r"^([ ]?\d*)([.)])(?=\s|\Z)", re.MULTILINE)
_BACKSLASHED = frozenset("\\`*_{}[]#+-!|")
"""The signs for which Python-Markdown knows a backslash, the one of tables included."""
_TARGET = re.compile(r"[\s\\`*{}\[\]()<>\"'|^]")
_ANY_SIGN = re.compile(r"[^\w ]|_", re.ASCII)
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def neutral(text: str, *, is_continued: bool = False) -> str:
    """`text` with every sign escaped that could begin an element, an attribute, a reference or a block; continued text begins no line."""
    before = "…" if is_continued else ""
    return _NUMBER.sub(r"\1\\\2", _SIGN.sub(lambda found: _escaped(found[0]), before + text))[len(before) :]


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in _BACKSLASHED else _NAMED.get(sign, f"&#{ord(sign)};")


def neutral_target(href: str) -> str:
    """An address that cannot end the brackets around it."""
    return _TARGET.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), href.strip())


def spelt(text: str) -> str:
    """`text` in one line, every sign and every line end as the number of its character: whatever reads it, sees letters."""
    return _ANY_SIGN.sub(lambda found: f"&#{ord(found[0])};", text)


def neutral_value(text: str) -> str:
    """A value of the front matter, which themes print into elements and attributes as it stands."""
    return text.translate(_MARKUP)
