"""Catalogues in a real browser: filters, orders, their address, a thousand records, and bad days."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.bases import write_base
from tests.browser.axe import AXE, STANDARD
from tests.browser.serving import built
from tests.browser.test_pages import PHONE, TOO_WIDE

pytestmark = pytest.mark.browser

CATALOGUE = "en/good_practices/"
READY = ".tp-finder.is-ready"
MANY = 1000
BUDGET = 140_000
"""Bytes that the frame of a page may weigh for its first reader: styles, scripts, fonts. What a catalogue shows comes on top."""
LONG = "Arbeitsgelegenheitsbeschaffungsmassnahmenverordnung" * 4


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A site with a thousand practices, a single skill that has only a title, and a few recommendations, one with a very long title; address and folder."""
    files = {
        "mkdocs.yml": "site_name: A base\nplugins:\n  - tremplin: {languages: [en], search: false}\ntheme: {name: material, font: false}\n",
        "vocabulary.yml": "".join(f"t{number}: {{labels: {{en: Theme {number}}}, groups: [module]}}\n" for number in range(5)),
        "skills/alone/record.yml": "original: en\norigin: editorial\ndocumented: announced\n", "skills/alone/en.md": "---\ntitle: Alone\n---\n",
    }
    for number in range(MANY):
        polarity, country = ("positive", "mixed", "negative")[number % 3], ("BE", "FR", "IT", "PL")[number % 4]
        files[f"good_practices/p{number}/record.yml"] = (
            f"original: en\norigin: editorial\ndocumented: partial\nthemes: [t{number % 5}]\ncountries: [{country}]\npolarity: {polarity}\nperiod: {{start: {1990 + number % 30}}}\n"
        )
        files[f"good_practices/p{number}/en.md"] = f"---\ntitle: Practice {number * 7919 % MANY}\nsummary: What was tried in place number {number}, and what came of it.\n---\n"
    for number in range(6):
        rests = "original: en\norigin: editorial\ndocumented: partial\nbased_on: [skills/alone]\n"
        files[f"recommendations/r{number}/record.yml"] = rests + (f"topic: t{number % 2}\ncreated: 2026-0{number * 5 % 6 + 1}\n" if number else "")
        files[f"recommendations/r{number}/en.md"] = f"---\ntitle: {LONG if number == 0 else number}\n---\n"
    base = write_base(tmp_path_factory.mktemp("crowd"), files)
    with built(base) as address:
        yield address, base / "site"


Open = Callable[[str], Page]


@pytest.fixture
def opened(context: BrowserContext, site: str) -> Open:
    """Opens a catalogue and waits until its filters are there."""

    def open_page(address: str) -> Page:
        page = context.new_page()
        page.goto(address if address.startswith("http") else site + address)
        page.wait_for_selector(READY)
        return page

    return open_page


def shown(page: Page) -> list[str]:
    """The titles of the cards that a reader sees, in their order."""
    return [title for title in page.locator(".tp-card:not([hidden]) .tp-card__title").all_inner_texts() if title]


def query_of(page: Page) -> str:
    """What the address asks for, as the page itself knows it."""
    return str(page.evaluate("location.search.slice(1)"))


def tick(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value={value}]").evaluate("box => box.click()")


def number_of(page: Page, name: str, value: str) -> int:
    return int(page.locator(f"label:has(> input[name={name}][value={value}]) > .tp-check__number").text_content() or "")


