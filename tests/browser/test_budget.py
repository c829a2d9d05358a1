"""What a first visit costs, counted in a real browser: every answer that it fetched, as small as gzip makes it."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Response, expect

pytestmark = pytest.mark.browser

BUDGET = 140 * 1024
"""Bytes of HTML, styles, scripts and fonts together, and again for the first search."""
REQUESTS = 12
PAGE_PARTS = frozenset({"document", "stylesheet", "script", "font"})
LEVEL = 6
"""What servers use."""


@dataclass(frozen=True)
class Answer:
    """One thing that a browser has fetched."""

    url: str
    kind: str
    size: int

    @property
    def path(self) -> str:
        return urlsplit(self.url).path


def answer(response: Response) -> Answer:
    """What an answer would weigh on its way from a server that compresses."""
    body = response.body()
    return Answer(response.url, response.request.resource_type, min(len(body), len(gzip.compress(body, LEVEL))))


def opened(page: Page, address: str) -> list[Response]:
    """Every answer to a page that is opened; later ones are added."""
    answers: list[Response] = []
    page.on("response", lambda response: answers.append(response))  # noqa: PLW0108  # Playwright looks into what it is given
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return answers


def read_to_the_end(page: Page) -> None:
    """Come slowly by everything that is fetched only when it is near: half a screen, and whatever it asks for, at a time."""
    while page.evaluate("scrollBy(0, innerHeight / 2), new Promise((done) => requestAnimationFrame(() => done(scrollY + innerHeight < document.body.scrollHeight - 1)))"):
        page.wait_for_load_state("networkidle")
    page.wait_for_load_state("networkidle")


def is_of_search(found: Answer) -> bool:
    return "search" in found.path or "pagefind" in found.path


@pytest.mark.parametrize("tag", ["en", "lt"])
@pytest.mark.parametrize("module", ["hand-hygiene", "lift-and-carry"])
def test_a_first_visit_to_a_module_page_fits_the_budget_to_its_end_and_with_the_meaning_of_a_word(context: BrowserContext, site: str, tag: str, module: str) -> None:
    page = context.new_page()
    answers = opened(page, f"{site}{tag}/microtrainings/{module}/")
    read_to_the_end(page)
    with page.expect_response("**/terms.json"):
        page.locator("[data-term]").first.focus()
    found = [answer(one) for one in answers]
    weights = {one.path: one.size for one in found if one.kind in PAGE_PARTS}

    assert {"document", "stylesheet", "script", "font"} <= {one.kind for one in found}
    assert sum(weights.values()) <= BUDGET, weights
    assert len(found) <= REQUESTS, [one.path for one in found]
    assert [one.path for one in found if one.path.endswith("/assets/module.js")], "What stands further down was not come by."
    assert [one.url for one in found if not one.url.startswith(site)] == []
    assert [one.path for one in found if is_of_search(one)] == []


@pytest.mark.parametrize("tag", ["en", "lt"])
@pytest.mark.parametrize("kind", ["microtrainings", "good_practices"])
def test_a_first_visit_to_a_catalogue_fits_the_budget_with_its_records(context: BrowserContext, site: str, tag: str, kind: str) -> None:
    page = context.new_page()
    answers = opened(page, f"{site}{tag}/{kind}/")
    read_to_the_end(page)
    found = [answer(one) for one in answers]
    weights = {one.path: one.size for one in found if one.kind in PAGE_PARTS}

    assert sum(weights.values()) <= BUDGET, weights
    assert len([one for one in found if one.kind in PAGE_PARTS]) <= REQUESTS, [one.path for one in found]
    assert [one.path for one in found if is_of_search(one)] == []


def test_the_first_search_fits_a_budget_of_its_own(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    answers = opened(page, f"{site}en/microtrainings/hand-hygiene/")
    before = len(answers)
    page.keyboard.press("/")
    expect(page.locator("dialog.tp-find")).to_be_visible()
    page.keyboard.type("soap")
    expect(page.locator("dialog.tp-find mark").first).to_be_visible()
    weights = {one.path: one.size for one in map(answer, answers[before:])}

    assert weights
    assert sum(weights.values()) <= BUDGET, weights
