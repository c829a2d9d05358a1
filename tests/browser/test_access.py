"""Nobody is shut out: axe-core on every kind of page, in every language, in both colour schemes, on a phone and a desktop, and with everything opened that opens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import EVERYTHING, Scheme, barriers, begin, found_barriers
from tests.browser.kinds import ADDRESSES, LANGUAGES

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
ROUNDS: tuple[Scheme, ...] = ("light", "dark", "light", "dark")
OPENED = "[...document.querySelectorAll('main details')].slice(0, 6).forEach((one) => { one.open = true })"
"""Opens some of what a reader may open; a glossary has a hundred alike."""
MODULE = "microtrainings/lift-and-carry/"


@pytest.fixture(scope="module")
def readers(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """A phone and a desktop, each with a process of its own, so that axe looks at two pages at once."""
    contexts = [browser.new_context(reduced_motion="reduce", **options) for options in (PHONE, DESKTOP)]
    yield contexts[0].new_page(), contexts[1].new_page()
    for context in contexts:
        context.close()


@pytest.mark.parametrize("kind", ADDRESSES)
def test_no_kind_of_page_shuts_anybody_out_in_any_language(readers: tuple[Page, Page], site: str, kind: str) -> None:
    """Every language once, on a phone or a desktop, in light or dark; with the kinds, the languages change places."""
    turn = list(ADDRESSES).index(kind) % len(LANGUAGES)
    tags = LANGUAGES[turn:] + LANGUAGES[:turn]
    for number, scheme in enumerate(ROUNDS):
        shown = list(zip(readers, tags[2 * number : 2 * number + 2], strict=True))
        for page, tag in shown:
            page.emulate_media(color_scheme=scheme)
            page.goto(f"{site}{tag}/{ADDRESSES[kind]}")
            page.evaluate(OPENED)
            begin(page, EVERYTHING)
        assert [(tag, found) for page, tag in shown if (found := found_barriers(page, scheme))] == []


@pytest.mark.parametrize("address", ["", "404.html"])
def test_the_front_pages_shut_nobody_out(page: Page, site: str, address: str) -> None:
    page.goto(site + address)

    assert barriers(page) == []


def test_what_would_shut_somebody_out_is_found(page: Page) -> None:
    style = "@media (prefers-color-scheme: dark) { body { background: black; color: white } p { color: #444 } }"
    small = "<button style='all: unset; width: 9px; height: 9px; overflow: hidden'>A</button>"
    page.set_content(f"<!doctype html><html lang=en><title>A</title><style>{style}</style><main><h1>A</h1><img src=a.png><p>Grey</p>{small}{small}</main></html>")

    assert {barrier.split(":")[0] for barrier in barriers(page)} == {"light image-alt", "light target-size", "dark color-contrast"}


@pytest.fixture(params=["phone", "desktop"])
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone, then a desktop, that remembers nothing."""
    context = browser.new_context(reduced_motion="reduce", **(PHONE if request.param == "phone" else DESKTOP))
    yield context.new_page()
    context.close()


def test_the_open_dialog_with_results_shuts_nobody_out(reader: Page, site: str) -> None:
    reader.goto(f"{site}de/{MODULE}")
    reader.keyboard.press("/")
    expect(reader.locator("dialog.tp-find")).to_be_visible()
    reader.keyboard.type("arbeit")
    expect(reader.locator("dialog.tp-find mark").first).to_be_visible()

    assert barriers(reader) == []


def test_the_search_page_with_results_and_facets_shuts_nobody_out(reader: Page, site: str) -> None:
    reader.goto(f"{site}lt/search/?q=darb")
    expect(reader.locator("mark").first).to_be_visible()
    reader.locator(".tp-search details").evaluate_all("all => all.forEach((one) => { one.open = true })")

    assert reader.locator(".tp-facet:visible").count() > 3
    assert barriers(reader) == []


def test_open_menus_shut_nobody_out(reader: Page, site: str) -> None:
    reader.goto(f"{site}pl/{MODULE}")
    menus = [one for one in reader.locator("header summary").all() if one.is_visible()]
    assert menus
    for menu in menus:
        menu.click()
        expect(menu.locator("xpath=../ul")).to_be_visible()

        assert barriers(reader) == []
        reader.keyboard.press("Escape")
        expect(menu.locator("xpath=../ul")).to_be_hidden()


def test_an_open_and_a_narrowed_catalogue_shut_nobody_out(reader: Page, site: str) -> None:
    reader.goto(f"{site}ro/good_practices/")
    reader.wait_for_selector(".tp-finder.is-ready")
    reader.locator(".tp-filters details, .tp-browse").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert barriers(reader) == []

    reader.locator("input[name=outcome][value=negative]").check()
    expect(reader.locator("[data-chips]")).to_be_visible()
    assert barriers(reader) == []


def test_a_word_that_is_explained_shuts_nobody_out(reader: Page, site: str) -> None:
    reader.goto(f"{site}it/microtrainings/hand-hygiene/")
    reader.locator(".tp-word").first.focus()
    expect(reader.get_by_role("tooltip")).to_be_visible()

    assert barriers(reader) == []


def test_a_module_at_work_and_made_short_shuts_nobody_out(reader: Page, site: str) -> None:
    reader.goto(f"{site}es/{MODULE}")
    for part in ("video", ".tp-steps, [data-steps]", "[data-grid]"):
        reader.locator(part).first.scroll_into_view_if_needed()
        reader.wait_for_load_state("networkidle")
    reader.locator("video").evaluate("film => film.play()")
    reader.locator(".tp-ticks input").first.check()
    for number, mark in enumerate(("seen", "unseen", "none")):
        reader.locator(".tp-judge__row").nth(number).locator(f"input[value={mark}]").check(force=True)
    assert barriers(reader) == []

    reader.locator("[data-reading] button[aria-pressed]").first.click()
    assert barriers(reader) == []