def test_a_filter_shows_what_it_promised_and_says_how_much_that_is(opened: Open) -> None:
    page = opened(CATALOGUE)
    everything, promised = len(shown(page)), number_of(page, "outcome", "negative")

    page.get_by_label("Negative").check()

    assert 0 < promised < everything
    assert len(shown(page)) == promised
    assert page.locator(".tp-card:visible .tp-badge").all_inner_texts() == ["Negative"] * promised
    expect(page.get_by_role("status")).to_have_text(f"{promised} records")


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(opened: Open) -> None:
    page = opened(CATALOGUE)
    positive, negative = number_of(page, "outcome", "positive"), number_of(page, "outcome", "negative")

    tick(page, "outcome", "positive")
    assert number_of(page, "outcome", "negative") == negative
    tick(page, "outcome", "negative")
    assert len(shown(page)) == positive + negative
    italian = number_of(page, "country", "IT")
    tick(page, "country", "IT")
    assert len(shown(page)) == italian < positive + negative
    assert all("Italy" in card for card in page.locator(".tp-card:visible .tp-card__facts").all_inner_texts())


def test_the_address_keeps_the_choice_and_the_back_button_undoes_it(opened: Open) -> None:
    page = opened(CATALOGUE)
    everything = shown(page)

    tick(page, "country", "FR")
    french = shown(page)
    tick(page, "outcome", "positive")
    assert query_of(page) == "outcome=positive&country=FR"
    page.go_back()
    assert (query_of(page), shown(page)) == ("country=FR", french)
    page.go_back()
    assert (query_of(page), shown(page)) == ("", everything)
    page.go_forward()
    assert shown(page) == french


def test_a_shared_address_shows_the_same_in_another_browser_and_in_another_language(opened: Open) -> None:
    page = opened(f"{CATALOGUE}?outcome=mixed&country=FR&country=IE&order=title")
    chosen = page.locator(".tp-card:visible a").evaluate_all("links => links.map((link) => link.pathname.split('/').at(-2))")

    assert chosen
    assert page.locator("input:checked").evaluate_all("boxes => boxes.map((box) => box.value)") == ["mixed", "FR", "IE"]
    page.locator(".tp-header a[hreflang=fr]").first.evaluate("link => link.click()")
    page.wait_for_url("**/fr/good_practices/?*")
    page.wait_for_selector(READY)
    assert sorted(page.locator(".tp-card:visible a").evaluate_all("links => links.map((link) => link.pathname.split('/').at(-2))")) == sorted(chosen)


def test_an_address_that_asks_for_what_is_not_there_shows_everything(opened: Open) -> None:
    page = opened(f"{CATALOGUE}?outcome=splendid&nothing=1&order=sideways&country=%3Cimg%3E&theme=&project")

    assert len(shown(page)) == page.locator(".tp-card").count() > 0
    assert page.locator(".tp-chip:visible, input:checked").count() == 0


def test_nothing_that_fits_has_a_way_out(opened: Open) -> None:
    page = opened(f"{CATALOGUE}?outcome=negative&country=BE&audience=older-workers&theme=micro-certification")

    assert shown(page) == []
    expect(page.get_by_role("status")).to_have_text("0 records")
    expect(page.get_by_text("No record fits all of these filters.")).to_be_visible()
    expect(page.get_by_role("link", name="Search the whole site")).to_be_visible()
    page.locator(".tp-empty").get_by_role("button", name="Remove all filters").click()
    expect(page.get_by_text("No record fits all of these filters.")).to_be_hidden()
    assert len(shown(page)) > 0
    expect(page.locator(".tp-count")).to_be_focused()


def test_each_choice_is_named_and_can_be_taken_back_alone(opened: Open) -> None:
    page = opened(f"{CATALOGUE}?outcome=mixed&country=FR")

    assert [chip.strip() for chip in page.locator(".tp-chip > span:first-child").all_inner_texts()] == ["Mixed", "France"]
    page.get_by_role("button", name="Mixed (remove this filter)").click()
    assert query_of(page) == "country=FR"
    expect(page.get_by_role("button", name="France (remove this filter)")).to_be_focused()


