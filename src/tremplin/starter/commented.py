"""A filled form as YAML that explains itself: each field below its label and its help, what may be added as comments."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from tremplin.model.fields import as_typed, model_in

_WIDTH = 110
_STEP = "  "

Translate = Callable[[str], str]


def first_example(name: str, info: FieldInfo) -> Any:
    """The example that a field is declared with."""
    del name
    return (info.examples or [None])[0]


@dataclass(frozen=True, slots=True)
class Guide:
    """In which words a form is explained, and with which examples: what fits a field of this name, or None."""

    text: Translate
    example: Callable[[str, FieldInfo], Any] = first_example


class _Dumper(yaml.SafeDumper):
    """Writes texts as plainly as our own reader allows, for which every scalar is a text: a date needs no quotes."""


_Dumper.yaml_implicit_resolvers = {}


def commented(model: type[BaseModel], values: Mapping[str, Any], guide: Guide, *, hidden: frozenset[str] = frozenset()) -> str:
    """The YAML of `values`, a form of `model`; fields without a value follow as comments with their examples, but for those in `hidden`."""
    given, others = _parted(model, values, hidden)
    lines = list(_filled(given, values, guide, ""))
    if others:
        lines += ["", *comment(guide.text("What may be added: remove the `#` in front of a field, and write your own value."))]
        lines += _unfilled(others, guide, "")
    return "\n".join(lines) + "\n"


def comment(text: str, indent: str = "") -> Iterator[str]:
    """A text as lines that YAML ignores."""
    for line in textwrap.wrap(text, _WIDTH - len(indent), break_on_hyphens=False, break_long_words=False):
        yield f"{indent}# {line}"


def flow(value: Any) -> str:
    """A value on one line."""
    return yaml.dump(as_typed(value), Dumper=_Dumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000).strip().removesuffix("...").strip()


def _parted(model: type[BaseModel], values: Mapping[str, Any], hidden: frozenset[str]) -> tuple[dict[str, FieldInfo], dict[str, FieldInfo]]:
    fields = model.model_fields
    return {name: fields[name] for name in values}, {name: info for name, info in fields.items() if name not in values and name not in hidden}


def _filled(fields: Mapping[str, FieldInfo], values: Mapping[str, Any], guide: Guide, indent: str, *, is_first: bool = True) -> Iterator[str]:
    for name, info in fields.items():
        if is_first:
            yield from _explained(info, guide, indent)
        yield from _value(name, values[name], model_in(info.annotation), guide, indent, is_first=is_first)


def _unfilled(fields: Mapping[str, FieldInfo], guide: Guide, indent: str) -> Iterator[str]:
    # No space after the `#`: whoever removes it has a field in the right column.
    for name, info in fields.items():
        yield from _explained(info, guide, indent)
        example = guide.example(name, info)
        yield f"{indent}#{name}:" + ("" if example is None else f" {flow(example)}")


def _explained(info: FieldInfo, guide: Guide, indent: str) -> Iterator[str]:
    return comment(f"{guide.text(info.title or '')}. {guide.text(info.description or '')}", indent)


def _value(name: str, value: Any, model: type[BaseModel] | None, guide: Guide, indent: str, *, is_first: bool) -> Iterator[str]:
    if model is None and not _is_prose(value):
        yield f"{indent}{name}: {flow(value)}"
        return
    yield f"{indent}{name}:"
    if model is None:
        yield from (f"{indent}{_STEP}{line}" for line in _prose(value))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _as_item(list(_nested(model, item, guide, indent + 2 * _STEP, is_first=is_first and index == 0)), indent + _STEP)
    elif set(value) <= set(model.model_fields):
        yield from _nested(model, value, guide, indent + _STEP, is_first=is_first)
    else:
        for index, (key, item) in enumerate(value.items()):
            yield f"{indent}{_STEP}{key}:"
            yield from _nested(model, item, guide, indent + 2 * _STEP, is_first=is_first and index == 0)


def _is_prose(value: Any) -> bool:
    """Whether a value is a list of sentences, or sentences under names: those stand better on lines of their own."""
    return isinstance(value, list | dict) and any(" " in str(item) for item in (value.values() if isinstance(value, dict) else value))


def _prose(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{name}: {flow(item)}" for name, item in value.items())
    else:
        yield from (f"- {flow(item)}" for item in value)


def _nested(model: type[BaseModel], values: Mapping[str, Any], guide: Guide, indent: str, *, is_first: bool) -> Iterator[str]:
    """One form inside another; only the first of several is explained."""
    given, others = _parted(model, values, frozenset())
    yield from _filled(given, values, guide, indent, is_first=is_first)
    if is_first:
        yield from _unfilled(others, guide, indent)


def _as_item(lines: list[str], indent: str) -> Iterator[str]:
    """The lines of a form as an item of a list: a dash before its first field."""
    first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    for index, line in enumerate(lines):
        yield f"{indent}{'- ' if index == first else ''}{line.lstrip()}" if index <= first else line
