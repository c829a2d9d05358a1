"""Folders as values, so that two of them can be compared byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, with its content; for a link, where it leads."""
    return {
        file.relative_to(folder).as_posix(): str(file.readlink()).encode() if file.is_symlink() else file.read_bytes()
        for file in sorted(folder.rglob("*")) if file.is_symlink() or not file.is_dir()
    }


def fingerprint(folder: Path) -> str:
    """A hash of a whole folder."""
    found = hashlib.sha256()
    for name, content in tree(folder).items():
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def differences(one: Path, other: Path) -> list[str]:
    """The files by which two folders differ."""
    first, second = tree(one), tree(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
