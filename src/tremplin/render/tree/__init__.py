"""A plain tree of Markdown with a plain mkdocs.yml: for Zensical, for MkDocs without our plugin, and for leaving."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from bs4 import Tag
from markdownify import ATX, MarkdownConverter

from tremplin.model.page import Page
from tremplin.model.site import Site

_BLANK = re.compile(r"\n{3,}")
_BLOCK = re.compile(r"^ {0,3}/{3,} *records *\n((?: {4,}.*\n)*) {0,3}/{3,} *$", re.MULTILINE)
_OPTION = re.compile(r"^ {4,}([\w-]+) *: *(.*?) *$", re.MULTILINE)


class _Converter(MarkdownConverter):
    """HTML to Markdown; drawings say what their description says, and addresses of folders become files."""

    def escape(self, text: str, parent_tags: object) -> str:
        """Text stays text: no sign of it may begin an element or an entity."""
        escaped = str(super().escape(text, parent_tags))  # type: ignore[misc]  # Its types leave this method out.
        return escaped.replace("&", "&amp;").replace("<", "&lt;")

    def convert_svg(self, element: Tag, text: str, parent_tags: object) -> str:
        """A drawing is replaced by the description that it carries."""
        return f"\n\n{element.get('aria-label', '')}\n\n"

    def convert_a(self, element: Tag, text: str, parent_tags: object) -> str:
        """Links inside the site lead to Markdown files, so that they work in the tree too."""
        href = str(element.get("href", ""))
        if href.startswith("#"):
            return text  # Places inside a page have no names in plain Markdown.
        element["href"] = file_of(href)
        return str(super().convert_a(element, text, parent_tags))  # type: ignore[misc]  # As above.

    def convert_dt(self, element: Tag, text: str, parent_tags: object) -> str:
        """A name of the facts box."""
        return f"\n\n**{text.strip()}**: " if text.strip() else ""

    def convert_dd(self, element: Tag, text: str, parent_tags: object) -> str:
        """A value of the facts box."""
        return f"{' '.join(text.split())}\n\n"

    def convert_span(self, element: Tag, text: str, parent_tags: object) -> str:
        """Facts that only their styles keep apart."""
        return f"{text} " if text.strip() else text

    def convert_video(self, element: Tag, text: str, parent_tags: object) -> str:
        """A film becomes the link that it holds."""
        return f"\n\n{text.strip()}\n\n"


def file_of(href: str) -> str:
    """The Markdown file behind an address: `../jobpath/` is written in `../jobpath/index.md`."""
    if "://" in href or href.startswith(("#", "mailto:", "tel:")):
        return href
    path, _, anchor = href.partition("#")
    file = f"{path}index.md" if path.endswith("/") else path
    return f"{file}#{anchor}" if anchor else file


def markdown_of(page: Page) -> str:
    """A page as Markdown with its title and description in front."""
    front = yaml.safe_dump({"title": page.title, "description": page.description}, allow_unicode=True, sort_keys=False, width=10_000)
    text = _Converter(heading_style=ATX, bullets="-").convert(page.body)
    tidy = _BLANK.sub("\n\n", text).strip()
    return f"---\n{front}---\n\n{tidy}\n"


def write_page(folder: Path, page: Page, segment: str) -> None:
    """Write a page below `docs/<language>/`, at its own address."""
    target = folder / "docs" / segment / page.address / "index.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(markdown_of(page), encoding="utf-8")


def write_handwritten(folder: Path, segment: str, name: str, text: str, lists: Mapping[int, str]) -> None:
    """Write a hand-written page with its live lists as they are now; `lists` holds the HTML of each, by position."""
    numbers = iter(range(len(lists)))
    target = folder / "docs" / segment / name
    target.parent.mkdir(parents=True, exist_ok=True)
    filled = _BLOCK.sub(lambda _: _Converter(heading_style=ATX, bullets="-").convert(lists[next(numbers)]).strip(), text)
    target.write_text(filled, encoding="utf-8")


def write_file(folder: Path, segment: str, path: str, content: bytes) -> None:
    """Write something that other programs read, and that goes from the tree to the site as it is."""
    target = folder / "docs" / segment / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def blocks_in(text: str) -> Iterator[Mapping[str, str]]:
    """The options of each live list in a hand-written page."""
    for found in _BLOCK.finditer(text):
        yield dict(_OPTION.findall(found[1]))


def write_configuration(folder: Path, site: Site) -> None:
    """A mkdocs.yml with nothing of ours in it."""
    settings = {
        "site_name": site.name, **({"site_url": site.url} if site.url else {}), "docs_dir": "docs", "theme": {"name": "material", "font": False},
        "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables"], "plugins": [],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def write_start(folder: Path, site: Site, titles: Iterable[tuple[str, str]]) -> None:
    """The page at `/`: the languages, each with its own name."""
    lines = [f"# {site.name}", "", *(f"- [{title}]({segment}/index.md)" for segment, title in titles)]
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
