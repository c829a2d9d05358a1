"""The values that a record's facts are made of: durations, dates, counts, codes and addresses.

YAML scalars reach these types as text; each type says what it accepts and how it is written in JSON Schema.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from tremplin.model.countries import COUNTRIES

_DURATION = re.compile(r"^(?:(?P<h>\d{1,3})\s*h(?:\s*(?P<m>\d{1,2})(?:\s*min)?)?|(?P<min>\d{1,4})\s*min)$", re.IGNORECASE | re.ASCII)
_ISO_DURATION = re.compile(r"^PT(?=\d)(?:(?P<h>\d{1,3})H)?(?:(?P<m>\d{1,4})M)?$", re.ASCII)
_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$", re.ASCII)
_MOMENT = re.compile(r"^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$", re.ASCII)
_MOST = 10**9
"""No number of people, sessions or records is larger; what writes numbers out for readers cannot bear thousands of digits."""
_LARGEST = 1e15
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _Text:
    """A value that is written as one YAML scalar and checked by its own `parse`."""

    json_schema: ClassVar[dict[str, Any]]

    @classmethod
    def parse(cls, text: str) -> Any:
        """The value that `text` stands for; raises PydanticCustomError where it stands for none."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        parsed = lru_cache(maxsize=1024)(cls.parse)  # The same dates and durations stand in many records.
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else parsed(str(value)),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(cls.json_schema)


