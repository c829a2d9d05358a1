"""What readers have set for themselves: larger text, no motion, their own colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import ADDRESSES
from tests.browser.test_pages import TOO_WIDE

pytestmark = pytest.mark.browser

WIDTH = 640
DOUBLED = "document.documentElement.style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`"
CUT_OFF = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((one) => {
  const style = getComputedStyle(one);
  const isHidden = [style.overflowX, style.overflowY].some((value) => value === "hidden" || value === "clip");
  return isHidden && style.webkitLineClamp === "none" && one.clientWidth > 1 && one.checkVisibility() && one.textContent.trim()
    && (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2);
}).map((one) => one.outerHTML.slice(0, 120))"""
"""Texts of which a part is hidden, but for those that only a screen reader is meant to find, and for the beginnings on cards."""


@pytest.mark.parametrize("kind", ADDRESSES)
def test_text_of_twice_the_size_fits_and_is_not_cut_off(visitor: Page, site: str, kind: str) -> None:
    visitor.set_viewport_size({"width": WIDTH, "height": 800})
    visitor.goto(f"{site}de/{ADDRESSES[kind]}")
    visitor.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
    visitor.evaluate(DOUBLED)

    assert visitor.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert visitor.evaluate(TOO_WIDE) == []
    assert visitor.evaluate(CUT_OFF) == []


MOTION = "document.getAnimations().filter((one) => one.effect.getTiming().duration > 0).map((one) => `${one.transitionProperty ?? one.animationName} ${one.effect.target.outerHTML.slice(0, 80)}`)"
"""What moves on a page. What takes no time does not move: it appears, later than the rest perhaps."""


@pytest.fixture
def restless(browser: Browser) -> Iterator[Page]:
    """A reader who has nothing against motion."""
    context = browser.new_context(reduced_motion="no-preference")
    yield context.new_page()
    context.close()


def stir(page: Page, site: str) -> list[str]:
    """Point at things, open them, choose; what moves meanwhile."""
    page.goto(f"{site}en/good_practices/")
    moving = page.evaluate(MOTION)
    page.wait_for_selector(".tp-finder.is-ready")
    page.locator(".tp-card").first.hover()
    moving += page.evaluate(MOTION)
    page.locator("input[name=outcome][value=negative]").check()
    moving += page.evaluate(MOTION)
    page.goto(f"{site}en/microtrainings/lift-and-carry/")
    page.locator(".tp-word").first.focus()
    moving += page.evaluate(MOTION)
    page.keyboard.press("/")
    expect(page.locator("dialog.tp-find")).to_be_visible()
    return [*moving, *page.evaluate(MOTION)]


