"""From the home page to a printed sheet with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_module_page import film_of, in_parts

pytestmark = pytest.mark.browser

MODULE = "en/microtrainings/lift-and-carry/"
MANY = 200
"""Nobody presses Tab more often on one page."""
HERE = """() => {
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  const isOutlined = (marked) => marked && getComputedStyle(marked).outlineStyle !== "none" && parseFloat(getComputedStyle(marked).outlineWidth) > 1;
  return {
    name: one.outerHTML.slice(0, 120),
    isSeen: one.matches("body") || (one.checkVisibility() && box.bottom > 0 && box.top < innerHeight),
    isMarked: one.matches("body, video") || isOutlined(one) || isOutlined(one.closest("label, .tp-box")),
  };
}"""
"""Whether a reader sees where the keyboard is; a film draws that itself."""


def tab_to(page: Page, selector: str, *, key: str = "Tab") -> None:
    """Press Tab, or another key, until an element has the focus, and see it at every stop."""
    for _ in range(MANY):
        page.keyboard.press(key)
        here = page.evaluate(HERE)
        assert here["isSeen"], here
        assert here["isMarked"], here
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{key} does not lead to {selector}")


def test_a_module_is_found_watched_assessed_and_printed_with_the_keyboard_alone(page: Page, site: str) -> None:
    page.add_init_script("window.printed = []; window.print = () => window.printed.push(document.documentElement.dataset.print)")
    page.route("**/demonstration.webm", in_parts(film_of(site, page, MODULE)))
    page.goto(f"{site}en/")

    tab_to(page, "input[type=search]")
    page.keyboard.type("lift and carry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=lift+and+carry")
    expect(page.locator(f"[data-hit][href$='/{MODULE}']").first).to_be_visible()
    tab_to(page, f"[data-hit][href$='/{MODULE}']")
    page.keyboard.press("Enter")
    page.wait_for_url(site + MODULE)

    tab_to(page, "video")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Space")
    expect(page.locator("video")).to_have_js_property("paused", value=False)
    tab_to(page, ".tp-chapters li:nth-child(2) a")
    page.keyboard.press("Enter")
    expect(page.locator(".tp-chapters [aria-current=true]")).to_have_text(re.compile("0:26"))

    fill_first_gesture(page)
    tab_to(page, "[data-print=sheet]", key="Shift+Tab")
    page.keyboard.press("Enter")
    tab_to(page, "[data-print=attestation]")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed") == ["sheet", "attestation"]


def fill_first_gesture(page: Page) -> None:
    """Mark its criteria, the last one in two steps: arrows move the choice."""
    judge = page.locator(".tp-judge").first
    rows = judge.locator(".tp-judge__row").count()
    for number in range(rows):
        tab_to(page, ".tp-judge:first-of-type .tp-judge__row input")
        page.keyboard.press("Space")
        if number == rows - 1:
            page.keyboard.press("ArrowRight")
            expect(judge.locator("input[value=unseen]:checked")).to_have_count(1)
            page.keyboard.press("ArrowLeft")
    expect(judge.get_by_role("status")).to_have_text("Acquired.")


def test_the_first_key_leads_past_the_header(page: Page, site: str) -> None:
    page.goto(site + MODULE)
    page.keyboard.press("Tab")
    expect(page.locator(".tp-skip")).to_be_focused()
    assert page.locator(".tp-skip").evaluate("one => one.getBoundingClientRect().top >= 0")

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("menu", ["Language", "Navigation"])
def test_a_menu_opens_and_closes_with_the_keyboard_alone(page: Page, site: str, menu: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}fr/microtrainings/lift-and-carry/")
    summaries = page.locator("header summary")
    chosen = summaries.first if menu == "Language" else summaries.nth(1)
    chosen.focus()
    page.keyboard.press("Enter")
    expect(chosen.locator("xpath=../ul")).to_be_visible()

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.tp-drop__panel') !== null")
    page.keyboard.press("Escape")
    expect(chosen.locator("xpath=../ul")).to_be_hidden()
    expect(chosen).to_be_focused()
