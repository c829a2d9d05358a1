"""Which records a generated base holds: kinds, identifiers and what each can refer to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voice import LANGUAGES, Dice, stock

FOLDERS: Mapping[str, str] = {
    "practice": "good_practices", "module": "microtrainings", "skill": "skills", "recommendation": "recommendations",
    "event": "events", "conclusion": "twg_conclusions", "trial": "trials",
}

SECTIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "practice": (
        ("problem", "The problem"), ("method", "How it works"), ("change", "What changed"), ("what-went-wrong", "What went wrong"),
        ("conditions", "Conditions"), ("lessons", "What we learn"),
    ),
    "module": (
        ("why", "Why it is useful"), ("safety", "Safety"), ("what-can-go-wrong", "What can go wrong"), ("trainer-notes", "Notes for the trainer"),
        ("going-further", "Going further"),
    ),
    "skill": (
        ("definition", "What it is"), ("small-organisation", "Seen by a small organisation"), ("trainee", "Seen by the trainee"),
        ("training-centre", "Seen by the training centre"),
    ),
    "recommendation": (("statement", "What we recommend"), ("rationale", "Why")),
    "event": (("programme", "What it was about"), ("outcomes", "What came of it")),
    "conclusion": (("context", "Context"), ("discussion", "Discussion")),
    "trial": (("course", "How it was run"), ("results", "What came of it"), ("limitations", "Limits")),
}
"""Identifier and English heading of each section; English headings are understood in every language."""

_MIX = (
    "practice", "module", "skill", "recommendation", "event", "conclusion", "trial", "practice", "module", "practice", "module", "skill",
    "practice", "module", "event", "practice", "module", "practice", "module", "skill", "practice", "module", "practice", "conclusion", "recommendation",
)
"""Every run of 25 records has this mix; every kind is among the first seven."""

TOWNS = (
    ("Northbridge", "IE"), ("Val-Clair", "FR"), ("Puente Viejo", "ES"), ("Collerosso", "IT"), ("Nowe Brzegi", "PL"), ("Altenfurt", "DE"),
    ("Valea Lină", "RO"), ("Upynė", "LT"), ("Ferrières-le-Pont", "BE"), ("Lagunas", "ES"), ("Steinach", "AT"), ("Campo Alto", "PT"),
)
"""Invented places, each with the country it could be in. Each has one partner."""

PARTNERS = tuple(f"partner-{number + 1:02}" for number in range(len(TOWNS)))
PROJECTS = ("path", "bridge")
THEMES = ("green-jobs", "local-services", "work-integration", "sustainable-development", "community-and-territory", "micro-certification")


@dataclass(frozen=True)
class Planned:
    """One record that will be written."""

    kind: str
    id: str
    number: int
    seed: str
    original: str

    @property
    def path(self) -> str:
        """Its folder."""
        return f"{FOLDERS[self.kind]}/{self.id}"

    @property
    def topic(self) -> int:
        """Which of the topics of `stock.toml` it is about."""
        return self.number % len(stock()["en"]["topics"])

    @property
    def town(self) -> int:
        """Which of the towns it belongs to."""
        return self.number % len(TOWNS)

    def title(self, language: str) -> str:
        """Its title; the number makes it the only one."""
        return f"{stock()[language]['topics'][self.topic]}, {TOWNS[self.town][0]} {self.number + 1}"

    def dice(self, purpose: str) -> Dice:
        """Choices that depend on nothing but the record and the purpose."""
        return Dice(f"{self.seed}/{self.path}/{purpose}")


@dataclass(frozen=True)
class Plan:
    """All records of a base."""

    records: tuple[Planned, ...]
    by_kind: Mapping[str, tuple[Planned, ...]]

    def ids(self, kind: str) -> list[str]:
        """How a field that names one kind refers to its records."""
        return [record.id for record in self.by_kind[kind]]

    def paths(self, *kinds: str, but: Planned) -> list[str]:
        """How a field that names any record refers to records of some kinds, without the record itself."""
        return [record.path for kind in kinds for record in self.by_kind[kind] if record is not but]


def plan(records: int, seed: int) -> Plan:
    """A base of so many records."""
    made = tuple(_planned(number, seed) for number in range(records))
    return Plan(made, {kind: tuple(record for record in made if record.kind == kind) for kind in FOLDERS})


def _planned(number: int, seed: int) -> Planned:
    topic = stock()["en"]["topics"][number % len(stock()["en"]["topics"])]
    # Half of the records are written in English first, the others in each of the languages in turn.
    original = "en" if number % 2 else LANGUAGES[number // 2 % len(LANGUAGES)]
    return Planned(_MIX[number % len(_MIX)], f"{slug(topic)}-{number + 1:04}", number, str(seed), original)


def slug(text: str) -> str:
    """An identifier made from an English phrase."""
    return text.lower().replace("é", "e").replace(" ", "-")
