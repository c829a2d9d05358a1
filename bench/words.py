"""Invented words: what stands in the `<language>.md` of each kind, and the stamps of translations."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from facts import gestures, parts
from plan import PARTNERS, SECTIONS, Plan, Planned
from voice import Voice
from yaml_text import yaml_text

Words = dict[str, object]

_FEWEST, _MOST = 14, 21
"""Sentences in all sections of one file: about 150 to 350 words."""


def files_of(plan: Plan, record: Planned, facts: Mapping[str, object], languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The name and the text of each words file of a record; translations carry the stamps of the original."""
    source = _texts(plan, record, facts, record.original)
    stamps = dict(_stamps(*source))
    for language in languages:
        front, sections = source if language == record.original else _texts(plan, record, facts, language)
        label = {} if language == record.original else _label(record, language, stamps)
        body = "\n\n".join(f"## {heading}\n\n{sections[name]}" for name, heading in SECTIONS[record.kind])
        yield f"{language}.md", f"---\n{yaml_text({**front, **label})}---\n{body}\n"


def _texts(plan: Plan, record: Planned, facts: Mapping[str, object], language: str) -> tuple[Words, dict[str, str]]:
    voice = Voice(language, f"{record.seed}/{record.path}/words")
    front: Words = {
        "title": record.title(language), "summary": voice.sentences(3), "plain_summary": " ".join(f"{voice.short()}." for _ in range(5)) if record.number % 2 else "",
        **_OF_KIND[record.kind](voice, record, facts),
    }
    names = [name for name, _ in SECTIONS[record.kind]]
    total = _FEWEST + voice.dice.below(_MOST - _FEWEST + 1)
    linked = voice.dice.pick(names) if not voice.dice.below(3) else ""
    share = {name: max(2, (total + index) // len(names)) for index, name in enumerate(names)}
    return front, {name: voice.section(share[name], _link(plan, record, voice) if name == linked else "") for name in names}


def _link(plan: Plan, record: Planned, voice: Voice) -> str:
    """A link to another record as partners write it: it also works on GitHub."""
    other = voice.dice.pick(plan.records)
    return f"{voice.phrases['see']}: [{other.title(voice.language)}](../../{other.path}/{voice.language}.md)."


def _label(record: Planned, language: str, stamps: Mapping[str, str]) -> Words:
    dice = record.dice(f"label-{language}")
    reviewed: Words = {"translation": "human", "reviewed_by": dice.pick(PARTNERS)} if dice.below(2) else {"translation": "machine"}
    return {**reviewed, "translated_from": {"language": record.original, "sections": dict(stamps)}}


def _practice(voice: Voice, record: Planned, facts: Mapping[str, object]) -> Words:
    return {
        "target_group": voice.short(), "cost_note": voice.short(), "tools": voice.dice.some(voice.phrases["tools"], 3),
        "evolution": {name: {"indicator": voice.short(), "comment": voice.sentence()} for name in _ids(facts, "evolution")},
        "transferability": {
            name: {"what": voice.short(), "to_whom": voice.dice.pick(voice.phrases["subjects"]).rstrip(","), "limits": voice.sentence()}
            for name in _ids(facts, "transferability")
        },
    }


def _module(voice: Voice, record: Planned, facts: Mapping[str, object]) -> Words:
    return {
        "learning_outcomes": voice.shorts(3), "prerequisites": voice.short(), "tools": voice.dice.some(voice.phrases["tools"], 4),
        "protective_equipment": [voice.phrases["tools"][1]],
        "gestures": {name: _gesture(voice, criteria) for name, criteria in gestures(record)},
        "parts": {part[0]: {"title": voice.short(), "description": voice.sentence()} for part in parts(record)},
        "videos": {"demonstration": {"title": voice.short(), "text_alternative": voice.sentences(3)}},
    }


def _gesture(voice: Voice, criteria: int) -> Words:
    return {
        "title": voice.dice.pick(voice.phrases["topics"]), "why": voice.sentences(2), "steps": voice.shorts(4),
        "criteria": {f"sign-{index + 1}": voice.short() for index in range(criteria)},
    }


def _skill(voice: Voice, record: Planned, facts: Mapping[str, object]) -> Words:
    return {
        "signs": {"small_organisation": voice.shorts(4), "trainee": voice.shorts(4), "training_centre": voice.shorts(4)},
        "activities": voice.shorts(3),
    }


def _recommendation(voice: Voice, record: Planned, facts: Mapping[str, object]) -> Words:
    return {"advantages": voice.shorts(3), "weaknesses": voice.shorts(2)}


def _conclusion(voice: Voice, record: Planned, facts: Mapping[str, object]) -> Words:
    return {"conclusions": {name: voice.sentence() for name in _ids(facts, "conclusions")}}


def _nothing_more(voice: Voice, record: Planned, facts: Mapping[str, object]) -> Words:
    return {}


def _ids(facts: Mapping[str, object], field: str) -> list[str]:
    items = facts[field]
    assert isinstance(items, list)
    return [item["id"] for item in items]


_OF_KIND: Mapping[str, Callable[[Voice, Planned, Mapping[str, object]], Words]] = {
    "practice": _practice, "module": _module, "skill": _skill, "recommendation": _recommendation, "event": _nothing_more, "conclusion": _conclusion,
    "trial": _nothing_more,
}


def _stamps(front: Words, sections: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A hash of each group of texts, as `tremplin translations accept` writes it; a test holds the two together."""
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for key, lines in [*_flat(front, ""), *((name, (text,)) for name, text in sections.items())]:
        groups.setdefault(".".join(key.split(".")[:2]), []).append((key, lines))
    for group, texts in groups.items():
        said = [part for key, lines in sorted(texts) for part in (key.rpartition(".")[2], *(" ".join(unicodedata.normalize("NFC", line).split()) for line in lines))]
        yield group, hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:6]


def _flat(values: Mapping[str, object], prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif value:
            yield prefix + name, tuple(value) if isinstance(value, list) else (str(value),)
