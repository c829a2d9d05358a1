"""What a translation was made from, written into its front matter without touching any other byte of the file."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tremplin.load.document import NULLS
from tremplin.model.freshness import fingerprint, stale_groups
from tremplin.model.record import Record, groups_of

FIELD = "translated_from"

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
# Hashes such as `123456` or `1e2345` and the tag `no` stay what they are for us; other YAML readers would see a number or a `false`.
_PLAIN = re.compile(r"(?!no$|on$|off$|yes$|true$|false$|null$|y$|n$)(?![0-9]+(?:e[0-9]+)?$)[A-Za-z0-9][A-Za-z0-9._-]*$")


class NotStampable(ValueError):
    """A front matter is written in a way in which the stamp cannot be put safely."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The language that a translation was made from, and for each section a hash of what it said then."""

    language: str
    sections: Mapping[str, str] = field(default_factory=dict)


def renewed(record: Record, language: str, *, only: Collection[str] = ()) -> Stamp:
    """The stamp of a translation whose sections are up to date: all that it has, or those in `only`."""
    own, source = groups_of(record.words[language]), groups_of(record.words[_source_language(record, language)])
    kept = {group: stamp for group, stamp in record.words[language].stamps.items() if group not in only} if only else {}
    return _stamp(record, language, kept, [group for group in source if group in own and (not only or group in only)])


def restamped(record: Record, language: str, *, only: Collection[str] = ()) -> Stamp:
    """The stamp of a translation after a change in the original that meant nothing: stale sections only, never new ones nor those that are gone."""
    source = groups_of(record.words[_source_language(record, language)])
    return _stamp(record, language, record.words[language].stamps, [group for group in stale_groups(record, language) if group in source and (not only or group in only)])


def _source_language(record: Record, language: str) -> str:
    """The language that was translated from: the one stamped before, if it is still there, or the original."""
    before = record.words[language].stamp_language
    return before if before in record.words and before != language else record.facts.original


def _stamp(record: Record, language: str, kept: Mapping[str, str], groups: Collection[str]) -> Stamp:
    source = record.words[_source_language(record, language)]
    keys = groups_of(source)
    found = {**kept, **{group: fingerprint(source, keys[group]) for group in groups}}
    order = [*keys, *found]
    return Stamp(source.language, {group: found[group] for group in sorted(found, key=order.index)})


def write_stamp(file: Path, stamp: Stamp) -> bool:
    """Put `stamp` into the front matter of `file` in one step; whether that changed anything. Raises NotStampable and OSError."""
    target = file.resolve()
    before = target.read_bytes()
    after = stamped(before, stamp)
    if after == before:
        return False
    handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, draft)
        Path(draft).replace(target)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return True


