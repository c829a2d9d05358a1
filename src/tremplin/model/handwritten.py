"""Pages written by hand, as far as their names say something."""

from __future__ import annotations


def page_address(page: str) -> str:
    """Where MkDocs publishes a hand-written page."""
    folder, _, name = page.rpartition("/")
    own = "" if name in {"index.md", "README.md"} else name.removesuffix(".md") + "/"
    return (f"{folder}/" if folder else "") + own
