"""How French is set on the narrowest screen: no sign that ends something stands alone at the beginning of a line."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LINES = """() => {
    const found = { signs: 0, loose: [] };
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const top = (node, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
    };
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const { index } of node.data.matchAll(/(?<=[^\\s\\d]\\s)[:;?!»]/g)) {
            const [word, sign] = [top(node, index - 2), top(node, index)];
            if (!sign.height) continue;
            found.signs += 1;
            if (node.data[index - 1] !== "\\u00a0" || Math.abs(sign.bottom - word.bottom) > 4) found.loose.push(node.data.slice(Math.max(0, index - 30), index + 5));
        }
    }
    return found;
}"""


@pytest.mark.parametrize("address", ["how-micro-training-works/", "sky/", "good_practices/afest/", "microtrainings/hand-hygiene/", "glossary/"])
def test_no_sign_stands_alone_on_a_line(page: Page, site: str, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{site}fr/{address}")
    found = page.evaluate(LINES)

    assert found["signs"] > 5
    assert found["loose"] == []


LOOSE_ARROWS = """() => {
    const middle = (node) => {
        const { top, height } = [...node.getClientRects()].filter((one) => one.height).at(-1) ?? {};
        return top + height / 2;
    };
    const words = (link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return range;
    };
    const links = [...document.querySelectorAll("main a[rel~=external]")].filter((link) => link.offsetHeight);
    return { links: links.length, loose: links.filter((link) => !(Math.abs(middle(link) - middle(words(link))) < 10)).map((link) => link.textContent) };
}"""


@pytest.mark.parametrize("address", ["good_practices/marienthal-job-guarantee/", "glossary/"])
def test_no_arrow_of_a_link_stands_alone_on_a_line(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}de/{address}")
    for width in range(320, 420, 4):
        page.set_viewport_size({"width": width, "height": 640})
        found = page.evaluate(LOOSE_ARROWS)

        assert found["links"] > 5
        assert found["loose"] == []


CUT = """selector => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).flatMap((one) => {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), cut = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        for (const word of text.data.matchAll(/[^\\s\\-–]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) cut.push(word[0]);
        }
    }
    return cut;
})"""
"""The words that stand on more than one line."""


@pytest.mark.parametrize(
    ("address", "selector", "width"),
    [
        ("de/glossary/", "h2", 1280), ("de/glossary/", "h2", 320), ("de/microtrainings/clean-a-washroom/", ".tp-choice label", 320),
        ("pl/microtrainings/clean-a-washroom/", ".tp-choice label", 320), ("de/skills/work-in-teams/", "h2", 320), ("en/recommendations/", "h1", 320),
    ],
)
def test_no_word_is_cut_in_a_narrow_column(visitor: Page, site: str, address: str, selector: str, width: int) -> None:
    visitor.set_viewport_size({"width": width, "height": 740})
    visitor.goto(site + address)

    assert visitor.evaluate(CUT, selector) == []
