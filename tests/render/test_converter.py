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
])  # fmt: skip
def test_code_at_the_beginning_of_another_block_stays_code(html: str) -> None:
    found = rendered(html.format(f"<pre><code>{escape('<script>x</script>')}</code></pre>"))

    assert ["<script>x</script>" in one.get_text() for one in found.select("pre code")] == [True]
    assert found.select("script") == []
