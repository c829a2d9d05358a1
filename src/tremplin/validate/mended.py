"""A form with slips of the pen, judged as if they were mended: one of them hides no other fault."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tremplin.diagnostics import MOST
from tremplin.model.source import Path
from tremplin.validate.faults import fields_at

Form = TypeVar("Form", bound=BaseModel)


_GOVERNING = frozenset({"documented", "source", "translation"})
"""Fields without which something else would seem to be missing."""


def mended(error: ValidationError, data: Mapping[str, Any], model: type[Form]) -> Form | None:
    """What `data` says without its unknown fields and without wrong values that may be left out, for the stages that follow; None when something else is wrong, too.

    A field whose name is nearly right counts under the name that was meant: else all that refers to it would seem to be wrong.
    """
    if error.error_count() > MOST:
        return None
    faults = error.errors(include_url=False, include_context=False, include_input=False)
    unknown = [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"]
    wrong = {name for fault in faults if fault["type"] != "extra_forbidden" for name in fault["loc"][:1] if _may_be_left_out(model, name, data)}
    if not unknown and not wrong:
        return None
    left = {name: value for name, value in data.items() if name not in wrong}
    renamed = _valid(_without(left, unknown, model, is_renamed=True), model)
    if renamed is not None or any(_meant(model, path) and isinstance(_value_at(data, path), list | Mapping) for path in unknown):
        return renamed  # Without a list that is meant as another, the words for its entries would seem to be wrong.
    return _valid(_without(left, unknown, model, is_renamed=False), model)


def _may_be_left_out(model: type[BaseModel], name: object, data: Mapping[str, Any]) -> bool:
    """Whether nothing else of a form refers to a field: it holds one value, which it need not hold."""
    info = model.model_fields.get(str(name))
    return info is not None and not info.is_required() and isinstance(data.get(str(name)), str) and name not in _GOVERNING


def _valid(data: Mapping[str, Any], model: type[Form]) -> Form | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _without(data: Mapping[str, Any], unknown: list[Path], model: type[BaseModel], *, is_renamed: bool) -> Mapping[str, Any]:
    made = deepcopy(dict(data))
    for path in unknown:
        parent = _value_at(made, path[:-1])
        value, meant = parent.pop(path[-1]), _meant(model, path) if is_renamed else ""
        if meant:
            parent.setdefault(meant, value)
    return made


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _meant(model: type[BaseModel], path: Path) -> str:
    """The field whose name an unknown one nearly has; empty when there is none."""
    close = difflib.get_close_matches(str(path[-1]), fields_at(model, path[:-1]), 1, 0.6)
    return close[0] if close else ""
