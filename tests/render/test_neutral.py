"""Text of records stays text in the dialect of MkDocs, whatever it looks like."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from tremplin.render.tree.neutral import neutral, neutral_target, neutral_value

DIALECT = Markdown(extensions=[
    "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "sane_lists", "tables", "toc", "wikilinks",
    "pymdownx.blocks.html", "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.keys", "pymdownx.mark", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed",
])  # fmt: skip
"""Far more than the exported mkdocs.yml turns on: whoever leaves may add any of these."""
PIECES = ["a", "1", " ", "\n", *"\\`*_{}[]()<>#+-.!|:&=~^?/$\"'%@", "!!!", "???", "```", "{: onclick=x }", "{#a}", "&lt;", "<b>", "--8<--", "///", "[^1]", "note", "==="]


class _Read(HTMLParser):
    """The elements and the words of what was rendered."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(markdown: str) -> _Read:
    """Markdown, read by Python-Markdown with a wide dialect."""
    return _Read(DIALECT.reset().convert(markdown))


@pytest.mark.parametrize("text", [
    'a {: onclick="pwn(1)" }', '{: onclick="pwn(2)" }', '### Sub {#hack onclick="pwn(3)"}', "!!! note", '!!! danger "x"', "??? note", '=== "Tab"', "/// html | div", '--8<-- "mkdocs.yml"',
    "[^1]: a", "a[^1]", "*[HTML]: a", "term\n: definition", "# a", "## C#", "1. a", "2) a", "- a", "+ a", "* a", "`a`", "~~~\na\n~~~", "```\na\n```", "a | b\n--- | ---\n1 | 2", "a\n===", "a\n---",
    "***", "[a]: b", "[a](javascript:b)", "![a](b)", "[[a]]", "[TOC]", ":smile:", "++ctrl+alt++", "{++a++}", "{~~a~>b~~}", "<b>a</b>", "&lt;b>", "\\<b>", "==a==", "<https://a.org>", "a\\",
])  # fmt: skip
def test_what_looks_like_markup_is_read_as_it_was_written(text: str) -> None:
    assert (rendered(neutral(text)).elements, rendered(neutral(text)).text) == ([("p", [])], text)


@given(pieces=st.lists(st.sampled_from(PIECES)))
def test_any_text_is_read_as_it_was_written(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split(" ")).strip()
    lines = "\n".join(line.strip() for line in text.split("\n") if line.strip())

    found = rendered(neutral(lines))

    assert found.elements in ([], [("p", [])])
    assert found.text.split() == lines.split()


@given(pieces=st.lists(st.sampled_from(PIECES)))
def test_any_title_is_read_as_it_was_written(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split())

    found = rendered(f"## {neutral(text)}")

    assert [(tag, [name for name, _ in attributes if name != "id"]) for tag, attributes in found.elements] == [("h2", [])]
    assert found.text.split() == text.split()


@pytest.mark.parametrize(("text", "shown"), [("a_b and 9:30:15", "a_b and 9:30:15"), ("Hello! (5 - 3) = 2, No. 1.", "Hello! (5 - 3) = 2, No. 1."), ("C# & C++: 50 %", "C# &amp; C\\++: 50 %")])
def test_ordinary_prose_stays_readable(text: str, shown: str) -> None:
    assert neutral(text) == shown


def test_an_address_cannot_leave_its_brackets() -> None:
    assert neutral_target("a) onclick [b](c\n\"d{e}|`'") == "a%29%20onclick%20%5Bb%5D%28c%0A%22d%7Be%7D%7C%60%27"
    assert neutral_target("../é/?a=b&c=d#e_f") == "../é/?a=b&c=d#e_f"


def test_a_value_is_printed_by_themes_as_it_stands() -> None:
    assert neutral_value('Jobs & <b>bold</b> "x"') == "Jobs &amp; &lt;b&gt;bold&lt;/b&gt; &quot;x&quot;"
