"""The page of a micro-training in a real browser: watch, practise, assess, print."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.bases import write_base
from tests.browser.serving import built
from tests.records import MODULE, ONE_OF_EACH, PATHS
from tremplin.render.mkdocs.theme import joined

pytestmark = pytest.mark.browser

LIFT = "en/microtrainings/lift-and-carry/"
WASH = "en/microtrainings/hand-hygiene/"
KEY = f"en/{PATHS['module']}/"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
BROKEN_STORAGE = {
    "forbidden": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
}
HOSTED = (
    '  - {id: tube, provider: youtube, url: "https://www.youtube.com/watch?v=aqz-KE-bpKQ", licence: CC-BY-4.0, chapters: [{at: "0:07", gesture: turn}]}\n'
    '  - {id: tubes, provider: peertube, url: "https://tube.example.org/w/9c9de5e8", licence: CC-BY-4.0}\n'
)
VERDICTS = {
    (): "Not judged yet.",
    ("seen",): "Still to mark: 2.",
    ("seen", "seen", "seen"): "Acquired.",
    ("seen", "seen", "seen", "unseen"): "Acquired.",
    ("unseen", "seen", "none"): "Acquired.",
    ("seen", "unseen"): "Not yet: a critical criterion was not seen.",
    ("seen", "none", "none"): "Not judged yet.",
}
"""What the second and third of four criteria decide, which are the critical ones."""
LONG = "Unfallverhütungsvorschriftenbekanntmachungsaushangtafelreinigung" * 4


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small site: a film that is no film, films at several hosts, very long titles."""
    texts = str(MODULE[f"{PATHS['module']}/en.md"]).replace("  gone: {title", "  tube: {title: A key on a tube}\n  tubes: {title: A key on tubes}\n  gone: {title")
    content = {
        **ONE_OF_EACH,
        f"{PATHS['module']}/record.yml": str(MODULE[f"{PATHS['module']}/record.yml"]).replace("  - {id: gone", f"{HOSTED}  - {{id: gone"),
        f"{PATHS['module']}/en.md": texts,
        "microtrainings/long/record.yml": content_of(MODULE["microtrainings/turn-a-key/record.yml"]),
        "microtrainings/long/en.md": re.sub(r"(title|fully|slowly|names-parts): [A-Z][^,}\n]*", rf"\1: {LONG}", content_of(MODULE["microtrainings/turn-a-key/en.md"])),
        **{name.replace("turn-a-key", "long"): data for name, data in MODULE.items() if "/media/" in name},
    }
    with built(write_base(tmp_path_factory.mktemp("small"), content)) as address:
        yield address


def content_of(text: str | bytes) -> str:
    return str(text)


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses that a page asks for, from its beginning."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


def elsewhere(asked: list[str], site: str) -> list[str]:
    return [url for url in asked if urlsplit(url).netloc not in {urlsplit(site).netloc, ""}]


FILM, STEPS, GRID = "[data-film]", "[data-steps]", "[data-grid]"
AT_WORK = {FILM: "[data-film=ready]", STEPS: "[data-checklist]:not([hidden])", GRID: "[data-live]:not([hidden])"}
"""Parts of a page, and what shows that their program has come."""


def near(page: Page, part: str) -> Locator:
    """Go to a part of the page, whose program then comes."""
    page.locator(part).first.scroll_into_view_if_needed()
    page.locator(AT_WORK[part]).first.wait_for()
    return page.locator(part).first


def in_parts(film: bytes) -> Callable[[Route], None]:
    """Answers like servers do that can send a part of a file, without which nobody can jump in a film."""
    def answer(route: Route) -> None:
        first, _, last = route.request.headers.get("range", "bytes=0-").removeprefix("bytes=").partition("-")
        start, end = int(first), int(last or len(film) - 1)
        headers = {"Content-Range": f"bytes {start}-{end}/{len(film)}", "Accept-Ranges": "bytes", "Content-Type": "video/webm"}
        route.fulfill(status=206, body=film[start:end + 1], headers=headers)
    return answer


def film_of(site: str, page: Page, address: str) -> bytes:
    return page.request.get(f"{site}{address}media/demonstration.webm").body()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("by", ["address", "link"])
