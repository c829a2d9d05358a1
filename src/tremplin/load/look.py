"""The look of a base as its `mkdocs.yml` asks for it: a logo, an icon, and what of Material's look has no effect here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.load.configuration import text_of, wrong
from tremplin.model.site import Site, is_elsewhere
from tremplin.model.source import Document

_IDLE = ("palette", "font")
"""Settings of Material whose work our custom properties do."""


def theme_option(data: Mapping[str, Any], name: str) -> str:
    """A text that stands below `theme:`."""
    theme = data.get("theme")
    return text_of(theme.get(name)) if isinstance(theme, Mapping) else ""


def missing_pictures(document: Document, site: Site) -> Iterator[Diagnostic]:
    """Pictures of the look that lie nowhere: neither in the base's own theme, nor beside the pages of a language, from which the others borrow them."""
    folders = _folders(site)
    for name, picture in (("logo", site.logo), ("favicon", site.favicon)):
        if picture and not is_elsewhere(picture) and not any(_is_in(folder, picture) for folder in folders):
            place = f"`{os.path.relpath(folders[0], site.base)}/`"
            hint = message("put the file into {folder}, or write the whole address of a picture: `https://example.org/picture.png`", folder=place)
            yield wrong(document.place(("theme", name)), message("there is no `{name}` here", name=picture), hint)


def missing_sheets(document: Document, site: Site) -> Iterator[Diagnostic]:
    """Warnings: style sheets that are named and lie nowhere. Where somebody else's programs take part, they may make them."""
    named = document.data.get("extra_css")
    for index, sheet in enumerate(named if isinstance(named, list) and not site.is_extended else []):
        path = sheet.partition("?")[0]  # What follows makes browsers fetch it anew.
        if not is_elsewhere(sheet) and not path.startswith("/") and not any(_is_in(folder, path) for folder in _folders(site)):
            hint = message("correct the path, or add the page or file that it names")
            yield Diagnostic("site-configuration", document.place(("extra_css", index)), message("`{target}` is not there", target=sheet), hint, Severity.WARNING)


def _folders(site: Site) -> list[Path]:
    """Where files of the look may lie."""
    return [*([site.theme_dir] if site.theme_dir else []), *(site.docs_dir / tag for tag in site.tags)]


def _is_in(folder: Path, file: str) -> bool:
    return not os.path.isabs(file) and not os.path.normpath(file).startswith("..") and (folder / file).is_file()


def idle_settings(document: Document) -> Iterator[Diagnostic]:
    """Warnings: settings of Material that somebody may expect to change the look."""
    theme = document.data.get("theme")
    options = theme if isinstance(theme, Mapping) else {}
    for name in _IDLE:
        if isinstance(options.get(name), Mapping | list):
            said = message("`{field}` changes nothing: Tremplin has a look of its own", field=f"theme.{name}")
            hint = message("delete it, and set custom properties such as `--teal` in a style sheet that `extra_css` names; the README of Tremplin says how")
            yield Diagnostic("site-configuration", document.place(("theme", name)), said, hint, Severity.WARNING)
