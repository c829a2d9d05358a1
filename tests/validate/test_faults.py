"""What pydantic finds, said to a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import TEAMWORK, write_base
from tests.cli.running import tremplin

FACTS = TEAMWORK["skills/teamwork/record.yml"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("status: dra\u00adft", "unknown-value"), ("themes: [ponte\u200b]", "not-an-id"), ("licence: CC\u00ad-BY-4.0", "unknown-value"), ("created: 20\u00ad24", "not-a-date"),
        ("themes:\n  -\u00a0uno\n  -\u00a0due", "wrong-type"), ("related: [\u2060skills/teamwork]", "unknown-value"),
    ],
)
def test_an_invisible_character_is_told_where_the_value_would_look_right(tmp_path: Path, line: str, code: str) -> None:
    told = tremplin("check", base=write_base(tmp_path, {**TEAMWORK, "skills/teamwork/record.yml": f"{FACTS}{line}\n"})).stdout

    assert f"error[{code}] there is an invisible character here\n  help: delete it and type the text again\n" in told
    assert told.endswith("\nerrors: 1\n")


@pytest.mark.parametrize("name", ["pon\u00adte", "pon\u200bte"])
def test_a_folder_whose_name_has_an_invisible_character_is_told(tmp_path: Path, name: str) -> None:
    files = {f"skills/{name}/{file.rpartition('/')[2]}": text for file, text in TEAMWORK.items()}

    assert "error[not-an-id] there is an invisible character here" in tremplin("check", base=write_base(tmp_path, files)).stdout


@pytest.mark.parametrize("line", ["title: Un\u00a0titolo", "summary: «\u202fUn\u00a0testo\u202f»"])
def test_prose_keeps_its_spaces_that_do_not_break(tmp_path: Path, line: str) -> None:
    words = TEAMWORK["skills/teamwork/en.md"].replace("title: Work in teams" if line.startswith("title") else "summary: Working with others.", line)

    assert tremplin("check", base=write_base(tmp_path, {**TEAMWORK, "skills/teamwork/en.md": words})).stdout == "Nothing to mend.\n"


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("microtrainings/turn-a-key", "write `turn-a-key`"), ("themes/gardens", "write `gardens`"),
        ("microtrainings/Turn a key", "use small letters, digits and hyphens: `hand-hygiene`"), ("a/b", "use small letters, digits and hyphens: `hand-hygiene`"),
    ],
)
def test_of_a_folder_and_an_identifier_the_identifier_is_to_be_written(tmp_path: Path, value: str, hint: str) -> None:
    told = tremplin("check", base=write_base(tmp_path, {**TEAMWORK, "skills/teamwork/record.yml": f"{FACTS}themes: ['{value}']\n"})).stdout

    assert f"error[not-an-id] `{value}` is not an identifier\n  help: {hint}\n" in told
