"""The site of this base, built once for all tests that open it in a browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tremplin.build import build
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.model.kinds import KINDS, LISTS

ROOT = Path(__file__).parents[2]
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


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nobody reads the log."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the whole site, on a port that the system chooses."""
    base = tmp_path_factory.mktemp("base")
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
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(found.site_dir))) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that remembers nothing."""
    opened = browser.new_context(reduced_motion="reduce")
    yield opened
    opened.close()
