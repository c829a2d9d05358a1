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
