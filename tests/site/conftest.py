"""The site of this base, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.pages import Site

ADDRESS = "https://tremplin.example.org/"
"""Where mkdocs.yml says that it is published, unless the environment says otherwise."""


@pytest.fixture(scope="session")
def published(our_site: Path) -> Site:
    """All pages of the site of this base."""
    return Site(our_site, ADDRESS)
