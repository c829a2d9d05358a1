"""What else is wrong with a record that has a field nobody knows, or a value that is none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.cli.running import tremplin
from tests.records import ONE_OF_EACH

FACTS, WORDS = "microtrainings/turn-a-key/record.yml", "microtrainings/turn-a-key/en.md"
RIGHT = {name: text if isinstance(text, str) else text.decode("latin-1") for name, text in ONE_OF_EACH.items()}
FAULTY = RIGHT | {
    FACTS: RIGHT[FACTS].replace("duration: 1h30", "duration: 1h20").replace("theme: gardens", "theme: nope").replace("critical: true, ", "critical: false, "),
    WORDS: f"{RIGHT[WORDS]}\nSome <b>bold</b> words.\n",
}
"""A micro-training that is too short, of a theme that is in no list, without a critical criterion."""
CODES = {"critical-criterion", "duration-range", "html-in-prose", "unknown-reference"}


def told(base: Path, files: Mapping[str, str]) -> list[str]:
    """What is wrong in the micro-training, without the places."""
    lines = tremplin("check", "--format", "github", base=write_base(base, files)).stdout.splitlines()
    return sorted(line.partition("title=")[2] for line in lines if "microtrainings/" in line)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FACTS, "mode: workshop", "mode: workshop\nlol: 1"), (FACTS, "id: slowly,", "id: slowly, lol: 1,"), (FACTS, "pass_rule: {", "pass_rule: {lol: 1, "),
        (WORDS, "title: Turn a key\n", "title: Turn a key\nlol: 1\n"), (WORDS, "why: It fits", "lol: It fits"),
        (FACTS, "gestures:", "gestres:"), (FACTS, "duration: 1h20", "duratoin: 1h20"), (WORDS, "gestures:", "gestres:"), (WORDS, "    criteria: {slowly", "    critera: {slowly"),
    ],
)
def test_an_unknown_field_hides_no_other_fault_and_invents_none(tmp_path: Path, file: str, old: str, new: str) -> None:
    without = told(tmp_path / "without", FAULTY)
    found = told(tmp_path / "with", FAULTY | {file: FAULTY[file].replace(old, new, 1)})

    assert {one.partition(":")[0] for one in without} >= CODES
    assert [one for one in found if not one.startswith(("unknown-field", "missing-field:"))] == without
    assert len([one for one in found if one.startswith("unknown-field")]) == 1
    assert any(one.startswith("missing-field") for one in found) == ("critera" in new), "only where a name is wrong without which nothing is said"


@pytest.mark.parametrize(("file", "old", "new"), [
    (FACTS, "mode: workshop", "mode: wrkshop"), (FACTS, "mode: workshop", "mode: workshop\nlol: 1\ncreated: soon"), (FACTS, "mode: workshop", "mode: workshop\nupdated: 2026-02-31"),
])
def test_a_wrong_value_that_need_not_be_there_hides_no_other_fault_and_invents_none(tmp_path: Path, file: str, old: str, new: str) -> None:
    without = told(tmp_path / "without", FAULTY)
    found = told(tmp_path / "with", FAULTY | {file: FAULTY[file].replace(old, new, 1)})

    assert [one for one in found if not one.startswith(("unknown-field", "unknown-value", "not-a-date"))] == without
    assert len(found) > len(without)


@pytest.mark.parametrize("line", ["documented: often", "origin: [editorial]"])
def test_where_a_wrong_value_governs_others_nothing_is_said_of_these(tmp_path: Path, line: str) -> None:
    name = line.partition(":")[0]
    facts = "\n".join(one for one in RIGHT[FACTS].split("\n") if not one.startswith(f"{name}:")) + f"{line}\n"

    codes = {one.partition(":")[0] for one in told(tmp_path, RIGHT | {FACTS: facts})}

    assert codes & {"unknown-value", "wrong-type"}
    assert codes <= {"unknown-value", "wrong-type", "left-out-reference"}


def test_a_list_under_a_wrong_name_and_of_a_wrong_form_makes_no_words_wrong(tmp_path: Path) -> None:
    found = told(tmp_path, FAULTY | {FACTS: FAULTY[FACTS].replace("videos:", "video:").replace('duration: "0:23"', "duration: long")})

    assert {one.partition(":")[0] for one in found} == {"html-in-prose", "left-out-reference", "unknown-field"}


def test_a_record_with_an_unknown_field_is_left_out(tmp_path: Path) -> None:
    base = write_base(tmp_path, RIGHT | {FACTS: f"{RIGHT[FACTS]}lol: 1\n"})

    assert tremplin("build", base=base).exit_code == 1
    assert "error[unknown-field] unknown field `lol`" in tremplin("check", base=base).stdout
