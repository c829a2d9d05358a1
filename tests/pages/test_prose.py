"""Prose of records: GitHub's dialect, made safe."""

from __future__ import annotations

from html import unescape

import nh3
import pytest
from bs4 import Tag
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.markup import one, parsed, words
from tremplin.pages.prose import published_link, rendered

FOLDER = "good_practices/open-door"
TAGS = {"p", "em", "strong", "del", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "h6", "hr", "br", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "input"}
"""What Markdown can make without a link, a picture or an alert."""


def html(text: str) -> str:
    return rendered(text, FOLDER)


def body(text: str) -> Tag:
    return parsed(html(text))


def test_paragraphs_lists_quotations_and_emphasis_are_rendered() -> None:
    found = body("One *two* **three**\nfour\n\n> five\n\n1. six\n2. seven\n\n- eight\n  - nine\n\n---\n")

    assert [element.name for element in found.find_all(lambda tag: tag.parent is found)] == ["p", "blockquote", "ol", "ul", "hr"]
    assert (words(one(found, "em")), words(one(found, "strong")), words(one(found, "ul ul li"))) == ("two", "three", "nine")


def test_tables_are_rendered_with_their_alignment() -> None:
    found = body("| who | when |\n|:---|---:|\n| all | 9 |\n")

    assert [(words(cell), cell.get("align")) for cell in found.select("th, td")] == [("who", "left"), ("when", "right"), ("all", "left"), ("9", "right")]


@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_table_that_is_mostly_empty_cells_is_left_as_it_was_typed(before: str) -> None:
    head, rest = before, before.replace("-", " ")

    assert len(html(f"{head}{'|a' * 300}|\n{rest}{'|-' * 299}|\f-|\n" + f"{rest}|a\n" * 3000)) < 100_000, "characters; filled up it has millions"


def test_long_and_wide_tables_are_rendered() -> None:
    assert len(body(f"{'|who' * 40}|\n{'|---' * 40}|\n" + f"{'|all' * 40}|\n" * 500).select("td")) == 20_000


@pytest.mark.parametrize("text", ["*a **b " * 2000 + "c** d* " * 2000, "- " * 2000 + "a", "1. > " * 2000 + "a", "".join(f"{'  ' * level}- a\n" for level in range(300))])
def test_what_is_nested_without_end_is_left_as_it_was_typed(text: str) -> None:
    found = html(text)

    assert body(found).select(":is(em, li) > *") == []
    assert unescape(found) == f"<p>{text}</p>"


def test_lists_in_lists_are_rendered() -> None:
    assert len(body("".join(f"{'  ' * level}- a\n" for level in range(20)) + "- *b*\n" * 100).select("li li li")) == 18


def test_text_is_struck_through() -> None:
    assert words(one(body("A ~~small~~ door"), "del")) == "small"


def test_bare_addresses_become_links() -> None:
    assert one(body("See https://example.org/a?b=1&c=2."), "a")["href"] == "https://example.org/a?b=1&c=2"


def test_tasks_are_boxes_that_nobody_can_tick() -> None:
    boxes = body("- [x] done\n- [ ] to do\n").select("input")

    assert [("checked" in box.attrs, "disabled" in box.attrs, box["type"]) for box in boxes] == [(True, True, "checkbox"), (False, True, "checkbox")]


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_alerts_are_boxes_of_their_kind(kind: str) -> None:
    found = one(body(f"> [!{kind.upper()}]\n> Mind your fingers.\n"), f".markdown-alert-{kind}")

    assert "Mind your fingers." in words(found)


def test_code_stays_what_it_is() -> None:
    found = body("`a <b>` and\n\n```python\n# not a heading\n<script>\n```\n")

    assert [words(code) for code in found.select("code")] == ["a <b>", "# not a heading <script>"]
    assert found.select("h1, h2, h3, script, b") == []


@pytest.mark.parametrize(("written", "level"), [("# A", "h3"), ("## A", "h3"), ("### A", "h3"), ("#### A", "h4"), ("##### A", "h5"), ("A\n===", "h3"), ("A\n---", "h3")])
def test_headings_never_compete_with_those_of_the_page(written: str, level: str) -> None:
    assert [heading.name for heading in body(written).select("h1, h2, h3, h4, h5, h6")] == [level]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>a</a>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))",
        "[a](vbscript:x)", "[a](data:text/html;base64,PHNjcmlwdD4=)", "![a](javascript:alert(1))", "<iframe src='https://example.org'></iframe>", "<style>p{display:none}</style>",
        "<form action='https://example.org'><input></form>", "<svg onload=alert(1)>", "[a](<java\nscript:alert(1)>)", "<https://example.org/'onmouseover='alert(1)>", "[a]: javascript:alert(1)\n\n[a]",
        "<details open ontoggle=alert(1)>", '[a](x "onclick=alert(1)")', "```<script>alert(1)</script>\nx\n```",
    ],
)
def test_nothing_that_could_act_gets_through(text: str) -> None:
    found = body(f"{text}\n\nAfter")

    assert found.select("script, style, iframe, form, svg, object, embed, details, link, meta") == []
    assert [name for element in found.find_all(lambda _: True) for name in element.attrs if name.startswith("on") or name == "style"] == []
    assert [value for element in found.select("[href], [src]") for value in (str(element.get("href", "")), str(element.get("src", ""))) if "script:" in value.lower() or value.startswith("data:")] == []
    assert "After" in words(found)


