"""Caption files, which go to readers as they are: whether players of films can read them."""

from __future__ import annotations

import re
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.load.text import read_text

_FIRST_LINE = re.compile(r"WEBVTT(?![^ \t\n])")


def caption_faults(file: Path, name: str) -> list[Diagnostic]:
    """What is wrong with the captions in `file`; an empty file is told where something names it."""
    if file.stat().st_size == 0:
        return []
    text, faults = read_text(file, name)
    if faults or _FIRST_LINE.match(text):
        return faults
    return [Diagnostic("media-type", Location(name), message("the first line of these captions is not `WEBVTT`"), message("save them in the format WebVTT"))]
