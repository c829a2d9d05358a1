"""Pages as a browser reads them: their text, links, anchors and elements."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template", "head"})


@dataclass(frozen=True)
class Element:
    """One start tag."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Read:
    """What a page holds."""

    text: str = ""
    """All visible text and the descriptions of pictures, spaces run together."""
    elements: list[Element] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)

    @property
    def anchors(self) -> set[str]:
        """What a link with `#` may lead to."""
        return {"", "top", *(element.attributes["id"] for element in self.elements if "id" in element.attributes)}

    @property
    def targets(self) -> list[str]:
        """Every `href` and `src`."""
        return [value for element in self.elements for name, value in element.attributes.items() if name in {"href", "src", "poster", "action", "formaction", "xlink:href", "data"}]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read = Read()
        self._words: list[str] = []
        self._silent = 0
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        self._silent += tag in _SILENT
        if tag == "script":
            self._in_script = True
            self.read.scripts.append("")
        self._words += [value for name, value in attrs if tag == "img" and name == "alt" and value]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT
        if tag == "script":
            self._in_script = False

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.read.scripts[-1] += data
        elif not self._silent:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self.read.text = " ".join(" ".join(self._words).split())


def read(html: str) -> Read:
    """What a browser sees in a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.read
