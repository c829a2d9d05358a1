"""The site of this base, built once for all tests that open it in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.serving import serving


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--looks`, which is known where this folder or a file of it is named on the command line."""
    parser.addoption("--looks", choices=["compare", "renew"], default="compare", help="compare pages with the pictures in tests/browser/looks, or make these anew")


@pytest.fixture(scope="session")
def site(our_site: Path) -> Iterator[str]:
    """The address of the whole site, on a port that the system chooses."""
    with serving(our_site) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that remembers nothing."""
    opened = browser.new_context(reduced_motion="reduce")
    yield opened
    opened.close()
