"""What is told in a scenario, and what should be."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
EXPECTED_OF_ACCIDENTS = "expected_build.txt"
"""In the folder of a scenario: what `tremplin build` says, in English, of an accident that `tests/build/test_interruptions.py` makes."""


def assert_told(told: str, file: Path) -> None:
    """The text is the expected one; an expectation that nobody has written yet is written, and read before it counts."""
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
        pytest.fail(f"{file} was missing and has been written: read it, then run the test again")
    assert told == file.read_text(encoding="utf-8")
