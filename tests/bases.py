"""Tiny knowledge bases for tests, written where the test wants them."""

from collections.abc import Mapping
from pathlib import Path

CONFIGURATION = """\
site_name: A base
plugins:
  - tremplin:
      languages: [en, fr]
"""

TEAMWORK = {
    "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\n",
    "skills/teamwork/en.md": "---\ntitle: Work in teams\nsummary: Working with others.\n---\n## What it is\n\nDoing one's part.\n",
}
"""A skill without a translation and without faults."""


def write_base(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write `files`, path and content, below `folder`; a minimal mkdocs.yml in English and French stands there unless it is among them."""
    for name, content in {"mkdocs.yml": CONFIGURATION, **(files or {})}.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder
