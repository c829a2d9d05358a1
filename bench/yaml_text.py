"""Plain values to YAML as people write it: blocks, short lists in brackets, long texts folded."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping

_PLAIN = re.compile(r"[^\W_](?:[\w ,.;/()’'+%<–-]*[\w.)%])?")
_WIDTH = 110


def yaml_text(value: Mapping[str, object]) -> str:
    """A YAML mapping, with a line break at its end."""
    return "\n".join(_mapping(value, "")) + "\n"


def _mapping(values: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if value in (None, [], {}, ""):
            continue
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + "  ")
        elif isinstance(value, list):
            yield from _sequence(key, value, indent)
        else:
            yield f"{indent}{key}: {_scalar(value, indent)}"


def _sequence(key: str, items: list[object], indent: str) -> Iterator[str]:
    short = [str(item) for item in items if not isinstance(item, Mapping) and re.fullmatch(r"[\w:/.-]+", str(item))]
    if len(short) == len(items) and sum(map(len, short)) < _WIDTH:
        yield f"{indent}{key}: [{', '.join(short)}]"
        return
    yield f"{indent}{key}:"
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = _mapping(item, indent + "    ")
            yield f"{indent}  - {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}  - {_scalar(item, indent + '    ', folded=False)}"


def _scalar(value: object, indent: str, *, folded: bool = True) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    if folded and len(text) > _WIDTH:
        return ">-\n" + textwrap.fill(text, _WIDTH, initial_indent=indent + "  ", subsequent_indent=indent + "  ", break_on_hyphens=False)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
