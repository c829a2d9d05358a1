"""One atomic step from a finished build to the site that people see.

Two complete trees stand side by side: the published one and its twin. A build brings the twin up to date, linking what
has not changed, and then the two change places. A build that fails, at any moment, leaves the published tree as it was.
Because the twin of the next build is the published tree of the one before, an edit costs what it touches.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from filelock import FileLock, Timeout

from tremplin.cache import Cache, digest

Ledger = dict[str, str]
"""Every file of a tree by path, and the key of what it was made from."""

STAMP = "build.json"
"""Names the build that a tree holds; its absence or another name means that somebody else has written here."""
_AT_FDCWD, _EXCHANGE = -100, 2


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
    """The published tree and its twin, with what is known of each."""

    def __init__(self, site_dir: Path, cache: Cache) -> None:
        self.site, self.next = site_dir, site_dir.parent / f".{site_dir.name}.next"
        self._cache = cache
        self.published = self._ledger(self.site)
        self.twin = self._ledger(self.next)
        # From here on the twin is no longer what its stamp says, so that an interrupted build is noticed.
        (self.next / STAMP).unlink(missing_ok=True)
        if not self.twin:
            _clear(self.next)
        self.next.mkdir(parents=True, exist_ok=True)

    def _ledger(self, tree: Path) -> Ledger:
        try:
            build = json.loads((tree / STAMP).read_text(encoding="utf-8"))["build"]
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return self._cache.read(f"ledgers/{build}") or {}

    def commit(self, wanted: Ledger) -> bool:
        """Publish the twin, which now holds exactly `wanted`; True when anything has changed."""
        build = digest(sorted(wanted.items()))
        for path in self.twin.keys() - wanted.keys():
            (self.next / path).unlink(missing_ok=True)
        _remove_empty_folders(self.next, {path for path in self.twin if path not in wanted})
        self._cache.write(f"ledgers/{build}", wanted)
        (self.next / STAMP).write_text(json.dumps({"build": build}) + "\n", encoding="utf-8")
        changed = wanted != self.published
        exchange(self.next, self.site)
        for old in {digest(sorted(ledger.items())) for ledger in (self.twin,) if ledger} - {build, digest(sorted(self.published.items()))}:
            self._cache.forget(f"ledgers/{old}")
        return changed


def keep(trees_next: Path, site: Path, path: str) -> bool:
    """Link a file of the published tree into the twin; False when it is not there any more."""
    target = trees_next / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(site / path, target)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(site / path, target)  # A file system without hard links.
    return True


def write(trees_next: Path, path: str, content: bytes) -> None:
    """Write a file of the twin. It is removed first, since it may be linked to the published one."""
    target = trees_next / path
    try:
        target.unlink()
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def place_media(trees_next: Path, path: str, source: Path) -> None:
    """Copy a film or picture into the twin."""
    target = trees_next / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    shutil.copyfile(source, target)


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
    """Whether a folder may be replaced: it does not exist, is empty, or was written by a site generator."""
    if not site_dir.exists():
        return True
    if not site_dir.is_dir():
        return False
    return not any(site_dir.iterdir()) or (site_dir / STAMP).exists() or (site_dir / "index.html").exists()


