"""One build of a preview, and what came of it: whatever happens in a build, the server goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tremplin.build import Progress, build
from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic, Said, message
from tremplin.model.site import Site
from tremplin.publish import Busy, Ledger

Explain = Callable[[Exception], Said | None]
"""Says what a failure of the environment means; None for a bug."""


class Overtaken(Exception):
    """Somebody has written something that should be seen first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one build."""

    diagnostics: tuple[Diagnostic, ...] = ()
    pages: int = 0
    seconds: float = 0.0
    has_changed: bool = False
    ledger: Ledger = field(default_factory=dict)
    """What is published now; empty when the build came to nothing."""
    stopped: Said | None = None
    """Why the build came to nothing, if it did; the site is then as it was."""
    bug: Exception | None = None
    """What was raised, if nobody can explain it."""


def previewed(site: Site) -> Site:
    """The same site in a folder of its own: drafts and half-finished work must never stand where a site is published from."""
    return replace(site, site_dir=site.base / ".cache" / "preview")


def rebuilt(site: Site, cache: Cache, progress: Progress, explain: Explain, *, keeps_search: bool = False) -> Outcome:
    """Build the preview of a site, or only its pages; raises only Busy, and Overtaken where `progress` does."""
    started = time.perf_counter()
    try:
        result = build(previewed(site), cache, progress, is_preview=True, keeps_search=keeps_search)
    except (Busy, Overtaken):
        raise
    except Exception as error:  # noqa: BLE001  a bug, a full disk or a plugin of somebody else must not end the preview
        return failed(error, explain, time.perf_counter() - started)
    return Outcome(result.diagnostics, result.pages, time.perf_counter() - started, result.has_changed, result.ledger)


def failed(error: Exception, explain: Explain, seconds: float = 0.0) -> Outcome:
    """The outcome of a build that raised something."""
    explained = explain(error)
    if explained:
        return Outcome(seconds=seconds, stopped=explained)
    said = message("the build was stopped by a fault of the generator or of a plugin: {reason}", reason=f"{type(error).__name__}: {error}")
    return Outcome(seconds=seconds, stopped=(said, message("the terminal says more; the site is as it was")), bug=error)
