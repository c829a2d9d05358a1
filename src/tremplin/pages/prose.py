"""Markdown from strangers to safe HTML: GitHub's dialect (comrak), cleaned (nh3) where there is more than plain tags, relative links led to pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from posixpath import normpath, relpath
from urllib.parse import urlsplit

import comrak
import nh3

from tremplin.model.kinds import BY_FOLDER

_SCHEMES = {"http", "https", "mailto", "tel"}
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h3", "h4", "h5", "h6", "hr", "img", "input", "li", "ol", "p", "pre",
    "section", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}
_UNUSUAL = re.compile(r"<(?!/?(?:p|ul|ol|li|strong|em|h[3-6]|blockquote|del|sub|sup)>)")
"""Where a tag begins that could be dangerous, or have an attribute that is. What has none needs no cleaning: in HTML from Markdown, every other `<` is an entity."""
_ATTRIBUTES = {
    "a": {"href", "title"}, "img": {"src", "alt", "title"}, "input": {"type", "checked", "disabled"}, "ol": {"start"}, "td": {"align"}, "th": {"align"},
    "code": {"class"}, "div": {"class"}, "p": {"class"},
}


def _extensions(*names: str) -> comrak.ExtensionOptions:
    found = comrak.ExtensionOptions()
    for name in names:
        setattr(found, name, True)
    return found


def _rendering() -> comrak.RenderOptions:
    found = comrak.RenderOptions()
    found.unsafe_ = False
    found.github_pre_lang = True
    return found


_WITHOUT_TABLES = ("strikethrough", "autolink", "tasklist", "alerts")
_DIALECT, _DIALECT_WITHOUT_TABLES = _extensions("table", *_WITHOUT_TABLES), _extensions(*_WITHOUT_TABLES)
_PARSING, _RENDERING = comrak.ParseOptions(), _rendering()
_RULER = "|:- \t\v\f>*+.)0123456789"
"""What the line below the head of a table is made of, also in a quotation or a list."""
_MOST_CELLS = 2000
"""In one text, however short. Every row is filled up to the width of its table: a few kilobytes of `|` would become millions of empty cells."""
_DEEPEST = 100
"""Elements in elements. Whatever walks through a page, here or in a browser, has an end at some depth."""
_STEP = re.compile(r"<(/?)(?:a|blockquote|del|div|em|li|ol|strong|ul)\b")


@lru_cache(maxsize=4096)
def rendered(text: str, folder: str) -> str:
    """A text of a record as safe HTML; `folder` is the record's, from which relative links start."""
    dialect = _DIALECT_WITHOUT_TABLES if "|" in text and _cells(text) > max(_MOST_CELLS, len(text)) else _DIALECT
    html = comrak.render_markdown(text, dialect, _PARSING, _RENDERING)
    if html.count("<") > 2 * _DEEPEST and _depth(html) > _DEEPEST:
        return f"<p>{escape(text)}</p>"
    if "<h1>" in html or "<h2>" in html:
        html = html.replace("<h1>", "<h3>").replace("</h1>", "</h3>").replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    return (_clean(html, folder) if _UNUSUAL.search(html) else html).strip()


def _cells(text: str) -> int:
    """How many cells the tables of a text have at most; each goes on to the next empty line."""
    found = rows = 0
    for line in reversed(text.split("\n")):
        rows = rows + 1 if line.strip() else 0
        if "-" in line and not line.strip(_RULER):
            found += (line.count("|") + 1) * rows
    return found


def _depth(html: str) -> int:
    """How many elements stand in one another at most."""
    deepest = depth = 0
    for found in _STEP.finditer(html):
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _clean(html: str, folder: str) -> str:
    has_links = "href=" in html or "src=" in html
    return (_cleaner_from(folder) if has_links else _CLEANER_WITHOUT_LINKS).clean(html)


def _cleaner(attribute: Callable[[str, str, str], str | None] | None = None) -> nh3.Cleaner:
    return nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None, attribute_filter=attribute)


# Making one takes longer than cleaning a text with it.
_CLEANER_WITHOUT_LINKS = _cleaner()


@lru_cache(maxsize=256)
def _cleaner_from(folder: str) -> nh3.Cleaner:
    """What cleans texts of one record, whose relative links it leads to pages."""
    return _cleaner(_filter(folder))


def _filter(folder: str) -> Callable[[str, str, str], str | None]:
    def attribute(tag: str, name: str, value: str) -> str | None:
        if name == "src":
            return None if urlsplit(value).scheme or value.startswith(("//", "/")) else value
        return published_link(folder, value) if name == "href" else value

    return attribute


def published_link(folder: str, target: str) -> str | None:
    """Where a link in a record's prose leads on the site: record files become their pages; None when it leaves the base."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path:
        return target
    if parts.path.startswith("/"):
        return None
    path = normpath(f"{folder}/{parts.path}")
    first, _, rest = path.partition("/")
    if path.startswith("..") or first not in BY_FOLDER:
        return None
    record, _, file = rest.partition("/")
    if not file or file.endswith(".md"):
        path = f"{first}/{record}"
        return relpath(path, folder) + "/" + (f"#{parts.fragment}" if parts.fragment else "")
    return relpath(path, folder)
