"""A valid record: its facts and its words, what other pages show of it, and what it points to.

These values have no slots: they are kept in the cache, and pickling goes several times faster without. What there are thousands of, here and in the
stages before and after, are named tuples: making one takes a quarter of the time of a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from tremplin.diagnostics import Diagnostic, Location
from tremplin.model.choices import DurationBand
from tremplin.model.kinds import BY_NAME
from tremplin.model.kinds.record import Facts, Kind

Value = str | tuple[str, ...]
"""A text, or a list of texts that is translated as one."""


@dataclass(frozen=True)
class Wording:
    """The texts of one record in one language, under flat keys: `title`, `gestures.wash.title`, `why`."""

    language: str
    texts: Mapping[str, Value]
    lines: Mapping[str, int]
    """For each section, the line of the file at which its text begins."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """Headings of free sections, which no kind knows."""
    method: str = ""
    """`machine` or `human` for translations."""
    reviewed_by: str = ""
    stamp_language: str = ""
    stamps: Mapping[str, str] = field(default_factory=dict)
    """For each group of texts, the hash of the original that was translated."""


def groups_of(wording: Wording) -> dict[str, tuple[str, ...]]:
    """The keys of each group: texts that are translated and judged stale together."""
    found: dict[str, list[str]] = {}
    for key in wording.texts:
        found.setdefault(group_of(key), []).append(key)
    return {group: tuple(keys) for group, keys in found.items()}


@lru_cache(maxsize=4096)
def group_of(key: str) -> str:
    """The group of a text: `gestures.wash.title` belongs to `gestures.wash`, every other text to itself."""
    first, _, rest = key.partition(".")
    return f"{first}.{rest.partition('.')[0]}" if rest else key


@dataclass(frozen=True)
class Record:
    """One record with everything that its own page shows."""

    kind_name: str
    id: str
    facts: Facts
    words: Mapping[str, Wording]
    media: tuple[str, ...] = ()
    """The files in its folder that it names, links to or shows."""

    @property
    def kind(self) -> Kind:
        """What the record is."""
        return BY_NAME[self.kind_name]

    @property
    def path(self) -> str:
        """Its folder, which is also how other records name it."""
        return f"{self.kind.folder}/{self.id}"

    @property
    def original(self) -> Wording:
        """The words in the language it was first written in."""
        return self.words[self.facts.original]


class Reference(NamedTuple):
    """A field that names something else, and where it stands."""

    field: str
    kind: str
    """The kind that is named; empty when any record may be."""
    target: str
    """An identifier, or folder and identifier when any record may be named."""
    location: Location


@dataclass(frozen=True)
class Doubt:
    """Figures in one text of a record that its facts do not hold."""

    key: str
    """The text."""
    figures: tuple[tuple[str, str], ...]
    """Each as it is written, and its digits."""
    location: Location


class Coverage(NamedTuple):
    """How far one language of one record is translated, in groups of texts."""

    total: int
    translated: int
    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unstamped: tuple[str, ...] = ()
    """Translated, but nobody has said from which version of the original."""
    method: str = ""
    reviewed_by: str = ""


HALF_A_DAY, A_DAY = 240, 480
"""Minutes: so long at most are the micro-trainings of the first and of the second band."""


@dataclass(frozen=True)
class Card:
    """What other pages show of a record."""

    kind_name: str
    id: str
    original: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    plain: bool
    origin: str
    documented: str
    status: str
    project: str = ""
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    polarity: str = ""
    evidence: int | None = None
    minutes: int | None = None
    gestures: int | None = None
    date: str = ""
    sort: tuple[int, int, int] = (0, 0, 0)
    changed: str = ""
    """When its content last changed, or was first written, as far as that is told."""
    has_video: bool = False
    learners: int | None = None
    """How many people took part in a trial, as far as that is told and they are enough to be told."""
    event_kind: str = ""
    audience: tuple[str, ...] = ()
    """Whom a practice is for, or who can act on a recommendation."""

    @property
    def duration_band(self) -> DurationBand | None:
        """How long a micro-training is, roughly; None where that is not known."""
        if not self.minutes:
            return None
        return "half-day" if self.minutes <= HALF_A_DAY else "day" if self.minutes <= A_DAY else "longer"

    @property
    def kind(self) -> Kind:
        """What the record is."""
        return BY_NAME[self.kind_name]

    @property
    def path(self) -> str:
        """Its folder, which is also how other records name it."""
        return f"{self.kind.folder}/{self.id}"

    @property
    def address(self) -> str:
        """Its page, relative to an edition."""
        return self.kind.address(self.id)


@dataclass(frozen=True)
class Entry:
    """Everything about one record folder but its full text: what a build needs to decide what to do."""

    kind_name: str
    id: str
    digest: str
    """Changes whenever any file of the folder does."""
    card: Card | None
    """None when the record has faults and is left out."""
    card_digests: Mapping[str, str] = field(default_factory=dict)
    """For each language of the site, changes whenever the card does as that edition shows it."""
    references: tuple[Reference, ...] = ()
    links: tuple[Reference, ...] = ()
    """Relative links in prose."""
    criteria: frozenset[str] = frozenset()
    """Of a module: gesture and criterion, `wash-with-soap/wets-first`."""
    results: tuple[Reference, ...] = ()
    """Of a trial: the criteria it reports on, in the same form."""
    figures: str = ""
    """The digits of all figures that its facts hold, between spaces: one text, since it is kept for every record. Empty where wrong values may be among them."""
    doubts: tuple[Doubt, ...] = ()
    coverage: Mapping[str, Coverage] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    """The files that are published with it: those that it names."""
    idle: tuple[str, ...] = ()
    """The other files in its `media`."""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def path(self) -> str:
        """The record's folder."""
        return f"{BY_NAME[self.kind_name].folder}/{self.id}"

    def faults(self) -> Iterator[Diagnostic]:
        """The findings for which it is left out."""
        return (diagnostic for diagnostic in self.diagnostics if diagnostic.is_fault)
