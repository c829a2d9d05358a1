"""Headings that are nearly those of a section."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import write_base
from tests.cli.running import tremplin
from tests.records import ONE_OF_EACH

WORDS = "microtrainings/turn-a-key/en.md"


@pytest.mark.parametrize(
    ("heading", "hint"), [("Safty", "did you mean `Safety`?"), ("Sécurité", "write `## Safety`"), ("A note of our own", "")],
)
def test_a_misspelt_heading_of_a_section_that_may_be_left_out_is_told(tmp_path: Path, heading: str, hint: str) -> None:
    words: str | bytes = str(ONE_OF_EACH[WORDS]).replace("## Safety", f"## {heading}")
    told = tremplin("check", base=write_base(tmp_path, {**ONE_OF_EACH, WORDS: words})).stdout
    expected = f"warning[unknown-heading] no section of this kind is called `{heading}`\n  help: {hint}\n"

    assert (expected in told) == bool(hint)
    assert ("unknown-heading" in told) == bool(hint)
    assert "error" not in told.replace("errors", "")
