"""Bad days: records that hardly say anything, an edition with one record, things that do not come, titles that go on and on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.bases import write_base
from tests.browser.axe import barriers
from tests.browser.kinds import ADDRESSES
from tests.browser.serving import built
from tests.browser.test_pages import TOO_WIDE

pytestmark = pytest.mark.browser

LONG = "Unfallverhütungsvorschriftenbekanntmachungsaushangtafelreinigung" * 4
MANY = "Very long and going on " * 20
KINDS = ("good_practices", "microtrainings", "skills", "recommendations", "events", "trials", "twg_conclusions")
WIDTHS = (320, 1280)
HITS = 3000
WORDY = {
    "glossary.yml": "gesture:\n  labels: {en: gesture}\n  definitions: {en: What a hand does.}\n",
    "skills/wordy/record.yml": "original: en\norigin: editorial\ndocumented: partial\n",
    "skills/wordy/en.md": f"---\ntitle: Many words\n---\n## What it is\n\n{'A gesture again. ' * HITS}\n",
}
"""A record that is little else than a word of the glossary."""


def bare(kind: str, name: str, title: str) -> Mapping[str, str]:
    """A record that has nothing but a title; a recommendation names what it rests on, too."""
    support = "based_on: [skills/short]\n" if kind == "recommendations" else ""
    return {f"{kind}/{name}/record.yml": f"original: en\norigin: editorial\ndocumented: announced\n{support}", f"{kind}/{name}/en.md": f"---\ntitle: {title}\n---\n"}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose only record is a skill."""
    with built(write_base(tmp_path_factory.mktemp("alone"), bare("skills", "teamwork", "Work in teams"))) as address:
        yield address


