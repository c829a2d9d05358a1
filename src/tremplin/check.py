"""Everything that is wrong in a base, in one run; writes nothing but the cache."""

from __future__ import annotations

from pathlib import Path

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic
from tremplin.model.site import Site
from tremplin.survey import Progress, linked, survey


def check(site: Site, cache: Cache, progress: Progress = lambda done, total: None) -> list[Diagnostic]:
    """Every finding in every file and between records, sorted by place."""
    _, diagnostics = linked(site, survey(site, cache, progress), with_drafts=False)
    return list(diagnostics)


def below(diagnostics: list[Diagnostic], base: Path, only: Path) -> list[Diagnostic]:
    """The findings in one file, or in all files of one folder."""
    wanted = only.resolve().relative_to(base.resolve()).as_posix()
    return [found for found in diagnostics if wanted in {".", found.location.path} or found.location.path.startswith(f"{wanted}/")]
