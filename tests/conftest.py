"""What tests of several parts need: the system's Chromium, started once, and the site of this base, built once."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from scripts.chromium import ADVICE, chromium
from tests.our_base import build_our_site

settings.register_profile("patient", deadline=None)  # a busy computer is no fault
settings.load_profile("patient")

QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-quic", "--disable-sync")
"""A browser that asks nobody for anything and runs in a container."""
LETTERS = "--font-render-hinting=slight"
"""Chromium's headless shell sets letters as Chromium itself does, so that the pictures of pages fit both."""
PATIENCE = 60_000
"""Milliseconds until something that never comes fails a test: long, because a busy computer is no fault."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that at the end no processor waits for another."""
    long = {item.path for item in items if item.get_closest_marker("browser") or item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The installed Chromium, for tests marked `browser`; Playwright downloads none."""
    program = chromium()
    assert program, ADVICE
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*QUIET, LETTERS])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that remembers nothing; an error in a script of the page fails the test."""
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert not errors


@pytest.fixture(scope="session")
def our_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site of this base, which no test may change; processes that share the tests share it, too."""
    own = tmp_path_factory.getbasetemp()
    base = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "our" / "base"
    base.parent.mkdir(exist_ok=True)
    with FileLock(base.parent / "lock"):
        if not (base / "site").is_dir():
            shutil.rmtree(base, ignore_errors=True)
            build_our_site(base)
    return base / "site"
