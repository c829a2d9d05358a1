"""A base as far as a test needs it: its library, its editions, its records, its pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic
from tremplin.load.site import read_site
from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.library import Library
from tremplin.model.page import Page
from tremplin.model.record import Record
from tremplin.pages import make, plans
from tremplin.pages.mould import Moulds
from tremplin.survey import linked, survey
from tremplin.translate import localise, translate


@dataclass(frozen=True)
class Reading:
    """What was read of a base."""

    library: Library
    records: Mapping[str, Record]
    diagnostics: tuple[Diagnostic, ...]
    is_preview: bool

    def edition(self, tag: str) -> Edition:
        """The library in one language."""
        return translate(self.library, tag)

    def local(self, path: str, tag: str) -> LocalRecord:
        """One record in one language."""
        return localise(self.records[path], self.edition(tag))

    def page(self, address: str, tag: str) -> Page:
        """The page at an address of an edition."""
        plan = next(plan for plan in plans(self.library, is_preview=self.is_preview) if plan.address == address)
        edition = self.edition(tag)
        return make(plan, edition, lambda path: localise(self.records[path], edition), Moulds())


def reading(base: Path, *, is_preview: bool = False) -> Reading:
    """Everything in a base; only a preview may have faults."""
    site, faults = read_site(base / "mkdocs.yml")
    assert site is not None, faults
    found = survey(site, Cache(None))
    library, diagnostics = linked(site, found, with_drafts=is_preview)
    faults = [one for one in diagnostics if one.is_fault]
    assert is_preview or not faults
    return Reading(library, found.records, diagnostics, is_preview)
