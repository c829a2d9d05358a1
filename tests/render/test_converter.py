"""Pages become the Markdown that a person would have written."""

from __future__ import annotations

from html import escape

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from tremplin.render.tree.converter import markdown_from


def rendered(html: str) -> BeautifulSoup:
    """HTML, written as Markdown and read by Python-Markdown."""
    return BeautifulSoup(Markdown(extensions=["sane_lists", "tables"]).convert(markdown_from(html)), "html.parser")


@pytest.mark.parametrize("html", [
    "<ol><li><p>One</p><p>more</p></li><li><p>Two</p><p>more</p></li></ol>", "<ul><li>One<ul><li>a</li><li>b</li></ul></li><li>Two</li></ul>",
    "<ul><li>One</li></ul><ol><li><p>Two</p><pre><code>x\n\ny</code></pre></li><li>Three</li></ol>",
])  # fmt: skip
def test_lists_keep_their_items(html: str) -> None:
    wanted = BeautifulSoup(html, "html.parser")

    assert [(one.name, len(one.find_all("li", recursive=False))) for one in rendered(html).find_all(["ul", "ol"])] == [
        (one.name, len(one.find_all("li", recursive=False))) for one in wanted.find_all(["ul", "ol"])
    ]


def test_a_table_in_groups_has_one_head() -> None:
    html = "<table><thead><tr><th>A</th><td></td></tr></thead><tbody><tr><th colspan='2'>G</th></tr><tr><th>a</th><td>1</td></tr></tbody></table>"

    assert markdown_from(html) == "| A |  |\n| --- | --- |\n| G |  |\n| a | 1 |"


def test_facts_are_a_list_and_controls_are_left_out() -> None:
    html = "<button>Share</button><dl><div><dt>For</dt><dd><ul><li>a</li></ul></dd></div><div><dt>Source</dt><dd>1. x</dd></div></dl><p hidden>Copied</p>"

    assert markdown_from(html) == "-   **For**: \n    -   a\n-   **Source**: 1. x"


@pytest.mark.parametrize("html", [
    "<ul><li>{}</li></ul>", "<ol><li>One</li><li>{}<p>more</p></li></ol>", "<blockquote>{}</blockquote>", "<ul><li><blockquote>{}</blockquote></li></ul>",
    "<ul><li> <p> </p>{}</li></ul>", "<ul><li><img src='a.png' alt=''>{}</li></ul>", "<ul><li><h3>A</h3></li><li>{}</li></ul>",
    "<ul><li>a<blockquote>{}</blockquote></li></ul>", "<ul><li><ul><li>a\nb\n{}</li></ul></li></ul>",
])  # fmt: skip
def test_code_inside_another_block_stays_code(html: str) -> None:
    code = "<script>x</script>\n\n  *y* {: onclick='z' }"
    found = rendered(html.format(f"<pre><code>{escape(code)}</code></pre>"))

    assert [one.get_text() for one in found.select("pre code")] == [code]
    assert found.select("script, b") == []


@pytest.mark.parametrize("html", ["<p>{}</p>", "<p>a {}<code>b</code></p>", "<p><code>a</code>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><th>{}</th></tr></table>"])
@pytest.mark.parametrize("code", ["<script>", "`<script>`", "a | b", "*a* _b_", "&lt;", "{: .a }", "\\"])
def test_code_in_a_line_stays_code_whatever_stands_beside_it(html: str, code: str) -> None:
    found = rendered(html.format(f"<code>{escape(code)}</code>"))

    assert code in [one.get_text() for one in found.find_all("code")]
    assert found.find(["script", "em"]) is None
