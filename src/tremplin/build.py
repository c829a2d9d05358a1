"""From files to site: load → validate → link → translate → pages → render → publish."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.sharedctypes import Synchronized

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.editions import Done, Job, bring_up_to_date
from tremplin.model.library import Library
from tremplin.model.site import Site
from tremplin.pages import plans
from tremplin.pages.front import front_files
from tremplin.publish import Ledger, Trees, acquire, recover, site_lock, write
from tremplin.survey import Survey, linked, survey

Progress = Callable[[str, int, int], None]
"""Called with the stage (`read` or `write`), how much is done and how much there is."""
_GLANCE = 0.2
"""Seconds between two looks at how far the workers have come."""
FEW = 200
"""Below this number of pages to write, starting other processes costs more than it saves."""
_STUMBLING = frozenset({"link-outside", "not-utf8", "unreadable-file", "file-too-large"})
"""What MkDocs cannot read, or would publish although it is nobody's business."""


class WorkerLost(Exception):
    """A worker process was ended from outside, for example by the system for want of memory."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a build."""

    diagnostics: tuple[Diagnostic, ...]
    pages: int = 0
    """How many pages the site has."""
    written: int = 0
    """How many files were made anew."""
    is_published: bool = False
    has_changed: bool = False


def build(site: Site, cache: Cache, progress: Progress = lambda stage, done, total: None, *, is_preview: bool = False) -> Result:
    """Build every edition and publish the site, unless there are faults; a preview is published without the faulty records.

    Raises Busy when the same site is being built, WorkerLost when a worker was killed, OSError when the disk is full, and what MkDocs raises
    for its own configuration. In each case, also after Ctrl-C, the published site stays as it was.
    """
    lock = site_lock(site.site_dir)
    acquire(lock)
    try:
        recover(site.site_dir)
        return _build(site, cache, progress, is_preview=is_preview)
    finally:
        lock.release()


def _build(site: Site, cache: Cache, progress: Progress, *, is_preview: bool) -> Result:
    found = survey(site, cache, lambda done, total: progress("read", done, total))
    library, diagnostics = linked(site, found, with_drafts=is_preview)
    if any(diagnostic.is_fault and (not is_preview or _stops_previews(diagnostic, site)) for diagnostic in diagnostics):
        return Result(diagnostics)
    trees = Trees(site.site_dir, cache)
    job = Job(library, found.records, tuple(plans(library, is_preview=is_preview)), cache, trees.site, trees.next, trees.published, trees.twin)
    editions = _editions(job, found, lambda done, total: progress("write", done, total))
    wanted: Ledger = {path: key for done in editions for path, key in done.ledger.items()}
    wanted |= _front(library, job, diagnostics)
    has_changed = trees.commit(wanted)
    return Result(
        _sorted([*diagnostics, *_warnings(editions, site)]), sum(path.endswith(".html") for path in wanted),
        sum(done.written for done in editions), is_published=True, has_changed=has_changed,
    )


def _stops_previews(fault: Diagnostic, site: Site) -> bool:
    """Whether MkDocs would stumble over it: records can be left out, hand-written pages cannot."""
    return fault.code in _STUMBLING and (site.base / fault.location.path).is_relative_to(site.docs_dir)


def _editions(job: Job, found: Survey, progress: Callable[[int, int], None]) -> list[Done]:
    """Every edition brought up to date, in parallel when there is enough to do."""
    tags, total = job.library.site.tags, len(job.plans) * len(job.library.site.tags)
    workers = min(len(tags), os.cpu_count() or 1)
    if workers == 1 or (job.published and len(found.changed) * len(tags) < FEW):
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


def _front(library: Library, job: Job, diagnostics: tuple[Diagnostic, ...]) -> Ledger:
    """What stands above the editions: the choice of language, the sitemap, the page for lost visitors."""
    ledger: Ledger = {}
    for path, (key, content) in front_files(library, job.plans).items():
        ledger[path] = key
        if job.twin.get(path) != key:
            write(job.next_tree, path, content().encode())
    return ledger


def _warnings(editions: list[Done], site: Site) -> Iterator[Diagnostic]:
    for done in editions:
        for warning in done.warnings:
            place = Location((site.docs_dir / done.tag).relative_to(site.base).as_posix())
            yield Diagnostic("handwritten-page", place, message("MkDocs says: {warning}", warning=warning), severity=Severity.WARNING)


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda diagnostic: diagnostic.order))