def test_nothing_moves_for_who_wants_no_motion(page: Page, restless: Page, site: str) -> None:
    assert stir(page, site) == []
    assert stir(restless, site) != []
    page.goto(f"{site}en/glossary/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


FORCED: dict[str, Any] = {"forced_colors": "active", "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}}


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    """A reader whose system replaces all colours, for example by white on black."""
    context = browser.new_context(**FORCED)
    yield context.new_page()
    context.close()


UNFRAMED = """selector => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).filter((one) => {
  const style = getComputedStyle(one);
  const isLine = (kind, width) => style[kind] !== "none" && parseFloat(style[width]) > 0;
  return !isLine("borderTopStyle", "borderTopWidth") && !isLine("borderLeftStyle", "borderLeftWidth") && !isLine("outlineStyle", "outlineWidth");
}).map((one) => one.outerHTML.slice(0, 120))"""
"""What looks like the paper around it: it has neither border nor outline."""
UNDRAWN = """() => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()).flatMap((one) => [null, "::before", "::after"].map((part) => [one, part, getComputedStyle(one, part)]))
  .filter(([one, part, style]) => style.maskImage !== "none" && (!part || style.content !== "none") && style.display !== "none")
  .filter(([one, part, style]) => style.backgroundColor === getComputedStyle(document.documentElement).backgroundColor)
  .map(([one, part]) => `${part ?? ""} ${one.outerHTML.slice(0, 120)}`)"""
"""Icons that are cut out of a background which the system has made like the paper."""
BUTTONS = ".tp-button, .tp-pill, .tp-act, .tp-chip, .tp-box:not(.tp-box--header), .tp-doors a, .tp-letters a"
BADGES = ".tp-tag, .tp-measure, .tp-critical, .tp-number"


def test_what_forced_colours_would_make_invisible_is_found(forced: Page) -> None:
    icon = "i { display: block; width: 9px; height: 9px; background: red; mask: linear-gradient(red, red) }"
    forced.set_content(f"<style>{icon} html {{ background: red }} b {{ border: 1px solid }} u {{ background: red }}</style><b>A</b><u>B</u><i></i>")

    assert [one[:2] for one in forced.evaluate(UNFRAMED, "b, u")] == ["<u"]
    assert [one[:3] for one in forced.evaluate(UNDRAWN)] == [" <i"]


@pytest.mark.parametrize("kind", ["home", "catalogue", "practice", "failed practice", "module", "glossary", "search", "project", "skill", "trial"])
def test_in_forced_colours_buttons_badges_and_icons_stand_out(forced: Page, site: str, kind: str) -> None:
    forced.goto(f"{site}en/{ADDRESSES[kind]}")
    forced.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
    forced.wait_for_load_state("networkidle")

    assert forced.evaluate(UNFRAMED, BUTTONS) == []
    assert forced.evaluate(UNFRAMED, BADGES) == []
    assert forced.evaluate(UNDRAWN) == []


def test_in_forced_colours_what_is_drawn_can_be_told_apart(forced: Page, site: str) -> None:
    forced.goto(f"{site}en/good_practices/work-immersion-pmsmp/")
    parts = "one => [...one.children].map((part) => { const style = getComputedStyle(part); return [style.backgroundColor, style.fill, style.stroke, style.borderTopColor].join() })"
    meters = forced.locator(".tp-meter").all()
    assert meters
    assert any(len(set(meter.evaluate(parts))) == 2 for meter in meters)
    bars = forced.locator(".tp-bars svg").all()
    assert bars
    assert all(len(set(bar.evaluate(parts))) == 2 for bar in bars)

    forced.goto(f"{site}en/{ADDRESSES['module']}")
    drawn = forced.locator(".tp-timeline rect").evaluate_all("all => all.map((one) => [getComputedStyle(one).stroke, getComputedStyle(one).fill])")
    assert drawn
    assert all(stroke not in {"none", fill} for stroke, fill in drawn)


def test_in_forced_colours_what_is_chosen_can_be_told_apart(browser: Browser, site: str) -> None:
    context = browser.new_context(**FORCED)
    forced = context.new_page()
    forced.goto(f"{site}en/{ADDRESSES['module']}")
    forced.locator("[data-grid]").scroll_into_view_if_needed()
    forced.locator("[data-live]:not([hidden])").first.wait_for()  # Its program moves the rows once more.
    row = forced.locator(".tp-judge__row").first
    row.locator("input").first.check(force=True)

    looks = row.locator("label").evaluate_all(
        "all => all.map((one) => { const style = getComputedStyle(one); return [style.outlineStyle, style.borderTopWidth, style.backgroundColor, getComputedStyle(one, '::before').backgroundColor].join() })",
    )
    is_box_seen = row.locator("input").first.evaluate("one => one.checkVisibility({ opacityProperty: true }) && one.getBoundingClientRect().width > 8")
    assert is_box_seen or looks[0] != looks[1] == looks[2]

    button = forced.get_by_role("button", name="Short and plain")
    before = button.evaluate("one => { const style = getComputedStyle(one); return [style.backgroundColor, style.borderTopWidth, style.outlineStyle, style.color].join() }")
    button.click()
    after = button.evaluate("one => { const style = getComputedStyle(one); return [style.backgroundColor, style.borderTopWidth, style.outlineStyle, style.color].join() }")
    assert after != before
    context.close()
