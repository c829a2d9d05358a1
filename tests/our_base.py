"""The site of this base, with a page of every kind, for tests that look at all of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from tremplin.build import build
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.model.kinds import KINDS, LISTS

ROOT = Path(__file__).parents[1]
CONTENT = ("mkdocs.yml", "docs", *(kind.folder for kind in KINDS), *(kind.file for kind in LISTS))
SESSION = {
    "twg_conclusions/mirec-1/record.yml": """\
original: en
origin: editorial
documented: partial
partner: mirec
session: 1
theme: {theme}
conclusions: [{{id: short, kind: need}}, {{id: warm, kind: strength}}]
""",
    "twg_conclusions/mirec-1/en.md": "---\ntitle: A session\nsummary: What a group said.\nconclusions: {short: Courses must be short, warm: The rooms are warm}\n---\n## Context\n\nAutumn.\n",
}
"""The session of a working group, of which no source tells any: every kind of page is looked at."""


def build_our_site(base: Path) -> Path:
    """The folder of the site, built from a copy of this base in the empty folder `base`; faults fail the test."""
    base.mkdir(parents=True, exist_ok=True)
    for name in CONTENT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, base / name)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, base / name)
    theme = next(line.partition(":")[0] for line in (base / "vocabulary.yml").read_text(encoding="utf-8").splitlines() if line[:1].isalpha())
    for name, text in SESSION.items():
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text(text.format(theme=theme) if name.endswith(".yml") else text, encoding="utf-8")
    found, faults = read_site(base / "mkdocs.yml")
    assert found is not None, faults
    result = build(found, Cache(None))
    assert result.is_published, [one for one in result.diagnostics if one.is_fault]
    return found.site_dir
