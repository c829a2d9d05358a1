"""Passing a page on: with what the device offers, or by its address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

ADDRESS = "good_practices/jobpath/"
CANONICAL = f"https://tremplin.example.org/fr/{ADDRESS}"
SHARES = "navigator.share = async (what) => { window.shared = what; }"
CHANGES_ITS_MIND = "navigator.share = async () => { throw new DOMException('', 'AbortError'); }"
CANNOT = "navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); }"
KEEPS_TO_ITSELF = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('', 'NotAllowedError'); } } }); navigator.share = undefined"
COPIES = "navigator.share = undefined"


@pytest.fixture
def allowed(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A browser that lets pages use its clipboard."""
    context = browser.new_context(reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.rstrip("/"))
    yield context
    context.close()


def opened(context: BrowserContext, site: str, script: str) -> Page:
    page = context.new_page()
    page.add_init_script(script)
    page.goto(f"{site}fr/{ADDRESS}#evolution")
    return page


def test_where_a_device_cannot_share_the_address_is_copied_and_that_is_said(allowed: BrowserContext, site: str) -> None:
    page = opened(allowed, site, COPIES)
    said = page.locator("[data-shared]")
    expect(said).to_have_attribute("role", "status")
    expect(said).to_have_text("")

    button = page.locator("[data-share]")
    button.focus()
    page.keyboard.press("Enter")

    expect(said).to_have_text(str(button.get_attribute("data-copied")))
    assert page.evaluate("navigator.clipboard.readText()") == CANONICAL
    expect(button).to_be_focused()


def test_a_device_that_shares_is_given_title_and_address(context: BrowserContext, site: str) -> None:
    page = opened(context, site, SHARES)
    page.locator("[data-share]").click()

    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared") == {"title": page.locator("h1").inner_text(), "url": CANONICAL}
    expect(page.locator("[data-shared]")).to_have_text("")


def test_nothing_is_copied_when_the_reader_changes_their_mind(allowed: BrowserContext, site: str) -> None:
    page = opened(allowed, site, CHANGES_ITS_MIND)
    page.evaluate("navigator.clipboard.writeText('before')")
    page.locator("[data-share]").click()
    page.evaluate("new Promise((done) => setTimeout(done))")

    assert page.evaluate("navigator.clipboard.readText()") == "before"


def test_where_sharing_fails_the_address_is_copied(allowed: BrowserContext, site: str) -> None:
    page = opened(allowed, site, CANNOT)
    page.locator("[data-share]").click()

    expect(page.locator("[data-shared]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == CANONICAL


def test_where_nothing_may_be_copied_the_address_is_shown_and_selected(context: BrowserContext, site: str) -> None:
    page = opened(context, site, KEEPS_TO_ITSELF)
    page.locator("[data-share]").click()

    expect(page.locator("[data-shared]")).to_have_text(CANONICAL)
    assert page.evaluate("getSelection().toString()") == CANONICAL


def test_a_page_without_an_address_of_its_own_passes_on_where_it_is(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.add_init_script(SHARES)
    page.goto(f"{site}de/twg_conclusions/mirec-1/#related")
    page.locator("[data-share]").click()

    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared.url") == f"{site}de/twg_conclusions/mirec-1/"


def test_without_scripts_there_is_no_button(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}fr/{ADDRESS}")

    expect(page.locator("[data-share]")).to_be_hidden()
    expect(page.locator(".tp-tools")).to_be_hidden()
    context.close()


def test_the_button_is_large_enough_for_a_thumb(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}fr/{ADDRESS}")
    box = page.locator("[data-share]").bounding_box()

    assert box is not None
    assert min(box["width"], box["height"]) >= 44
