"""Editions brought up to date by several processes at once: they know nothing of each other, and each writes its own folder."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.sharedctypes import Synchronized

from tremplin.editions import Done, Job, bring_up_to_date

_GLANCE = 0.2
"""Seconds between two looks at how far the workers have come."""
_FEW = 200
"""Below this number of pages to write, starting other processes costs more than it saves."""


class WorkerLost(Exception):
    """A worker process was ended from outside, for example by the system for want of memory."""


def all_editions(job: Job, changed: int, progress: Callable[[int, int], None]) -> list[Done]:
    """Every edition brought up to date after so many records have changed, in parallel when there is enough to do; raises WorkerLost."""
    tags, total = job.library.site.tags, len(job.plans) * len(job.library.site.tags)
    workers = min(len(tags), os.cpu_count() or 1)
    if workers == 1 or (job.published and changed * len(tags) < _FEW):
        done = _Counter(total, progress)
        return [bring_up_to_date(job, tag, done.add) for tag in tags]
    first = bring_up_to_date(job, tags[0], (counter := _Counter(total, progress)).add)
    # The first edition is made here: its compiled templates are inherited by the workers, which make the others.
    return [first, *_in_parallel(job, tags[1:], workers, counter)]


@dataclass
class _Counter:
    """Adds up finished pages for the progress bar."""

    total: int
    progress: Callable[[int, int], None]
    done: int = 0

    def add(self, pages: int) -> None:
        """Some pages more are finished."""
        self.done += pages
        self.progress(self.done, self.total)


@dataclass(frozen=True, slots=True)
class _Errand:
    """What a worker process is given once, at its start."""

    job: Job
    finished: Synchronized[int]


_errand: _Errand | None = None


def _start_worker(job: Job, finished: Synchronized[int]) -> None:
    global _errand  # noqa: PLW0603  a pool hands its work over in this way
    _errand = _Errand(job, finished)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it.
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work, and hold the lock of the site, for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(tag: str) -> Done:
    assert _errand is not None
    return bring_up_to_date(_errand.job, tag, _count)


def _count(pages: int) -> None:
    assert _errand is not None
    with _errand.finished.get_lock():
        _errand.finished.value += pages


def _in_parallel(job: Job, tags: tuple[str, ...], workers: int, counter: _Counter) -> list[Done]:
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    gc.freeze()  # Children share these pages of memory as long as nobody counts what is in them.
    finished, others, before = context.Value("q", 0), set(multiprocessing.active_children()), counter.done
    try:
        with ProcessPoolExecutor(workers, context, _start_worker, (job, finished)) as pool:
            try:
                futures = [pool.submit(_work, tag) for tag in tags]
                waiting = set(futures)
                while waiting:
                    _, waiting = wait_for(waiting, _GLANCE, FIRST_COMPLETED)
                    counter.add(before + finished.value - counter.done)
                done = [future.result() for future in futures]
            except BaseException:
                for worker in set(multiprocessing.active_children()) - others:
                    worker.terminate()  # Nobody may write any more once the lock is released.
                raise
    except BrokenProcessPool:
        raise WorkerLost from None
    return done
