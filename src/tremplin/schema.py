"""JSON Schemas (draft 2020-12) of everything that people write in YAML, so that an editor completes and explains it.

They are made from the same declarations as the validation. Where the two differ on purpose, the schema is the stricter
one: an editor asks for `true` where `"true"` would pass too, and for a value where an empty line would.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from tremplin.model.choices import LABELS
from tremplin.model.fields import EXCUSED, expected_fields, is_excusable
from tremplin.model.kinds import KINDS, LISTS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schemas"
"""Where a base keeps its schemas, so that editors find them."""

Json = dict[str, Any]
Translate = Callable[[str], str]

_SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
_NUMBER_LIKE = "2024"
_ONE = ("items", "additionalProperties")
_NAMED = ("properties", "$defs")


@dataclass(frozen=True, slots=True)
class Form:
    """Something that people fill in: the facts or the words of a kind, or one of the lists."""

    name: str
    kind: str
    label: str
    about: str
    model: type[BaseModel]
    files: str = ""
    """Which files of a base it describes; empty for front matters, in which no editor completes."""
    is_list: bool = False

    @property
    def file(self) -> str:
        """The name of its schema's file."""
        return f"{self.name}.schema.json"


def _forms() -> Iterator[Form]:
    for kind in KINDS:
        yield Form(f"{kind.name}.record", kind.name, kind.label, kind.about, kind.facts, f"{kind.folder}/*/record.yml")
        yield Form(f"{kind.name}.words", kind.name, kind.label, kind.about, kind.words)
    for listed in LISTS:
        yield Form(listed.file.removesuffix(".yml"), listed.name, listed.plural, listed.about, listed.entry, listed.file, is_list=True)


FORMS: Mapping[str, Form] = {form.name: form for form in _forms()}
"""Every form by its name, `practice.record`, in the order in which readers see the kinds."""


def schema(form: Form, translate: Translate = str) -> Json:
    """The schema of one form, with labels and help in the language of `translate`."""
    made = _readable(form.model.model_json_schema(), translate)
    made["$defs"] = {name: _anonymous(inner) for name, inner in made.pop("$defs", {}).items()}
    made = _with_expected(form.model, _anonymous(made))
    head = {"$schema": DIALECT, "title": translate(form.label), "description": translate(form.about)}
    if not form.is_list:
        return head | made
    definitions = made.pop("$defs") | {form.model.__name__: made}
    entries = {"$ref": f"#/$defs/{form.model.__name__}"}
    return head | {"type": "object", "propertyNames": {"pattern": _SLUG}, "additionalProperties": entries, "$defs": definitions}


def written(document: object) -> str:
    """A document as the text of its file; same document, same bytes."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def schema_files(translate: Translate = str) -> dict[str, str]:
    """The text of every schema under the name of its file."""
    return {form.file: written(schema(form, translate)) for form in FORMS.values()}


EXTENSIONS = '{"recommendations": ["redhat.vscode-yaml"]}\n'
"""What VS Code offers to install when somebody opens a base: the extension that reads the settings below."""


def editor_settings() -> str:
    """Settings for VS Code that tell its YAML extension which schema belongs to which files, and that `!ENV` is no mistake in mkdocs.yml."""
    schemas = {f"./{FOLDER}/{form.file}": form.files for form in FORMS.values() if form.files}
    return written({"yaml.schemas": schemas, "yaml.customTags": ["!ENV scalar", "!ENV sequence"]})


def _readable(node: Json, translate: Translate) -> Json:
    """The schema without alternatives for nothing, with wider texts, and in the language of `translate`."""
    made = _with_named_entries(_without_nothing(node))
    made |= {key: _readable(made[key], translate) for key in _ONE if isinstance(made.get(key), dict)}
    made |= {key: {name: _readable(inner, translate) for name, inner in made[key].items()} for key in _NAMED if key in made}
    if "anyOf" in made:
        made["anyOf"] = [_readable(inner, translate) for inner in made["anyOf"]]
    made |= {key: translate(made[key]) for key in ("title", "description") if key in made}
    return _explained(_widened(made), translate)


def _without_nothing(node: Json) -> Json:
    """The schema of a field that may be left out: an empty line says nothing, so editors should not offer it."""
    made = {key: value for key, value in node.items() if not (key == "default" and value is None)}
    choices = [inner for inner in made.get("anyOf", ()) if inner.get("type") != "null"]
    if len(choices) == 1:
        del made["anyOf"]
        return {**choices[0], **made}
    return {**made, "anyOf": choices} if choices else made


def _with_named_entries(node: Json) -> Json:
    """The schema of a mapping that allows no other names than those of the pattern; pydantic leaves the others open."""
    patterns = node.get("patternProperties", {})
    if len(patterns) != 1:
        return node
    pattern, entry = next(iter(patterns.items()))
    rest = {key: value for key, value in node.items() if key != "patternProperties"}
    return rest | {"propertyNames": {"pattern": pattern}, "additionalProperties": entry}


def _widened(node: Json) -> Json:
    """Texts and identifiers may look like numbers: `title: 2024` is a text for us, and would be none for an editor."""
    is_free = node.get("type") == "string" and not node.keys() & {"enum", "const", "format"}
    return node | {"type": ["string", "number"]} if is_free and re.search(node.get("pattern", ""), _NUMBER_LIKE) else node


def _explained(node: Json, translate: Translate) -> Json:
    """A closed list with what each of its values means, as far as readers are shown labels for them."""
    values = node.get("enum", ())
    labels = next((labels for labels in LABELS.values() if values and set(labels) == set(values)), None)
    return node | {"enumDescriptions": [translate(labels[value]) for value in values]} if labels else node


def _anonymous(node: Json) -> Json:
    """The schema of a model without its Python name and docstring."""
    return {key: value for key, value in node.items() if key not in {"title", "description"}}


def _with_expected(model: type[BaseModel], node: Json) -> Json:
    """A documented record needs its expected fields; one that is documented in part does not."""
    names = [name for name in expected_fields(model) if is_excusable(model, name)]
    always = [name for name in expected_fields(model) if name not in names]
    made = node | ({"required": [*node["required"], *always], "properties": node["properties"] | _filled(always, node)} if always else {})
    if not names:
        return made
    excused = {"properties": {"documented": {"enum": list(EXCUSED)}}, "required": ["documented"]}
    lists = {name: {"minItems": 1} for name in _filled(names, node)}
    return made | {"if": {"not": excused}, "then": {"required": names, **({"properties": lists} if lists else {})}}


def _filled(names: list[str], node: Json) -> Json:
    """Those of the fields that are lists, as lists that hold something."""
    return {name: node["properties"][name] | {"minItems": 1} for name in names if node["properties"][name].get("type") == "array"}
