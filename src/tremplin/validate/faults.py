"""What pydantic found, said to a person: with a place, and with what to type."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tremplin.diagnostics import MOST, Diagnostic, Location, Message, message
from tremplin.model.fields import field_at, model_in
from tremplin.model.invisible import INVISIBLE, IS_HERE, TYPE_AGAIN
from tremplin.model.kinds import BY_FOLDER, LISTS
from tremplin.model.source import Document, Path

_LIKE_A_LIST = re.compile(f"-{INVISIBLE.pattern}")
_FOLDERS = frozenset({*BY_FOLDER, *(kind.folder for kind in LISTS)})
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_VALUE_FAULTS: Mapping[str, tuple[Message, Message]] = {
    "not-a-duration": (message("`{value}` is not a duration"), message("write `1h30`, `7h` or `45 min`")),
    "not-a-date": (message("`{value}` is not a date of the calendar"), message("write `2023-10-19`, `2023-10` or `2023`")),
    "not-a-count": (message("`{value}` is not a number of people"), message("write a whole number, or `<5` for fewer than five")),
    "not-a-moment": (message("`{value}` is not a moment of a film"), message('write minutes and seconds in quotes: `"0:03"`')),
    "not-a-number": (message("`{value}` is not a number"), message("write digits with a point for decimals: `58.98`")),
    "not-true-or-false": (message("`{value}` is neither `true` nor `false`"), message("write `true` or `false`")),
    "not-an-address": (message("`{value}` is not a web address"), message("write it in full: `https://example.org/page`")),
    "not-an-id": (message("`{value}` is not an identifier"), message("use small letters, digits and hyphens: `hand-hygiene`")),
    "not-a-country": (message("`{value}` is not the code of a country"), message("write the two capital letters of ISO 3166-1: `BE`, `GB` (not `UK`), `GR` (not `EL`)")),
    "not-a-language": (message("`{value}` is not a language tag"), message("write a BCP 47 tag: `fr`, `pt-BR`")),
}
"""Codes that our own value types raise: what is wrong, and what to type. A rule of the same name explains each."""

_EXPECTED: Mapping[str, Message] = {
    "tuple_type": message("a list is expected here: lines that begin with `- `, or `[a, b]`"),
    "mapping_type": message("`name: value` lines are expected here"),
    "model_type": message("`name: value` lines are expected here"),
    "dict_type": message("`name: value` lines are expected here"),
    "string_type": message("a text is expected here"),
    "int_parsing": message("a whole number is expected here"),
    "int_type": message("a whole number is expected here"),
    "int_from_float": message("a whole number is expected here"),
}


def faults_of(error: ValidationError, document: Document, model: type[BaseModel], at: Path = ()) -> list[Diagnostic]:
    """One diagnostic for each finding of pydantic in what stands below `at` in `document`."""
    return [_fault(details, document, model, at) for details in error.errors(include_url=False)[:MOST]]


def _fault(details: ErrorDetails, document: Document, model: type[BaseModel], at: Path) -> Diagnostic:  # noqa: PLR0911  one answer for each kind of finding
    path: Path = tuple(step for step in details["loc"] if step != "[key]")
    kind, field, is_of_the_name = details["type"], _field_name((*at, *path)), details["type"] == "extra_forbidden" or "[key]" in details["loc"]
    place = document.key_place((*at, *path)) if is_of_the_name else document.place((*at, *path))
    if kind == "extra_forbidden":
        return Diagnostic("unknown-field", place, message("unknown field `{field}`", field=field), suggestion(field, fields_at(model, path[:-1])))
    if kind == "missing":
        return Diagnostic("missing-field", place, message("`{field}` is missing", field=field), message("add a line `{field}: …`", field=field))
    if details["input"] is None:
        return Diagnostic("missing-field", place, message("`{field}` is empty", field=field), message("write a value, or delete the line"))
    if _is_unseen(kind, details["input"]):
        return Diagnostic(kind if kind in _VALUE_FAULTS else "wrong-type" if kind in _EXPECTED else "unknown-value", place, IS_HERE, TYPE_AGAIN)
    if kind in _EXPECTED or (isinstance(details["input"], list | Mapping) and kind in {*_VALUE_FAULTS, "literal_error"}):
        return Diagnostic("wrong-type", place, message("`{field}` holds something of another kind", field=field), _EXPECTED.get(kind, _EXPECTED["string_type"]))
    if kind in _VALUE_FAULTS:
        text, hint = _VALUE_FAULTS[kind]
        return Diagnostic(kind, place, Message(text.template, (("value", _shown(details["input"])),)), (_last_part(details["input"]) if kind == "not-an-id" else None) or hint)
    if kind == "literal_error":
        allowed = [choice.strip("' ") for choice in details["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return Diagnostic(
            "unknown-value", place, message("`{value}` is not a value of `{field}`", value=_shown(details["input"]), field=field), suggestion(str(details["input"]), allowed),
        )
    return Diagnostic("unknown-value", place, *_other(kind, field, details, example_at(model, path)))


def _is_unseen(kind: str, value: object) -> bool:
    """Whether a value that allows no prose has characters that nobody sees: shown in a message, it would look right."""
    has_form = kind in _VALUE_FAULTS or kind in {"literal_error", "string_pattern_mismatch", "int_parsing"}
    return isinstance(value, str) and bool(INVISIBLE.search(value) if has_form else _LIKE_A_LIST.match(value))


def identifier_faults(name: str, place: Location) -> list[Diagnostic]:
    """What is wrong with a name that becomes part of an address, if anything."""
    if INVISIBLE.search(name):
        return [Diagnostic("not-an-id", place, IS_HERE, TYPE_AGAIN)]
    return [] if _ID.fullmatch(name) else [Diagnostic(
        "not-an-id", place, Message(_VALUE_FAULTS["not-an-id"][0].template, (("value", _shown(name)),)), _VALUE_FAULTS["not-an-id"][1],
    )]


def _last_part(value: object) -> Message | None:
    """The identifier to write in place of a folder and an identifier; other fields want both."""
    folder, separator, name = str(value).partition("/")
    return message("write `{path}`", path=name) if separator and folder in _FOLDERS and _ID.fullmatch(name) else None


def _field_name(path: Path) -> str:
    """The field that holds the value: an item of a list has no name of its own."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def example_at(model: type[BaseModel], path: Path) -> str:
    """How the field at `path` may be written, as YAML: `country: BE`; empty for a field that declares no example."""
    found = field_at(model, path)
    return f"{found[0][-1]}: {written_out(found[1].examples[0])}" if found and found[1].examples else ""


