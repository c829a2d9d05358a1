"""Words are tied to facts by identifiers: words for an unknown gesture, and gestures without words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

from pydantic import BaseModel

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.kinds.record import Words
from tremplin.model.record import Record
from tremplin.model.source import RecordSource
from tremplin.validate.faults import suggestion

_COMPARED = 100
"""Identifiers among which the one that was meant is looked for. No record that is meant well has more, and each comparison takes its time."""


@cache
def worded_fields(words: type[Words]) -> tuple[str, ...]:
    """The fields whose words stand under the identifiers of the facts of the same name."""
    return tuple(name for name, info in words.model_fields.items() if info.default_factory is dict)


def unknown_identifiers(source: RecordSource, record: Record, language: str) -> Iterator[Diagnostic]:
    """Words for something that the facts do not know."""
    front = source.words[language].front
    for field in worded_fields(record.kind.words):
        known = _identified(record.facts.__dict__.get(field))
        for name, value in (front.data.get(field) or {}).items():
            if name not in known:
                yield _unknown(front.place((field, name)), field, name, known)
                continue
            inner = _identified(known[name].__dict__.get("criteria"))
            for criterion in (value.get("criteria") or {}) if isinstance(value, Mapping) else ():
                if criterion not in inner:
                    yield _unknown(front.place((field, name, "criteria", criterion)), "criteria", criterion, inner)


def without_words(source: RecordSource, record: Record) -> Iterator[Diagnostic]:
    """Things in the facts that the original does not describe."""
    original, front = record.original, source.words[record.facts.original].front
    described = {".".join(key.split(".")[:2]) for key in original.texts}
    for field in worded_fields(record.kind.words):
        for name, item in _identified(record.facts.__dict__.get(field)).items():
            if f"{field}.{name}" not in described:
                yield _wordless(front.place((field,)), f"{field}.{name}")
                continue
            for criterion in _identified(item.__dict__.get("criteria")):
                if f"{field}.{name}.criteria.{criterion}" not in original.texts:
                    yield _wordless(front.place((field, name, "criteria")), f"{field}.{name}.criteria.{criterion}")


def _identified(items: object) -> Mapping[str, BaseModel]:
    return {item.id: item for item in items} if isinstance(items, tuple) else {}


def _unknown(place: Location, field: str, name: str, known: Mapping[str, object]) -> Diagnostic:
    return Diagnostic("unknown-words", place, message("record.yml knows no `{name}` under `{field}`", name=name, field=field), suggestion(name, islice(known, _COMPARED)))


def _wordless(place: Location, key: str) -> Diagnostic:
    return Diagnostic(
        "missing-words", place, message("nothing is said here about `{key}` of record.yml", key=key), message("add its words below `{field}:`", field=key.partition(".")[0]),
    )
