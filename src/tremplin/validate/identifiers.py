"""Words are tied to facts by identifiers: words for an unknown gesture, and gestures without words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import Any

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.fields import WrongValue
from tremplin.model.kinds.record import Words
from tremplin.model.record import Record, Wording, group_of
from tremplin.model.source import Document
from tremplin.validate.faults import suggestion

_COMPARED = 100
"""Identifiers among which the one that was meant is looked for. No record that is meant well has more, and each comparison takes its time."""


@cache
def worded_fields(words: type[Words]) -> tuple[str, ...]:
    """The fields whose words stand under the identifiers of the facts of the same name."""
    return tuple(name for name, info in words.model_fields.items() if info.default_factory is dict)


Identifiers = Mapping[str, Mapping[str, Collection[str]]]
"""For each field whose words stand under identifiers: those that the facts know, and the criteria of each."""


def identifiers_in(record: Record) -> Identifiers:
    """What the words of a record may describe, as far as that is told without a fault."""
    found: dict[str, Mapping[str, Collection[str]]] = {}
    for field in worded_fields(record.kind.words):
        with suppress(WrongValue):
            found[field] = {item.id: dict.fromkeys(criterion.id for criterion in item.get("criteria", ())) for item in record.facts.get(field) or ()}
    return found


def unknown_identifiers(front: Document, known: Identifiers) -> Iterator[Diagnostic]:
    """Words for something that the facts do not know."""
    for field, identified in known.items():
        for name, value in (_below(front.data, field) or {}).items():
            if name not in identified:
                yield _unknown(front.key_place((field, name)), field, name, identified)
                continue
            inner = identified[name]
            for criterion in _below(value, "criteria") or ():
                if criterion not in inner:
                    yield _unknown(front.key_place((field, name, "criteria", criterion)), "criteria", criterion, inner)


def without_words(original: Wording, front: Document, known: Identifiers) -> Iterator[Diagnostic]:
    """Things in the facts that the original does not describe."""
    described = set(map(group_of, original.texts))
    for field, identified in known.items():
        written = _below(front.data, field) if field in front.data else {}
        if written is None:
            continue  # What stands there is wrong, which is told already.
        for name, criteria in identified.items():
            if f"{field}.{name}" not in described and name not in written:
                yield _wordless(front.place((field,)), f"{field}.{name}")
                continue
            wordless = [criterion for criterion in criteria if f"{field}.{name}.criteria.{criterion}" not in original.texts]
            seen = _below(written.get(name), "criteria") if wordless else None
            for criterion in wordless:
                if seen is not None and criterion not in seen:
                    yield _wordless(front.place((field, name, "criteria")), f"{field}.{name}.criteria.{criterion}")


def _below(values: Any, field: str) -> Mapping[str, Any] | None:
    """The lines that stand below a field as somebody has written them; None, if that is not lines or not a field."""
    found = values.get(field) if isinstance(values, dict) else None
    return found if isinstance(found, dict) else None


def _unknown(place: Location, field: str, name: str, known: Iterable[str]) -> Diagnostic:
    return Diagnostic("unknown-words", place, message("record.yml knows no `{name}` under `{field}`", name=name, field=field), suggestion(name, islice(known, _COMPARED)))


def _wordless(place: Location, key: str) -> Diagnostic:
    return Diagnostic(
        "missing-words", place, message("nothing is said here about `{key}` of record.yml", key=key), message("add its words below `{field}:`", field=key.partition(".")[0]),
    )
