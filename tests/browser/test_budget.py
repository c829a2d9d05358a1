"""What a first visit costs, counted in a real browser: every answer that it fetched, as small as gzip makes it."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Response, Route

from tremplin.cache import Cache
from tremplin.search.bundle import FACETS, Source, bundle
from tremplin.search.documents import Document, Part

pytestmark = pytest.mark.browser

BUDGET = 140 * 1024
"""Bytes of HTML, styles, scripts and fonts together."""
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


PAGES = 1000
"""Pages per language for which the budget of a search is promised."""
SEARCH = 140_000
"""Bytes of a first search: everything that the visit before has not fetched."""
INDEX = "en/search/index/"
TAGS = ("fr", "es", "it", "pl", "de", "ro", "lt")


@pytest.fixture(scope="module")
def index_of_a_thousand(our_site: Path) -> Mapping[str, bytes]:
    """Every file of a search among so many pages: the sentences of this base's own in another order, page by page as long, with titles and facets like theirs."""
    folder, dice = our_site / INDEX, random.Random(1)  # noqa: S311  the same pages in every run
    facets = facets_by_name(json.loads((folder / FACETS).read_bytes()))
    found = [(facets[path.stem.partition("_")[2]], json.loads(gzip.decompress(path.read_bytes()).partition(b"{")[2].join((b"{", b"")))) for path in sorted(folder.glob("fragment/*"))]
    sentences = [one for _, fragment in found for one in re.split(r"(?<=[.!?]) ", fragment["content"].partition(" · ")[0])]
    sources = {}
    for number in range(PAGES):
        has, fragment = found[number % len(found)]
        own, *others = fragment["content"].split(" · ")
        text = " ".join(dice.choice(sentences) for _ in range(own.count(". ") + 1))
        title = " ".join(dice.sample(fragment["meta"]["title"].split(), k=len(fragment["meta"]["title"].split())))
        folder_name = fragment["url"].strip("/").partition("/")[0]
        document = Document(f"{folder_name}/{number}/", f"{title} {number}", (Part("", "", (text,)),), has, tuple(zip(TAGS, others, strict=False)))
        sources[document.address] = Source(document.address, partial(_itself, document))
    return {path: content() for path, (_, content) in bundle(Cache(None), "thousand", "en", sources).items()}


def _itself(document: Document) -> Document:
    return document


def facets_by_name(facets: Mapping[str, Any]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What each page can be narrowed down by, as `search-page.js` reads it."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    has: tuple[tuple[str, str], ...] = ()
    for shared, *numbers, names in facets["pages"]:
        has = (*has[:shared], *(tuple(facets["values"][number]) for number in numbers))
        found |= dict.fromkeys(names.split(" "), has)
    return found


@pytest.fixture
def library(context: BrowserContext, site: str, index_of_a_thousand: Mapping[str, bytes]) -> Page:
    """The page of a module on a site with a thousand pages, and nothing fetched of its search."""

    def answered(route: Route) -> None:
        path = urlsplit(route.request.url).path.partition(INDEX)[2]
        if path in index_of_a_thousand:
            kind = "text/javascript" if path.endswith(".js") else "application/json" if path.endswith(".json") else "application/octet-stream"
            route.fulfill(body=index_of_a_thousand[path], content_type=kind)
        else:
            route.continue_()

    page = context.new_page()
    page.route(f"**/{INDEX}**", answered)
    page.goto(f"{site}en/microtrainings/hand-hygiene/")
    page.wait_for_load_state("networkidle")
    return page


def in_the_dialog(page: Page, query: str) -> None:
    """Ask from where one is."""
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").fill(query)
    page.locator("dialog .tp-hit mark").first.wait_for()


def typed_slowly(page: Page, query: str) -> None:
    """Ask so that every letter is a question."""
    page.keyboard.press("/")
    page.locator("dialog input[type=search]").press_sequentially(query, delay=300)
    page.locator("dialog .tp-hit mark").first.wait_for()


def on_the_search_page(page: Page, query: str) -> None:
    """Ask in an address that somebody has passed on."""
    page.goto(f"{page.url.partition('microtrainings')[0]}search/?q={query}")
    page.locator("main .tp-hit mark").first.wait_for()


@pytest.mark.parametrize(("ask", "query"), [
    (in_the_dialog, "work"), (in_the_dialog, "soap and water"), (typed_slowly, "training"),
    (on_the_search_page, "work"), (on_the_search_page, "long-term unemployed"), (on_the_search_page, "chômage"),
])
def test_the_first_search_among_a_thousand_pages_fits_a_budget_of_its_own(library: Page, ask: Callable[[Page, str], None], query: str) -> None:
    known = set(library.evaluate("performance.getEntriesByType('resource').map((one) => one.name)"))
    answers: list[Answer] = []
    library.on("requestfinished", lambda request: answers.append(answer(found)) if (found := request.response()) and request.url not in known else None)
    ask(library, query)
    library.wait_for_load_state("networkidle")
    weights = {one.path: one.size for one in answers}

    assert any(path.endswith(".pf_index") for path in weights)
    assert sum(weights.values()) <= SEARCH, sorted(weights.items(), key=lambda one: -one[1])
