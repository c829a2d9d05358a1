"""What programs of others bring into a site: plugins, hooks and extensions of `mkdocs.yml`, and the files that they read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tremplin.load.configuration import text_of

_PLUGINS = frozenset({"search", "material/search", "tremplin"})
_EXTENSIONS = frozenset({
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br",
    "sane_lists", "smarty", "tables", "toc", "wikilinks",
})
"""Extensions that Python-Markdown brings along; these and most of pymdownx read nothing but the page."""
_OF_OTHERS = ("markdown.extensions.", "material.extensions.", "pymdownx.", "tremplin.")
_SNIPPETS = "pymdownx.snippets"
_READING = frozenset({_SNIPPETS, "pymdownx.b64"})


def has_foreign_programs(data: Mapping[str, Any]) -> bool:
    """Whether a page may be made of more than what we know of: nobody can then say from our files alone that it is still the same."""
    plugins, extensions = dict(_named(data.get("plugins"))), dict(_named(data.get("markdown_extensions")))
    return bool(data.get("hooks")) or not plugins.keys() <= _PLUGINS or any(map(_reads_files, extensions))


def _reads_files(extension: str) -> bool:
    return extension in _READING or not (extension in _EXTENSIONS or extension.startswith(_OF_OTHERS))


def read_by_others(data: Mapping[str, Any], base: Path) -> Iterator[Path]:
    """The files and folders that hooks and snippets are made of, and what `watch` names besides."""
    for name in ("hooks", "watch"):
        yield from (base / text for text in _texts(data.get(name)))
    options = dict(_named(data.get("markdown_extensions"))).get(_SNIPPETS)
    for text in _texts(options.get("base_path")) if isinstance(options, Mapping) else ():
        # The extension takes other paths from where the program was started. The base itself would be too much to watch.
        folder = base / text.removeprefix("$config_dir").lstrip("/") if text.startswith("$config_dir") else Path(os.path.abspath(text))
        if folder.resolve() != base.resolve():
            yield folder


def _named(value: Any) -> Iterator[tuple[str, Any]]:
    """The names in a list of plugins or extensions, each with its options."""
    if isinstance(value, Mapping):
        yield from value.items()
    for one in value if isinstance(value, list) else ():
        yield from one.items() if isinstance(one, Mapping) else [(text_of(one), None)]


def _texts(value: Any) -> list[str]:
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
