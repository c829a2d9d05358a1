"""Bytes to text: what cannot be read is said with its place."""

from __future__ import annotations

from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, message

LARGEST = 1_000_000
"""Bytes. A record's text is a few kilobytes; anything above this is a mistake or an attack."""


def read_text(file: Path, name: str) -> tuple[str, list[Diagnostic]]:
    """The text of `file` with `\\n` line ends and no byte order mark; empty with a diagnostic when it cannot be read."""
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        return "", [_unreadable(name, error)]
    if size > LARGEST:
        return "", [_too_large(name, size)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(name, raw, error.start)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return "", [Diagnostic("empty-file", Location(name), message("this file is empty"), message("write its content, or delete the file"))]
    return text, []


def _unreadable(name: str, error: OSError) -> Diagnostic:
    return Diagnostic(
        "unreadable-file", Location(name), message("this file cannot be read: {reason}", reason=error.strerror or error),
        message("check that the file is there and that you may open it"),
    )


def _too_large(name: str, size: int) -> Diagnostic:
    return Diagnostic(
        "file-too-large", Location(name),
        message("this file has {size} MB; texts may have {limit} MB", size=round(size / 1_000_000, 1), limit=LARGEST // 1_000_000),
        message("put films and pictures into the record's `media` folder and keep only text here"),
    )


def _not_utf8(name: str, raw: bytes, offset: int) -> Diagnostic:
    before = raw[:offset].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    guess = raw[offset : offset + 1].decode("cp1252", "replace")
    return Diagnostic(
        "not-utf8", Location(name, line, column), message("this file is not saved as UTF-8 (the first wrong character is perhaps `{guess}`)", guess=guess),
        message("open it in your editor and save it again with the encoding UTF-8"),
    )
