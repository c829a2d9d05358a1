"""One atomic step from a finished build to the site that people see.

Two complete trees stand side by side: the published one and its twin. A build brings the twin up to date, linking what
has not changed, and then the two change places. A build that fails, at any moment, leaves the published tree as it was.
Because the twin of the next build is the published tree of the one before, an edit costs what it touches.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock, Timeout

from tremplin.cache import Cache, digest

Ledger = dict[str, str]
"""Every file of a tree by path, and the key of what it was made from."""

STAMP = "build.json"
"""Tells our trees from others. Without it, or with another, somebody else has written here."""
_GENERATOR = re.compile(rb"""<meta name=["']?generator["']? content=["']?(?:mkdocs|tremplin)""", re.IGNORECASE)
_HEAD = 10_000
"""So many bytes hold the head of any page of ours."""
_AT_FDCWD, _EXCHANGE = -100, 2
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class Busy(Exception):
    """Another build of the same site is going on."""


def site_lock(site_dir: Path) -> FileLock:
    """Held by the one build that may write to a site."""
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(site_dir.parent / f".{site_dir.name}.lock")


def acquire(lock: FileLock) -> None:
    """Take the lock at once; raises Busy when another build holds it."""
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy from None


class Trees:
    """The published tree and its twin, with what is known of each. The path of the site is absolute and without links."""

    def __init__(self, site_dir: Path, cache: Cache) -> None:
        self.site = site_dir
        self.next = self.site.with_name(f".{self.site.name}.next")
        self._cache = cache
        self.published = self._ledger(self.site)
        self.twin = self._ledger(self.next)
        self._replaced = _ledger_name(self.next)
        # From here on the twin is no longer what its stamp says, so that an interrupted build is noticed.
        (self.next / STAMP).unlink(missing_ok=True)
        if not self.twin:
            _clear(self.next)
        self.next.mkdir(parents=True, exist_ok=True)

    def _ledger(self, tree: Path) -> Ledger:
        name = _ledger_name(tree)
        return (self._cache.read(name) if name else None) or {}

    def commit(self, wanted: Ledger) -> bool:
        """Publish the twin, which now holds exactly `wanted`; True when anything has changed."""
        names = {path.casefold(): path for path in wanted}
        for path in self.twin.keys() - wanted.keys():
            if not self._is_the_same(path, names.get(path.casefold())):
                _remove(self.next / path)
        _remove_empty_folders(self.next, {path for path in self.twin if path not in wanted})
        (self.next / STAMP).write_text('{"generator": "tremplin"}\n', encoding="utf-8")
        name = _ledger_name(self.next)
        if name:
            self._cache.write(name, wanted)
        if self._replaced and self._replaced != name:
            self._cache.forget(self._replaced)
        changed = wanted != self.published
        exchange(self.next, self.site)
        return changed

    def _is_the_same(self, path: str, other: str | None) -> bool:
        """Whether two paths that differ in case only name one file of the twin, as on Windows and macOS."""
        try:
            return other is not None and (self.next / path).samefile(self.next / other)
        except OSError:
            return False


def _ledger_name(tree: Path) -> str | None:
    """Under which name the ledger of a tree is kept. A tree is known by its stamp, a file that no other tree has and that moves with it.

    What stands in the stamp says nothing, so that the same input gives the same bytes.
    """
    try:
        stamp = (tree / STAMP).stat()
    except OSError:
        return None
    return f"ledgers/{digest(stamp.st_ino, stamp.st_mtime_ns)}"


def _remove(file: Path) -> None:
    """Remove a file, unless a folder has taken its place or the place of one of its folders."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        if not file.is_dir():
            file.unlink()


def retire(tree: Path, path: str) -> None:
    """Remove a file of the twin, and the folders that held nothing else."""
    _remove(tree / path)
    _remove_empty_folders(tree, [path])


