"""Markers: they stand in a page for what is filled in later, and go through templates as they are."""

from __future__ import annotations

import re
import secrets

from markupsafe import Markup

_SECRET = secrets.token_hex(8)
"""Nobody can write a marker into a record: it is another one in every process."""


def marker(name: object) -> Markup:
    """The marker of that name; names are letters, digits and hyphens."""
    return Markup(f"\ue000{_SECRET}:{name}\ue001")  # noqa: S704  made of our own signs


def finding(names: str) -> re.Pattern[str]:
    """What finds every marker whose name fits a pattern, and gives its name."""
    return re.compile(f"\ue000{_SECRET}:({names})\ue001")


def has_markers(text: str) -> bool:
    """Whether a marker stands somewhere in a text."""
    return _SECRET in text
