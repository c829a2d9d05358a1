"""What is remembered between runs, keyed by the hash of all that went into it. Deleting the folder loses time only."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_SHAPING = (
    "babel", "cbor2", "comrak", "jinja2", "markdown", "mkdocs", "mkdocs-material", "nh3", "pagefind", "pagefind-bin", "pydantic", "pymdown-extensions",
    "rcssmin", "rjsmin", "zxing-cpp",
)
"""Packages whose versions show in what we write."""

_SEAL = 16
"""Bytes of the hash before every value."""


class Cache:
    """Pickled values under names, in one folder. Where the folder cannot be written, everything is simply made anew.

    The folder belongs to the user who runs the build, like the code that runs it: what lies there is trusted as that code is.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder / code_digest() if folder else None

    def read(self, name: str) -> Any:
        """The value under `name`, or None when there is none that can be read."""
        if self.folder is None:
            return None
        try:
            raw = (self.folder / name).read_bytes()
            return pickle.loads(raw[_SEAL:]) if _sealed(raw[_SEAL:]) == raw else None
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError, TypeError):
            return None

    def write(self, name: str, value: Any) -> None:
        """Keep `value` under `name`; readers never see half of it."""
        if self.folder is None:
            return
        target = self.folder / name
        draft = target.with_name(f"{target.name}.{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(_sealed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)))
            draft.replace(target)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def forget(self, name: str) -> None:
        """Drop what is kept under `name`."""
        if self.folder is not None:
            with suppress(OSError):
                (self.folder / name).unlink()


def _sealed(raw: bytes) -> bytes:
    """Some bytes after a hash of them: what a failing disk has changed is made anew and never believed."""
    return hashlib.blake2b(raw, digest_size=_SEAL).digest() + raw


def digest(*parts: object) -> str:
    """A short hash of some plain values."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


@cache
def code_digest() -> str:
    """Changes whenever our own code or a package that shapes the output does."""
    return digest(tuple(_package_files()), tuple(_version(name) for name in _SHAPING))


def _package_files() -> Iterator[tuple[str, int, int]]:
    package = Path(__file__).parent
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if not name.endswith((".po", ".mo", ".pyc")):
                stat = os.stat(os.path.join(folder, name))
                yield os.path.relpath(os.path.join(folder, name), package), stat.st_size, stat.st_mtime_ns


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
