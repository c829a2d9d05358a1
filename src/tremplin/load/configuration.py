"""`mkdocs.yml` to a Document, with what it inherits, without starting MkDocs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tremplin.diagnostics import Diagnostic, Location, Message, message
from tremplin.load.document import dangers, duplicate_keys, keys_in
from tremplin.load.syntax import syntax_fault
from tremplin.load.text import read_text
from tremplin.model.source import Document
from tremplin.model.source import Path as Way

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LARGEST = 100_000
"""Values in a configuration once every alias is written out; ours has a few hundred."""
_DEEPEST = 100
"""Levels of nesting once every alias is written out."""


@dataclass
class _Reading:
    """What has been read of a configuration: its files, and everything that shapes it."""

    files: list[Path] = field(default_factory=list)
    shaping: list[str] = field(default_factory=list)
    """Texts of files and values of variables."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What mkdocs.yml says, together with what it inherits."""

    document: Document | None
    """None when it cannot be read."""
    faults: tuple[Diagnostic, ...]
    inherited: tuple[Path, ...]
    """The files from which it inherits, the nearest first."""
    digest: str
    """Changes whenever anything does that shapes it."""


def read_configuration(config_file: Path) -> Configuration:
    """The configuration with what it inherits, and what is wrong in it."""
    reading = _Reading()
    document, faults = _read(config_file, config_file.name, reading)
    return Configuration(document, tuple(faults), tuple(reading.files[1:]), hashlib.sha256("\x1f".join(reading.shaping).encode()).hexdigest()[:16])


def option_place(config_file: Path, option: str) -> Location:
    """Where the name of an option of MkDocs stands in a configuration that can be read; its beginning when a parent says it."""
    document = read_configuration(config_file).document
    return document.key_place((option,)) if document else Location(config_file.name)


def _read(file: Path, name: str, reading: _Reading) -> tuple[Document | None, list[Diagnostic]]:
    """A configuration together with the one that it inherits from."""
    reading.files.append(file.resolve())
    text, faults = read_text(file, name)
    faults = faults or list(dangers(text, name, allow_aliases=True))
    if faults:
        return None, faults
    reading.shaping.append(text)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [syntax_fault(error, text, name)]
    if not isinstance(node, yaml.MappingNode):
        return None, [wrong(Location(name), message("this must be a list of `name: value` lines"), message("begin with a line such as `site_name: Our knowledge base`"))]
    faults = list(_absurd(node, name)) or sorted(_odd_keys(node, name), key=lambda fault: fault.order)
    if faults:
        return None, faults
    document = Document(name, _plain(node, {}, reading), lambda: node)
    faults = list(duplicate_keys(node, name))
    return _inherited(file, document, reading, faults) if "INHERIT" in document.data else document, faults


def _inherited(file: Path, document: Document, reading: _Reading, faults: list[Diagnostic]) -> Document:
    """The document with what its parent says and it does not."""
    named = text_of(document.data["INHERIT"])
    parent = file.parent / named
    if parent.resolve() in reading.files or not parent.is_file():
        hint = message("write the path of another file, or delete the line")
        faults.append(wrong(document.place(("INHERIT",)), message("`INHERIT` names `{file}`, which is not there or inherits from this file", file=named), hint))
        return document
    above, found = _read(parent, os.path.relpath(parent, reading.files[0].parent), reading)
    faults += found
    return Document(document.path, _merged(above.data if above else {}, document.data), document.nodes)


def _absurd(node: yaml.Node, name: str) -> Iterator[Diagnostic]:
    """Values that a few aliases make enormous, or without end: MkDocs writes them all out. Each value is looked at once."""
    try:
        _written_out(node, {})
    except _Absurd as error:
        place = Location(name, error.node.start_mark.line + 1, error.node.start_mark.column + 1)
        hint = message("write the values that you need, without aliases to aliases")
        yield wrong(place, message("with its aliases (`*`) written out, this value has no end, or is enormous"), hint)


def _odd_keys(node: yaml.Node, name: str) -> Iterator[Diagnostic]:
    """Keys that are lists or groups, which no setting has."""
    for key in keys_in(node):
        if not isinstance(key, yaml.ScalarNode):
            place = Location(name, key.start_mark.line + 1, key.start_mark.column + 1)
            yield wrong(place, message("a key must be a plain name"), message("begin each line with a field's name, a colon and a space: `title: JobPath`"))


