import json
from pathlib import Path

import pytest

from tests.cli.running import tremplin
from tremplin.locales import available, catalogue
from tremplin.schema import FORMS, editor_settings, schema, schema_files


def test_without_a_kind_all_are_listed() -> None:
    lines = tremplin("schema").output.splitlines()

    assert [line.split()[0] for line in lines] == list(FORMS)


def test_one_schema_is_printed_as_it_is() -> None:
    assert tremplin("schema", "practice.record").output == schema_files()["practice.record.schema.json"]
    assert tremplin("schema", "glossary").output == schema_files()["glossary.schema.json"]


def test_a_kind_of_records_has_two_and_they_are_printed_under_the_names_of_their_files() -> None:
    printed = json.loads(tremplin("schema", "practice").output)

    assert printed == {"practice.record.schema.json": schema(FORMS["practice.record"]), "practice.words.schema.json": schema(FORMS["practice.words"])}


def test_all_are_printed_at_once() -> None:
    assert list(json.loads(tremplin("schema", "--all").output)) == list(schema_files())


def test_schemas_are_written_into_files(tmp_path: Path) -> None:
    result = tremplin("schema", "--all", "--write", tmp_path / "new")

    assert (result.exit_code, result.output) == (0, f"{len(FORMS)} schemas written.\n")
    assert {file.name: file.read_text(encoding="utf-8") for file in (tmp_path / "new").iterdir()} == schema_files()


def test_one_kind_is_written_into_files(tmp_path: Path) -> None:
    tremplin("schema", "term", "--write", tmp_path)

    assert [file.name for file in tmp_path.iterdir()] == ["glossary.schema.json"]


def test_labels_come_in_the_language_asked_for() -> None:
    for tag in available():
        assert json.loads(tremplin("--language", tag, "schema", "practice.record").output)["title"] == catalogue(tag).text("Good practice")


def test_a_kind_that_is_misspelt_is_answered_with_the_right_one() -> None:
    result = tremplin("schema", "practise")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: there is no kind `practise`\n  help: did you mean `practice`?\n"


def test_the_settings_of_an_editor_are_printed() -> None:
    assert tremplin("schema", "--settings").output == editor_settings()


@pytest.mark.parametrize(("asked", "named"), [
    (["practice", "--all"], "`practice` and `--all`"), (["practice", "--settings"], "`practice` and `--settings`"),
    (["--all", "--settings"], "`--all` and `--settings`"), (["--settings", "--write", "new"], "`--write` and `--settings`"),
])
def test_two_wishes_that_exclude_each_other_are_refused(asked: list[str], named: str) -> None:
    result = tremplin("schema", *asked)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {named} exclude each other\n  help: write one of the two\n"
