"""`tremplin export`: into a folder of its own, whatever the names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import TEAMWORK, write_base
from tests.cli.running import tremplin


def test_names_with_spaces_accents_and_quotes_are_names(tmp_path: Path) -> None:
    folder = tmp_path / "l'arbre “é” \"x\""

    assert tremplin("export", folder, base=write_base(tmp_path / "une base d'été", TEAMWORK)).exit_code == 0
    assert (folder / "docs" / "en" / "skills" / "teamwork" / "index.md").is_file()


@pytest.mark.parametrize("place", ["docs/en/tree", "skills/tree", "site/tree", "docs"])
def test_a_folder_of_the_base_itself_is_misuse(tmp_path: Path, place: str) -> None:
    base = write_base(tmp_path / "base", {"docs/en/index.md": "# A base\n"})
    done = tremplin("export", base / place, base=base)

    assert done.exit_code == 2
    assert not (base / place / "mkdocs.yml").exists()
