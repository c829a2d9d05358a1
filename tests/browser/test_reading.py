"""What helps to understand a page: words of the glossary, the short page, the voice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser

PAGE = "en/microtrainings/hand-hygiene/"


@pytest.fixture
def page(context: BrowserContext, site: str) -> Page:
    opened = context.new_page()
    opened.goto(site + PAGE)
    return opened


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    opened = context.new_page()
    opened.goto(site + PAGE)
    yield opened
    context.close()


def test_a_word_of_the_glossary_is_explained_where_it_stands(page: Page) -> None:
    word, meaning = page.locator(".tp-word").first, page.get_by_role("tooltip")
    expect(meaning).to_be_hidden()

    word.hover()
    expect(meaning).to_be_visible()
    assert meaning.inner_text().split("\n")[0].lower() in {"micro-training", word.inner_text().lower()}
    meaning.hover()
    expect(meaning).to_be_visible()
    page.mouse.move(0, 0)
    expect(meaning).to_be_hidden()


def test_a_word_is_explained_to_the_keyboard_and_escape_closes(page: Page) -> None:
    word, meaning = page.locator(".tp-word").first, page.get_by_role("tooltip")

    word.focus()
    expect(meaning).to_be_visible()
    assert word.get_attribute("aria-describedby") == meaning.get_attribute("id")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()


def test_the_first_tap_explains_and_the_second_leads_to_the_glossary(phone: Page) -> None:
    word = phone.locator(".tp-word").first
    word.scroll_into_view_if_needed()

    word.tap()
    expect(phone.get_by_role("tooltip")).to_be_visible()
    box = phone.get_by_role("tooltip").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    word.tap()
    phone.wait_for_url("**/glossary/#*")


def test_nothing_is_fetched_before_a_word_is_asked_for(context: BrowserContext, site: str) -> None:
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + PAGE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith("terms.json")]

    page.locator(".tp-word").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert len([url for url in asked if url.endswith("terms.json")]) == 1


def test_a_word_stays_a_link_where_its_meaning_cannot_be_fetched(page: Page, site: str) -> None:
    page.route("**/terms.json", lambda route: route.abort())
    word = page.locator(".tp-word").first

    word.click()
    page.wait_for_url(f"{site}en/glossary/#*")


def test_the_short_page_shows_less_and_is_remembered(page: Page) -> None:
    button, notes = page.get_by_role("button", name="Short and plain"), page.locator(".tp-section--trainer-notes")
    expect(notes).to_be_visible()

    button.click()
    expect(notes).to_be_hidden()
    expect(page.locator(".tp-plain")).to_be_visible()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(notes).to_be_hidden()
    button.click()
    expect(notes).to_be_visible()


def test_the_short_page_begins_with_the_plain_words_and_leaves_out_what_trainers_need(page: Page) -> None:
    page.get_by_role("button", name="Short and plain").click()

    order = "[...document.querySelectorAll('.tp-record > *')].filter((one) => one.checkVisibility()).map((one) => one.className)"
    shown = [name.split()[-1] for name in page.evaluate(order)]
    assert shown[:2] == ["tp-head", "tp-plain"]
    assert shown.index("tp-films") < shown.index("tp-section--safety") < shown.index("tp-gestures") < shown.index("tp-glance")
    assert not {"tp-outcomes", "tp-course", "tp-assess", "tp-attest", "tp-credential", "tp-related", "tp-jump"} & set(shown)


def test_the_short_page_of_a_practice_goes_on_with_what_changed(page: Page, site: str) -> None:
    page.goto(f"{site}en/good_practices/jobpath/")
    page.get_by_role("button", name="Short and plain").click()

    sections = page.evaluate("[...document.querySelectorAll('.tp-record > section')].filter((one) => one.checkVisibility()).map((one) => one.getAttribute('aria-labelledby'))")
    assert sections[:2] == ["in-plain-language", "evolution"]


def test_the_short_page_ends_with_the_way_to_the_whole(page: Page) -> None:
    button, whole = page.get_by_role("button", name="Short and plain"), page.get_by_role("button", name="Show the whole page")
    order = "[...document.querySelectorAll('.tp-record > *')].map((one) => one.className)"
    before = page.evaluate(order)
    expect(whole).to_be_hidden()

    button.click()
    whole.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_focused()
    assert page.evaluate(order) == before


def test_a_link_to_what_the_short_page_leaves_out_shows_the_whole(page: Page, site: str) -> None:
    page.get_by_role("button", name="Short and plain").click()

    page.goto(f"{site}{PAGE}?again#assess")
    expect(page.locator("#assess")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Short and plain")).to_have_attribute("aria-pressed", "false")


def test_an_address_that_nobody_can_read_stops_no_program(page: Page, site: str) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda problem: problems.append(str(problem)))

    page.goto(f"{site}{PAGE}?again#%")
    page.locator("[data-plain-button]").click()

    expect(page.locator("[data-whole]")).to_be_visible()
    assert problems == []


def test_the_short_page_works_where_nothing_can_be_kept(context: BrowserContext, site: str) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } })")
    page = context.new_page()
    page.goto(site + PAGE)

    page.get_by_role("button", name="Short and plain").click()
    expect(page.locator(".tp-section--trainer-notes")).to_be_hidden()


VOICES = """
const said = [];
window.said = said;
const voices = %s;
Object.defineProperty(window, "speechSynthesis", { value: {
  speaking: false, pending: false, getVoices: () => voices, addEventListener() {}, cancel() { said.push("(silence)"); }, speak(one) { said.push(one.text); },
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.mark.parametrize(("voices", "is_offered"), [("[{ lang: 'en-GB' }]", True), ("[{ lang: 'fr-FR' }]", False), ("[]", False)])
def test_a_voice_reads_the_page_where_the_browser_has_one_for_its_language(context: BrowserContext, site: str, voices: str, is_offered: bool) -> None:  # noqa: FBT001
    context.add_init_script(VOICES % voices)
    page = context.new_page()
    page.goto(site + PAGE)
    button = page.get_by_role("button", name="Read aloud")
    expect(button).to_be_visible(visible=is_offered)
    if not is_offered:
        return

    button.click()
    said = page.evaluate("said")
    assert said[0] == "Micro-training"
    assert "Hand hygiene at work" in said
    assert not [text for text in said if "Read on November" in text]
    button.click()
    assert page.evaluate("said.at(-1)") == "(silence)"
    expect(button).to_have_attribute("aria-pressed", "false")
