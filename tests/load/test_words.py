from pathlib import Path

import pytest

from tremplin.load.words import read_words


@pytest.mark.parametrize("code", [
    "```\n## no heading\n```", "~~~~\n~~~\n## no heading\n~~~~", "- ```\n  ## no heading\n  ```", "10. ~~~ text\n\n    ## no heading\n    ~~~\n\n    more", " * ```\n   never closed",
])
def test_headings_in_code_are_none_and_those_below_it_are(tmp_path: Path, code: str) -> None:
    assert headings(tmp_path, f"## First\n\n{code}\n\n## Second\n\nText.\n") == ["First", "Second"]


def test_code_that_is_not_closed_goes_on_to_the_end_of_the_file(tmp_path: Path) -> None:
    assert headings(tmp_path, "## First\n\n```\ncode\n\n## Second\n") == ["First"]


def headings(folder: Path, body: str) -> list[str]:
    """The headings that a file with this body has for us."""
    file = folder / "en.md"
    file.write_text(f"---\ntitle: A title\n---\n{body}", encoding="utf-8")
    found, _ = read_words(file, "en.md", "en")
    assert found is not None
    return [section.heading for section in found.sections]