def test_whoever_jumps_to_a_part_of_the_page_arrives_there(page: Page, site: str, by: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="no-preference")  # Pages then scroll slowly, and grow in the meantime.
    page.goto(site + WASH.replace("en/", "pl/", 1) + ("#assess" if by == "address" else ""))
    if by == "link":
        page.wait_for_load_state("networkidle")
        page.locator(".tp-jump a[href='#assess']").click()
    page.locator(AT_WORK[GRID]).first.wait_for(state="attached")

    top = page.evaluate(
        """async () => {
            const top = () => document.querySelector("#assess").getBoundingClientRect().top;
            let before = NaN;
            while (before !== top()) {
                before = top();
                await new Promise((then) => setTimeout(then, 500));
            }
            return before;
        }""")
    assert 0 <= top < 100


def test_nothing_of_a_film_is_fetched_before_it_is_played_and_then_with_the_readers_captions(page: Page, site: str, asked: list[str]) -> None:
    page.goto(site + LIFT.replace("en/", "fr/", 1))
    film = near(page, FILM).locator("video")
    assert [url for url in asked if re.search(r"\.(webm|vtt)$", url)] == []

    film.evaluate("film => { film.play() }")

    expect(film).to_have_js_property("paused", value=False)
    page.wait_for_function("document.querySelector('video').textTracks[0].cues?.length > 0")
    assert {url.rpartition("/")[2] for url in asked if re.search(r"\.(webm|vtt)$", url)} == {"demonstration.webm", "demonstration.fr.vtt"}
    assert [(track["language"], track["mode"]) for track in film.evaluate("film => [...film.textTracks].map(({ language, mode }) => ({ language, mode }))")][:2] == [
        ("fr", "showing"), ("de", "disabled"),
    ]


@pytest.mark.parametrize("link", [".tp-chapters li:nth-child(2) a", "#gesture-lift .tp-watch a"])
def test_a_chapter_or_its_gesture_moves_the_film_and_is_marked_while_it_plays(page: Page, site: str, link: str) -> None:
    page.route("**/demonstration.webm", in_parts(film_of(site, page, LIFT)))
    page.goto(site + LIFT)
    near(page, FILM)
    page.locator(link).click()

    expect(page.locator(".tp-chapters [aria-current=true]")).to_have_text(re.compile("0:26"))
    assert page.locator("[data-of][aria-current=true]").count() == 2
    assert 26 <= page.locator("video").evaluate("film => film.currentTime") < 41
    assert page.url == site + LIFT


def test_an_address_with_a_moment_begins_the_film_there(page: Page, site: str) -> None:
    page.route("**/demonstration.webm", in_parts(film_of(site, page, LIFT)))
    page.goto(f"{site}{LIFT}?t=41#film-demonstration")
    film = near(page, FILM).locator("video")
    assert film.evaluate("film => film.networkState") != 2  # It loads nothing before it is played.

    film.evaluate("film => { film.play() }")

    page.wait_for_function("document.querySelector('video').currentTime >= 41")


def test_chapters_are_links_into_the_film_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + LIFT)

    assert [link.get_attribute("href") for link in page.locator(".tp-chapters a").all()] == [f"media/demonstration.webm#t={at}" for at in (0, 26, 41)]
    expect(page.locator("video")).to_be_visible()
    expect(page.locator("video")).to_have_attribute("controls", "")
    context.close()


@pytest.mark.parametrize("fault", ["no film at all", "missing"])
def test_a_film_that_cannot_be_played_says_so_and_can_be_downloaded(page: Page, small: str, fault: str) -> None:
    if fault == "missing":
        page.route("**/film.webm", lambda route: route.fulfill(status=404, body="gone"))
    page.goto(small + KEY)
    film = near(page, FILM).locator("video")
    film.evaluate("film => { film.play().catch(() => {}) }")

    told = page.get_by_role("alert")
    expect(told).to_contain_text("This browser cannot play the film")
    expect(told.get_by_role("link")).to_have_attribute("href", "media/film.webm")


def test_a_browser_that_does_not_know_the_format_says_so_before_anything_is_fetched(page: Page, small: str, asked: list[str]) -> None:
    page.route(f"**/{KEY}", lambda route: route.fulfill(response=(answer := route.fetch()), body=answer.text().replace("video/webm", "video/unknown")))
    page.goto(small + KEY)
    near(page, FILM).locator("video")

    expect(page.get_by_role("alert")).to_be_visible()
    assert [url for url in asked if url.endswith(".webm")] == []