def _clean_place(tree: Path, path: str) -> None:
    """Make sure that nothing stands where a file is to be put, and that its folder is there."""
    target = f"{tree}/{path}"
    try:
        os.unlink(target)
    except FileNotFoundError:
        _make_folder_of(target)
    except (IsADirectoryError, NotADirectoryError, PermissionError):
        _make_room(tree, path)


def _make_room(tree: Path, path: str) -> None:
    """Remove what stands in the way of a file: a folder where it is to stand, a file where one of its folders must be."""
    for folder in reversed(Path(path).parents[:-1]):
        if (tree / folder).is_file():
            (tree / folder).unlink()
    if (tree / path).is_dir():
        _clear(tree / path)
    (tree / path).parent.mkdir(parents=True, exist_ok=True)


def keep(trees_next: Path, site: Path, path: str) -> bool:
    """Link a file of the published tree into the twin; False when it is not there any more."""
    target = trees_next / path
    _clean_place(trees_next, path)
    try:
        os.link(site / path, target)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(site / path, target)  # A file system without hard links.
    return True


def write(trees_next: Path, path: str, content: bytes) -> None:
    """Write a file of the twin. One that stands there is removed first, since it may be linked to the published one."""
    try:
        handle = _opened(trees_next, path)
    except OSError:
        _clean_place(trees_next, path)
        handle = os.open(f"{trees_next}/{path}", _NEW, 0o644)
    try:
        # Without Python's buffers: thousands of small files are written, and each object around them costs as much as the writing.
        while content:
            content = content[os.write(handle, content):]
    finally:
        os.close(handle)


def _opened(tree: Path, path: str) -> int:
    """A new file. Nearly every page has a folder of its own, so that folder is made before it is known whether it must be."""
    target = f"{tree}/{path}"
    _make_folder_of(target)
    return os.open(target, _NEW, 0o644)


def _make_folder_of(target: str) -> None:
    folder = target.rpartition("/")[0]
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def place_media(trees_next: Path, path: str, source: Path) -> None:
    """Copy a film or picture into the twin."""
    _clean_place(trees_next, path)
    shutil.copyfile(source, trees_next / path)


def exchange(fresh: Path, published: Path) -> None:
    """Let two folders change places in one step where the system can, in two otherwise."""
    if not published.exists():
        fresh.rename(published)
        return
    if sys.platform == "linux" and _exchange_on_linux(fresh, published):
        return
    aside = published.with_name(f".{published.name}.old")
    _clear(aside)
    published.rename(aside)
    try:
        fresh.rename(published)
    except OSError:
        aside.rename(published)
        raise
    aside.rename(fresh)


def _exchange_on_linux(fresh: Path, published: Path) -> bool:
    """renameat2(2) with RENAME_EXCHANGE; False where kernel or file system do not know it."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(fresh), _AT_FDCWD, os.fsencode(published), _EXCHANGE) == 0)


def recover(site_dir: Path) -> None:
    """Put the site back if a system without exchange was interrupted between its two steps."""
    aside = site_dir.with_name(f".{site_dir.name}.old")
    if aside.exists() and not site_dir.exists():
        aside.rename(site_dir)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _remove_empty_folders(tree: Path, removed: Iterable[str]) -> None:
    """Folders that held nothing but removed files, the deepest first."""
    for folder in sorted({parent for path in removed for parent in Path(path).parents if parent != Path()}, key=lambda one: -len(one.parts)):
        try:
            (tree / folder).rmdir()
        except OSError:
            continue


def is_ours(site_dir: Path) -> bool:
    """Whether a folder may be replaced: it does not exist, is empty, or was written by Tremplin or MkDocs. Any page may be called `index.html`."""
    if not site_dir.exists():
        return True
    if not site_dir.is_dir():
        return False
    return not any(site_dir.iterdir()) or (site_dir / STAMP).is_file() or _says_who_made_it(site_dir / "index.html")


def _says_who_made_it(page: Path) -> bool:
    try:
        with page.open("rb") as file:
            return bool(_GENERATOR.search(file.read(_HEAD)))
    except OSError:
        return False
