"""A plain tree of Markdown with a plain mkdocs.yml: for Zensical, for MkDocs without our plugin, and for leaving."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from tremplin.model.page import Page
from tremplin.model.site import Site
from tremplin.render.tree.converter import markdown_from
from tremplin.render.tree.neutral import neutral, neutral_value

_BEGINNING = re.compile(r"(?:---\n.*?\n---\n)?(?:\s*# [^\n]*(?:\n|\Z))?", re.DOTALL)
"""The fields and the title of a page, as far as it has them."""
_DIALECT = {"admonition": re.compile(r"^ *!!!", re.MULTILINE), "attr_list": re.compile(r"\{[^{}\n]+\}"), "md_in_html": re.compile(r"<[^<>]*\smarkdown\b")}
"""What each extension recognises. Pages that are made from records need lists that keep their numbers, tables, and nothing else."""


def markdown_of(page: Page, files: Mapping[str, str]) -> str:
    """A page as Markdown with its title and description in front; `files` holds the file of each hand-written page, by its address."""
    values = {"title": neutral_value(page.title), "description": neutral_value(page.description)}
    front = yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)
    body, up = page.body, "../" * page.address.count("/")
    for address, file in files.items():
        body = body.replace(f'href="{up}{address}"', f'href="{up}{file}"')
    return f"---\n{front}---\n\n{markdown_from(body)}\n"


def write_page(folder: Path, page: Page, segment: str, files: Mapping[str, str]) -> None:
    """Write a page below `docs/<language>/`, at its own address."""
    target = folder / "docs" / segment / page.address / "index.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(markdown_of(page, files), encoding="utf-8")


def write_handwritten(folder: Path, segment: str, name: str, text: str, lists: Mapping[tuple[int, int], str], notice: str = "") -> None:
    """Write a hand-written page with its live lists as they are now; `lists` holds the HTML of each, by its first and its last line."""
    lines = text.split("\n")
    for (first, last), html in sorted(lists.items(), reverse=True):
        lines[first - 1 : last] = ["", markdown_from(html), ""]
    filled = "\n".join(lines)
    if notice:
        end = _BEGINNING.match(filled)
        assert end is not None
        filled = f"{filled[:end.end()]}\n> {neutral(notice)}\n\n{filled[end.end():]}"
    write_file(folder, segment, name, filled.encode())


def write_file(folder: Path, segment: str, path: str, content: bytes) -> None:
    """Write something that other programs read, and that goes from the tree to the site as it is."""
    target = folder / "docs" / segment / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def write_configuration(folder: Path, site: Site, handwritten: Iterable[str]) -> None:
    """A mkdocs.yml with nothing of ours in it, and with no more of Python-Markdown's dialect than the texts of the hand-written pages use."""
    texts = tuple(handwritten)
    used = [name for name, mark in _DIALECT.items() if any(mark.search(text) for text in texts)]
    settings = {
        "site_name": neutral_value(site.name), **({"site_url": site.url} if site.url else {}), "docs_dir": "docs", "theme": {"name": "material", "font": False},
        "markdown_extensions": ["sane_lists", "tables", *used], "plugins": [],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def write_start(folder: Path, site: Site, titles: Iterable[tuple[str, str]]) -> None:
    """The page at `/`: the home page of each language, with the language's own name."""
    lines = [f"# {neutral(site.name)}", "", *(f"- [{title}]({home})" for home, title in titles)]
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
