"""Frames share what does not differ from edition to edition."""

from __future__ import annotations

import mkdocs.utils
from mkdocs.theme import Theme

import tremplin.render.mkdocs.frame  # noqa: F401  It changes what MkDocs forgets.


def test_all_packages_are_looked_through_once_for_all_editions() -> None:
    found = mkdocs.utils.get_themes()
    assert {"mkdocs", "material"} <= found.keys()
    Theme(name="material")
    assert mkdocs.utils.get_themes() is found
