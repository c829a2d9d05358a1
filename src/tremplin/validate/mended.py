"""A form with slips of the pen and wrong values, for the stages that follow: one fault hides no other.

A field whose name is nearly right counts under the name that was meant, one that nobody knows not at all. A wrong or missing value leaves a gap in the form:
whatever looks at it meets `WrongValue`, so that nothing is said of what rests on it. In a list of texts, a wrong one leaves None among the others.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from tremplin.diagnostics import MOST
from tremplin.model.fields import as_typed, field_at, model_in
from tremplin.model.source import Path
from tremplin.validate.faults import fields_at

Form = TypeVar("Form", bound=BaseModel)

_ROUNDS = 3
"""What stands under a misspelt name may be wrong, too, and is seen once the name is right."""


def mended(error: ValidationError, data: Any, model: type[Form]) -> Form | None:
    """What `data` says as far as it is right; None when it has too many faults, or no form at all."""
    if error.error_count() > MOST or not isinstance(data, Mapping):
        return None
    made = deepcopy(dict(data))
    gaps: set[Path] = set()
    for _ in range(_ROUNDS):
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        _with_right_names(made, [fault["loc"] for fault in faults if fault["type"] == "extra_forbidden"], model)
        wrong = [fault for fault in faults if fault["type"] != "extra_forbidden"]
        gaps |= _without_wrong_values(made, [fault["loc"] for fault in wrong if fault["type"] != "missing" or not _is_there(made, fault["loc"])], model)
        try:
            form = model.model_validate(made)
        except ValidationError as others:
            error = others
        else:
            for path in _outermost(gaps):
                _leave_out(form, path)
            return form
    return None


def _with_right_names(made: dict[str, Any], unknown: Iterable[Path], model: type[BaseModel]) -> None:
    for path in unknown:
        parent = _value_at(made, path[:-1])
        value = parent.pop(path[-1])
        close = difflib.get_close_matches(str(path[-1]), fields_at(model, path[:-1]), 1, 0.6)
        if close:
            parent.setdefault(close[0], value)


def _without_wrong_values(made: dict[str, Any], wrong: Iterable[Path], model: type[BaseModel]) -> set[Path]:
    """Put the example of its field in the place of every wrong value, and of each wrong text in a list that has right ones, too; tells where."""
    fields = {path: found for path in wrong if (found := field_at(model, path)) is not None}
    items = {path for path, (field, info) in fields.items() if _is_text_in_a_list(made, path, field, info)}
    mixed = {field for field in {fields[path][0] for path in items} if any((*field, index) not in items for index in range(len(_value_at(made, field))))}
    gaps: dict[Path, Any] = {}
    for path, (field, info) in fields.items():
        example = (info.examples or [None])[0]
        gaps |= {path: example[0]} if path in items and field in mixed else {field: example}
    outer = _outermost(gaps)
    for path in outer:
        _value_at(made, path[:-1])[path[-1]] = as_typed(gaps[path])
    return outer


def _outermost(paths: Collection[Path]) -> set[Path]:
    """The paths that lead into none of the others."""
    return {path for path in paths if not any(path[:length] in paths for length in range(len(path)))}


def _is_text_in_a_list(made: Any, path: Path, field: Path, info: FieldInfo) -> bool:
    return len(path) == len(field) + 1 and model_in(info.annotation) is None and isinstance(_value_at(made, field), list)


def _is_there(made: Any, path: Path) -> bool:
    """Whether a field that was missing has come to light under a misspelt name."""
    return path[-1] in _value_at(made, path[:-1])


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _leave_out(form: BaseModel, path: Path) -> None:
    """Take a value out of a form. A list keeps its length, so that its other texts still stand where they do: None is in the place of the wrong one."""
    here: Any = form
    *outer, name = path
    for step in outer[:-1] if isinstance(name, int) else outer:
        here = vars(here)[str(step)] if isinstance(here, BaseModel) else here[step]
    if isinstance(name, int):
        field = str(outer[-1])
        texts = vars(here)[field]
        vars(here)[field] = (*texts[:name], None, *texts[name + 1 :])
    else:
        del vars(here)[name]
