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
    folders = [*([site.theme_dir] if site.theme_dir else []), *(site.docs_dir / tag for tag in site.tags)]
    for name, picture in (("logo", site.logo), ("favicon", site.favicon)):
        if picture and not is_elsewhere(picture) and not any(_is_in(folder, picture) for folder in folders):
            place = f"`{os.path.relpath(folders[0], site.base)}/`"
            hint = message("put the file into {folder}, or write the whole address of a picture: `https://example.org/picture.png`", folder=place)
            yield wrong(document.place(("theme", name)), message("there is no `{name}` here", name=picture), hint)


def _is_in(folder: Path, picture: str) -> bool:
    return not os.path.isabs(picture) and not os.path.normpath(picture).startswith("..") and (folder / picture).is_file()


def idle_settings(document: Document) -> Iterator[Diagnostic]:
    """Warnings: settings of Material that somebody may expect to change the look."""
    theme = document.data.get("theme")
    options = theme if isinstance(theme, Mapping) else {}
    for name in _IDLE:
        if isinstance(options.get(name), Mapping | list):
            said = message("`{field}` changes nothing: Tremplin has a look of its own", field=f"theme.{name}")
            hint = message("delete it, and set custom properties such as `--teal` in a style sheet that `extra_css` names; the README of Tremplin says how")
            yield Diagnostic("site-configuration", document.place(("theme", name)), said, hint, Severity.WARNING)
