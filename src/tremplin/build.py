"""From files to site: load → validate → link → translate → pages → render → publish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic, Severity
from tremplin.editions import Job
from tremplin.model.library import Library
from tremplin.model.site import Site
from tremplin.pages import plans
from tremplin.pages.front import front_files
from tremplin.publish import Ledger, Trees, acquire, recover, site_lock, write
from tremplin.remarks import findings
from tremplin.render.mkdocs.work import Rejected
from tremplin.survey import linked, survey
from tremplin.workers import all_editions

Progress = Callable[[str, int, int], None]
"""Called with the stage (`read` or `write`), how much is done and how much there is."""
_STUMBLING = frozenset({"link-outside", "not-utf8", "unreadable-file", "file-too-large", "handwritten-page"})
"""What MkDocs cannot read, or would publish although it is nobody's business."""


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
    ledger: Ledger = field(default_factory=dict)
    """What is published now; empty when nothing is."""


def build(site: Site, cache: Cache, progress: Progress = lambda stage, done, total: None, *, is_preview: bool = False, keeps_search: bool = False) -> Result:
    """Build every edition and publish the site, unless there are faults; a preview is published without the faulty records.

    With `keeps_search`, readers find what they found before until the next build: a search takes several times as long as the pages that an edit touches.
    Raises Busy when the same site is being built, WorkerLost when a worker was killed, OSError when the disk is full, and what MkDocs raises
    for its own configuration. In each case, also after Ctrl-C, the published site stays as it was.
    """
    site = replace(site, site_dir=site.site_dir.resolve())  # The folder itself changes places, not a link to it.
    lock = site_lock(site.site_dir)
    acquire(lock)
    try:
        recover(site.site_dir)
        return _build(site, cache, progress, is_preview=is_preview, keeps_search=keeps_search)
    finally:
        lock.release()


def _build(site: Site, cache: Cache, progress: Progress, *, is_preview: bool, keeps_search: bool) -> Result:
    found = survey(site, cache, lambda done, total: progress("read", done, total))
    library, diagnostics = linked(site, found, with_drafts=is_preview)
    if any(diagnostic.is_fault and (not is_preview or _stops_previews(diagnostic, site)) for diagnostic in diagnostics):
        return Result(diagnostics)
    trees = Trees(site.site_dir, cache)
    planned = tuple(plans(library, is_preview=is_preview))
    job = Job(library, found.records, planned, cache, trees.site, trees.next, trees.published, trees.twin, keeps_search=keeps_search)
    try:
        editions = all_editions(job, len(found.changed), lambda done, total: progress("write", done, total))
    except Rejected as error:
        return Result(_sorted([*diagnostics, *findings(error.remarks, library, Severity.ERROR)]))
    wanted: Ledger = {path: key for done in editions for path, key in done.ledger.items()}
    wanted |= _front(library, job)
    has_changed = trees.commit(wanted)
    return Result(
        _sorted([*diagnostics, *findings((remark for done in editions for remark in done.remarks), library, Severity.WARNING)]), sum(path.endswith(".html") for path in wanted),
        sum(done.written for done in editions), is_published=True, has_changed=has_changed, ledger=wanted,
    )


def _stops_previews(fault: Diagnostic, site: Site) -> bool:
    """Whether MkDocs would stumble over it: records can be left out, hand-written pages and files of the theme cannot."""
    folders = (site.docs_dir, *([site.theme_dir] if site.theme_dir else []))
    return fault.code in _STUMBLING and any((site.base / fault.location.path).is_relative_to(folder) for folder in folders)


def _front(library: Library, job: Job) -> Ledger:
    """What stands above the editions: the choice of language, the sitemap, the page for lost visitors."""
    ledger: Ledger = {}
    for path, (key, content) in front_files(library, job.plans).items():
        ledger[path] = key
        if job.twin.get(path) != key:
            write(job.next_tree, path, content().encode())
    return ledger


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda diagnostic: diagnostic.order))
