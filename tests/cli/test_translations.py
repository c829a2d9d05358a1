import json
from pathlib import Path
from typing import Any

import pytest

from tests.bases import CONFIGURATION, TEAMWORK, write_base
from tests.cli.running import tremplin
from tremplin.model.kinds.skill import SkillFacts
from tremplin.model.record import Record, Wording
from tremplin.stamps import renewed

RECORD_YML = TEAMWORK["skills/teamwork/record.yml"]
THREE_LANGUAGES = {"mkdocs.yml": CONFIGURATION.replace("[en, fr]", "[en, fr, pl]")}


def stamp_of(title: str) -> str:
    """The hash of a title."""
    wording = Wording("en", {"title": title}, {})
    facts = SkillFacts.model_validate({"original": "en", "origin": "editorial"})
    return renewed(Record("skill", "x", facts, {"en": wording, "fr": wording}), "fr").sections["title"]


BASE = {
    **THREE_LANGUAGES, **TEAMWORK,
    "skills/teamwork/fr.md": f"""\
---
title: Travailler en équipe
translation: machine
translated_from: {{language: en, sections: {{title: {stamp_of("Working in a team")}}}}}
---
## What it is

Faire sa part.
""",
    "skills/patience/record.yml": RECORD_YML.replace("original: en", "original: fr"),
    "skills/patience/fr.md": "---\ntitle: La patience\n---\n",
    "skills/patience/en.md": f"""\
---
title: Patience
translation: human
reviewed_by: mirec
translated_from: {{language: fr, sections: {{title: {stamp_of("La patience")}}}}}
---
""",
    "skills/tact/record.yml": "origin: editorial\n",
    "skills/tact/en.md": "---\ntitle: Tact\n---\n",
    "partners.yml": "mirec: {legal_name: MIREC, memberships: []}\n",
}

TABLE = """\
language           originals  to translate  translated  stale  missing  unstamped  by machine  reviewed
en        English          1             1       100 %      0        0          0           0         1
fr        French           1             1        66 %      1        1          1           1         0
pl        Polish           0             2         0 %      0        4          0           0         0

record           language  translated  stale  missing  unstamped  made by        stale sections
skills/patience  en             100 %      0        0          0  read by mirec
skills/patience  pl               0 %      0        1          0  –
skills/teamwork  fr              66 %      1        1          1  machine        title
skills/teamwork  pl               0 %      0        3          0  –

1 record has faults and is not counted; see `tremplin check`.
"""


def report(base: Path, *options: str) -> Any:
    return json.loads(tremplin("translations", "--format", "json", *options, base=base).stdout)


def test_the_table_shows_each_language_and_each_record(tmp_path: Path) -> None:
    result = tremplin("translations", base=write_base(tmp_path, BASE))

    assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "")


def test_json_has_all_that_the_table_has(tmp_path: Path) -> None:
    found = report(write_base(tmp_path, BASE))

    assert found["languages"][1] == {"language": "fr", "originals": 1, "records": 1, "total": 3, "translated": 2, "stale": 1, "missing": 1, "unstamped": 1, "machine": 1, "reviewed": 0}
    assert found["records"][2] == {
        "record": "skills/teamwork", "language": "fr", "percent": 66, "total": 3, "translated": 2, "stale": ["title"], "missing": ["summary"], "unstamped": ["definition"],
        "method": "machine", "reviewed_by": "",
    }
    assert found["left_out"] == ["skills/tact"]


@pytest.mark.parametrize("tags", [["pl"], ["fr", "pl"], ["pl", "en"]], ids="-".join)
def test_some_languages_can_be_looked_at(tmp_path: Path, tags: list[str]) -> None:
    found = report(write_base(tmp_path, BASE), *(word for tag in tags for word in ("--lang", tag)))

    assert {row["language"] for row in found["records"]} == set(tags)
    assert [row["language"] for row in found["languages"]] == sorted(tags)


def test_what_is_stale_can_be_looked_at(tmp_path: Path) -> None:
    found = report(write_base(tmp_path, BASE), "--stale")

    assert [(row["record"], row["language"]) for row in found["records"]] == [("skills/teamwork", "fr")]
    assert [row["stale"] for row in found["languages"]] == [0, 1, 0]


def test_a_language_that_the_site_does_not_have_is_misuse(tmp_path: Path) -> None:
    result = tremplin("translations", "--lang", "de", base=write_base(tmp_path, BASE))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: `de` is not a language of this site\n  help: possible here: en, fr, pl\n"


def test_an_empty_base_has_an_empty_table(tmp_path: Path) -> None:
    result = tremplin("translations", base=write_base(tmp_path))

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1].split() == ["en", "English", "0", "0", "–", "0", "0", "0", "0", "0"]


def test_where_nothing_is_stale_that_is_said(tmp_path: Path) -> None:
    result = tremplin("translations", "--stale", "--lang", "pl", base=write_base(tmp_path, BASE))

    assert (result.exit_code, result.stdout) == (0, "No translation is stale.\n")
