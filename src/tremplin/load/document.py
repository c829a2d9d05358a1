"""YAML text to a Document. Scalars stay text (`no` is Norwegian, not false), without blanks around it; what YAML would hide is a fault with a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from tremplin.diagnostics import MOST, Diagnostic, Location, Message, message
from tremplin.load.syntax import invisible, location_of, syntax_fault
from tremplin.model.invisible import INVISIBLE
from tremplin.model.source import Document


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # The C loader is missing on a few platforms.
    """Composes nodes without guessing types: each scalar is text, so there is nothing to resolve."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: tuple[bool, bool]) -> str:
        """The tag of every node; nobody reads it."""
        return ""

    def descend_resolver(self, current_node: yaml.Node | None, current_index: object) -> None:
        """Paths resolve nothing."""

    def ascend_resolver(self) -> None:
        """Paths resolve nothing."""


NULLS = frozenset({"", "~", "null", "Null", "NULL"})
DEEPEST = 30
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ANCHOR = re.compile(r"(?<!\w)[&*]\S")
"""What may be one. Between brackets it needs no space before it (`{"a":*x}`); only letters and digits make a sign part of a text, as in `R&D`."""
_CUTS = re.compile(r"[ \t]#[^\s]|(?:^|[:?,\[{-])\s*!", re.MULTILINE)
"""A `#` after a space and before a letter, and a `!` where a value may begin: most files have none, and are not looked at further."""
_REMARK = re.compile(r"[ \t]+(#\S[^\n]*)")
_TAG = re.compile(r"!\S*")
_MANY_BRACKETS = 200
"""So many could nest as deeply; what composes nodes bears that, and far fewer stand in any file that is meant well."""
_LADDER = re.compile(r"[-?:]\s+[-?:]\s+(?:[-?:]\s+){3}")
"""Values nested on one line without brackets: `- - - -`. By indentation alone a short text cannot nest deeply."""


def read_document(text: str, name: str, first_line: int = 1) -> tuple[Document | None, list[Diagnostic]]:
    """The mapping that `text` holds, or None with what is wrong. `first_line` is where the text begins in its file."""
    faults = list(dangers(text, name, first_line))
    if faults:
        return None, faults
    try:
        node = composed(text)
    except yaml.YAMLError as error:
        return None, [syntax_fault(error, text, name, first_line)]
    if not isinstance(node, yaml.MappingNode):
        return None, [_not_a_mapping(name, first_line)]
    unseen = _unseen_in_keys(node, name, first_line) if INVISIBLE.search(text) else []
    if unseen:
        return None, unseen[:MOST]
    data = _plain(node, name, first_line, faults)
    faults += _cut_off(node, text, name, first_line)[:MOST] if ("#" in text or "!" in text) and _CUTS.search(text) else []
    faults += _escaped_controls(node, name, first_line) if "\\" in text else []
    return Document(name, data, lambda: node, first_line), faults


def composed(text: str) -> yaml.Node | None:
    """What a YAML text consists of, each part with its place. Raises YAMLError where it is none."""
    return yaml.compose(text, Loader=_Loader)


def _cut_off(node: yaml.Node, text: str, name: str, first_line: int) -> list[Diagnostic]:
    """What readers would miss of texts without quotes: ` #1` begins a remark, and `!important` says of which type the rest is."""
    tag = _TAG.match(text, node.start_mark.index)
    if tag:
        return [_not_shown(tag[0], location_of(node.start_mark, name, first_line), message("a text that begins with a special character must stand in quotes"))]
    if not isinstance(node, yaml.ScalarNode):
        return [fault for part in _parts(node) for fault in _cut_off(part, text, name, first_line)]
    remark = None if node.style else _REMARK.match(text, node.end_mark.index)
    if remark is None:
        return []
    end = node.end_mark
    place = Location(name, end.line + first_line, end.column + remark.start(1) - end.index + 1)
    return [_not_shown(remark[1], place, message("put the whole text in quotes; if this is a remark, write a space after the `#`"))]