@dataclass(frozen=True, slots=True, order=True)
class Duration(_Text):
    """A length of time in whole minutes, written `1h30`, `7h`, `45 min` or as ISO 8601 (`PT1H30M`)."""

    minutes: int
    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^(\d{1,3}\s*h(\s*\d{1,2}(\s*min)?)?|\d{1,4}\s*min|PT(\d{1,3}H)?(\d{1,4}M)?)$"}
    TOO_LONG: ClassVar[int] = 1000 * 60
    """In minutes: from here on, hours have more digits than are read."""

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read a duration; raises `not-a-duration`."""
        found = _DURATION.match(text.strip()) or _ISO_DURATION.match(text.strip())
        if not found:
            raise PydanticCustomError("not-a-duration", "not-a-duration")
        parts = found.groupdict(default="0")
        minutes = int(parts["h"]) * 60 + int(parts["m"]) + int(parts.get("min", "0"))
        if not 0 < minutes < cls.TOO_LONG:
            raise PydanticCustomError("not-a-duration", "not-a-duration")
        return cls(minutes)

    @property
    def iso(self) -> str:
        """ISO 8601, as schema.org and ELM want it: `PT1H30M`."""
        hours, minutes = divmod(self.minutes, 60)
        return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")

    def __str__(self) -> str:
        hours, minutes = divmod(self.minutes, 60)
        return f"{hours}h{minutes:02}" if hours and minutes else f"{hours}h" if hours else f"{minutes} min"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate(_Text):
    """A day, a month or a year, as far as it is known: `2023-10-19`, `2023-10` or `2023` (ISO 8601)."""

    year: int
    month: int | None = None
    day: int | None = None
    json_schema: ClassVar[dict[str, Any]] = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date; raises `not-a-date`, also for a day that no calendar has."""
        found = _DATE.match(text.strip())
        parts = [int(part) for part in found.groups() if part] if found else []
        if not parts or not _is_on_calendar(parts):
            raise PydanticCustomError("not-a-date", "not-a-date")
        return cls(*parts)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """A date that is less exact comes before the days it may stand for."""
        return (self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def _is_on_calendar(parts: list[int]) -> bool:
    year, month, day = [*parts, 1, 1][:3] if len(parts) < 3 else parts
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= month <= 12 and 1 <= day <= _MONTH_DAYS[month - 1] and (leap or (month, day) != (2, 29)) and year > 0


@dataclass(frozen=True, slots=True)
class Count(_Text):
    """A number of people. Counts from 1 to 4 are never shown, so that nobody can be recognised; `<5` says so."""

    number: int | None
    json_schema: ClassVar[dict[str, Any]] = {"anyOf": [{"type": "integer", "minimum": 0}, {"const": "<5"}]}
    SMALLEST_SHOWN = 5

    @classmethod
    def parse(cls, text: str) -> Count:
        """Read a count; raises `not-a-count`."""
        plain = text.strip().replace(" ", "")
        if plain == "<5":
            return cls(None)
        if not plain.isascii() or not plain.isdigit() or len(plain) > len(str(_MOST)):
            raise PydanticCustomError("not-a-count", "not-a-count")
        return cls(int(plain))

    @property
    def is_suppressed(self) -> bool:
        """Whether the number is too small to be published."""
        return self.number is None or 0 < self.number < self.SMALLEST_SHOWN

    def __str__(self) -> str:
        return "<5" if self.is_suppressed else str(self.number)


@dataclass(frozen=True, slots=True, order=True)
class Moment(_Text):
    """A moment of a film in seconds from its start, written `0:03` or `1:02:03`."""

    seconds: int
    json_schema: ClassVar[dict[str, Any]] = {"type": "string", "pattern": r"^(\d{1,2}:)?\d{1,2}:\d{2}$"}

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read a moment; raises `not-a-moment`."""
        found = _MOMENT.match(text.strip())
        if not found or int(found[3]) > 59 or (found[1] and int(found[2]) > 59):
            raise PydanticCustomError("not-a-moment", "not-a-moment")
        return cls(int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]))

    def __str__(self) -> str:
        minutes, seconds = divmod(self.seconds, 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}"


def _address(text: Any) -> str:
    scheme, separator, _ = str(text).partition("://")
    if scheme.lower() not in {"http", "https"} or not separator or "." not in _host(str(text)).strip(".") or str(text).split() != [str(text)]:
        raise PydanticCustomError("not-an-address", "not-an-address")
    return str(text)


def _host(address: str) -> str:
    """Where an address leads; nothing when its brackets or its port are wrong."""
    try:
        parts = urlsplit(address)
        is_open = parts.port is None or parts.port > 0
    except ValueError:
        return ""
    return (parts.hostname or "") if is_open else ""


def _true_or_false(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if str(value) not in {"true", "false"}:
        raise PydanticCustomError("not-true-or-false", "not-true-or-false")
    return str(value) == "true"


def _number(value: Any) -> float:
    text = str(value).replace(" ", "")
    try:
        number = float(text) if text.isascii() and "_" not in text else math.nan
    except ValueError:
        number = math.nan
    if not abs(number) < _LARGEST:  # Nor is it, when it is no number at all.
        raise PydanticCustomError("not-a-number", "not-a-number")
    return number


def _country(value: Any) -> str:
    if str(value).strip() not in COUNTRIES:
        raise PydanticCustomError("not-a-country", "not-a-country")
    return str(value).strip()


@dataclass(frozen=True, slots=True)
class _Form:
    """A text of one form. There are hundreds in a record, and pydantic looks at them five times as quickly by itself as through a function of ours."""

    code: str
    """What a text of another form raises."""
    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        form = core_schema.str_schema(pattern=self.pattern, regex_engine="rust-regex")
        return core_schema.custom_error_schema(form, custom_error_type=self.code, custom_error_message=self.code)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": self.pattern}


Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "format": "uri", "pattern": "^https?://"})]
"""A web address with a scheme and a host."""
_ESCO = r"^http://data\.europa\.eu/esco/{}/[0-9a-f-]{{36}}$"
EscoSkill = Annotated[Address, Field(pattern=_ESCO.format("skill"))]
EscoOccupation = Annotated[Address, Field(pattern=_ESCO.format("occupation"))]
Flag = Annotated[bool, BeforeValidator(_true_or_false)]
"""`true` or `false`, nothing else: `no` is Norwegian."""
Number = Annotated[float, BeforeValidator(_number)]
"""A number of at most fifteen digits with a decimal point; spaces between thousands are allowed."""
Whole = Annotated[int, Field(le=_MOST)]
"""A whole number of things that can be counted."""
Figure = Annotated[str, StringConstraints(pattern=r"^\d[\d ]*(\.\d+)?$"), WithJsonSchema({"type": ["string", "number"], "pattern": r"^\d[\d ]*(\.\d+)?$"})]
"""A number that some text tells, kept as it is written in YAML."""
Slug = Annotated[str, _Form("not-an-id", "^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An identifier: small letters, digits and hyphens."""
RecordPath = Annotated[str, StringConstraints(pattern=r"^[a-z_]+/[A-Za-z0-9][A-Za-z0-9-]*$")]
"""A record of any kind: its folder and its id, `good_practices/jobpath`."""
CountryCode = Annotated[str, BeforeValidator(_country), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})]
"""ISO 3166-1 alpha-2."""
LanguageCode = Annotated[str, _Form("not-a-language", "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
"""BCP 47, as far as we use it: `fr`, `pt-BR`."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
"""One paragraph of plain text: never markup."""
Spdx = Literal[
    "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-SA-3.0", "CC-BY-SA-2.0", "CC-BY-3.0", "CC0-1.0", "CC-PDDC", "MIT", "LicenseRef-public-domain", "LicenseRef-unknown",
]
"""Licences by their SPDX identifiers; `LicenseRef-public-domain` where nobody owns it, `LicenseRef-unknown` where the owner has not told."""
