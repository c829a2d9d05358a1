"""Pages as elements: what stands where, and in which language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from tremplin.model.page import Page


def parsed(html: str) -> BeautifulSoup:
    """The elements of a page or of a part of one."""
    return BeautifulSoup(html, "html.parser")


def one(root: Tag, selector: str) -> Tag:
    """The only element that fits."""
    found = root.select(selector)
    assert len(found) == 1, f"{len(found)} × {selector}"
    return found[0]


def words(element: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(element.get_text(" ").split())


def facts(root: Tag, selector: str = ".tp-glance") -> dict[str, str]:
    """Names and values of a facts box."""
    box = one(root, selector)
    return {words(name): words(value) for name, value in zip(box.select("dt"), box.select("dd"), strict=True)}


def texts(root: Tag) -> Iterator[NavigableString]:
    """Every text that is read."""
    return (text for text in root.find_all(string=True) if type(text) is NavigableString and text.strip())


def language_of(text: NavigableString, page: str) -> str:
    """The language in which a browser would read a text aloud."""
    marked = text.find_parent(attrs={"lang": True})
    return str(marked["lang"]) if marked else page


def everything(page: Page) -> str:
    """All that a page publishes about its subject, read by people or by machines."""
    return "\n".join([page.title, page.description, page.body, *(json.dumps(one, ensure_ascii=False) for one in page.data)])


def values(data: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every object of a description with its type, the one inside another too."""
    if isinstance(data, Mapping):
        kinds = data.get("@type", "")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            yield kind, data
        for value in data.values():
            yield from values(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from values(value)
