"""`tremplin export`: into a folder of its own, whatever the names."""

from __future__ import annotations

import re
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


LISTS = """# Nous

```
/// records
    kind: practice
///
```

/// Records
    kind: skill

///

After
"""


def test_lists_are_written_out_as_the_site_shows_them_and_examples_stay_examples(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", {**TEAMWORK, "docs/en/about.md": LISTS})

    assert tremplin("export", tmp_path / "tree", base=base).exit_code == 0
    text = (tmp_path / "tree" / "docs" / "en" / "about.md").read_text(encoding="utf-8")
    assert text.startswith(LISTS.partition("/// Records")[0])
    assert "/// Records" not in text
    assert "[Work in teams](skills/teamwork/index.md)" in text
    assert text.endswith("\n\nAfter\n")


def test_every_language_has_a_home_page_and_the_pictures_of_its_pages(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", {
        **TEAMWORK, "docs/fr/README.md": "---\ndescription: Tout\n---\n# Une base\n\n![Un dessin](img/pic.png)\n", "docs/fr/img/pic.png": b"a picture", "docs/fr/.hidden": "no",
    })
    (base / "docs" / "en" / "index.md").unlink()

    assert tremplin("export", tmp_path / "tree", base=base).exit_code == 0
    docs = tmp_path / "tree" / "docs"
    assert re.findall(r"\]\((.*?)\)", (docs / "index.md").read_text(encoding="utf-8")) == ["en/README.md", "fr/README.md"]
    english = (docs / "en" / "README.md").read_text(encoding="utf-8")
    assert english.startswith("---\ndescription: Tout\n---\n# Une base\n\n> This page is not available in English yet. You are reading it in: French.\n\n")
    assert ">" not in (docs / "fr" / "README.md").read_text(encoding="utf-8")
    assert [(docs / tag / "img" / "pic.png").read_bytes() for tag in ("en", "fr")] == [b"a picture"] * 2
    assert not list(docs.rglob(".hidden"))
