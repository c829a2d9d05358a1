"""A record's folder to a RecordSource, and where such folders are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.load.document import read_document
from tremplin.load.text import read_text
from tremplin.load.words import read_words
from tremplin.model.kinds import KINDS
from tremplin.model.kinds.record import Kind
from tremplin.model.source import Document, MediaFile, RecordSource, WordsSource


def record_folders(base: Path) -> Iterator[tuple[Kind, str]]:
    """Every record's kind and id, sorted. Names that begin with a dot or an underscore are left alone."""
    for kind in KINDS:
        folder = base / kind.folder
        if folder.is_dir():
            for name in sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] not in "._"):
                yield kind, name


def read_record(base: Path, kind: Kind, record_id: str) -> RecordSource:
    """Everything that one record's folder holds."""
    folder = base / kind.folder / record_id
    name = f"{kind.folder}/{record_id}"
    diagnostics: list[Diagnostic] = []
    if folder.is_symlink() and not folder.resolve().is_relative_to(base.resolve()):
        return RecordSource(kind.name, record_id, name, None, {}, {}, diagnostics=(_outside(name),))
    facts = _facts(folder, name, diagnostics)
    words, unread = _words(base, folder, name, diagnostics)
    media = dict(_media(base, folder, diagnostics))
    return RecordSource(kind.name, record_id, name, facts, words, media, unread, tuple(diagnostics))


def _facts(folder: Path, name: str, diagnostics: list[Diagnostic]) -> Document | None:
    file = folder / "record.yml"
    if not file.exists():
        diagnostics.append(Diagnostic(
            "missing-record-file", Location(f"{name}/record.yml"), message("this folder has no `record.yml`"),
            message("create it with at least `original:` and `origin:`; `tremplin init` writes an example"),
        ))
        return None
    text, faults = read_text(file, f"{name}/record.yml")
    diagnostics += faults
    if faults:
        return None
    document, faults = read_document(text, f"{name}/record.yml")
    diagnostics += faults
    return document if not faults else None


def _words(base: Path, folder: Path, name: str, diagnostics: list[Diagnostic]) -> tuple[dict[str, WordsSource], frozenset[str]]:
    words: dict[str, WordsSource] = {}
    unread = set()
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name == "README.md" or not entry.name.endswith(".md"):
            continue
        language = entry.name.removesuffix(".md")
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(base.resolve()):
            diagnostics.append(_outside(f"{name}/{entry.name}"))
            unread.add(language)
            continue
        source, faults = read_words(Path(entry.path), f"{name}/{entry.name}", language)
        diagnostics += faults
        if source is None or faults:
            unread.add(language)
        else:
            words[language] = source
    return words, frozenset(unread)


def _media(base: Path, folder: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, MediaFile]]:
    """Files that are neither facts nor words, with their sizes."""
    for parent, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = Path(parent, file)
            relative = path.relative_to(folder).as_posix()
            if relative == "record.yml" or ("/" not in relative and relative.endswith(".md")) or file.startswith("."):
                continue
            is_outside = path.is_symlink() and not path.resolve().is_relative_to(base.resolve())
            if is_outside:
                diagnostics.append(_outside(path.relative_to(base).as_posix()))
            try:
                size = path.stat().st_size
            except OSError:
                size = 0
            yield relative, MediaFile(size, is_outside)
            if "/" not in relative:
                diagnostics.append(_stray(path.relative_to(base).as_posix()))


def _outside(name: str) -> Diagnostic:
    return Diagnostic(
        "link-outside", Location(name), message("this is a symbolic link that leads out of the base"),
        message("copy the file into the record's folder instead"),
    )


def _stray(name: str) -> Diagnostic:
    return Diagnostic(
        "unknown-file", Location(name), message("this file is not used"),
        message("words go into `<language>.md`, facts into `record.yml`, films and pictures into `media/`"), Severity.WARNING,
    )