def test_another_host_is_asked_for_its_film_after_a_click_and_not_before(page: Page, site: str, asked: list[str]) -> None:
    page.route("https://commons.wikimedia.org/**", lambda route: route.abort())
    page.goto(site + WASH)
    near(page, FILM)
    page.mouse.wheel(0, 20_000)
    assert elsewhere(asked, site) == []

    with page.expect_request("https://commons.wikimedia.org/**"):
        page.get_by_role("button", name="Play it here, from Wikimedia Commons").click()

    expect(page.get_by_role("alert")).to_be_visible()  # Nobody answers here.
    assert set(elsewhere(asked, site)) == {"https://commons.wikimedia.org/wiki/Special:FilePath/Clean_hands_short.webm"}
    assert page.locator(".tp-facade").is_hidden()


@pytest.mark.parametrize(("host", "address"), [
    ("YouTube", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&cc_load_policy=1"),
    ("tube.example.org", "https://tube.example.org/videos/embed/9c9de5e8?autoplay=1&p2p=0&warningTitle=0"),
])
def test_a_frame_is_made_by_the_click(page: Page, small: str, asked: list[str], host: str, address: str) -> None:
    page.route(re.compile("^https:"), lambda route: route.fulfill(body="<title>A film</title>", content_type="text/html"))
    page.goto(small + KEY)
    near(page, FILM)
    assert page.locator("iframe").count() == 0
    assert elsewhere(asked, small) == []

    with page.expect_request(address):  # The click is done before the browser asks.
        page.get_by_role("button", name=f"Play it here, from {host}").click()

    expect(page.locator("iframe")).to_have_attribute("src", address)
    expect(page.locator("iframe")).to_be_focused()
    assert elsewhere(asked, small) == [address]


def test_a_chapter_of_a_film_elsewhere_asks_the_reader_first_and_begins_there(page: Page, small: str, asked: list[str]) -> None:
    page.route(re.compile("^https:"), lambda route: route.fulfill(body="<title>A film</title>", content_type="text/html"))
    page.goto(small + KEY)
    near(page, FILM)
    page.locator("#film-tube .tp-chapters a").click()

    button = page.get_by_role("button", name="Play it here, from YouTube")
    expect(button).to_be_focused()
    assert elsewhere(asked, small) == []
    button.press("Enter")
    expect(page.locator("iframe")).to_have_attribute("src", re.compile(r"&start=7$"))


def test_a_film_elsewhere_is_a_plain_link_without_scripts(browser: Browser, small: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small + KEY)

    expect(page.get_by_role("link", name="Watch “A key on a tube” at YouTube")).to_have_attribute("href", "https://www.youtube.com/watch?v=aqz-KE-bpKQ")
    assert page.get_by_role("button", name="Play it here").count() == 0
    context.close()


def test_ticks_are_kept_in_this_browser_for_every_language_and_erased_with_one_button(page: Page, site: str) -> None:
    page.goto(site + LIFT)
    near(page, STEPS)
    panel = page.locator("[data-checklist]")
    expect(panel).to_contain_text("0 of 19 steps")

    page.get_by_label("Look straight ahead").check()
    page.get_by_label("Draw the load to your body").check()
    page.goto(site + LIFT.replace("en/", "fr/", 1))
    near(page, STEPS)

    assert page.evaluate("Object.keys(localStorage)") == ["tremplin:/microtrainings/lift-and-carry"]
    assert page.locator(".tp-ticks input:checked").count() == 2
    panel.get_by_role("button").click()
    assert page.locator(".tp-ticks input:checked").count() == 0
    assert page.evaluate("localStorage.length") == 0
    expect(page.locator(".tp-ticks input").first).to_be_focused()
    expect(panel.get_by_role("button")).to_be_hidden()


@pytest.mark.parametrize("trouble", BROKEN_STORAGE)
def test_a_browser_that_keeps_nothing_counts_ticks_for_the_visit_and_says_so(page: Page, site: str, trouble: str) -> None:
    page.add_init_script(BROKEN_STORAGE[trouble])
    page.goto(site + LIFT)
    near(page, STEPS)
    page.get_by_label("Look straight ahead").check()

    panel = page.locator("[data-checklist]")
    expect(panel).to_contain_text("1 of 19 steps")
    expect(panel).to_contain_text("This browser keeps nothing")
    expect(panel.get_by_text("Your ticks stay on this device")).to_be_hidden()


def test_what_somebody_else_has_written_into_the_storage_does_no_harm(page: Page, site: str) -> None:
    page.goto(site + LIFT)
    for rubbish in ("{", "7", '{"a": 1}', '[["x"], null]'):
        page.evaluate("rubbish => localStorage.setItem('tremplin:/microtrainings/lift-and-carry', rubbish)", rubbish)
        page.reload()
        near(page, STEPS)

        expect(page.locator("[data-checklist]")).to_contain_text("0 of 19 steps")


def mark(page: Page, gesture: int, *marks: str) -> None:
    """Mark the criteria of a gesture in their order."""
    rows = page.locator(".tp-judge").nth(gesture).locator(".tp-judge__row")
    for number, value in enumerate(marks):
        rows.nth(number).locator(f"input[value={value}]").check()


def test_the_pass_rule_is_worked_out_while_the_trainer_marks(page: Page, site: str) -> None:
    page.goto(site + LIFT)
    near(page, GRID)
    for marks, verdict in VERDICTS.items():
        page.get_by_role("button", name="Clear the grid for the next learner").click()
        mark(page, 1, *marks)

        expect(page.locator(".tp-judge").nth(1).get_by_role("status")).to_have_text(verdict)


def test_a_gesture_may_be_tried_as_often_as_the_rule_says(page: Page, site: str) -> None:
    page.goto(site + LIFT)
    near(page, GRID)
    judge = page.locator(".tp-judge").first
    following = judge.get_by_role("button", name="Next attempt")
    for attempt in (1, 2):
        expect(following).to_be_hidden()
        expect(judge).to_contain_text(f"Attempt {attempt} of 3")
        mark(page, 0, "seen", "unseen")
        following.click()
        assert judge.locator(":checked").count() == 0
        expect(judge.locator("input").first).to_be_focused()
    mark(page, 0, "seen", "unseen")

    expect(judge).to_contain_text("Attempt 3 of 3")
    expect(following).to_be_hidden()


def test_where_nobody_has_counted_attempts_there_is_always_another(page: Page, site: str) -> None:
    def uncounted(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace(' data-attempts="3"', "").replace("Attempt {n} of {all}", "Attempt {n}"))

    page.route(f"**/{LIFT}", uncounted)
    page.goto(site + LIFT)
    near(page, GRID)
    judge = page.locator(".tp-judge").first
    for attempt in range(1, 6):
        expect(judge.locator("[data-attempt-number]")).to_have_text(f"Attempt {attempt}")
        mark(page, 0, "seen", "unseen")
        judge.get_by_role("button", name="Next attempt").click()


def test_only_acquired_gestures_are_attested_and_nothing_is_kept_of_anybody(page: Page, site: str, asked: list[str]) -> None:
    page.goto(site + LIFT)
    near(page, GRID)
    paper = page.locator("[data-attestation]")
    expect(paper.get_by_role("button", name="Print the attestation")).to_be_disabled()
    before = len(asked)
    mark(page, 0, "seen", "seen", "seen")
    mark(page, 1, "seen", "unseen")
    paper.get_by_label("Name of the learner").fill("Ada")

    assert paper.locator("li:visible").all_inner_texts() == ["Judge the load and the route"]
    expect(paper.get_by_role("button", name="Print the attestation")).to_be_enabled()
    assert asked[before:] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]

    page.get_by_role("button", name="Clear the grid for the next learner").click()
    expect(paper.get_by_label("Name of the learner")).to_have_value("")
    expect(paper.locator("li:visible")).to_have_count(0)
    expect(page.locator(".tp-judge").first.get_by_role("status")).to_have_text("Not judged yet.")