def _unseen_in_keys(node: yaml.Node, name: str, first_line: int) -> list[Diagnostic]:
    """Names of fields and identifiers that look right and are not; in prose such characters may stand."""
    keys = [key for key, _ in node.value if isinstance(key, yaml.ScalarNode)] if isinstance(node, yaml.MappingNode) else []
    found = [
        invisible(Location(name, key.start_mark.line + first_line, key.start_mark.column + bool(key.style) + sign.start() + 1))
        for key in keys if (sign := INVISIBLE.search(key.value))
    ]
    return found + [fault for part in (() if isinstance(node, yaml.ScalarNode) else _parts(node)) for fault in _unseen_in_keys(part, name, first_line)]


def _not_shown(lost: str, place: Location, hint: Message) -> Diagnostic:
    return Diagnostic("text-cut-off", place, message("readers would not see this: `{text}`", text=lost if len(lost) <= 60 else lost[:59] + "…"), hint)


def _escaped_controls(node: yaml.Node, name: str, first_line: int) -> list[Diagnostic]:
    """Control characters that are written as escapes in quotes; those that are typed as they are cannot be composed at all."""
    if isinstance(node, yaml.ScalarNode):
        return [invisible(location_of(node.start_mark, name, first_line))] if _CONTROL.search(node.value) else []
    return [fault for part in _parts(node) for fault in _escaped_controls(part, name, first_line)]


def _parts(node: yaml.Node) -> Iterator[yaml.Node]:
    return (part for pair in node.value for part in pair) if isinstance(node, yaml.MappingNode) else iter(node.value)


def dangers(text: str, name: str, first_line: int = 1, *, allow_aliases: bool = False) -> Iterator[Diagnostic]:
    """Aliases and absurd nesting, found before anything is built from them."""
    has_signs = "&" in text or "*" in text
    if not ((has_signs and _ANCHOR.search(text)) or text.count("[") + text.count("{") > _MANY_BRACKETS or len(text) > 20_000 or _LADDER.search(text)):
        return
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not allow_aliases and (isinstance(event, AliasEvent) or getattr(event, "anchor", None)):
                yield Diagnostic(
                    "yaml-alias", location_of(event.start_mark, name, first_line), message("anchors (`&`) and aliases (`*`) are not used here"),
                    message("write the value out again, or put a text that begins with `&` or `*` in quotes"),
                )
                return
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                yield Diagnostic(
                    "yaml-too-deep", location_of(event.start_mark, name, first_line), message("values are nested too deeply"),
                    message("no field needs more than five levels; check the brackets and the indentation"),
                )
                return
    except yaml.YAMLError:
        return  # Composing meets the same fault and reports it.


def _plain(node: yaml.Node, name: str, first_line: int, faults: list[Diagnostic]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in NULLS else node.value.strip()
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name, first_line, faults) for item in node.value]
    values: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
            faults.append(Diagnostic(
                "yaml-alias", location_of(key.start_mark, name, first_line), message("a key must be a plain name"),
                message("merge keys (`<<`) and keys that are lists are not used here; write the values out"),
            ))
        elif key.value in values:
            faults.append(_twice(key, name, first_line))
        else:
            values[key.value] = _plain(value, name, first_line, faults)
    return values


def duplicate_keys(node: yaml.Node, name: str) -> Iterator[Diagnostic]:
    """Keys that stand twice in one mapping, in a text that may have aliases."""
    for here in _mappings(node):
        keys = [key.value for key, _ in here.value]
        yield from (_twice(key, name, 1) for index, (key, _) in enumerate(here.value) if key.value in keys[:index])


def keys_in(node: yaml.Node) -> Iterator[yaml.Node]:
    """Every key, in a text that may have aliases."""
    return (key for here in _mappings(node) for key, _ in here.value)


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    """Every mapping among the values of a node, each once."""
    waiting, seen = [node], set()
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, yaml.ScalarNode):
            continue
        seen.add(id(here))
        if isinstance(here, yaml.MappingNode):
            yield here
        waiting += [value for _, value in here.value] if isinstance(here, yaml.MappingNode) else here.value


def _twice(key: yaml.ScalarNode, name: str, first_line: int) -> Diagnostic:
    return Diagnostic(
        "duplicate-key", location_of(key.start_mark, name, first_line), message("`{key}` stands here a second time", key=key.value),
        message("keep one of the two; the other would be lost"),
    )


def _not_a_mapping(name: str, first_line: int) -> Diagnostic:
    return Diagnostic(
        "not-a-mapping", Location(name, first_line), message("this must be a list of `name: value` lines"),
        message("begin each line with a field's name, a colon and a space: `title: JobPath`"),
    )
