"""The table of kinds.

A kind is added by adding one file and one line here, its folder to `choices.RecordFolder`, one file and one template in `pages/`, a line to
`pages.RECORD_PAGES`, and an icon to the styles of cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tremplin.model.fields import Model, noop
from tremplin.model.kinds import conclusion, event, module, practice, recommendation, skill, trial
from tremplin.model.kinds.lists import Partner, Project, Term, Theme
from tremplin.model.kinds.record import Kind

KINDS: tuple[Kind, ...] = (
    practice.KIND,
    module.KIND,
    skill.KIND,
    recommendation.KIND,
    event.KIND,
    conclusion.KIND,
    trial.KIND,
)
"""The kinds whose records are folders, in the order in which readers see them."""

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
BY_FOLDER: Mapping[str, Kind] = {kind.folder: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind whose records stand in one YAML file, under their identifiers."""

    name: str
    file: str
    label: str
    plural: str
    about: str
    entry: type[Model]
    folder: str
    """Where its pages stand in an edition."""

    def address(self, entry_id: str) -> str:
        """The page of an entry, relative to its edition."""
        return f"{self.folder}/{entry_id}/"


LISTS: tuple[ListKind, ...] = (
    ListKind("partner", "partners.yml", noop("Partner"), noop("Partners"), noop("The organisations that took part in the projects."), Partner, "partners"),
    ListKind("project", "projects.yml", noop("Project"), noop("Projects"), noop("What each project promised, and what of it is documented here."), Project, "projects"),
    ListKind("term", "glossary.yml", noop("Term"), noop("Glossary"), noop("The words of the field."), Term, "glossary"),
    ListKind("theme", "vocabulary.yml", noop("Theme"), noop("Themes"), noop("The themes that records are sorted by."), Theme, "themes"),
)
"""The kinds whose records share one file."""

LIST_BY_NAME: Mapping[str, ListKind] = {kind.name: kind for kind in LISTS}
