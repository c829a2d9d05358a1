"""The pages of the preview in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.bases import write_base
from tests.serve.running import BASE, Served, serving

pytestmark = pytest.mark.browser

LONG = "# Welcome\n\n" + "A line.\n\n" * 200


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(write_base(tmp_path / "base", {**BASE, "docs/en/index.md": LONG})) as started:
        yield started


def break_record(served: Served) -> None:
    served.replace("skills/teamwork/record.yml", "origin: editorial", "origin: somewhere")


def mend_record(served: Served) -> None:
    served.replace("skills/teamwork/record.yml", "origin: somewhere", "origin: editorial")


def test_an_edit_appears_by_itself_and_the_page_stays_where_it_was(served: Served, page: Page) -> None:
    page.goto(f"{served.address}en/")
    page.mouse.wheel(0, 3000)
    page.wait_for_function("scrollY > 2000")
    place = page.evaluate("scrollY")

    served.write("docs/en/index.md", LONG + "A springboard.\n")

    expect(page.get_by_text("A springboard.")).to_be_attached()
    page.wait_for_function("document.readyState === 'complete'")
    assert page.evaluate("scrollY") == pytest.approx(place, abs=5)


def test_a_style_appears_without_loading_the_page_again(served: Served, page: Page) -> None:
    page.goto(f"{served.address}en/")
    page.evaluate("window.isSamePage = true")

    served.write("docs/en/extra.css", "h1 { color: rgb(1, 2, 3) !important }\n")

    expect(page.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    assert page.evaluate("window.isSamePage")


def test_the_panel_shows_a_fault_in_the_language_of_the_page_and_goes_away_when_it_is_mended(served: Served, page: Page) -> None:
    page.goto(f"{served.address}fr/")
    break_record(served)

    fault = page.locator("tremplin-faults section")
    expect(fault).to_be_visible()
    expect(fault).to_have_attribute("lang", "fr")
    expect(fault.locator("code")).to_have_text("skills/teamwork/record.yml:2:9")
    expect(fault).to_contain_text("skills/teamwork")
    expect(fault).to_contain_text("`somewhere` n'est pas")

    mend_record(served)

    expect(fault).to_have_count(0)


def test_the_panel_closes_with_escape_and_comes_back_with_another_fault(served: Served, page: Page) -> None:
    page.goto(f"{served.address}en/")
    break_record(served)
    fault = page.get_by_role("region", name="1 fault")
    expect(fault).to_be_visible()

    page.keyboard.press("Escape")
    expect(fault).to_have_count(0)
    page.reload()
    page.evaluate("new Promise((heard) => { new EventSource('/__tremplin__/events?language=en').onmessage = () => heard(true) })")
    expect(fault).to_have_count(0)

    served.replace("skills/teamwork/record.yml", "documented: partial", "documented: perhaps")
    expect(page.get_by_role("region", name="2 faults")).to_be_visible()


def test_the_panel_closes_with_its_button_and_can_be_reached_by_keyboard(served: Served, page: Page) -> None:
    break_record(served)
    page.goto(f"{served.address}en/")
    fault = page.get_by_role("region", name="1 fault")
    close = fault.get_by_role("button", name="Close")

    close.focus()
    page.keyboard.press("Enter")

    expect(fault).to_have_count(0)


def test_what_stands_in_a_file_is_never_markup(served: Served, page: Page) -> None:
    served.replace("skills/teamwork/record.yml", "origin: editorial", "origin: <img src=x onerror=\"document.title='run'\">")
    page.goto(f"{served.address}en/")

    expect(page.get_by_role("region", name="1 fault")).to_contain_text("<img src=x")
    assert page.locator("tremplin-faults img").count() == 0
    assert page.title() != "run"


def test_a_page_that_does_not_exist_yet_appears_when_it_is_written(served: Served, page: Page) -> None:
    page.goto(f"{served.address}en/later/")

    served.write("docs/en/later.md", "# Later\n")

    expect(page.get_by_role("heading", name="Later")).to_be_visible()


def test_a_page_that_was_hidden_catches_up(served: Served, page: Page) -> None:
    page.goto(f"{served.address}en/skills/teamwork/")
    page.goto(f"{served.address}en/")
    served.replace("skills/teamwork/en.md", "one's part", "one's springboard")

    page.go_back()

    expect(page.get_by_text("springboard").first).to_be_visible()
