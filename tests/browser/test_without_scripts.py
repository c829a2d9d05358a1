"""Every page without JavaScript: it leads on, is printed, and plays the films that are here."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import ADDRESSES
from tests.patience import until

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", ADDRESSES)
def test_every_page_leads_on_without_scripts(plain: Page, site: str, kind: str) -> None:
    plain.goto(f"{site}en/{ADDRESSES[kind]}")

    assert plain.locator("header .tp-nav__row a:visible").count() > 5
    assert plain.locator("main button:visible").evaluate_all("all => all.filter((one) => one.type !== 'submit').length") == 0
    box = plain.locator("header.tp-header form[role=search]")
    expect(box.locator(":visible").first).to_be_visible()
    assert box.evaluate("form => form.action") == f"{site}en/search/a-z/"


def test_the_menu_of_a_phone_opens_without_scripts(plain: Page, site: str) -> None:
    plain.set_viewport_size({"width": 360, "height": 740})
    plain.goto(f"{site}en/{ADDRESSES['module']}")
    plain.locator("header nav summary").first.click()
    plain.locator("header nav .tp-drop__panel a[href$='glossary/']").click()

    assert plain.url == f"{site}en/glossary/"


@pytest.mark.parametrize("kind", [kind for kind in ADDRESSES if kind != "lost"])
def test_every_page_is_printed_without_scripts(plain: Page, site: str, kind: str) -> None:
    plain.goto(f"{site}en/{ADDRESSES[kind]}")
    plain.emulate_media(media="print")

    expect(plain.locator("h1")).to_be_visible()
    expect(plain.locator(".tp-header")).to_be_hidden()
    assert re.search(rb"/Type\s*/Page\b", plain.pdf(format="A4"))


def test_the_top_of_a_module_leads_to_its_grid_without_scripts(plain: Page, site: str) -> None:
    plain.goto(f"{site}en/{ADDRESSES['module']}")
    plain.locator(".tp-head").get_by_role("link", name="Assess the gestures").click()

    expect(plain.locator("#assess")).to_be_in_viewport()


def test_a_film_that_is_here_plays_without_scripts(plain: Page, site: str) -> None:
    plain.goto(f"{site}en/microtrainings/lift-and-carry/")
    film = plain.locator("video")
    expect(film).to_have_attribute("controls", "")
    source = plain.request.get(film.locator("source").evaluate("one => one.src"))
    assert source.ok
    assert source.headers["content-type"] == "video/webm"

    film.scroll_into_view_if_needed()
    film.focus()
    plain.keyboard.press("Space")

    expect(film).to_have_js_property("paused", value=False)
    expect(film).to_have_js_property("error", None)
    until(lambda: film.evaluate("film => film.currentTime > 0"), what="the film goes on")  # Asked from here: no clock of the page runs without scripts.