@given(st.lists(st.sampled_from(["<", ">", "script", "img", " ", "onerror=", "'", '"', "](", "![", "javascript:", "`", "\n", "//x.org", "/", "&#106;", "\\", "<!--", "a"]), max_size=12).map("".join) | st.text())
def test_whatever_people_write_is_safe(text: str) -> None:
    found = body(text)

    assert {element.name for element in found.find_all(lambda _: True)} & {"script", "style", "iframe", "object", "svg", "h1", "h2", "form"} == set()
    assert [name for element in found.find_all(lambda _: True) for name in element.attrs if name.startswith("on")] == []
    assert [element for element in found.select("[src]") if "//" in str(element["src"])] == []


@pytest.mark.parametrize(
    "address", ["https://example.org/p.png", "http://example.org/p.png", "//example.org/p.png", "data:image/png;base64,AAAA", "/p.png", "HTTPS://example.org/p.png", "ftp://example.org/p.png"],
)
def test_of_pictures_from_elsewhere_only_the_description_is_left(address: str) -> None:
    assert one(body(f"![A door]({address})"), "img").attrs == {"alt": "A door"}


def test_a_backslash_does_not_make_another_site_of_a_picture() -> None:
    assert one(body("![A door](<\\\\\\\\example.org/p.png>)"), "img")["src"] == "%5C%5Cexample.org/p.png"


def test_pictures_of_the_record_are_shown() -> None:
    assert one(body("![A plan](media/plan.webp)"), "img").attrs == {"src": "media/plan.webp", "alt": "A plan"}


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("../wide-gate/en.md", "../wide-gate/"), ("../wide-gate/", "../wide-gate/"), ("../wide-gate", "../wide-gate/"), ("../wide-gate/fr.md#source-a", "../wide-gate/#source-a"),
        ("../../skills/teamwork/en.md", "../../skills/teamwork/"), ("../../skills/", "../../skills/"), ("../", "../"), ("en.md", "./"), ("media/plan.pdf", "media/plan.pdf"),
        ("../wide-gate/media/plan.pdf", "../wide-gate/media/plan.pdf"), ("#conditions", "#conditions"), ("https://example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"), ("tel:+3225550", "tel:+3225550"), ("../open-door/media/../media/plan.pdf", "media/plan.pdf"),
    ],
)
def test_links_to_records_become_addresses_of_pages(written: str, published: str) -> None:
    assert published_link(FOLDER, written) == published
    assert one(body(f"[a]({written})"), "a")["href"] == published


def test_a_link_starts_from_the_folder_of_its_own_record() -> None:
    text = "[a](../../skills/teamwork/en.md)"

    assert [one(parsed(rendered(text, folder)), "a")["href"] for folder in ("skills/patience", FOLDER)] == ["../teamwork/", "../../skills/teamwork/"]


@pytest.mark.parametrize("written", ["/etc/passwd", "../../../outside.md", "../../src/tremplin/build.py", "../../mkdocs.yml", "../../docs/en/about.md", "../../../../good_practices/x"])
def test_links_to_what_is_not_published_lead_nowhere(written: str) -> None:
    assert published_link(FOLDER, written) is None
    assert "href" not in one(body(f"[a]({written})"), "a").attrs


PLAIN = "A *small* **step**.\n\n> a\n\n1. b\n   - c\n\n### d\n\n~~e~~ & \"f\" < g"


def test_a_text_without_links_is_left_as_cleaning_would_leave_it() -> None:
    assert parsed(html(PLAIN)) == parsed(nh3.clean(html(PLAIN)))


@given(st.lists(st.sampled_from(["*", "**", "_", "~~", "> ", "- ", "1. ", "# ", "`", "\n", "\n\n", "a", " ", "&lt;", "&", "<", ">", '"', "|", "\\"]), max_size=15).map("".join))
def test_no_text_gets_anything_through_because_it_looks_plain(text: str) -> None:
    assert parsed(nh3.clean(html(text), tags=TAGS, attributes={name: {"class", "type", "checked", "disabled", "start", "align"} for name in TAGS}, link_rel=None)) == body(text)