def test_the_assessment_sheet_is_printed_from_the_top_of_the_page(page: Page, site: str) -> None:
    page.add_init_script("window.print = () => window.printed = document.documentElement.dataset.print")
    page.goto(site + LIFT)

    page.locator(".tp-head").get_by_role("button", name="Print the assessment sheet").click()
    assert page.evaluate("window.printed") == "sheet"


@pytest.mark.parametrize(("button", "shown"), [("Print the assessment sheet", ["sheet"]), ("Print the attestation", ["attestation"]), ("", None)])
def test_a_button_prints_one_sheet_of_paper_and_nothing_else(page: Page, site: str, button: str, shown: list[str] | None) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(site + LIFT)
    near(page, GRID)
    mark(page, 0, "seen", "seen", "seen")
    if button:
        page.get_by_role("button", name=button).last.click()
    page.emulate_media(media="print")

    visible = page.evaluate("[...document.querySelectorAll('main h1, main h2, header, footer, .tp-crumbs')].filter((one) => one.checkVisibility()).map((one) => one.id || one.tagName)")
    pages = sheets_of_paper(page)
    if shown:
        assert (visible, pages) == (shown, 1)
    else:
        assert {"H1", "gestures", "sheet"} <= set(visible)
        assert "attestation" not in visible
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("html").get_attribute("data-print") is None