@pytest.fixture(scope="module")
def meagre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with, of each kind, a record that has only a title, and one whose only title is very long."""
    content: dict[str, str] = dict(WORDY)
    for kind in KINDS:
        content |= bare(kind, "short", "A title")
        content |= bare(kind, "long", LONG if KINDS.index(kind) % 2 else MANY)
    with built(write_base(tmp_path_factory.mktemp("meagre"), content)) as address:
        yield address


def fits(page: Page, width: int) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") <= width and page.evaluate(TOO_WIDE) == [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_with_only_a_title_has_a_decent_page(visitor: Page, meagre: str, kind: str) -> None:
    visitor.goto(f"{meagre}en/{kind}/short/")

    expect(visitor.locator("h1")).to_have_text("A title")
    shown = visitor.locator("main").inner_text()
    assert "None" not in shown
    assert "@@" not in shown
    empty = visitor.locator("main :is(section, ul, ol, dl, table)").evaluate_all("all => all.filter((one) => one.checkVisibility() && !one.innerText.trim()).map((one) => one.outerHTML.slice(0, 160))")
    assert empty == []
    assert barriers(visitor) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_very_long_title_stays_in_the_window(visitor: Page, meagre: str, kind: str, width: int) -> None:
    visitor.set_viewport_size({"width": width, "height": 740})
    for address in (f"{kind}/long/", f"{kind}/"):
        visitor.goto(f"{meagre}en/{address}")

        assert fits(visitor, width), address


@pytest.mark.parametrize("width", WIDTHS)
def test_a_search_that_finds_very_long_titles_stays_in_the_window(visitor: Page, meagre: str, width: int) -> None:
    visitor.set_viewport_size({"width": width, "height": 740})
    visitor.goto(f"{meagre}en/search/?q=title")
    expect(visitor.locator("[data-hit]").first).to_be_visible()
    assert fits(visitor, width)
    visitor.goto(f"{meagre}en/search/?q=long")
    expect(visitor.locator("[data-hit]").first).to_be_visible()
    assert fits(visitor, width)


def test_a_word_that_stands_everywhere_is_marked_once_and_explained(visitor: Page, meagre: str) -> None:
    visitor.goto(f"{meagre}en/skills/wordy/")
    word = visitor.locator("[data-term]")
    assert visitor.locator("main").inner_text().count("gesture") >= HITS
    expect(word).to_have_count(1)

    word.focus()

    expect(visitor.get_by_role("tooltip")).to_contain_text("What a hand does.")


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_an_edition_with_one_record_is_a_whole_site(visitor: Page, alone: str, tag: str) -> None:
    for address in ("", "skills/", "skills/teamwork/", "search/", "search/a-z/"):
        visitor.goto(f"{alone}{tag}/{address}")
        expect(visitor.locator("h1")).to_be_visible()
        assert barriers(visitor) == [], address

    expect(visitor.locator(".tp-az li a[href$='skills/teamwork/']")).to_have_count(1)
    visitor.goto(f"{alone}{tag}/search/?q=teams")
    expect(visitor.locator(f"[data-hit][href$='/{tag}/skills/teamwork/']")).to_be_visible()


def test_a_language_that_has_nothing_of_its_own_says_so_on_every_page_of_a_record(visitor: Page, alone: str) -> None:
    visitor.goto(f"{alone}fr/skills/teamwork/")

    expect(visitor.locator("h1 [lang=en], h1[lang=en]").first).to_have_text("Work in teams")
    expect(visitor.locator(".tp-notice, .tp-mark").first).to_be_visible()


@pytest.fixture
def forbidden(browser: Browser) -> Iterator[Page]:
    """A browser that keeps nothing and says so loudly; an error in a script of the page fails the test."""
    context = browser.new_context(reduced_motion="reduce", color_scheme="light")
    for storage in ("localStorage", "sessionStorage"):
        context.add_init_script(f"Object.defineProperty(window, '{storage}', {{ get() {{ throw new DOMException('forbidden', 'SecurityError'); }} }})")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.mark.parametrize("kind", ["home", "catalogue", "module", "practice", "search", "glossary"])
def test_every_page_works_where_nothing_may_be_kept(forbidden: Page, site: str, kind: str) -> None:
    forbidden.goto(f"{site}en/{ADDRESSES[kind]}")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = forbidden.evaluate(paper)
    forbidden.locator("[data-scheme-button]").click()
    assert forbidden.evaluate(paper) != before

    if kind != "search":
        forbidden.keyboard.press("/")
        expect(forbidden.locator("dialog.tp-find")).to_be_visible()
        forbidden.keyboard.type("soap")
        expect(forbidden.locator("dialog.tp-find mark").first).to_be_visible()


@pytest.mark.parametrize("missing", ["**/assets/*.js", "**/assets/fonts/*", "**/assets/tremplin.css"])
@pytest.mark.parametrize("kind", ["home", "module", "catalogue", "search"])
def test_a_page_reads_where_a_part_of_it_does_not_come(browser: Browser, site: str, kind: str, missing: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(missing, lambda route: route.abort())
    page.goto(f"{site}en/{ADDRESSES[kind]}")

    expect(page.locator("h1")).to_be_visible()
    assert page.locator("main a:visible").count() > 3
    assert page.locator("main").inner_text().strip()
    page.locator("header a[hreflang=fr], header a").first.focus()
    context.close()


def test_where_the_dialog_does_not_come_the_box_leads_to_the_list(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search.js", lambda route: route.abort())
    page.goto(f"{site}en/{ADDRESSES['module']}")
    page.keyboard.press("/")

    page.wait_for_url(f"{site}en/search/")
    page.locator("main a[href$='a-z/']").click()
    expect(page.locator(".tp-az li").first).to_be_visible()
    context.close()


def test_a_picture_that_does_not_come_leaves_its_page_readable(page: Page, site: str) -> None:
    page.route("**/*.webp", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(f"{site}en/microtrainings/lift-and-carry/")

    box = page.locator("video").bounding_box()
    assert box is not None
    assert box["height"] > 100
    assert fits(page, 1280)


def test_a_part_of_the_program_that_fails_leaves_the_others_at_work(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(fault.message))
    page.add_init_script("delete window.IntersectionObserver")
    page.goto(f"{site}en/{ADDRESSES['module']}")

    page.keyboard.press("/")

    expect(page.locator("dialog.tp-find")).to_be_visible()
    assert [fault for fault in faults if "IntersectionObserver" in fault] == faults != []
