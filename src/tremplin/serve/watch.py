"""Notices that files change, and waits until whoever changes them is done."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import DirDeletedEvent, DirModifiedEvent, DirMovedEvent, FileClosedNoWriteEvent, FileCreatedEvent, FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

QUIET = 0.05
"""Seconds without a change after which a change is complete: editors write a file in several steps."""
PATIENCE = 1.0
"""Seconds after which what has changed so far is told, though more goes on."""
_UNCHANGING = (DirModifiedEvent, FileOpenedEvent, FileClosedNoWriteEvent)


class Watcher(FileSystemEventHandler):
    """Collects the paths that are touched below some folders. `observers` are tried in turn: the system may have no watches left to give."""

    def __init__(self, observers: Sequence[Callable[[], BaseObserver]] = (Observer, PollingObserver)) -> None:
        self._observers = list(observers)
        self._observer = self._observers.pop(0)()
        self._watches: dict[Path, tuple[bool, ObservedWatch]] = {}
        self._gone: set[Path] = set()  # Removed since they are watched: a folder made again in their place is another one to the system.
        self._touched: dict[Path, bool] = {}  # Whether the path has come into being since the last call of `wait`.
        self._first = self._last = 0.0
        self._news = threading.Condition()

    def __enter__(self) -> Self:
        self._observer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

    def follow(self, deep: Iterable[Path], flat: Iterable[Path] = ()) -> None:
        """Watch these folders from now on, `deep` ones with everything below them; those that do not exist are left alone until the next call."""
        wanted = {**dict.fromkeys(flat, False), **dict.fromkeys(deep, True)}
        now = {path: is_deep for path, is_deep in wanted.items() if path.is_dir()}
        with self._news:
            gone, self._gone = self._gone, set()
        for path, (is_deep, watch) in list(self._watches.items()):
            if path in gone or now.get(path) is not is_deep:
                self._observer.unschedule(watch)
                del self._watches[path]
        for path, is_deep in now.items():
            if path not in self._watches:
                self._watches[path] = is_deep, self._scheduled(path, is_deep=is_deep)

    def wait(self, seconds: float) -> frozenset[Path]:
        """What has been touched since the last call, once that is quiet; nothing when nothing happens for some seconds."""
        with self._news:
            if not self._news.wait_for(lambda: bool(self._touched), seconds):
                return frozenset()
            while (rest := min(self._last + QUIET, self._first + PATIENCE) - time.monotonic()) > 0:
                self._news.wait(rest)
            touched, self._touched = self._touched, {}
        # What came and went in between is a file with which an editor prepares another one.
        return frozenset(path for path, is_new in touched.items() if not is_new or path.exists())

    @property
    def has_news(self) -> bool:
        """Whether something has been touched since the last call of `wait`."""
        return bool(self._touched)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remember what an event tells; called by the observer's thread."""
        if isinstance(event, _UNCHANGING):
            return
        with self._news:
            self._last = time.monotonic()
            if not self._touched:
                self._first = self._last
            paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
            if isinstance(event, DirDeletedEvent | DirMovedEvent):
                self._gone.add(paths[0])
            for path in paths:
                self._touched.setdefault(path, isinstance(event, FileCreatedEvent))
            self._news.notify()

    def _scheduled(self, path: Path, *, is_deep: bool) -> ObservedWatch:
        try:
            return self._observer.schedule(self, str(path), recursive=is_deep)
        except OSError:
            if not self._observers:
                raise
            self._replace_observer()
            return self._observer.schedule(self, str(path), recursive=is_deep)

    def _replace_observer(self) -> None:
        """Go on with the next kind of observer."""
        self._observer.stop()
        self._observer = self._observers.pop(0)()
        self._observer.start()
        for path, (is_deep, _) in list(self._watches.items()):
            self._watches[path] = is_deep, self._observer.schedule(self, str(path), recursive=is_deep)
