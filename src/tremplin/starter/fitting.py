"""Examples that fit a new base: they name what is in it, or what its other examples would add, and speak its language."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from tremplin.model.fields import RefersTo
from tremplin.model.kinds.record import Kind
from tremplin.starter.commented import first_example
from tremplin.starter.example import ENTRIES, MODULE_ID, PRACTICE_ID, SOURCE_ID

Example = Callable[[str, FieldInfo], Any]
_NAMES: Mapping[str, str] = {**{kind: name for kind, (name, _) in ENTRIES.items() if kind != "term"}, "module": MODULE_ID}
"""For each kind that a field may refer to, what the new base has of it. A term names other terms, and there is one."""


def of_facts(kind: Kind) -> Example:
    """Examples for the facts of the example of a kind."""
    other = f"microtrainings/{MODULE_ID}" if kind.name == "practice" else f"good_practices/{PRACTICE_ID}"
    own = {
        "source": SOURCE_ID, "sources": [{"id": SOURCE_ID, "title": "Evaluation of JobPath"}], "cost": {"amount": 11300, "currency": "EUR", "source": SOURCE_ID},
        "supports": [kind.sections[0].id], "gesture": "prepare",
    }
    return lambda name, info: own[name] if name in own else _named(info, {**_NAMES, "": other})


def of_words(language: str) -> Example:
    """Examples for words in a language: ours are English, and help nobody in another."""
    return first_example if language == "en" else lambda name, info: None


def of_entries(language: str) -> Example:
    """Examples for the entries of a list in a base of one language."""

    def example(name: str, info: FieldInfo) -> Any:
        found = _named(info, _NAMES)
        return found if _languages(found) <= {language} else None

    return example


def _named(info: FieldInfo, names: Mapping[str, str]) -> Any:
    """The example of a field; one that refers to something names what the new base has, if it has any."""
    example = (info.examples or [None])[0]
    name = next((names[mark.kind] for mark in _marks(info) if mark.kind in names), None)
    if name is None:
        return example
    return [name] if isinstance(example, list) else name


def _languages(example: Any) -> set[str]:
    """The languages that an example is written in: the keys of two letters."""
    if isinstance(example, dict):
        return {key for key in example if len(key) == len("en")}.union(*(_languages(value) for value in example.values()))
    return set().union(*(_languages(item) for item in example)) if isinstance(example, list) else set()


def _marks(info: FieldInfo) -> Iterator[RefersTo]:
    """What the field refers to, wherever in its type that is said."""
    waiting: list[object] = [*info.metadata, info.annotation]
    while waiting:
        one = waiting.pop()
        if isinstance(one, RefersTo):
            yield one
        waiting += [*typing.get_args(one), *getattr(one, "__metadata__", ())]
