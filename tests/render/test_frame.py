"""Frames share what does not differ from edition to edition."""

from __future__ import annotations

import mkdocs.utils

import tremplin.render.mkdocs.frame  # noqa: F401  It changes how MkDocs asks for packages.


def test_all_packages_are_looked_through_once_for_all_editions() -> None:
    asked = vars(mkdocs.utils)["entry_points"]
    found = asked(group="mkdocs.themes")
    assert "mkdocs" in found.names
    assert asked(group="mkdocs.themes") is found