def stamped(raw: bytes, stamp: Stamp) -> bytes:
    """The bytes of a words file with `stamp` in its front matter. Raises NotStampable."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotStampable("not UTF-8") from error
    start, end, line_end = _front_matter(text)
    front = text[start:end]
    root = _composed(front)
    value = next((value for key, value in root.value if key.value == FIELD), None)
    if value is not None and _same(value, stamp):
        return raw
    first, last, words = _insertion(front, root, stamp, line_end) if value is None else _replacement(front, value, stamp, line_end)
    after = front[:first] + words + front[last:]
    _require_same(root, _composed(after), stamp)
    return (text[:start] + after + text[end:]).encode("utf-8")


def _front_matter(text: str) -> tuple[int, int, str]:
    """Where the YAML between the two `---` begins and ends, in characters, and how its lines end."""
    opening = _LINE.match(text)
    assert opening is not None  # The pattern matches the empty text.
    start = position = opening.end()
    if opening[0].removeprefix("\ufeff").rstrip() != "---":
        raise NotStampable("no front matter")
    while position < len(text):
        line = _LINE.match(text, position)
        assert line is not None
        if line[0].rstrip() in {"---", "..."}:
            return start, position, opening[0][len(opening[0].rstrip("\r\n")) :]
        position = line.end()
    raise NotStampable("front matter is not closed")


def _composed(front: str) -> yaml.MappingNode:
    try:
        node = yaml.compose(front, Loader=_Loader)
    except yaml.YAMLError as error:
        raise NotStampable(str(error)) from error
    if not isinstance(node, yaml.MappingNode):
        raise NotStampable("front matter is not a mapping")
    return node


def _insertion(front: str, root: yaml.MappingNode, stamp: Stamp, line_end: str) -> tuple[int, int, str]:
    """Where a first stamp goes: a line of its own after the last, or the first place between curly brackets."""
    line = f"{FIELD}: {_flow(stamp)}"
    if root.flow_style:
        position = root.start_mark.index + 1
        return position, position, f"{line}, "
    return len(front), len(front), " " * root.start_mark.column + line + line_end


def _replacement(front: str, value: yaml.Node, stamp: Stamp, line_end: str) -> tuple[int, int, str]:
    """The span of the stamp that is there, and what to put there instead."""
    first, last = value.start_mark.index, _end(value)
    if isinstance(value, yaml.ScalarNode) and not value.style and value.value in NULLS:
        return first, last, _flow(stamp) if front[:first].endswith(" ") else f" {_flow(stamp)}"
    fields = {key.value: node for key, node in value.value} if isinstance(value, yaml.MappingNode) else {}
    language, sections = fields.get("language"), fields.get("sections")
    if len(fields) != 2 or not isinstance(language, yaml.ScalarNode) or not isinstance(sections, yaml.MappingNode):
        raise NotStampable(f"{FIELD} holds something else")
    text = front[:last]
    for start, end, said in sorted([*_reworded(language, stamp.language), *_amended(front, sections, stamp, line_end)], reverse=True):
        text = text[:start] + said + text[end:]
    return first, last, text[first:]


def _reworded(node: yaml.ScalarNode, said: str) -> list[tuple[int, int, str]]:
    return [(node.start_mark.index, node.end_mark.index, _scalar(said))] if node.value != said else []


def _amended(front: str, sections: yaml.MappingNode, stamp: Stamp, line_end: str) -> list[tuple[int, int, str]]:
    """The spans of the sections that must change: hashes alone, or all of them where sections come or go."""
    if {key.value for key, _ in sections.value} == stamp.sections.keys():
        return [edit for key, node in sections.value for edit in _reworded(node, stamp.sections[key.value])]
    first, last = sections.start_mark.index, _end(sections)
    if "#" in front[first:last]:
        raise NotStampable("a remark stands between the sections")
    if sections.flow_style or not stamp.sections:
        return [(first, last, _flow_sections(stamp))]
    indent = line_end + " " * sections.start_mark.column
    return [(first, last, indent.join(f"{_scalar(name)}: {_scalar(value)}" for name, value in stamp.sections.items()))]


def _end(node: yaml.Node) -> int:
    """Where the last character of a value stands. YAML lets a block end only where the next thing begins, after comments."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _flow(stamp: Stamp) -> str:
    return f"{{language: {_scalar(stamp.language)}, sections: {_flow_sections(stamp)}}}"


def _flow_sections(stamp: Stamp) -> str:
    return "{" + ", ".join(f"{_scalar(name)}: {_scalar(value)}" for name, value in stamp.sections.items()) + "}"


def _scalar(text: str) -> str:
    """A text that any YAML reader takes for a text."""
    return text if _PLAIN.match(text) else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return [(key.value, _plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _same(value: yaml.Node, stamp: Stamp) -> bool:
    """Whether a stamp that is written says the same, in any order."""
    fields = {key.value: node for key, node in value.value} if isinstance(value, yaml.MappingNode) else {}
    sections = fields.get("sections")
    return (
        fields.keys() == {"language", "sections"} and fields["language"].value == stamp.language
        and isinstance(sections, yaml.MappingNode) and dict(_plain(sections)) == dict(stamp.sections)
    )


def _require_same(before: yaml.MappingNode, after: yaml.MappingNode, stamp: Stamp) -> None:
    """Nothing is written that does not read back as the old values and the new stamp."""
    kept = [pair for pair in _plain(before) if pair[0] != FIELD]
    if [pair for pair in _plain(after) if pair[0] != FIELD] != kept or [_same(value, stamp) for key, value in after.value if key.value == FIELD] != [True]:
        raise NotStampable("the stamp would change something else")
