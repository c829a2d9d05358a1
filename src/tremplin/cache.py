"""What is remembered between runs, keyed by the hash of all that went into it. Deleting the folder loses time only."""

from __future__ import annotations

import hashlib
import os
import pickle
import secrets
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
_SECRET = 32
"""Bytes of what goes into that hash and only this user knows."""


class Cache:
    """Pickled values under names, in one folder. Where the folder cannot be written, everything is simply made anew.

    Opening a pickled value may run any program, and the folder lies in the base, into which a pull request can put files. Each value therefore bears
    a seal that only the user who runs the build can make; what bears none is never opened.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder / code_digest() if folder else None

    def read(self, name: str) -> Any:
        """The value under `name`, or None when there is none that can be read."""
        if self.folder is None:
            return None
        try:
            raw = memoryview((self.folder / name).read_bytes())
            return pickle.loads(raw[_SEAL:]) if _seal(raw[_SEAL:]) == raw[:_SEAL] else None
        except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError, TypeError):
            return None

    def write(self, name: str, value: Any) -> None:
        """Keep `value` under `name`; readers never see half of it."""
        if self.folder is None:
            return
        raw = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        target = self.folder / name
        draft = target.with_name(f"{target.name}.{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(_seal(raw) + raw)
            draft.replace(target)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def forget(self, name: str) -> None:
        """Drop what is kept under `name`."""
        if self.folder is not None:
            with suppress(OSError):
                (self.folder / name).unlink()


def _seal(raw: bytes | memoryview) -> bytes:
    """A hash of some bytes: what a failing disk or another person has changed is made anew and never believed."""
    return hashlib.blake2b(raw, digest_size=_SEAL, key=_secret()).digest()


@cache
def _secret() -> bytes:
    """What this user keeps outside every base. Where it cannot be kept, this run has one of its own, and remembers nothing for the next."""
    try:
        file = _own_folder() / "seal"
        known = file.read_bytes() if file.exists() else b""
        return known if len(known) == _SECRET else _kept(file, secrets.token_bytes(_SECRET))
    except (OSError, RuntimeError):
        return secrets.token_bytes(_SECRET)


def _own_folder() -> Path:
    """Where a user's programs remember what can be lost. Raises RuntimeError for a user without a home."""
    place = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME")
    return (Path(place) if place else Path.home() / ".cache") / "tremplin"


def _kept(file: Path, secret: bytes) -> bytes:
    """The secret, in a file that nobody else may read; or that of another run that has kept its own in the meantime."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, secret)
    finally:
        os.close(handle)
    draft.replace(file)
    return file.read_bytes()


def digest(*parts: object) -> str:
    """A short hash of some plain values."""
    return hashlib.blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def digest_of(content: bytes) -> str:
    """A short hash of what a file holds."""
    return hashlib.blake2b(content, digest_size=12).hexdigest()


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
