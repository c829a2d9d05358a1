"""One finding about one place in one file, and the words that describe it in any language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

MOST = 1000
"""Findings of one sort in one file, record, list or menu. Nobody reads more, and what has more was not written for readers."""


class Severity(StrEnum):
    """How much a finding matters: an error fails `build` and `check`, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Location(NamedTuple):
    """A place in a file: a path relative to the base, line and column from 1, in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Message:
    """A sentence before translation: its English template (the gettext id) and the values that fill it, which may be sentences too."""

    template: str
    values: tuple[tuple[str, str | Message], ...] = ()

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language of `translate`, a gettext function."""
        return translate(self.template).format_map({name: value.text(translate) if isinstance(value, Message) else value for name, value in self.values})


def message(template: str, **values: object) -> Message:
    """A message whose `{name}` gaps are filled with `values`; the template is collected for translation, and messages among the values are translated with it."""
    return Message(template, tuple((name, value if isinstance(value, Message) else str(value)) for name, value in values.items()))


Said = tuple[Message, Message | None]
"""What is wrong, and what to do about it, where there is no place to show."""

ENDED_BY_THE_SYSTEM: tuple[Message, Message] = (
    message("the system has ended a part of the build, perhaps because the memory was full"), message("close other programs and build again; the site is as it was"),
)
"""What there is to say when a process of ours was killed."""


@dataclass(frozen=True)
class Diagnostic:
    """One finding. `code` names the rule that explains it; `hint` says what to type."""

    code: str
    location: Location
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR

    @property
    def is_fault(self) -> bool:
        """Whether the finding fails a build."""
        return self.severity is Severity.ERROR

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sorts findings by place, so that output never depends on the order of reading."""
        return (self.location, self.code, self.message.text())