def test_records_are_put_in_order(opened: Open) -> None:
    page = opened("lt/microtrainings/")
    usual = shown(page)

    assert usual == page.evaluate("titles => [...titles].sort(new Intl.Collator('lt', { numeric: true }).compare)", usual)
    page.locator("[data-order]").select_option("shortest")
    minutes = page.locator(".tp-card").evaluate_all("cards => cards.map((card) => Number(/minutes:(\\d+)/.exec(card.dataset.facts)?.[1] ?? 1e9))")
    assert minutes == sorted(minutes)
    assert shown(page) != usual
    page.locator("[data-order]").select_option("title")
    assert (shown(page), query_of(page)) == (usual, "")


def test_the_strongest_evidence_comes_first(opened: Open) -> None:
    page = opened(f"{CATALOGUE}?order=evidence")

    grades = [int(grade) for grade in page.locator(".tp-card").evaluate_all("cards => cards.map((card) => /evidence:(\\d)/.exec(card.dataset.facts)[1])")]
    assert grades == sorted(grades, reverse=True)
    assert grades[0] > grades[-1]


def test_what_was_changed_last_comes_first(opened: Open, crowd: tuple[str, Path]) -> None:
    page = opened(f"{crowd[0]}en/recommendations/")
    page.locator("[data-order]").select_option(label="Newest first")

    assert query_of(page) == "order=changed"
    assert shown(page) == ["1", "2", "3", "4", "5", LONG]


def test_filters_are_used_with_the_keyboard_alone(opened: Open) -> None:
    page = opened(CATALOGUE)
    page.locator("input[name=outcome]").first.focus()
    page.keyboard.press("Space")

    page.wait_for_function("location.search === '?outcome=positive'")
    expect(page.locator("input[name=outcome]").first).to_be_focused()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def test_on_a_phone_filters_wait_until_they_are_asked_for(phone: Page, site: str) -> None:
    phone.goto(site + CATALOGUE)
    phone.wait_for_selector(READY)
    expect(phone.get_by_label("Negative")).to_be_hidden()

    phone.get_by_text("Narrow down").tap()
    phone.get_by_label("Negative").tap()
    expect(phone.locator("[data-chosen]")).to_have_text("1")
    phone.get_by_role("button", name="Show the records").tap()
    expect(phone.get_by_label("Negative")).to_be_hidden()
    expect(phone.locator(".tp-count")).to_be_focused()
    assert phone.evaluate(TOO_WIDE) == []


