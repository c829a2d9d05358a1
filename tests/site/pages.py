"""The pages of a published site as a browser takes them apart: anchors, what they lead to, what they show."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

HERE = "https://here.example/"
"""Stands for the server while links are followed."""
LEADING = frozenset({"href", "src", "poster", "action", "formaction", "data"})
"""Attributes that name something that a page leads to or shows."""
NAMED = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form", "popovertarget"})
"""Attributes that name elements of the same page by their `id`."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""Elements that hold nothing and have no end."""
TOLD = frozenset({"og:url", "og:image"})
"""What a page tells others about its addresses."""


@dataclass
class Sheet(HTMLParser):
    """One page."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    mute: list[str] = field(default_factory=list)
    """Pictures without a text in their place; an empty one says that nothing is to be told."""
    descriptions: list[object] = field(default_factory=list)
    """What is said in JSON-LD."""
    open: list[str] = field(default_factory=list)
    """Elements that have begun."""
    crossed: list[str] = field(default_factory=list)
    """Ends of elements that are not the innermost one."""
    _is_description: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        self.links += [found[name] for name in LEADING & found.keys() if found[name]]
        self.links += [part.split()[0] for part in found.get("srcset", "").split(",") if part.strip()]
        self.names += [one for name in NAMED & found.keys() for one in found[name].split()]
        if found.get("property") in TOLD:
            self.links.append(found["content"])
        if is_mute(tag, found):
            self.mute.append(str(self.get_starttag_text()))
        self._is_description = found.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.crossed.append(f"</{tag}> in <{self.open[-1] if self.open else ''}>")

    def handle_data(self, data: str) -> None:
        if self._is_description:
            self.descriptions.append(json.loads(data))
            self._is_description = False


def is_mute(tag: str, found: Mapping[str, str]) -> bool:
    """Whether something is seen of which nothing can be heard."""
    if tag in {"img", "area"}:
        return "alt" not in found
    if tag == "svg":
        return found.get("aria-hidden") != "true" and not (found.get("role") == "img" and (found.get("aria-label") or found.get("aria-labelledby")))
    return tag == "iframe" and not found.get("title")


def sheet_of(html: str) -> Sheet:
    """A page taken apart."""
    sheet = Sheet()
    sheet.feed(html)
    sheet.close()
    return sheet


@dataclass(frozen=True)
class Site:
    """A published site: all its pages, read once."""

    folder: Path
    url: str = HERE
    """Its public address."""

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that is served."""
        return frozenset(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*") if file.is_file())

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """Every page by its file."""
        return {name: sheet_of((self.folder / name).read_text(encoding="utf-8")) for name in sorted(self.files) if name.endswith(".html")}

    def broken(self) -> Iterator[str]:
        """Every link, address and anchor that leads nowhere inside the site."""
        for name, sheet in self.sheets.items():
            for link in dict.fromkeys(sheet.links):
                if self.leads_nowhere(link, name):
                    yield f"{name}: {link}"

    def leads_nowhere(self, link: str, page: str) -> bool:
        """Whether a link of a page stays inside the site and finds nothing there."""
        whole = urljoin(self.url + page.removesuffix("index.html"), link)
        address, anchor = urldefrag(whole)
        if not address.startswith(self.url):
            return False
        path = unquote(urlsplit(address.removeprefix(self.url)).path)
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if file not in self.files:
            return True
        return bool(anchor) and file in self.sheets and unquote(anchor) not in self.anchors[file]

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """What can be led to on each page."""
        return {name: frozenset(sheet.ids) for name, sheet in self.sheets.items()}


IN_PROGRAMS = re.compile(r"""["'`](\.{1,2}/[\w./-]+\.(?:js|json|css))["'`]""")
IN_STYLES = re.compile(r"""url\(["']?([^"')]+)""")


def fetched(file: Path) -> Iterator[str]:
    """What a style sheet or program of ours asks for, relative to it."""
    found = (IN_STYLES if file.suffix == ".css" else IN_PROGRAMS).findall(file.read_text(encoding="utf-8"))
    return (link for link in found if not link.startswith("data:"))
