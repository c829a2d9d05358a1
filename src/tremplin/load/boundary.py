"""What lies inside a base: where symbolic links may lead, and which names of files can be written down."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, message


def leads_out(path: str | Path, base: str | Path) -> bool:
    """Whether a path ends outside the base when links are followed, or in one of its hidden files: `.git` is nobody's business either."""
    real, root = os.path.realpath(path), os.path.realpath(base)
    return real != root and (not real.startswith(root.rstrip(os.sep) + os.sep) or any(part.startswith(".") for part in os.path.relpath(real, root).split(os.sep)))


def link_faults(path: Path, base: Path) -> list[Diagnostic]:
    """What is wrong with a file or folder that is a symbolic link; nothing when it is none or leads to a file of the base."""
    if not path.is_symlink():
        return []
    name = written(path.relative_to(base).as_posix())
    if leads_out(path, base):
        return [link_outside(name)]
    if not os.path.exists(path):
        return [Diagnostic("unreadable-file", Location(name), message("this symbolic link leads to nothing"), message("copy the file here instead of linking to it"))]
    if path.is_dir():
        return [Diagnostic(
            "link-outside", Location(name), message("this is a symbolic link to a folder, which is not followed"), message("copy the folder here instead of linking to it"),
        )]
    return []


def listing(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, sorted by name; nothing when it may not be read, which `access_faults` says."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def access_faults(folder: Path, base: Path) -> list[Diagnostic]:
    """The finding that a folder may not be read, if that is so."""
    if os.access(folder, os.R_OK | os.X_OK):
        return []
    place = Location(written(folder.relative_to(base).as_posix()))
    return [Diagnostic("unreadable-file", place, message("this folder may not be read"), message("ask for the right to read it"))]


def link_outside(name: str) -> Diagnostic:
    """The finding that a link leads out of the base."""
    return Diagnostic(
        "link-outside", Location(name), message("this is a symbolic link that leads out of the base"),
        message("copy the file here instead of linking to it"),
    )


def is_written(name: str) -> bool:
    """Whether the name of a file is text: systems allow any bytes, addresses do not."""
    return name.isprintable() or not any(unicodedata.category(character) in {"Cc", "Cs"} for character in name)


_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})


def is_litter(name: str) -> bool:
    """Whether a file is hidden, or was left by a program: by Windows (`Thumbs.db`), by macOS (`.DS_Store`), by an office program (`~$plan.docx`)."""
    return name.startswith((".", "~$")) or name.endswith(("~", ".tmp")) or name.lower() in _LITTER


def written(name: str) -> str:
    """A name of a file in a form that can be shown."""
    return "".join(character if is_written(character) else "\ufffd" for character in name)


def unwritten(name: str) -> Diagnostic:
    """The finding that the name of a file is no text."""
    return Diagnostic("not-utf8", Location(written(name)), message("the name of this file cannot be read as text"), message("rename it, with plain letters and digits"))
