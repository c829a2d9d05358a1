"""A record's folder to a RecordSource, and where such folders are."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.load.boundary import access_faults, is_litter, is_written, leads_out, link_faults, link_outside, listing, unwritten, written
from tremplin.load.captions import caption_faults
from tremplin.load.document import read_document
from tremplin.load.text import no_ordinary_file, read_text
from tremplin.load.words import read_words
from tremplin.model.kinds import BY_FOLDER, KINDS, LISTS
from tremplin.model.kinds.record import Kind
from tremplin.model.media import CAPTIONS, type_of
from tremplin.model.source import Document, MediaFile, RecordSource, WordsSource

_LOOKED_AT = 100


def record_folders(base: Path) -> Iterator[tuple[Kind, str]]:
    """Every record's kind and id, sorted. Names that begin with a dot or an underscore are left alone."""
    for kind in KINDS:
        folder = base / kind.folder
        if folder.is_dir() and not _is_foreign(folder, base):
            yield from ((kind, entry.name) for entry in listing(folder) if _is_record(entry))


def stray_files(base: Path) -> Iterator[Diagnostic]:
    """What stands where records should stand and is none."""
    for kind in KINDS:
        folder = base / kind.folder
        if folder.is_dir() and _is_foreign(folder, base):
            yield link_outside(kind.folder)
        elif folder.is_dir():
            yield from access_faults(folder, base)
            for entry in listing(folder):
                if not is_written(entry.name):
                    yield unwritten(f"{kind.folder}/{entry.name}")
                elif not _is_record(entry) and not is_litter(entry.name) and entry.name[0] != "_" and entry.name != "README.md":
                    yield _no_record(kind, entry.name)
        elif os.path.lexists(folder):
            yield Diagnostic(
                "unknown-folder", Location(kind.folder), message("this is a file, where a folder of records should be"),
                message("a record is a folder: `{folder}/my-record/record.yml` and `{folder}/my-record/en.md`", folder=kind.folder), Severity.WARNING,
            )
    yield from _stray_at_the_top(base)


def _stray_at_the_top(base: Path) -> Iterator[Diagnostic]:
    """Folders of records and lists that are not read, since no kind and no list has their name."""
    for entry in listing(base):
        if _holds_records(entry):
            yield _no_kind(entry.name)
        elif (meant := _list_meant(entry.name)) and entry.is_file():
            yield Diagnostic("unknown-file", Location(entry.name), message("this file is not used"), message("did you mean `{name}`?", name=meant), Severity.WARNING)


def _list_meant(name: str) -> str:
    """The list that somebody meant with `Glossary.yml`, `glossary.yaml` or `glossary.yml.txt`; empty for its right name and for any other."""
    plain = re.sub(r"\.(ya?ml|ya?ml\.txt)$", ".yml", name.casefold())
    return next((kind.file for kind in LISTS if kind.file == plain != name), "")


def _holds_records(entry: os.DirEntry[str]) -> bool:
    """Whether a folder of the base that no kind has looks as if records stood in it. Folders of programs have many more entries than need be looked at."""
    if entry.name in BY_FOLDER or is_litter(entry.name) or entry.name[0] == "_" or not is_written(entry.name) or not entry.is_dir(follow_symlinks=False):
        return False
    return any(os.path.isfile(os.path.join(one.path, "record.yml")) for one in listing(Path(entry.path))[:_LOOKED_AT])


def _no_kind(name: str) -> Diagnostic:
    plain = re.sub(r"[^a-z]+", "_", name.casefold())
    close = difflib.get_close_matches(plain, BY_FOLDER, 1, 0.6)
    hint = message("did you mean `{name}`?", name=close[0]) if close else message("records stand in these folders: {names}", names=", ".join(BY_FOLDER))
    return Diagnostic("unknown-folder", Location(name), message("the records in this folder are not read: no kind of record has its name"), hint, Severity.WARNING)


def _no_record(kind: Kind, name: str) -> Diagnostic:
    return Diagnostic(
        "unknown-file", Location(f"{kind.folder}/{name}"), message("this file is not used"),
        message("a record is a folder: `{folder}/my-record/record.yml` and `{folder}/my-record/en.md`", folder=kind.folder), Severity.WARNING,
    )


