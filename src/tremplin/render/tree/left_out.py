"""What our pages hold and a plain tree has no use for."""

from __future__ import annotations

from bs4 import BeautifulSoup

LEFT_OUT = (
    "button, form, input, select, template, script, style, noscript",  # what only programs bring to life
    "[hidden]",  # what only programs uncover
    "[aria-hidden=true]",  # drawings beside the words that say the same
    "nav",  # jumps inside a page; every tool makes its own table of contents
    "section.tp-assess",  # the grid to click on; the criteria stand with each gesture and on the sheet
    "video a",  # the caption has the same link
)


def without_controls(html: str) -> BeautifulSoup:
    """The document without what only works together with our programs."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(", ".join(LEFT_OUT)):
        element.decompose()
    return soup
