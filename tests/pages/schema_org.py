"""What schema.org knows, as far as pages may use it: types, the properties of each, and what may be their value.

`schema_org.json` is drawn from schema-dts 2.1.0 (npm, Apache-2.0), which Google generates from schema.org's vocabulary of 2026 (release 30.0,
CC BY-SA 3.0). To renew it, or to add a type below: `npm pack schema-dts`, unpack it, and
`python3 tests/pages/schema_org.py package/dist/schema.d.ts`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

VOCABULARY = Path(__file__).parent / "schema_org.json"
TYPES = (
    "AlignmentObject", "Audience", "BreadcrumbList", "City", "Clip", "CollectionPage", "Country", "Course", "CourseInstance", "Dataset", "DefinedTerm", "DefinedTermSet", "EducationEvent",
    "EducationalOccupationalCredential", "HowTo", "HowToSection", "HowToStep", "HowToSupply", "HowToTool", "ImageObject", "ItemList", "LearningResource", "ListItem", "Observation", "Organization",
    "Person", "Place", "PostalAddress", "Project", "Property", "Report", "SearchAction", "Syllabus", "VideoObject", "WebPage", "WebSite",
)
PLAIN = frozenset({"Text", "URL", "Date", "DateTime", "Time", "Duration", "Number", "Integer", "Float", "Boolean", "XPathType", "CssSelectorType", "PronounceableText"})
"""schema.org's data types, and what is written as one of them."""


class Type(NamedTuple):
    """A type of schema.org."""

    parents: tuple[str, ...]
    properties: Mapping[str, tuple[str, ...]]
    """The properties that it adds to those of its parents, each with the types of its values."""


@cache
def vocabulary() -> Mapping[str, Type]:
    """The types that pages may use, and those above them."""
    found = json.loads(VOCABULARY.read_text(encoding="utf-8"))
    return {name: Type(tuple(one["parents"]), {key: tuple(ranges) for key, ranges in one["properties"].items()}) for name, one in found["types"].items()}


def kinds_of(name: str) -> frozenset[str]:
    """A type and all types above it. Raises KeyError for a type that schema.org, or our part of it, does not have."""
    above = (kinds_of(parent) for parent in vocabulary()[name].parents)
    return frozenset({name}).union(*above)


def properties_of(name: str) -> Mapping[str, tuple[str, ...]]:
    """Every property that a thing of a type may have: its domain includes the type or one above it."""
    return {key: ranges for kind in kinds_of(name) for key, ranges in vocabulary()[kind].properties.items()}


def faults_in(data: object, where: str = "") -> Iterator[str]:
    """What schema.org would not understand in a description."""
    if isinstance(data, list | tuple):
        for value in data:
            yield from faults_in(value, where)
    if not isinstance(data, Mapping):
        return
    kinds = data.get("@type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    where = f"{where}/{'+'.join(kinds)}"
    if not kinds or any(kind not in vocabulary() for kind in kinds):
        yield f"{where}: no such type"
        return
    known = {key: ranges for kind in kinds for key, ranges in properties_of(kind).items()}
    for key, value in data.items():
        if not key.startswith("@"):
            yield from _faults_of(key, value, known, where)


def _faults_of(key: str, value: object, known: Mapping[str, tuple[str, ...]], where: str) -> Iterator[str]:
    if key not in known:
        yield f"{where}: {key} is no property of it"
        return
    for one in value if isinstance(value, list | tuple) else [value]:
        if not _fits(one, known[key]):
            yield f"{where}/{key}: {one!r} is none of {', '.join(known[key])}"
        yield from faults_in(one, f"{where}/{key}")


def _fits(value: object, ranges: tuple[str, ...]) -> bool:
    if isinstance(value, Mapping):
        kinds = [value["@type"]] if isinstance(value.get("@type"), str) else value.get("@type", [])
        return any(kinds_of(kind) & set(ranges) for kind in kinds if kind in vocabulary())
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool({"Number", "Integer", "Float", "Text"} & set(ranges))
    is_address = str(value).startswith(("https://", "http://"))
    return bool(PLAIN & set(ranges)) or is_address  # The address of a thing stands for the thing.


def drawn(declarations: str) -> dict[str, object]:
    """Our part of the vocabulary, from schema-dts's declarations."""
    blocks = re.finditer(r"interface (\w+)Base extends ([^{]+?) \{(.*?)\n\}", declarations, re.DOTALL)
    found = {name: (_parents(above), dict(_properties(body))) for name, above, body in (block.groups() for block in blocks)}
    leaves = dict(re.findall(r"interface (\w+)Leaf extends (\w+)Base \{", declarations))
    wanted: dict[str, dict[str, object]] = {}
    waiting = list(TYPES)
    while waiting:
        name = waiting.pop()
        if name in wanted:
            continue
        # A type that adds no property is declared as its parent's.
        parents, properties = found[name] if name in found else ([leaves[name]], {})
        wanted[name] = {"parents": parents, "properties": properties}
        waiting += parents
    return {"source": "schema-dts 2.1.0, https://www.npmjs.com/package/schema-dts, from schema.org (CC BY-SA 3.0)", "types": dict(sorted(wanted.items()))}


def _parents(above: str) -> list[str]:
    return [name.strip().removesuffix("Base") for name in above.split(",") if name.strip().endswith("Base")]


def _properties(body: str) -> Iterator[tuple[str, list[str]]]:
    for name, ranges in re.findall(r'^    "(\w+)"\?: SchemaValue<(.*), "\w+">;$', body, re.MULTILINE):
        yield name, sorted({one.strip() for one in ranges.split("|")} - {"IdReference"})


if __name__ == "__main__":
    types = drawn(Path(sys.argv[1]).read_text(encoding="utf-8"))
    VOCABULARY.write_text(json.dumps(types, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
