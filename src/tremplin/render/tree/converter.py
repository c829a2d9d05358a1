"""HTML of our pages to the Markdown that a person would have written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PageElement
from markdown.extensions.toc import slugify
from markdownify import ATX, MarkdownConverter

from tremplin.render.tree.left_out import without_controls
from tremplin.render.tree.neutral import neutral, neutral_target, spelt

_BLANK = re.compile(r"\n{3,}")
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_TICKS = re.compile(r"`+")
_WORDS = re.compile(r"[\w .,/-]+")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_IN_LINES = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "small", "span", "strong", "sub", "sup"})
_CONTINUED = "_continued"
_TO_FILL_IN = "…………………………"


def markdown_from(html: str) -> str:
    """A document or a part of one, without what only works with our programs."""
    text = _Converter(heading_style=ATX).convert_soup(without_controls(html))
    return _BLANK.sub("\n\n", str(text)).strip()


def file_of(href: str) -> str:
    """The Markdown file behind an address: `../jobpath/` is written in `../jobpath/index.md`."""
    if "://" in href or href.startswith(("#", "mailto:", "tel:")):
        return href
    path, _, anchor = href.partition("#")
    file = f"{path}index.md" if path.endswith("/") else path
    return f"{file}#{anchor}" if anchor else file


class _Converter(MarkdownConverter):
    """Nothing of the text becomes markup, and blocks are indented by four columns, which every dialect understands."""

    def process_text(self, element: PageElement, parent_tags: set[str] | None = None) -> str:
        """Text, which begins a line unless words stand before it."""
        return str(super().process_text(element, {*(parent_tags or ()), *((_CONTINUED,) if _is_continued(element) else ())}))  # type: ignore[misc]  # Its types leave this method out.

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Text stays text."""
        return neutral(text, is_continued=_CONTINUED in parent_tags)

    def convert_a(self, element: Tag, text: str, parent_tags: object) -> str:
        """Links inside the site lead to Markdown files, so that they work in the tree too."""
        href = str(element.get("href", ""))
        if href.startswith("#"):
            href = _place(element, href[1:])
        if not href or not text.strip():
            return text
        return f"[{' '.join(text.split())}]({neutral_target(file_of(href))})"

    def convert_img(self, element: Tag, text: str, parent_tags: object) -> str:
        """A picture with its description."""
        return f"![{neutral(' '.join(str(element.get('alt', '')).split()))}]({neutral_target(str(element.get('src', '')))})"

    def convert_svg(self, element: Tag, text: str, parent_tags: object) -> str:
        """A drawing is replaced by the description that it carries."""
        return f"\n\n{neutral(str(element.get('aria-label', '')))}\n\n"

    def convert_video(self, element: Tag, text: str, parent_tags: object) -> str:
        """A film becomes its picture; the caption below has its address."""
        poster = str(element.get("poster", ""))
        return f"\n\n![]({neutral_target(poster)})\n\n" if poster else ""

    def convert_code(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """Code in a line: between ticks where it is only words, otherwise as an element. What ticks enclose depends on other ticks beside them."""
        if "pre" in parent_tags or not text.strip():
            return text
        inside = " ".join(text.split())
        return f"`{inside}`" if _WORDS.fullmatch(inside) else f"<code>{spelt(inside)}</code>"

    def convert_pre(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """A block of code: fenced, or as an element in one line inside another block.

        Python-Markdown knows no fences there. Whether indented lines are code depends on all that stands before them; if they were not, they would be elements.
        """
        if parent_tags & {"li", "blockquote", "dd"}:
            return f"\n\n<pre><code>{spelt(text.strip(chr(10)))}</code></pre>\n\n"
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text)), default=0))
        return f"\n\n{fence}\n{text.strip(chr(10))}\n{fence}\n\n"

    def convert_summary(self, element: Tag, text: str, parent_tags: object) -> str:
        """The name of what can be unfolded on our site, and is always open here."""
        return f"\n\n**{text.strip()}**\n\n"

    def convert_label(self, element: Tag, text: str, parent_tags: object) -> str:
        """A line to write on."""
        return f"\n\n{text.strip()}: {_TO_FILL_IN}\n\n"

    def convert_p(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """A paragraph, or a line to write on."""
        if "tp-line" in element.get_attribute_list("class"):
            return self.convert_label(element, text, parent_tags)
        return str(super().convert_p(element, _SPACES.sub(" ", text), parent_tags))  # type: ignore[misc]  # Its types leave this method out.

    def convert_div(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """A block; in a list of facts, one fact."""
        if element.parent and element.parent.name == "dl":
            return _item("-", text)
        return str(super().convert_div(element, text, parent_tags))  # type: ignore[misc]  # As above.

    def convert_section(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """A part of a page; other pages lead to the terms of the glossary by their names, which no heading gives in every language."""
        name = f'<a id="{neutral_target(str(element["id"]))}"></a>\n\n' if _is_term(element) else ""
        return f"\n\n{name}{text.strip()}\n\n"

    def convert_dt(self, element: Tag, text: str, parent_tags: object) -> str:
        """The name of a fact."""
        return f"**{' '.join(text.split())}**: " if text.strip() else ""

    def convert_dd(self, element: Tag, text: str, parent_tags: object) -> str:
        """The value of a fact, in its line or as a list below it."""
        return f"\n{text.strip()}\n" if element.find(["ul", "ol"]) else " ".join(text.split())

    def convert_span(self, element: Tag, text: str, parent_tags: object) -> str:
        """Words that only their styles keep apart."""
        if {"tp-badge", "tp-tag"} & set(element.get_attribute_list("class")) and any(_said_before(element)):
            return f" · {text.strip()}"
        return f"{text} " if isinstance(element.next_sibling, Tag) and text.strip() else text

    def convert_li(self, element: Tag, text: str, parent_tags: object) -> str:
        """An item; what has a heading of its own is a section instead."""
        if element.parent and element.parent.find(_HEADINGS):
            return f"\n\n{text.strip()}\n\n"
        if element.parent is None or element.parent.name != "ol":
            return _item("-", text)
        start = str(element.parent.get("start", "1"))
        return _item(f"{int(start if start.isdecimal() else '1') + len(element.find_previous_siblings('li'))}.", text)

    def convert_td(self, element: Tag, text: str, parent_tags: object) -> str:
        """A cell and the empty ones that it covers."""
        return f" {_SPACES.sub(' ', ' '.join(text.split()))} |" + "  |" * (_columns(element) - 1)

    convert_th = convert_td

    def convert_tr(self, element: Tag, text: str, parent_tags: object) -> str:
        """A row."""
        return f"|{text}\n"

    def convert_table(self, element: Tag, text: str, parent_tags: object) -> str:
        """A table with one head, also when its rows come in groups."""
        rows, first = [row for row in text.strip().split("\n") if row], element.find("tr")
        width = max((sum(map(_columns, row.find_all(["td", "th"]))) for row in element.find_all("tr")), default=0)
        if first is None or not (first.find_parent("thead") or first.find("td") is None):
            rows.insert(0, "|" + "  |" * width)
        return "\n\n" + "\n".join([rows[0], "|" + " --- |" * width, *rows[1:]]) + "\n\n"


def _is_continued(element: PageElement) -> bool:
    before = element.previous_sibling
    if isinstance(before, Tag):
        return before.name in _IN_LINES and bool(before.get_text(strip=True))
    return before is None and element.parent is not None and element.parent.name == "dd"


def _is_term(element: Tag) -> bool:
    return "tp-term" in element.get_attribute_list("class")


def _place(element: Tag, name: str) -> str:
    """Where something of the same page is found: headings get their names from their words; empty for what has none."""
    target = list(element.parents)[-1].find(id=name)
    if not isinstance(target, Tag):
        return ""
    if _is_term(target):
        return f"#{name}"
    heading = target if target.name in _HEADINGS else target.find(_HEADINGS) if target.name == "section" else None
    return f"#{slugify(' '.join(heading.get_text(' ').split()), '-')}" if isinstance(heading, Tag) else ""


def _said_before(element: Tag) -> Iterator[bool]:
    return (bool(one.get_text(strip=True)) for one in element.previous_siblings)


def _columns(cell: Tag) -> int:
    spanned = str(cell.get("colspan", "1"))
    return min(max(int(spanned), 1), 100) if spanned.isdecimal() else 1


def _item(mark: str, text: str) -> str:
    """An item; after one of several blocks, Python-Markdown sees the next only behind an empty line."""
    inside = text.strip()
    end = "\n\n" if "\n\n" in inside else "\n"
    return f"{mark:<4}{_indented(inside, '    ')[4:]}{end}" if inside else ""


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line if line.strip() else "" for line in text.split("\n"))
