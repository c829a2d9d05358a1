"""Words that are missing for what the facts name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import write_base
from tests.cli.running import tremplin
from tests.records import ONE_OF_EACH

MODULE, PRACTICE = "microtrainings/turn-a-key/en.md", "good_practices/open-door/en.md"
CHANGES = """\
  in-work: {indicator: in work within 12 months, comment: Participants were younger.}
  contracts: {indicator: contracts signed}
  mood: {indicator: how people feel}
"""


@pytest.mark.parametrize(("file", "old", "new", "wordless"), [
    (MODULE, "criteria: {fully: Turns it fully}", "criteria: {}", ["gestures.turn.criteria.fully"]),
    (PRACTICE, f"evolution:\n{CHANGES}", "evolution: {}\n", ["evolution.contracts", "evolution.in-work", "evolution.mood"]),
    (PRACTICE, f"evolution:\n{CHANGES}", "", ["evolution.contracts", "evolution.in-work", "evolution.mood"]),
])
def test_words_that_are_missing_are_told_one_by_one_also_between_empty_brackets(tmp_path: Path, file: str, old: str, new: str, wordless: list[str]) -> None:
    text = str(ONE_OF_EACH[file])
    assert old in text

    lines = tremplin("check", base=write_base(tmp_path, {**ONE_OF_EACH, file: text.replace(old, new)})).stdout.splitlines()

    assert [line.split("`")[1] for line in lines if "error[missing-words]" in line] == wordless