def sheets_of_paper(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("tag", ["de", "fr", "lt"])
@pytest.mark.parametrize("module", ["prune-a-shrub", "repair-a-puncture"])
def test_the_sheet_of_our_longest_modules_is_one_sheet(page: Page, site: str, tag: str, module: str) -> None:
    page.goto(f"{site}{tag}/microtrainings/{module}/")
    page.evaluate("document.documentElement.dataset.print = 'sheet'")

    assert sheets_of_paper(page) == 1


def test_a_sheet_that_is_too_long_goes_on_with_a_whole_gesture(page: Page, site: str) -> None:
    page.goto(site + WASH)
    page.evaluate("""() => {
        document.documentElement.dataset.print = 'sheet';
        for (const gesture of document.querySelectorAll('.tp-sheet tbody')) {
            while (gesture.rows.length < 13) gesture.rows[1].after(gesture.rows[1].cloneNode(true));
            for (const row of gesture.rows) {
                row.cells[0].textContent = 'Does it';
                for (const cell of row.cells) cell.style.height = '1cm';
            }
        }
    }""")
    gestures = page.locator(".tp-sheet tbody").count()

    # Each takes thirteen centimetres, nearly half a sheet: were they cut in two, they would fit on two.
    assert gestures == 3
    assert sheets_of_paper(page) == 3
    page.add_style_tag(content="@media print { .tp-sheet tbody { break-inside: auto !important } }")
    page.evaluate("document.documentElement.dataset.print = 'sheet'")  # It was gone when the first print was over.
    assert sheets_of_paper(page) == 2


def test_without_scripts_the_grid_is_a_table_and_nothing_is_said_to_be_acquired(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + LIFT)

    expect(page.locator(".tp-sheet table")).to_be_visible()
    expect(page.locator(".tp-assess form")).to_be_hidden()
    expect(page.locator("[data-checklist]")).to_be_hidden()
    assert page.locator("main button:visible").count() == 0
    assert page.locator(".tp-attest li").first.evaluate("one => getComputedStyle(one).listStyleType") == '"☐ "'
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_very_long_titles_stay_in_the_window(page: Page, small: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{small}en/microtrainings/long/")
    for part in (STEPS, GRID):
        near(page, part)
    mark(page, 0, "unseen")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_grid_is_filled_with_the_keyboard_alone(page: Page, site: str) -> None:
    page.goto(site + LIFT)
    near(page, GRID)
    page.locator(".tp-judge").first.locator("input").first.focus()
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")

    expect(page.locator(".tp-judge").first.get_by_role("status")).to_have_text("Acquired.")


def test_a_page_at_work_shuts_nobody_out(page: Page, site: str) -> None:
    page.goto(site + WASH)
    for part in (FILM, STEPS, GRID):
        near(page, part)
    mark(page, 0, "seen", "unseen")
    mark(page, 1, "seen", "seen", "seen")
    page.locator(".tp-ticks input").first.check()
    page.locator(".tp-chapters a").first.click()
    expect(page.locator(".tp-chapters [aria-current]")).to_have_count(1)

    assert barriers(page) == []


def barriers(page: Page) -> list[str]:
    """What axe finds in both colour schemes."""
    page.evaluate(AXE)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        result = page.evaluate("axe.run(document.querySelector('main'), { resultTypes: ['violations'] })")
        found += [f"{scheme} {one['id']}: {node['html'][:160]}" for one in result["violations"] for node in one["nodes"]]
    return found


def test_the_programs_of_a_module_page_are_small() -> None:
    weights = {path: len(gzip.compress(content.encode())) for path, content in joined() if path in {"assets/module.js", "assets/tremplin.js"}}

    assert len(weights) == 2
    assert sum(weights.values()) < 8_000, weights
