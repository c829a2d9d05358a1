"""The site of this base, built once for all tests that open it in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from scripts.serving import serving


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


def window(browser: Browser, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """A page that stays open, and the errors in scripts of what it shows."""
    opened = browser.new_context(locale="en-GB", reduced_motion="reduce", **options)
    page = opened.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page, errors
    opened.close()


def lent(page: Page, errors: list[str]) -> Iterator[Page]:
    """A page that stays open, of the usual size and on a screen, for one test."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(media="null")
    errors.clear()
    yield page
    assert not errors


@pytest.fixture(scope="module")
def _window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    yield from window(browser)


@pytest.fixture(scope="module")
def _plain_window(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    yield from window(browser, java_script_enabled=False)


@pytest.fixture
def visitor(_window: tuple[Page, list[str]]) -> Iterator[Page]:
    """Somebody who only looks at pages, one after the other in one window, and leaves nothing behind: opening a new one takes longer than most tests."""
    yield from lent(*_window)


@pytest.fixture
def plain(_plain_window: tuple[Page, list[str]]) -> Iterator[Page]:
    """The same in a browser that runs no scripts."""
    yield from lent(*_plain_window)
