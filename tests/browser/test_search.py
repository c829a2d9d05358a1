"""Searching in a real browser: from every page, in every language, slowly, quickly, with a typo, with nothing found, without an index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import barriers

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "fr", "es", "it", "pl", "de", "ro", "lt")
MODULE = "microtrainings/hand-hygiene/"
DIALOG = "dialog.tp-find"
FOLDED = {"fr": ("chomeur", "chôm"), "pl": ("dlugotrwale", "długotrwal"), "ro": ("somer", "șomer"), "lt": ("zmones", "žmonė"), "es": ("formacion", "formación"), "de": ("hande", "händ")}
"""What somebody types without accents, and what is then marked."""


@pytest.fixture
def reader(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert errors == []


def asked(page: Page, text: str) -> None:
    """Open the dialog and type."""
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_visible()
    page.keyboard.type(text)


def test_nothing_of_the_search_is_fetched_before_somebody_asks(reader: Page, site: str) -> None:
    fetched: list[str] = []
    reader.on("request", lambda request: fetched.append(request.url))
    reader.goto(f"{site}fr/{MODULE}")
    reader.wait_for_load_state("networkidle")

    assert [url for url in fetched if "search" in url or "pagefind" in url] == []
    asked(reader, "savon")
    expect(reader.locator(f"{DIALOG} mark").first).to_be_visible()
    assert [url for url in fetched if "wasm" in url]
    assert [url for url in fetched if not url.startswith(site)] == []


@pytest.mark.parametrize("tag", FOLDED)
def test_accents_need_not_be_typed(reader: Page, site: str, tag: str) -> None:
    typed, marked = FOLDED[tag]
    reader.goto(f"{site}{tag}/search/?q={typed}")

    expect(reader.locator("mark").filter(has_text=re.compile(marked, re.IGNORECASE)).first).to_be_visible()


def titles(page: Page, site: str) -> Iterator[str]:
    """What the module is called in each language."""
    for tag in LANGUAGES:
        page.goto(f"{site}{tag}/{MODULE}")
        yield page.locator("h1").inner_text()


@pytest.mark.parametrize("tag", ["fr", "lt"])
def test_a_title_in_any_language_finds_the_record_in_the_readers(reader: Page, site: str, tag: str) -> None:
    for title in list(titles(reader, site)):
        reader.goto(f"{site}{tag}/search/?q={quote(title)}")

        expect(reader.locator(f"[data-hit][href$='/{tag}/{MODULE}']").first).to_be_visible()


def test_a_sentence_of_another_language_finds_the_record_too(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/search/?q=wash+hands+with+soap")

    expect(reader.locator(f"[data-hit][href$='/fr/{MODULE}']")).to_be_visible()
    expect(reader.locator("[data-elsewhere] [lang=en] mark").first).to_be_visible()


@pytest.mark.parametrize(("tag", "typed"), [("fr", "LTU"), ("fr", "CLD"), ("en", "CLD"), ("en", "LTU"), ("fr", "VAE"), ("de", "VAE")])
def test_abbreviations_of_any_language_are_understood(reader: Page, site: str, tag: str, typed: str) -> None:
    reader.goto(f"{site}{tag}/search/?q={typed}")

    wanted = "validation-of-prior-learning" if typed == "VAE" else "long-term-unemployed"
    expect(reader.locator(f"[data-hit][href$='glossary/#{wanted}']").first).to_be_visible()
    assert int(re.findall(r"\d+", reader.get_by_role("status").inner_text())[0]) > 1


def test_results_are_reached_and_opened_with_the_keyboard_alone(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/{MODULE}")
    reader.keyboard.press("Control+k")
    expect(reader.locator(f"{DIALOG} input[type=search]")).to_be_focused()
    reader.keyboard.type("chômeurs")
    first = reader.locator(f"{DIALOG} [data-hit]").first
    expect(reader.locator(f"{DIALOG} mark").first).to_be_visible()
    reader.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    reader.keyboard.press("ArrowUp")
    expect(reader.locator(f"{DIALOG} input[type=search]")).to_be_focused()
    reader.keyboard.press("ArrowDown")
    href = first.get_attribute("href")
    assert href
    reader.keyboard.press("Enter")

    reader.wait_for_url(href)


def test_escape_closes_the_dialog_and_gives_the_focus_back(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/{MODULE}")
    reader.locator(".tp-brand").focus()
    asked(reader, "main")
    reader.keyboard.press("Escape")

    expect(reader.locator(DIALOG)).to_be_hidden()
    expect(reader.locator(".tp-brand")).to_be_focused()


def test_the_key_can_be_turned_off(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/{MODULE}")
    asked(reader, "")
    reader.get_by_label(re.compile("key /")).uncheck()
    reader.keyboard.press("Escape")
    reader.reload()
    reader.keyboard.press("/")
    reader.keyboard.press("Control+k")

    expect(reader.locator(f"{DIALOG} input[type=search]")).to_have_value("")


def test_how_many_results_there_are_is_said_aloud(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/search/")
    reader.get_by_role("main").get_by_role("searchbox").fill("chômeurs")

    expect(reader.get_by_role("main").get_by_role("status")).to_contain_text(re.compile(r"\d"))


def test_filters_count_narrow_down_and_stand_in_the_address(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/search/?q=emploi")
    row = reader.locator(".tp-facet", has=reader.locator("[name=kind][value=practice]"))
    expect(row.locator(".tp-facet__count")).to_have_text(re.compile(r"\d"))
    number = int(row.locator(".tp-facet__count").inner_text())
    row.click()

    expect(reader).to_have_url(f"{site}fr/search/?q=emploi&kind=practice")
    expect(reader.get_by_role("main").get_by_role("status")).to_contain_text(str(number))
    assert reader.locator(".tp-search__results .tp-hits").count() == 1
    reader.goto(f"{site}fr/search/?q=emploi&kind=practice&country=FR")
    expect(reader.locator("[name=country][value=FR]")).to_be_checked()
    expect(reader.locator(".tp-search__results .tp-hits")).to_have_count(1)


def test_the_back_button_leads_to_the_search_before(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/search/")
    box = reader.get_by_role("main").get_by_role("searchbox")
    for text in ("savon", "échelle"):
        box.fill(text)
        box.press("Enter")
        expect(reader.locator("[data-hit]").first).to_be_visible()
    reader.go_back()

    expect(box).to_have_value("savon")
    reader.locator("[data-hit]").first.click()
    reader.wait_for_url(re.compile("/microtrainings/|/good_practices/|/glossary/|/skills/|/trials/"))
    reader.go_back()
    expect(box).to_have_value("savon")
    expect(reader.locator("[data-hit]").first).to_be_visible()


def test_filters_alone_show_what_there_is(reader: Page, site: str) -> None:
    reader.goto(f"{site}pl/search/?outcome=negative")

    expect(reader.locator("[data-hit]").first).to_be_visible()
    assert {link.get_attribute("href").split("/")[4] for link in reader.locator("[data-hit]").all() if link.get_attribute("href")} == {"good_practices"}  # type: ignore[union-attr]


@pytest.mark.parametrize("delay", [0, 60, 260])
def test_what_stands_there_in_the_end_answers_what_was_typed_last(reader: Page, site: str, delay: int) -> None:
    reader.goto(f"{site}fr/search/")
    box = reader.get_by_role("main").get_by_role("searchbox")
    box.press_sequentially("échelle", delay=delay)
    expect(reader.locator("[data-hit]").first).to_be_visible()
    box.fill("")
    box.press_sequentially("savon", delay=delay)

    expect(reader).to_have_url(f"{site}fr/search/?q=savon")
    expect(reader.locator("mark").first).to_have_text(re.compile("savon", re.IGNORECASE))
    assert not reader.locator("mark", has_text="échelle").count()


@pytest.mark.parametrize(("tag", "typed", "meant"), [
    ("fr", "chomaeg", "chômage"), ("en", "hygeine", "hygiene"), ("en", "garanteed job", "guarantee job"), ("pl", "higena rąk", "higiena rąk"), ("de", "handehygeine", "Händehygiene"),
    ("de", "Langzeitarbeislose", "Langzeitarbeitslose"), ("de", "Haende waschen", "Hände waschen"), ("de", "Haende", "Hände"),
])
def test_what_was_surely_meant_is_searched_for_at_once_as_the_texts_write_it(reader: Page, site: str, tag: str, typed: str, meant: str) -> None:
    reader.goto(f"{site}{tag}/search/?q={quote(typed)}")

    expect(reader.locator(".tp-search__results mark").first).to_be_visible()
    assert reader.get_by_role("main").get_by_role("status").locator("b").all_inner_texts() == [typed, meant]
    expect(reader.get_by_role("main").get_by_role("searchbox")).to_have_value(typed)


def test_filters_count_the_results_of_what_was_meant(reader: Page, site: str) -> None:
    counts = []
    for typed in ("hygeine", "hygiene"):
        reader.goto(f"{site}en/search/?q={typed}")
        expect(reader.locator(".tp-search__results mark").first).to_be_visible()
        counts.append([row.inner_text().split() for row in reader.locator(".tp-facet:not([hidden])").all()])

    assert counts[0] == counts[1] != []


def test_who_means_what_is_typed_keeps_to_it_and_is_offered_other_words(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/?q=hygeine")
    reader.get_by_role("button", name="“hygeine”").click()
    guess = reader.get_by_role("button", name="hygiene", exact=True)
    expect(guess).to_be_visible()
    expect(reader.locator(".tp-facets")).to_be_hidden()
    expect(reader.get_by_role("main").get_by_role("searchbox")).to_be_focused()
    guess.click()

    expect(reader.get_by_role("main").get_by_role("searchbox")).to_have_value("hygiene")
    expect(reader.locator("mark").first).to_be_visible()


def test_where_nothing_is_found_there_is_nothing_to_narrow_down(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/?q=zzzqqq")

    expect(reader.get_by_role("main").get_by_role("status")).to_contain_text("zzzqqq")
    expect(reader.locator(".tp-facets")).to_be_hidden()


def test_a_filter_that_is_not_in_the_way_can_be_removed_too_where_nothing_is_found(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/?q=zzzqqq&country=AT")
    reader.locator(".tp-search__results").get_by_role("button").first.click()

    expect(reader).to_have_url(f"{site}en/search/?q=zzzqqq")


def test_no_result_stands_on_the_page_twice(reader: Page, site: str) -> None:
    reader.goto(f"{site}de/search/?q=Handhygiene")
    reader.get_by_role("button", name="Handhygiene").click()
    expect(reader.locator("[data-hit]").first).to_be_visible()
    with reader.expect_response("**/en/search/index/**"):
        pass
    reader.wait_for_load_state("networkidle")
    addresses = [one.get_attribute("href") for one in reader.locator(".tp-hit [data-hit]").all()]

    assert len(addresses) == len(set(addresses)) > 0


def test_what_other_languages_say_is_told_in_a_sentence_with_its_count(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/?q=savon")
    expect(reader.locator("[data-elsewhere] mark").first).to_be_visible()
    number = reader.locator("[data-elsewhere] .tp-hit").count()

    expect(reader.get_by_role("main").get_by_role("status")).to_have_text(f"Here are {number} texts in other languages that say “savon”.")


@pytest.mark.parametrize(("tag", "asked", "address"), [
    ("en", "Belgium", "countries/be/"), ("fr", "Belgique", "countries/be/"), ("en", "local services", "themes/local-services/"), ("en", "MIREC", "partners/mirec/"), ("de", "SKY", "projects/sky/"),
])
def test_who_asks_for_a_name_is_led_to_its_page_first(reader: Page, site: str, tag: str, asked: str, address: str) -> None:
    reader.goto(f"{site}{tag}/search/?q={quote(asked)}")

    expect(reader.locator("[data-hit]").first).to_have_attribute("href", f"{site}{tag}/{address}")


@pytest.mark.parametrize("query", ['"hands" [soap] {x} (.*)+$', "мыло", "{query} {xyzzyq}", "xyzzyq " * 300, "ä" * 2000, "&lt;b&gt; 100 % \\"])
def test_whatever_is_typed_there_is_an_answer_and_a_way_on(reader: Page, site: str, query: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 740})
    reader.goto(f"{site}en/search/")
    box = reader.get_by_role("main").get_by_role("searchbox")
    box.fill(query)
    box.press("Enter")

    expect(reader.get_by_role("main").get_by_role("status")).to_contain_text(query.strip()[:20])
    expect(reader.locator("main [data-hit]").first).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_filter_that_leaves_nothing_can_be_removed_where_one_looks(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/?q=soap&country=AT&outcome=negative")
    expect(reader.get_by_role("main").get_by_role("status")).to_contain_text("0")
    reader.locator(".tp-search__results").get_by_role("button").click()

    expect(reader).to_have_url(f"{site}en/search/?q=soap")
    expect(reader.locator("mark").first).to_be_visible()


def test_kinds_that_wait_show_their_results_on_demand(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/?q=work")
    kind = reader.locator(".tp-hits--waiting").first
    number = int(kind.locator("small").inner_text())
    title = kind.locator("h2").get_attribute("id")
    kind.get_by_role("button").click()

    links = reader.locator(f".tp-hits[aria-labelledby={title}] [data-hit]")
    expect(links).to_have_count(min(number, 10))
    expect(links.first).to_be_focused()


def test_who_is_led_to_the_list_before_the_script_has_come_is_led_on(reader: Page, site: str) -> None:
    reader.goto(f"{site}en/search/a-z/?q=soap")

    reader.wait_for_url(f"{site}en/search/?q=soap")
    expect(reader.locator("mark").first).to_be_visible()


def test_text_that_looks_like_markup_stays_text(reader: Page, site: str) -> None:
    reader.goto(f"{site}fr/search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")

    expect(reader.get_by_role("main").get_by_role("status")).to_contain_text("<img")
    assert reader.locator("main img").count() == 0


@pytest.mark.parametrize("missing", ["**/pagefind.js", "**/pagefind-entry.json*", "**/*.pf_meta", "**/wasm.*", "**/*.pf_index"])
def test_without_an_index_there_are_the_titles(context: BrowserContext, site: str, missing: str) -> None:
    page = context.new_page()
    page.route(missing, lambda route: route.fulfill(status=404, body="lost"))
    page.goto(f"{site}fr/search/?q=hygiene")

    expect(page.locator(f"[data-hit][href$='/fr/{MODULE}']")).to_be_visible()
    expect(page.locator("mark")).to_have_count(0)


def test_without_facets_there_are_results_without_filters(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.route("**/facets.json", lambda route: route.fulfill(status=404, body="lost"))
    page.goto(f"{site}fr/search/?q=hygiene")

    expect(page.locator(f"[data-hit][href$='/fr/{MODULE}']")).to_be_visible()
    expect(page.locator(".tp-hit mark").first).to_be_visible()
    expect(page.locator(".tp-facets")).to_be_hidden()


def test_without_its_words_the_dialog_gives_way_to_the_search_page(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.route("**/words.json", lambda route: route.abort())
    page.goto(f"{site}fr/{MODULE}")
    page.keyboard.press("/")

    page.wait_for_url(f"{site}fr/search/")


def test_without_scripts_the_box_leads_to_everything_from_a_to_z(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}fr/{MODULE}")
    page.locator(".tp-box--header input").fill("main")
    page.locator(".tp-box--header input").press("Enter")

    assert page.url == f"{site}fr/search/a-z/?q=main"
    letters = [one.inner_text() for one in page.locator(".tp-az h2").all()]
    assert letters == sorted(letters)
    assert page.locator(".tp-az li").count() > 100
    page.locator(f".tp-az a[href$='{MODULE}']").click()
    assert page.url == f"{site}fr/{MODULE}"
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_search_is_not_wider_than_the_screen_and_shuts_nobody_out(reader: Page, site: str, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.goto(f"{site}fr/search/?q=emploi&kind=practice")
    expect(reader.locator("mark").first).to_be_visible()
    assert reader.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(reader) == []
    reader.goto(f"{site}fr/{MODULE}")
    reader.locator(".tp-box--header button").click()
    reader.keyboard.type("chomaeg")
    expect(reader.locator(".tp-guess").first).to_be_visible()
    assert barriers(reader) == []