def written_out(value: object) -> str:
    """A value of Python as somebody would type it into YAML, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {written_out(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written_out, value)) + "]"
    return str(value)


def _as_example(example: str) -> Message:
    return message("write it like this: `{example}`", example=example) if example else message("delete this value, or write another")


def _other(kind: str, field: str, details: ErrorDetails, example: str) -> tuple[Message, Message]:
    limits = details.get("ctx") or {}
    if kind == "string_pattern_mismatch":
        return message(
            "`{value}` does not have the form of `{field}`", value=_shown(details["input"]), field=field,
        ), _as_example(example)
    if kind == "string_too_long":
        return message("`{field}` is too long", field=field), message("at most {limit} characters", limit=limits["max_length"])
    if kind == "string_too_short":
        return message("`{field}` is empty", field=field), message("write a text, or delete the line")
    if kind == "too_long":
        return message("`{field}` has too many items", field=field), message("at most {limit} items", limit=limits["max_length"])
    if "ge" in limits or "le" in limits:
        text = message("`{value}` is out of range for `{field}`", value=_shown(details["input"]), field=field)
        return text, message("at least {limit}", limit=limits["ge"]) if "ge" in limits else message("at most {limit}", limit=limits["le"])
    return message(
        "`{value}` does not fit `{field}`", value=_shown(details["input"]), field=field,
    ), _as_example(example)


def suggestion(wrong: str, known: Iterable[str]) -> Message:
    """What was probably meant, or all that is possible."""
    names = sorted(known)
    close = difflib.get_close_matches(wrong, names, 1, 0.6)
    if close:
        return message("did you mean `{name}`?", name=close[0])
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return message("possible here: {names}", names=shown or "–")


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def fields_at(model: type[BaseModel], path: Path) -> Iterable[str]:
    """The names of the fields that may stand below `path`."""
    found = field_at(model, path)
    form = model_in(found[1].annotation) if found else model
    return form.model_fields if form else ()
