"""Settings of MkDocs that hold something of another kind than it takes: only the plainest, MkDocs knows the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tremplin.diagnostics import Diagnostic, Message, message
from tremplin.load.configuration import is_text, wrong
from tremplin.model.source import Document
from tremplin.model.source import Path as Way

_LISTED = {"nav": "index.md", "extra_css": "look.css", "extra_javascript": "program.js", "extra_templates": "page.html"}
"""Settings that are lists, each with an example of an item."""
_TEXTS = ("docs_dir", "site_dir", "site_description", "site_author", "copyright", "edit_uri", "repo_name")
"""Settings that are texts, besides those that are looked at more closely."""


def shape_faults(document: Document) -> Iterator[Diagnostic]:
    """Everything that is of another kind: what MkDocs reads, which may be a number or a date where nobody wrote quotes."""
    data = document.data
    if not is_text(document, ("site_name",)) or not data["site_name"].strip():
        said = message("the site has no name") if not data.get("site_name") else _said("site_name")
        yield wrong(document.place(("site_name",)), said, message("begin with a line such as `site_name: Our knowledge base`"))
    yield from (_no_text(document, (name,)) for name in _TEXTS if data.get(name) is not None and not is_text(document, (name,)))
    for name, item in _LISTED.items():
        yield from _list_faults(document, (name,), data.get(name), item)
    theme = data.get("theme")
    if isinstance(theme, Mapping):
        yield from _list_faults(document, ("theme", "static_templates"), theme.get("static_templates", []), "page.html")
        yield from _icon_faults(document, theme.get("icon") or {})


def _icon_faults(document: Document, icon: Any) -> Iterator[Diagnostic]:
    """What is wrong with the icons of the theme, of which our header shows the logo."""
    if not isinstance(icon, Mapping) or ("logo" in icon and not is_text(document, ("theme", "icon", "logo"))):
        hint = message("write for example `{example}`", example="icon: {logo: material/library}")
        yield wrong(document.place(("theme", "icon")), _said("icon"), hint)


def _list_faults(document: Document, way: Way, value: Any, example: str) -> Iterator[Diagnostic]:
    """What is wrong with a list of texts; the menu and programs may hold more."""
    name = str(way[-1])
    if value is None and len(way) == 1:
        return  # As if the line were not there.
    if not isinstance(value, list):
        yield wrong(document.place(way), _said(name), message("a list is expected here: `{example}`", example=f"{name}: [{example}]"))
    elif name == "nav":
        yield from _nav_faults(document, way, value)
    else:
        may_be_more = name == "extra_javascript"
        yield from (
            _no_text(document, (*way, index), name) for index, item in enumerate(value)
            if not is_text(document, (*way, index)) and not (may_be_more and isinstance(item, Mapping))
        )


def _nav_faults(document: Document, way: Way, value: list[Any]) -> Iterator[Diagnostic]:
    """What is wrong with the entries of a menu: each is a path, or a title with what belongs to it."""
    for index, item in enumerate(value):
        here = (*way, index)
        if isinstance(item, Mapping) and len(item) == 1:
            yield from _entry_faults(document, (*here, *item), *item.values())
        elif not is_text(document, here):
            yield _no_entry(document, here)


def _entry_faults(document: Document, way: Way, value: Any) -> Iterator[Diagnostic]:
    """What is wrong with what belongs to a title: a path, or other entries."""
    if isinstance(value, list):
        yield from _nav_faults(document, way, value)
    elif isinstance(value, Mapping) and value:
        for name, inside in value.items():
            yield from _entry_faults(document, (*way, name), inside)
    elif not is_text(document, way):
        yield _no_entry(document, way)


def _no_entry(document: Document, way: Way) -> Diagnostic:
    return wrong(document.place(way), _said("nav"), message("write the path of a page, or `Title: path`"))


def _no_text(document: Document, way: Way, name: str = "") -> Diagnostic:
    return wrong(document.place(way), _said(name or str(way[-1])), message("a text is expected here"))


def _said(name: str) -> Message:
    return message("`{field}` holds something of another kind", field=name)