class _Absurd(Exception):
    """A value that cannot be written out."""

    def __init__(self, node: yaml.Node) -> None:
        super().__init__()
        self.node = node


def _written_out(node: yaml.Node, known: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """How many values a value holds with its aliases written out, and how deep they stand; raises _Absurd."""
    if isinstance(node, yaml.ScalarNode):
        return 1, 1
    if id(node) not in known:
        known[id(node)] = _ENDLESS  # As long as it is not known: a value that holds itself has no end.
        parts = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
        found = [_written_out(part, known) for part in parts]
        known[id(node)] = 1 + sum(size for size, _ in found), 1 + max((depth for _, depth in found), default=0)
    size, depth = known[id(node)]
    if size > LARGEST or depth > _DEEPEST:
        raise _Absurd(node)
    return size, depth


_ENDLESS = (LARGEST + 1, _DEEPEST + 1)


def _merged(above: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, Any]:
    both = {name: _merged(above[name], value) for name, value in below.items() if isinstance(value, dict) and isinstance(above.get(name), dict)}
    return {**above, **below, **both}


def _plain(node: yaml.Node, known: dict[int, Any], reading: _Reading) -> Any:
    """The value of a node. What an alias repeats is one and the same value, so that no alias can make it large."""
    if id(node) in known:
        return known[id(node)]
    if node.tag == "!ENV":
        return _variable(node, reading)
    if isinstance(node, yaml.MappingNode):
        mapping = known[id(node)] = {}
        for above in _merged_in(node):
            mapping.update(found if isinstance(found := _plain(above, known, reading), dict) else {})
        mapping.update((str(key.value), _plain(value, known, reading)) for key, value in node.value if not _is_merge(key))
        return mapping
    if isinstance(node, yaml.SequenceNode):
        sequence = known[id(node)] = []
        sequence.extend(_plain(item, known, reading) for item in node.value)
        return sequence
    return None if not getattr(node, "style", None) and node.value in {"", "~", "null"} else node.value


def _merged_in(node: yaml.MappingNode) -> Iterator[yaml.Node]:
    """The groups whose lines count as if they stood in this one, the most important last."""
    for key, value in reversed(node.value):
        if _is_merge(key):
            yield from reversed(value.value) if isinstance(value, yaml.SequenceNode) else (value,)


def _is_merge(key: yaml.ScalarNode) -> bool:
    """Whether a key is the one whose value YAML 1.1 merges into its group, as MkDocs does."""
    return bool(key.value == "<<" and not key.style)


def _variable(node: yaml.Node, reading: _Reading) -> str | None:
    """What the environment says, or the last name of several as it stands."""
    names = [str(item.value) for item in node.value] if isinstance(node, yaml.SequenceNode) else [str(node.value)]
    value = next((os.environ[name] for name in names if name in os.environ), names[-1] if len(names) > 1 else None)
    reading.shaping.append(str(value))
    return value


def text_of(value: Any, otherwise: str = "") -> str:
    """A setting that is one text; lists and groups, which aliases may have made enormous, are never written out."""
    return value if isinstance(value, str) else "…" if value else otherwise


_MKDOCS = yaml.resolver.Resolver()
"""How MkDocs sees what stands without quotes."""


def is_text(document: Document, way: Way) -> bool:
    """Whether MkDocs reads a text there, and not a number, a date or `true`. What a parent says is known to us as text only."""
    value: Any = document.data
    for step in way:
        value = value.get(step) if isinstance(value, Mapping) else value[step]
    node = document.node(way)
    if not isinstance(value, str) or not isinstance(node, yaml.ScalarNode) or node.tag.startswith("!"):
        return isinstance(value, str)
    return bool(_MKDOCS.resolve(yaml.ScalarNode, node.value, (not node.style, False)) == _MKDOCS.DEFAULT_SCALAR_TAG)  # type: ignore[no-untyped-call]  # PyYAML's types leave it out.


def wrong(place: Location, text: Message, hint: Message) -> Diagnostic:
    """A finding in a configuration."""
    return Diagnostic("site-configuration", place, text, hint)
