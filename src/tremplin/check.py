"""Everything that is wrong in a base, in one run; writes nothing but the cache."""

from __future__ import annotations

from pathlib import Path

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic
from tremplin.link import link
from tremplin.model.site import Site
from tremplin.rules import examine_library
from tremplin.survey import Progress, survey


def check(site: Site, cache: Cache, progress: Progress = lambda done, total: None) -> list[Diagnostic]:
    """Every finding in every file and between records, sorted by place."""
    found = survey(site, cache, progress)
    library = link(site, found.entries, found.lists, found.pages, found.blocks, with_drafts=False)
    return sorted([*found.diagnostics(), *examine_library(library)], key=lambda diagnostic: diagnostic.order)


def below(diagnostics: list[Diagnostic], base: Path, only: Path) -> list[Diagnostic]:
    """The findings in one file, or in all files of one folder."""
    wanted = only.resolve().relative_to(base.resolve()).as_posix()
    return [found for found in diagnostics if wanted == "." or found.location.path == wanted or found.location.path.startswith(f"{wanted}/")]
