"""The site of this base in a real browser: every kind of page, with and without scripts, large and small, light and dark."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.kinds import ADDRESSES

pytestmark = pytest.mark.browser

SETTLED = "new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)))"
"""Ends when a page has been drawn and its scripts have nothing more to do."""
HIDDEN = """() => [...document.querySelectorAll("main h2, main p")].filter((one) => !one.closest("details:not([open])") && !one.checkVisibility()).map((one) => one.outerHTML)"""
"""The headings and paragraphs that nobody sees, but for those that a reader may open."""
OPENED = "document.querySelectorAll('main details').forEach((one) => { one.open = true })"
"""Opens what a reader may open."""
TOO_WIDE = """() => {
  const scrolls = (one) => one && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const isOut = (one) => one.getBoundingClientRect().right > innerWidth + 1;
  return [...document.querySelectorAll("main *, header *, footer *")].filter((one) => isOut(one) && !scrolls(one.parentElement)).map((one) => one.outerHTML.slice(0, 120));
}"""
"""What stands out of the window, unless it stands in something that scrolls by itself."""
PHONE: ViewportSize = {"width": 320, "height": 640}


@pytest.mark.parametrize(("locale", "yours"), [("fr-BE", "fr"), ("lt-LT", "lt"), ("en-US", "en"), ("pl", "pl"), ("ja-JP", None)])
def test_the_front_door_points_out_the_readers_language_and_sends_nobody_there(browser: Browser, site: str, locale: str, yours: str | None) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()

    page.goto(site)
    page.evaluate(SETTLED)

    assert page.url == site
    assert [link.get_attribute("hreflang") for link in page.locator(".is-yours").all()] == ([yours] if yours else [])
    assert page.locator("main a").count() == 8
    context.close()


def test_a_language_is_chosen_with_one_click(visitor: Page, site: str) -> None:
    visitor.goto(site)
    visitor.get_by_role("link", name="Français").click()

    assert visitor.url == f"{site}fr/"
    expect(visitor.locator("html")).to_have_attribute("lang", "fr")


@pytest.mark.parametrize("address", [ADDRESSES[kind] for kind in ("practice", "module", "written by hand", "home")])
def test_the_language_menu_leads_to_the_same_page(visitor: Page, site: str, address: str) -> None:
    visitor.goto(f"{site}en/{address}")
    visitor.locator("header summary[aria-label^='Language']").click()
    visitor.locator("header a[hreflang=fr]").click()

    assert visitor.url == f"{site}fr/{address}"
    visitor.locator("header a[hreflang=lt]").first.evaluate("link => link.click()")
    visitor.wait_for_url(f"{site}lt/{address}")


@pytest.mark.parametrize("address", ["", "en/", *(f"fr/{ADDRESSES[kind]}" for kind in ("practice", "module", "catalogue", "glossary"))])
def test_nobody_else_learns_that_a_page_is_read(context: BrowserContext, site: str, address: str) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()

    page.goto(site + address)
    page.mouse.wheel(0, 20_000)
    page.wait_for_load_state("networkidle")

    assert asked
    assert [url for url in asked if urlsplit(url).netloc != urlsplit(site).netloc and urlsplit(url).scheme not in {"data", "blob"}] == []
    assert context.cookies() == []


@pytest.mark.parametrize("kind", ADDRESSES)
def test_no_page_is_wider_than_a_small_phone(visitor: Page, site: str, kind: str) -> None:
    visitor.set_viewport_size(PHONE)
    for tag in ("fr", "de"):
        visitor.goto(f"{site}{tag}/{ADDRESSES[kind]}")
        visitor.evaluate(OPENED)

        assert visitor.evaluate(TOO_WIDE) == [], tag
        assert visitor.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], tag


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_of_an_example_of_code_is_cut_off(visitor: Page, site: str, width: int) -> None:
    """Keys reach no further than links: what would have to be scrolled is lost to them."""
    visitor.set_viewport_size({"width": width, "height": 640})
    visitor.goto(f"{site}fr/contribute/")

    assert visitor.locator("pre").count() == 2
    assert visitor.evaluate("[...document.querySelectorAll('pre')].filter((one) => one.scrollWidth > one.clientWidth).length") == 0


def test_the_front_door_is_not_wider_than_a_small_phone(visitor: Page, site: str) -> None:
    visitor.set_viewport_size(PHONE)
    visitor.goto(site)

    assert visitor.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("kind", [kind for kind in ADDRESSES if kind != "lost"])
def test_a_page_is_read_without_scripts(plain: Page, site: str, kind: str) -> None:
    plain.goto(f"{site}en/{ADDRESSES[kind]}")

    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator("main").get_by_text("@@tremplin")).to_have_count(0)
    assert plain.locator("main :is(p, li)").count() > 0
    assert plain.evaluate(HIDDEN) == []


def test_menus_open_and_lead_on_without_scripts(plain: Page, site: str) -> None:
    plain.goto(f"{site}en/{ADDRESSES['practice']}")
    plain.locator("header summary[aria-label^='Language']").click()
    plain.locator("header a[hreflang=es]").click()

    assert plain.url == f"{site}es/{ADDRESSES['practice']}"


def test_the_front_door_opens_without_scripts(plain: Page, site: str) -> None:
    plain.goto(site)
    plain.get_by_role("link", name="Deutsch").click()

    assert plain.url == f"{site}de/"
