"""Files as they were read: plain values, and the place of every value and heading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from tremplin.diagnostics import Diagnostic, Location

Path = tuple[str | int, ...]
"""The way to a value: keys and list positions."""


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML mapping: its plain values (all scalars are text, without blanks around it) and where they stand."""

    path: str
    data: Mapping[str, Any]
    nodes: Callable[[], yaml.Node | None] = lambda: None
    """What YAML's reader makes of it, which tells where everything stands. Few documents are asked for a place."""
    first_line: int = 1
    """The line of the file at which the YAML begins: 2 in a front matter."""
    starts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """How many lines below the first, and in which column, the values of some fields stand, which are known without asking YAML's reader."""

    def place(self, path: Path = ()) -> Location:
        """Where the value at `path` begins.

        A group of lines begins at the name above it, a value that was left empty at its name, and one that is missing where its nearest parent does.
        """
        if len(path) == 1 and path[0] in self.starts:
            line, column = self.starts[str(path[0])]
            return Location(self.path, self.first_line + line, column)
        key, value, is_there = self._found(path)
        return self._at(value.start_mark if value is not None and is_there and _is_on_the_line(value) else key)

    def key_place(self, path: Path) -> Location:
        """Where the name stands under which the value at `path` does."""
        return self._at(self._found(path)[0])

    def node(self, path: Path) -> yaml.Node | None:
        """What YAML's reader makes of the value at `path`; None when it is missing."""
        _, value, is_there = self._found(path)
        return value if is_there else None

    def _found(self, path: Path) -> tuple[yaml.Mark | None, yaml.Node | None, bool]:
        """Where the key of the value at `path` begins, and the value; of its nearest parent when it is missing, which the last tells."""
        mark, node = None, self.nodes() if path else None
        for step in path:
            found = _child(node, step)
            if found is None:
                return mark, node, False
            mark, node = found
        return mark, node, True

    def _at(self, mark: yaml.Mark | None) -> Location:
        return Location(self.path, self.first_line, 1) if mark is None else Location(self.path, mark.line + self.first_line, mark.column + 1)


def _is_on_the_line(value: yaml.Node) -> bool:
    """Whether a value begins behind its name, and not on the lines below it or nowhere."""
    return bool(value.flow_style) if isinstance(value, yaml.CollectionNode) else value.start_mark.index < value.end_mark.index


_FEW = 50
"""Keys among which looking at each is quicker than making a table of them."""


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        name = str(step)
        if len(node.value) > _FEW:
            return _children(node).get(name)
        for key, value in node.value:
            if key.value == name:
                return key.start_mark, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    return None


@lru_cache(maxsize=32)
def _children(node: yaml.MappingNode) -> Mapping[str, tuple[yaml.Mark, yaml.Node]]:
    """What stands under each key, the first where one stands twice. A file with thousands of faults asks for as many places in one mapping."""
    return {key.value: (key.start_mark, value) for key, value in reversed(node.value) if isinstance(key, yaml.ScalarNode)}


class RawSection(NamedTuple):
    """A part of a Markdown file below one heading of level 2; the part before the first has no heading."""

    heading: str
    line: int
    text: str
    text_line: int


class WordsSource(NamedTuple):
    """One `<language>.md`."""

    language: str
    front: Document
    sections: tuple[RawSection, ...]


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file beside the words of a record."""

    size: int
    is_unusable: bool = False
    """Whether it cannot be published: a link that leads out of the base or to nothing, a pipe."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with what it holds, which matters once it is published."""


@dataclass(frozen=True, slots=True)
class RecordSource:
    """One record's folder."""

    kind: str
    id: str
    folder: str
    facts: Document | None
    words: Mapping[str, WordsSource]
    media: Mapping[str, MediaFile]
    """Paths relative to the folder."""
    unread: frozenset[str] = frozenset()
    """Languages whose file is there but could not be read."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class ListSource:
    """One of the files that hold many entries: glossary, partners, projects, vocabulary."""

    kind: str
    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockSource:
    """A live list of records (`/// records`) in a hand-written page."""

    page: str
    location: Location
    options: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)
    """Where each option stands."""
    last_line: int = 0
    """The line that closes it."""


_DIGITS = 4
"""As many as the limit of a list may have."""


def limit_of(value: str) -> int:
    """How many records a live list shows at most; 0 for a text that is no number, or none that makes sense."""
    is_number = value.isascii() and value.isdecimal() and len(value) <= _DIGITS
    return int(value) if is_number else 0
