"""Bytes to text: what cannot be read is said with its place."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.model.prose import line_and_column, without_code

_SIDE = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7} |\|{7} |={7}$|>{7} )", re.MULTILINE)
_ZEROS_OF_TWO_LETTERS = 2
"""In UTF-16 without a mark, every other byte of a plain letter is zero."""
_SAVE_AGAIN = message("open it in your editor and save it again with the encoding UTF-8")
LARGEST = 1_000_000
"""Bytes. A record's text is a few kilobytes; anything above this is a mistake or an attack."""


def read_text(file: str | Path, name: str) -> tuple[str, list[Diagnostic]]:
    """The text of `file` with plain line feeds and no byte order mark; empty with a diagnostic when it cannot be read."""
    try:
        status = os.stat(file)
        if stat.S_ISDIR(status.st_mode):
            return "", [_unreadable(name, os.strerror(errno.EISDIR))]
        if not stat.S_ISREG(status.st_mode):
            return "", [no_ordinary_file(name)]
        raw = content_of(file) if status.st_size <= LARGEST else b""
    except OSError as error:
        return "", [_unreadable(name, error.strerror or str(error))]
    if status.st_size > LARGEST:
        return "", [_too_large(name, status.st_size)]
    return _decoded(raw, name)


def _decoded(raw: bytes, name: str) -> tuple[str, list[Diagnostic]]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw[:4].count(0) == _ZEROS_OF_TWO_LETTERS:
        return "", [_utf_16(name)]
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(name, error)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        return "", [Diagnostic("empty-file", Location(name), message("this file is empty"), message("write its content, or delete the file"))]
    return text, conflicts(text, name)


def conflicts(text: str, name: str) -> list[Diagnostic]:
    """What Git has left where two people changed the same lines; an example in the code of a page is none."""
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return []
    seen = without_code(text) if name.endswith(".md") else text
    found = _CONFLICT.search(seen) if _SIDE.search(seen) else None
    if found is None:
        return []
    line, _ = line_and_column(text, found.start())
    return [Diagnostic(
        "conflict-marker", Location(name, line + 1), message("two versions of this text stand here, of which somebody must choose one"),
        message("keep what is right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"),
    )]


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


def no_ordinary_file(name: str) -> Diagnostic:
    """The finding that a name stands for a device or a pipe, of which nobody knows when it ends."""
    return Diagnostic("unreadable-file", Location(name), message("this is no ordinary file"), message("delete it, and copy the file here"))


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
    return Diagnostic("not-utf8", place, message("this file is not saved with the encoding UTF-8; here stands the first character that cannot be read"), _SAVE_AGAIN)


def _utf_16(name: str) -> Diagnostic:
    return Diagnostic("not-utf8", Location(name), message("this file is saved with the encoding UTF-16"), _SAVE_AGAIN)