SMALL = """() => [...document.querySelectorAll(".tp-finder :is(button, select, summary, label, h2 a)")].filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < %d)
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_is_large_enough_for_a_finger(opened: Open, width: int) -> None:
    page = opened(f"{CATALOGUE}?outcome=mixed")
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('.tp-finder details').forEach((one) => { one.open = true })")

    assert page.evaluate(SMALL % 24) == []
    assert page.evaluate((SMALL % 44).replace(", label, h2 a", ", .tp-check")) == []


@pytest.mark.parametrize(("scheme", "query"), [("dark", "?outcome=mixed"), ("light", "?outcome=negative&country=BE&audience=older-workers")])
def test_a_narrowed_catalogue_shuts_nobody_out(opened: Open, scheme: str, query: str) -> None:
    page = opened(CATALOGUE + query)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its literals
    page.evaluate("document.querySelectorAll('.tp-finder details').forEach((one) => { one.open = true })")
    page.evaluate(AXE)

    result = page.evaluate("options => axe.run(document, { ...options, resultTypes: ['violations'] })", {"runOnly": STANDARD})
    assert [f"{violation['id']}: {node['html'][:160]}" for violation in result["violations"] for node in violation["nodes"]] == []


def test_filters_work_where_nothing_can_be_kept_and_history_is_forbidden(context: BrowserContext, opened: Open) -> None:
    context.add_init_script(
        "const no = () => { throw new DOMException('forbidden', 'SecurityError'); };"
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: no }); history.pushState = no; history.replaceState = no;",
    )
    page = opened(CATALOGUE)
    promised = number_of(page, "outcome", "mixed")

    page.get_by_label("Mixed").check()
    assert len(shown(page)) == promised


def test_links_stand_in_for_filters_that_do_not_come(context: BrowserContext, site: str) -> None:
    page = context.new_page()
    page.route("**/catalogue.js", lambda route: route.abort())
    page.goto(site + CATALOGUE)

    expect(page.locator("form.tp-filters")).to_be_hidden()
    expect(page.get_by_text("By theme and country")).to_be_visible()
    assert len(shown(page)) > 9


def test_without_a_script_all_cards_and_the_ways_to_themes_and_countries_are_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + CATALOGUE)
    expect(page.locator("select, input[type=checkbox]").first).to_be_hidden()
    assert page.locator(".tp-card:visible").count() == page.locator(".tp-card").count() > 9

    page.get_by_role("link", name="Ireland").first.click()
    assert page.url == f"{site}en/countries/ie/"
    assert page.locator(".tp-card:visible").count() > 0
    context.close()


def test_a_thousand_records_are_narrowed_down_and_put_in_order(opened: Open, crowd: tuple[str, Path]) -> None:
    page = opened(f"{crowd[0]}{CATALOGUE}")
    expect(page.get_by_role("status")).to_have_text("1,000 records")

    tick(page, "theme", "t3")
    tick(page, "outcome", "mixed")
    wanted = sum(number % 5 == 3 and number % 3 == 1 for number in range(MANY))
    assert page.locator(".tp-card:not([hidden])").count() == wanted
    expect(page.get_by_role("status")).to_have_text(f"{wanted} records")
    page.locator("[data-order]").select_option("title")
    titles = page.locator(".tp-card:not([hidden]) .tp-card__title").evaluate_all("all => all.map((one) => Number(one.textContent.match(/\\d+/)[0]))")
    assert titles == sorted(titles)


def test_records_of_which_nothing_is_known_fit_no_filter(opened: Open, crowd: tuple[str, Path]) -> None:
    page = opened(f"{crowd[0]}en/recommendations/")
    assert page.locator(".tp-card:not([data-facts])").count() == 1

    tick(page, "theme", "t1")
    assert shown(page) == ["1", "3", "5"]


def test_cards_far_away_are_not_laid_out(opened: Open, crowd: tuple[str, Path]) -> None:
    page = opened(f"{crowd[0]}{CATALOGUE}")

    drawn = "cards => cards.filter((card) => card.querySelector('h3').checkVisibility({ contentVisibilityAuto: true })).length"
    assert 0 < page.locator(".tp-card").evaluate_all(drawn) < MANY / 4


def test_what_a_thousand_records_need_besides_themselves_fits_the_budget(opened: Open, crowd: tuple[str, Path]) -> None:
    address, folder = crowd
    page = opened(f"{address}{CATALOGUE}")
    page.wait_for_load_state("networkidle")
    html = (folder / CATALOGUE / "index.html").read_bytes()
    cards = page.locator(".tp-card").evaluate_all("cards => cards.map((card) => card.outerHTML).join('')").encode()
    files = [urlsplit(name).path.lstrip("/") for name in page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")]

    # What is compressed already, such as fonts, does not get smaller.
    weight = len(gzip.compress(html)) - len(gzip.compress(cards)) + sum(min(len(gzip.compress(raw)), len(raw)) for name in files if (raw := (folder / name).read_bytes()))
    assert weight <= BUDGET
    assert len(files) < 12
    assert len(cards) / MANY < 1200


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", ["skills", "recommendations"])
def test_one_record_with_only_a_title_and_a_very_long_title_have_decent_pages(context: BrowserContext, crowd: tuple[str, Path], width: int, kind: str) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{crowd[0]}en/{kind}/")
    page.wait_for_load_state("networkidle")

    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("form.tp-filters").count() == (kind == "recommendations")
    expect(page.locator(".tp-count")).to_have_text({"skills": "1 record", "recommendations": "6 records"}[kind])
