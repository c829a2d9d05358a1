import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.yaml_core import read
from tremplin.model.kinds import KINDS
from tremplin.schema import EXTENSIONS, FOLDER, FORMS, Form, editor_settings, schema, schema_files

ROOT = Path(__file__).parents[1]
RENEW = "run `tremplin --language en schema --all --write schemas`"

MODULE = """\
original: en
origin: editorial
created: 2026-11-21
theme: local-services
duration: 1h30
mode: workshop
gestures:
  - id: wash
    criteria:
      - {id: wets-first, critical: true, measure: 40}
parts:
  - {id: show, kind: demonstration, duration: 90 min}
pass_rule: {criteria: critical, attempts: 3}
eqf_level: 2
isced_f: "0921"
sources:
  - {id: report, title: 2024, year: 2024, accessed: 2026-11-21}
videos:
  - {id: film, state: pending, duration: "0:23", captions: {en: media/film.en.vtt}}
"""


def faults(form: str, text: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema(FORMS[form])).iter_errors(read(text))]


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / FOLDER).iterdir()}

    assert sorted(committed) == sorted(schema_files()), RENEW
    assert [name for name, text in schema_files().items() if committed[name] != text] == [], RENEW


def test_the_committed_extension_is_that_of_a_new_base() -> None:
    assert (ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8") == EXTENSIONS


def test_the_committed_editor_settings_are_those_of_the_kinds() -> None:
    settings = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")

    assert settings == editor_settings(), "run `tremplin schema --settings > .vscode/settings.json`"


def test_the_editor_finds_a_schema_for_every_file_of_facts() -> None:
    mapped = json.loads(editor_settings())["yaml.schemas"]

    assert {f"{kind.folder}/*/record.yml" for kind in KINDS} | {"partners.yml", "projects.yml", "glossary.yml", "vocabulary.yml"} == set(mapped.values())
    assert [name for name in mapped if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_each_schema_is_one_of_draft_2020_12(form: Form) -> None:
    made = schema(form)

    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("form", [form for form in FORMS.values() if form.files], ids=lambda form: form.name)
def test_every_file_of_this_base_fits_its_schema(form: Form) -> None:
    validator = Draft202012Validator(schema(form))
    files = sorted(ROOT.glob(form.files))
    found = [f"{file.relative_to(ROOT)} {error.json_path}: {error.message}" for file in files for error in validator.iter_errors(read(file.read_text(encoding="utf-8")))]

    assert found == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_front_matter_of_this_base_fits_its_schema(kind: Any) -> None:
    validator = Draft202012Validator(schema(FORMS[f"{kind.name}.words"]))
    files = sorted(ROOT.glob(f"{kind.folder}/*/*.md"))
    found = [
        f"{file.relative_to(ROOT)} {error.json_path}: {error.message}"
        for file in files for error in validator.iter_errors(read(file.read_text(encoding="utf-8").split("\n---")[0].removeprefix("---\n")))
    ]

    assert found == []


def test_values_as_an_editor_reads_them_are_accepted() -> None:
    assert faults("module.record", MODULE) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("mode: workshop", "mode: worksop"), ("mode: workshop", "modes: workshop"), ("duration: 1h30", "duration: 90"), ("critical: true", "critical: yes"),
        ("eqf_level: 2", "eqf_level: 9"), ("eqf_level: 2", "eqf_level: two"), ("created: 2026-11-21", "created: yesterday"), ("original: en", "# original"),
        ("id: wash", "id: Wash hands"), ("captions: {en:", "captions: {English:"), ('duration: "0:23"', "duration: 23"),
    ],
)
def test_what_validation_refuses_the_schema_refuses(right: str, wrong: str) -> None:
    assert right in MODULE
    assert faults("module.record", MODULE.replace(right, wrong)) != []


@pytest.mark.parametrize("field", ["theme", "duration", "mode", "pass_rule"])
def test_a_documented_record_needs_its_expected_fields(field: str) -> None:
    text = "".join(line for line in MODULE.splitlines(keepends=True) if not line.startswith(f"{field}:"))

    assert faults("module.record", text) == [f"$: '{field}' is a required property"]
    assert faults("module.record", f"{text}documented: full\n") != []
    assert faults("module.record", f"{text}documented: partial\n") == []
    assert faults("module.record", f"{text}documented: announced\n") == []


def test_a_documented_record_has_something_in_its_expected_lists() -> None:
    text = MODULE.replace("parts:\n  - {id: show, kind: demonstration, duration: 90 min}\n", "parts: []\n")

    assert len(faults("module.record", text)) == 1
    assert faults("module.record", f"{text}documented: partial\n") == []


def test_a_list_holds_entries_under_identifiers() -> None:
    assert faults("vocabulary", "green-jobs: {labels: {en: Green jobs}, groups: [module]}\n") == []
    assert faults("vocabulary", "Green jobs: {labels: {en: Green jobs}, groups: [module]}\n") != []
    assert faults("vocabulary", "green-jobs: {groups: [module]}\n") != []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_field_is_explained_by_an_example_that_fits(form: Form) -> None:
    made = schema(form)
    fields = list(_fields(made))

    assert fields
    for name, field in fields:
        assert field["title"], name
        assert field["description"], name
        validator = Draft202012Validator({**field, "$defs": made["$defs"]})
        assert [error.message for example in field["examples"] for error in validator.iter_errors(example)] == [], name


def test_labels_help_and_the_meaning_of_values_are_translated_and_nothing_else() -> None:
    plain, loud = schema(FORMS["practice.record"]), schema(FORMS["practice.record"], str.upper)
    polarity = loud["properties"]["polarity"]

    assert (loud["title"], polarity["title"], polarity["enumDescriptions"]) == ("GOOD PRACTICE", "OUTCOME", ["POSITIVE", "MIXED", "NEGATIVE"])
    assert polarity["description"].startswith("A PRACTICE CAN TEACH")
    assert polarity["enum"] == ["positive", "mixed", "negative"]
    assert list(_names(loud)) == list(_names(plain))


def test_same_models_same_bytes() -> None:
    code = "from tremplin.schema import schema_files; print(*schema_files().values())"
    runs = [subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout for seed in ("1", "2")]

    assert runs[0] == runs[1]


def _fields(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, model in {"": made, **made["$defs"]}.items():
        for field, found in model.get("properties", {}).items():
            yield f"{name}.{field}", found


def _names(made: dict[str, Any]) -> Iterator[str]:
    return (name for name, _ in _fields(made))
