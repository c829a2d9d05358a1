"""The site of this base, built once for all tests that open it in a browser."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--looks`, which is known where this folder or a file of it is named on the command line."""
    parser.addoption("--looks", choices=["compare", "renew"], default="compare", help="compare pages with the pictures in tests/browser/looks, or make these anew")


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: Any) -> None:
        """Nobody reads the log."""


@pytest.fixture(scope="session")
def site(our_site: Path) -> Iterator[str]:
    """The address of the whole site, on a port that the system chooses."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(our_site))) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that remembers nothing."""
    opened = browser.new_context(reduced_motion="reduce")
    yield opened
    opened.close()
