"""Tiny knowledge bases for tests, written where the test wants them."""

import shutil
from collections.abc import Mapping
from pathlib import Path

CONFIGURATION = """\
site_name: A base
plugins:
  - tremplin:
      languages: [en, fr]
theme:
  name: material
  font: false
"""
HOME = {"docs/en/index.md": "# A base\n"}
"""The one hand-written page without which a site has no front door."""

TEAMWORK = {
    "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\n",
    "skills/teamwork/en.md": "---\ntitle: Work in teams\nsummary: Working with others.\n---\n## What it is\n\nDoing one's part.\n",
}
"""A skill without a translation and without faults."""


EVERY_KIND = Path(__file__).parent / "scenarios" / "nothing-to-mend" / "base"
"""A base without faults that has one record of every kind, entries in every list and hand-written pages, in English and partly in French."""


def copy_base(source: Path, folder: Path) -> Path:
    """A copy of a base, to be changed and built."""
    shutil.copytree(source, folder)
    return folder


def write_base(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write `files`, path and content, below `folder`; a minimal mkdocs.yml in English and French and a home page stand there unless they are among them."""
    for name, content in {"mkdocs.yml": CONFIGURATION, **HOME, **(files or {})}.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder
