"""Bytes to text: what cannot be read is said with its place."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, message

LARGEST = 1_000_000
"""Bytes. A record's text is a few kilobytes; anything above this is a mistake or an attack."""


def read_text(file: str | Path, name: str) -> tuple[str, list[Diagnostic]]:
    """The text of `file` with plain line feeds and no byte order mark; empty with a diagnostic when it cannot be read."""
    try:
        status = os.stat(file)
        if not stat.S_ISREG(status.st_mode):
            return "", [_unreadable(name, os.strerror(errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL))]
        raw = content_of(file) if status.st_size <= LARGEST else b""
    except OSError as error:
        return "", [_unreadable(name, error.strerror or str(error))]
    if status.st_size > LARGEST:
        return "", [_too_large(name, status.st_size)]
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(name, error)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return "", [Diagnostic("empty-file", Location(name), message("this file is empty"), message("write its content, or delete the file"))]
    return text, []


def content_of(file: str | Path) -> bytes:
    """A small file's content. Python's file objects ask the system twice as much, and there are thousands of files."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        pieces = []
        while piece := os.read(handle, LARGEST + 1):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _unreadable(name: str, reason: str) -> Diagnostic:
    return Diagnostic(
        "unreadable-file", Location(name), message("this file cannot be read: {reason}", reason=reason),
        message("check that the file is there and that you may open it"),
    )


def _too_large(name: str, size: int) -> Diagnostic:
    return Diagnostic(
        "file-too-large", Location(name),
        message("this file has {size} MB; texts may have {limit} MB", size=round(size / 1_000_000, 1), limit=LARGEST // 1_000_000),
        message("put films and pictures into the record's `media` folder and keep only text here"),
    )


def _not_utf8(name: str, error: UnicodeDecodeError) -> Diagnostic:
    before = error.object[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    place = Location(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    guess = error.object[error.start : error.start + 1].decode("cp1252", "replace")
    return Diagnostic(
        "not-utf8", place, message("this file is not saved as UTF-8 (the first wrong character is perhaps `{guess}`)", guess=guess),
        message("open it in your editor and save it again with the encoding UTF-8"),
    )
