"""How pages look: a few of them, kept as pictures in `looks/`, of a base that stands there too, so that an edit of a record changes none.

After a change that is meant: `.venv/bin/pytest tests/browser/test_looks.py --looks=renew`, then look at what git shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, expect

from tests.bases import copy_base
from tests.browser.serving import built

pytestmark = pytest.mark.browser

LOOKS = Path(__file__).parent / "looks"
RECORDED = LOOKS / "chromium.txt"
RENEWING = ".venv/bin/pytest tests/browser/test_looks.py --looks=renew"
VIEWS = {
    "home": "en/", "practice": "en/good_practices/work-immersion-pmsmp/", "module": "en/microtrainings/lift-and-carry/", "catalogue": "en/good_practices/",
    "search": "en/search/?q=work", "glossary": "en/glossary/",
}
WIDTHS = {360: 740, 1280: 800}
"""Of a phone and a desktop, with their heights."""
STEP = 48
"""How much of a colour's 255 may differ before a pixel counts: edges of letters are drawn a little differently everywhere."""
SHARE, SHARE_ELSEWHERE = 0.01, 0.04
"""The part of a picture that may differ, and in another Chromium than that of the pictures, which may draw letters differently."""
ANYTHING = 1.0
"""What may differ of pictures that are made anew."""
NOW = "2026-11-21T12:00:00"
STILL = "*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; scroll-behavior: auto !important }"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of `looks/base`."""
    with built(copy_base(LOOKS / "base", tmp_path_factory.mktemp("looks") / "base")) as address:
        yield address


def shown(page: Page, address: str) -> bytes:
    """The picture of a page that has come to rest."""
    page.clock.set_fixed_time(NOW)
    page.goto(address)
    page.add_style_tag(content=STILL)
    if "?q=" in address:
        expect(page.locator("[data-hit] ~ * mark, mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => [...document.fonts].map((one) => one.status))")
    return page.screenshot(animations="disabled", caret="hide", scale="css")


def major(version: str) -> str:
    """`156.0.8078.79` → `156`."""
    return version.partition(".")[0]


@pytest.fixture(scope="module")
def share(browser: Browser, request: pytest.FixtureRequest) -> float:
    """How much of a picture may differ; nothing is asked of pictures that are made anew."""
    if request.config.getoption("--looks", default="compare") == "renew":
        RECORDED.write_text(f"{major(browser.version)}\n", encoding="utf-8")
        return ANYTHING
    return SHARE if major(browser.version) == RECORDED.read_text(encoding="utf-8").strip() else SHARE_ELSEWHERE


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_looks_as_it_did(browser: Browser, base: str, tmp_path: Path, view: str, width: int, share: float) -> None:
    context = browser.new_context(viewport={"width": width, "height": WIDTHS[width]}, color_scheme="light", reduced_motion="reduce", locale="en-GB", timezone_id="UTC", device_scale_factor=1)
    picture = shown(context.new_page(), base + VIEWS[view])
    context.close()
    expected = LOOKS / f"{view}-{width}.png"
    if share == ANYTHING:
        renew(picture, expected)
    actual = tmp_path / "actual.png"
    actual.write_bytes(picture)

    found = compared(expected, actual)
    if found.share > share:
        place = tmp_path / f"{view}-{width}.png"
        found.beside.save(place)
        pytest.fail(f"{found.share:.1%} of {expected.name} differ: see {place} (expected, actual, difference). If that is meant: {RENEWING}")


def renew(picture: bytes, place: Path) -> None:
    """Keep a picture in few colours, which makes it small and changes no pixel by as much as counts."""
    place.write_bytes(picture)
    with Image.open(place) as full:
        full.convert("RGB").quantize(255, dither=Image.Dither.NONE).save(place, optimize=True)


@dataclass(frozen=True)
class Comparison:
    """How much two pictures differ, and where."""

    share: float
    """Of the pixels."""
    beside: Image.Image
    """What was expected, what there is, and what differs in red, from left to right."""


def compared(expected: Path, actual: Path) -> Comparison:
    """Two pictures side by side; one that is missing or of another size differs everywhere."""
    now = Image.open(actual).convert("RGB")
    then = Image.open(expected).convert("RGB") if expected.exists() else Image.new("RGB", now.size, "white")
    is_comparable = expected.exists() and then.size == now.size
    red, green, blue = ImageChops.difference(then.resize(now.size), now).split()
    differing = ImageChops.lighter(ImageChops.lighter(red, green), blue).point([0] * STEP + [255] * (256 - STEP))
    share = differing.histogram()[255] / (now.width * now.height) if is_comparable else 1.0
    beside = Image.new("RGB", (3 * now.width, now.height), "white")
    beside.paste(then, (0, 0))
    beside.paste(now, (now.width, 0))
    pale = Image.blend(now, Image.new("RGB", now.size, "white"), 0.7)
    pale.paste((220, 0, 0), mask=differing)
    beside.paste(pale, (2 * now.width, 0))
    return Comparison(share, beside)


def test_a_picture_that_differs_is_found_and_shown_beside_the_other(tmp_path: Path) -> None:
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    picture = Image.new("RGB", (100, 100), "white")
    picture.save(one)
    picture.paste((255, 255, 255 - STEP + 1), (0, 0, 100, 50))
    picture.save(other)
    assert compared(one, other).share == 0
    picture.paste("black", (0, 0, 20, 10))
    picture.save(other)

    found = compared(one, other)

    assert found.share == pytest.approx(0.02)
    assert found.beside.size == (300, 100)
    assert found.beside.getpixel((205, 5)) == (220, 0, 0)
    assert compared(tmp_path / "none.png", other).share == 1.0