def _is_foreign(folder: Path, base: Path) -> bool:
    return folder.is_symlink() and leads_out(folder, base)


def _is_record(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or a link that may have been one."""
    if entry.name[0] == "_" or is_litter(entry.name) or not is_written(entry.name):
        return False
    try:
        return entry.is_dir() or (entry.is_symlink() and not os.path.exists(entry.path))
    except OSError:  # A link in a circle.
        return True


def read_record(base: Path, kind: Kind, record_id: str) -> RecordSource:
    """Everything that one record's folder holds."""
    folder = base / kind.folder / record_id
    name = f"{kind.folder}/{record_id}"
    diagnostics = link_faults(folder, base) or access_faults(folder, base)
    if diagnostics:
        return RecordSource(kind.name, record_id, name, None, {}, {}, diagnostics=tuple(diagnostics))
    facts = _facts(base, folder, name, diagnostics)
    words, unread = _words(base, folder, name, diagnostics)
    media = dict(_media(base, folder, diagnostics))
    return RecordSource(kind.name, record_id, name, facts, words, media, unread, tuple(diagnostics))


def _facts(base: Path, folder: Path, name: str, diagnostics: list[Diagnostic]) -> Document | None:
    file = folder / "record.yml"
    faults = link_faults(file, base)
    if not faults and not file.exists():
        faults = [Diagnostic(
            "missing-record-file", Location(f"{name}/record.yml"), message("this folder has no `record.yml`"),
            message("create it with the lines `original: …`, `origin: editorial` and `documented: partial`; `tremplin check` then says what else it needs"),
        )]
    document, text = None, ""
    if not faults:
        text, faults = read_text(file, f"{name}/record.yml")
    if not faults:
        document, faults = read_document(text, f"{name}/record.yml")
    diagnostics += faults
    return document if not faults else None


def _words(base: Path, folder: Path, name: str, diagnostics: list[Diagnostic]) -> tuple[dict[str, WordsSource], frozenset[str]]:
    words: dict[str, WordsSource] = {}
    unread = set()
    for entry in listing(folder):
        if entry.name == "README.md" or not entry.name.endswith(".md") or is_litter(entry.name) or not is_written(entry.name):
            continue
        language = entry.name.removesuffix(".md")
        source, faults = None, link_faults(Path(entry.path), base) if entry.is_symlink() else []
        if not faults:
            source, faults = read_words(entry.path, f"{name}/{entry.name}", language)
        diagnostics += faults
        if source is None or any(fault.is_fault for fault in faults):
            unread.add(language)
        else:
            words[language] = source
    return words, frozenset(unread)


def _media(base: Path, folder: Path, diagnostics: list[Diagnostic]) -> Iterator[tuple[str, MediaFile]]:
    """Files that are neither facts nor words, with their sizes."""
    top = str(folder)
    for parent, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not is_litter(name))
        for name in folders:
            diagnostics += link_faults(Path(parent, name), base)
        for name in sorted(files):
            if parent == top and (name == "record.yml" or name.endswith(".md")) and is_written(name):
                continue  # Facts and words, not media.
            file = Path(parent, name)
            relative = file.relative_to(folder).as_posix()
            if not is_written(relative):
                diagnostics.append(unwritten(file.relative_to(base).as_posix()))
            elif not is_litter(name):
                faults = link_faults(file, base) or ([] if file.is_file() else [no_ordinary_file(file.relative_to(base).as_posix())])
                diagnostics += faults
                yield relative, MediaFile(0, is_unusable=True) if faults else _sound(file, base)
                if not relative.startswith("media/"):
                    diagnostics.append(_stray(written(file.relative_to(base).as_posix())))


def _sound(file: Path, base: Path) -> MediaFile:
    """A file that can be published. Films and pictures are not read: only players know whether they are right."""
    faults = caption_faults(file, file.relative_to(base).as_posix()) if type_of(file.name) in CAPTIONS else []
    return MediaFile(os.path.getsize(file), faults=tuple(faults))


def _stray(name: str) -> Diagnostic:
    return Diagnostic(
        "unknown-file", Location(name), message("this file is not used"),
        message("words go into `<language>.md`, facts into `record.yml`, films and pictures into `media/`"), Severity.WARNING,
    )
