"""What is remembered between runs, keyed by the hash of all that went into it. Deleting the folder loses time only."""

from __future__ import annotations

import hashlib
import os
import pickle
import secrets
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, BinaryIO

_SHAPING = (
    "babel", "cbor2", "comrak", "jinja2", "markdown", "mkdocs", "mkdocs-material", "nh3", "pagefind", "pagefind-bin", "pydantic", "pymdown-extensions",
    "rcssmin", "rjsmin", "zxing-cpp",
)
"""Packages whose versions show in what we write."""
_PACKAGE = Path(__file__).parent

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
        target = os.path.join(self.folder, name)
        draft = f"{target}.{os.getpid()}.tmp"
        try:
            with _opened(draft) as file:
                file.write(_seal(raw))
                file.write(raw)
            os.replace(draft, target)
        except OSError:
            with suppress(OSError):
                os.unlink(draft)

    def forget(self, name: str) -> None:
        """Drop what is kept under `name`."""
        if self.folder is not None:
            with suppress(OSError):
                (self.folder / name).unlink()


def _opened(file: str) -> BinaryIO:
    """A new file. Its folder is made only when it is missing: most are there, and there are as many files as records."""
    try:
        return open(file, "wb")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(file), exist_ok=True)
        return open(file, "wb")


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


def _package_files(folder: str = "") -> Iterator[tuple[str, int, int]]:
    """Our own files below a folder of the package, with size and time."""
    with os.scandir(_PACKAGE / folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        name = f"{folder}{entry.name}"
        if entry.is_dir():
            yield from _package_files(f"{name}/") if entry.name != "__pycache__" else ()
        elif not name.endswith((".po", ".mo", ".pyc")):
            stat = entry.stat()
            yield name, stat.st_size, stat.st_mtime_ns


def _version(name: str) -> str:
    """The version of a package, empty where it is not installed. What else its makers say of it is not taken apart: some say much."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return ""
    told = package.read_text("METADATA") or package.read_text("PKG-INFO") or ""
    return told.partition("\nVersion:")[2].partition("\n")[0]
