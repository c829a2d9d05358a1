"""How a field of a record is declared: its label, its help, an example, and how much it is needed.

From these declarations come validation, the JSON Schemas that editors complete from, and the guided examples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from tremplin.model.scalars import RecordPath, Slug
from tremplin.model.source import Path

Found = TypeVar("Found")

WRONG = object()
"""Stands, where a rule asks for it, in the place of a value that is there and wrong, which is told already."""


class WrongValue(Exception):
    """Somebody has asked a form for a value that is wrong there, and was told as such: what rests on it cannot be judged."""


def judged(found: Iterable[Found]) -> Iterator[Found]:
    """What is found, up to where a wrong value is met."""
    try:
        yield from found
    except WrongValue:
        return


class Model(BaseModel):
    """A frozen value read from YAML: unknown keys are faults. What reads the YAML has trimmed its texts: here, each would be copied."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, regex_engine="python-re")

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a field, or `default` in a model without such a field, which `getattr` would look for in all that pydantic knows. Raises WrongValue for a gap."""
        values = self.__dict__
        if name in values:
            return values[name]
        return getattr(self, name) if name in type(self).model_fields else default

    def unless_wrong(self, name: str, default: Any = None) -> Any:
        """The value of a field, or `default` where it is a gap and in a model without such a field."""
        return self.__dict__.get(name, default)

    @property
    def has_gaps(self) -> bool:
        """Whether a field was left out because of its wrong value. Forms within this one are not looked at."""
        return len(self.__dict__) < len(self.__pydantic_fields__)  # Asked of every form of every record; `model_fields` would take five times as long.

    if not TYPE_CHECKING:  # A type checker would take every name for that of a field.

        def __getattr__(self, name: str) -> Any:
            """A field that is not there was left out because of its wrong value (`validate.mended`)."""
            if name in type(self).model_fields:
                raise WrongValue(name)
            return super().__getattr__(name)


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field that names a record, a partner, a project, a term or a theme. No kind means any record."""

    kind: str = ""


AnyRecord = Annotated[RecordPath, RefersTo()]
PartnerId = Annotated[Slug, RefersTo("partner")]
ProjectId = Annotated[Slug, RefersTo("project")]
ThemeId = Annotated[Slug, RefersTo("theme")]
ModuleId = Annotated[Slug, RefersTo("module")]
EventId = Annotated[Slug, RefersTo("event")]
SkillId = Annotated[Slug, RefersTo("skill")]
TermId = Annotated[Slug, RefersTo("term")]


def noop(text: str) -> str:
    """Marks a text for translation; it is translated where it is shown."""
    return text


def required(label: str, help: str, example: object, **limits: Any) -> Any:
    """A field without which the value means nothing."""
    return Field(..., title=label, description=help, examples=[example], **limits)


def expected(label: str, help: str, example: object, *, default: object = None, is_excusable: bool = True, **limits: Any) -> Any:
    """A field that a fully documented record has; one that is documented in part may leave it out, unless nothing excuses that."""
    marks: dict[str, Any] = {"x-expected": True} if is_excusable else {"x-expected": True, "x-excusable": False}
    return Field(default, title=label, description=help, examples=[example], json_schema_extra=marks, **limits)


def optional(label: str, help: str, example: object, *, default: object = None, **limits: Any) -> Any:
    """A field that may be left out."""
    return Field(default, title=label, description=help, examples=[example], **limits)


def mapping(label: str, help: str, example: object, **limits: Any) -> Any:
    """A field that maps identifiers or languages to values, and may be left out."""
    return Field(default_factory=dict, title=label, description=help, examples=[example], **limits)


EXCUSED = ("partial", "announced")
"""Values of `documented` for which a record may leave out what no source tells."""


def expected_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of the fields declared with `expected`, in order."""
    return tuple(
        name for name, info in model.model_fields.items()
        if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("x-expected")
    )


def is_excusable(model: type[BaseModel], name: str) -> bool:
    """Whether a record that is documented in part may leave out this expected field."""
    extra = model.model_fields[name].json_schema_extra
    return isinstance(extra, dict) and extra.get("x-excusable", True) is True


def as_typed(example: object) -> Any:
    """An example as YAML's reader would give it to us: every scalar is text."""
    if isinstance(example, Mapping):
        return {name: as_typed(value) for name, value in example.items()}
    if isinstance(example, list | tuple):
        return [as_typed(value) for value in example]
    return str(example).lower() if isinstance(example, bool) else str(example)


def model_in(annotation: object) -> type[BaseModel] | None:
    """The form inside an annotation such as `tuple[Gesture, ...]` or `Place | None`."""
    parts = get_args(annotation)
    if not parts:
        return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
    return next((model for part in parts if (model := model_in(part))), None)


def field_at(model: type[BaseModel], path: Path) -> tuple[Path, FieldInfo] | None:
    """The innermost field on the way to a value, and the way to it; None when the way leads to the form as a whole.

    What a mapping holds stands under identifiers and languages: they are no fields, even where they are called like one.
    """
    here: type[BaseModel] | None = model
    found, is_identifier = None, False
    for length, step in enumerate(path, 1):
        info = None if here is None or is_identifier else here.model_fields.get(str(step))
        is_identifier = info is not None and get_origin(info.annotation) is Mapping
        if info is not None:
            here, found = model_in(info.annotation), (path[:length], info)
    return found
