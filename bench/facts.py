"""Invented facts: what stands in the `record.yml` of each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plan import PARTNERS, PROJECTS, SECTIONS, THEMES, TOWNS, Plan, Planned
from voice import Dice, Voice

Facts = dict[str, object]

_DESIGNS = ("narrative", "monitoring", "before-after", "comparison", "randomised")
_TARGETS = ("long-term-unemployed", "very-long-term-unemployed", "jobseekers", "older-workers", "young-people", "migrants", "low-qualified")


def facts_of(plan: Plan, record: Planned) -> Facts:
    """Everything in the record's `record.yml`."""
    dice = record.dice("facts")
    return {**_shared(plan, record, dice), **_OF_KIND[record.kind](plan, record, dice)}


def _shared(plan: Plan, record: Planned, dice: Dice) -> Facts:
    return {
        "original": record.original, "origin": dice.pick(("project-output", "editorial")), "project": dice.pick(PROJECTS),
        "created": "2026-03-01", "updated": f"2026-{4 + dice.below(6):02}-{1 + dice.below(28):02}", "authors": dice.some(PARTNERS, 2),
        "themes": dice.some(THEMES, 2), "countries": [TOWNS[record.town][1]],
        "sources": [_source(record, dice, index) for index in range(2 + dice.below(3))],
        "related": dice.some(plan.paths("practice", "module", "skill", but=record), 3),
    }


def _source(record: Planned, dice: Dice, index: int) -> Facts:
    return {
        "id": f"report-{index + 1}", "title": f"{Voice('en', dice.code(12)).short()}: {record.title('en')}", "publisher": f"Observatory of {dice.pick(TOWNS)[0]}",
        "year": str(2016 + dice.below(10)), "url": f"https://example.org/reports/{record.id}/{index + 1}", "accessed": "2026-03-01",
        "language": dice.pick(("en", "fr", "es")), "supports": [SECTIONS[record.kind][index % len(SECTIONS[record.kind])][0]],
    }


def _place(record: Planned) -> Facts:
    name, country = TOWNS[record.town]
    return {"country": country, "name": name}


def _period(dice: Dice) -> Facts:
    year, month = 2017 + dice.below(7), 1 + dice.below(9)
    return {"start": f"{year}-{month:02}", "end": f"{year + 1}-{month + dice.below(3):02}"}


def _practice(plan: Plan, record: Planned, dice: Dice) -> Facts:
    return {
        "polarity": dice.pick(("positive", "positive", "mixed", "negative")), "place": _place(record), "period": _period(dice),
        "operators": [f"Workshop of {TOWNS[record.town][0]}", f"Association {1 + dice.below(40)}"], "target_groups": dice.some(_TARGETS, 3),
        "evolution": [_change(dice, index) for index in range(2 + dice.below(3))],
        "transferability": [{"id": f"idea-{index + 1}", "what": dice.pick(("tool", "scheme", "method", "approach"))} for index in range(2)],
        "cost": {"amount": 500 + dice.below(12_000), "currency": "EUR", "source": "report-1"},
        "answered_by": dice.some(plan.paths("practice", but=record), 1), "comparable": ["BE"], "privacy_check": True,
    }


def _change(dice: Dice, index: int) -> Facts:
    return {
        "id": f"change-{index + 1}", "kind": dice.pick(("employment", "skill", "wellbeing", "poverty", "participation")), "design": dice.pick(_DESIGNS),
        "source": f"report-{1 + dice.below(2)}", "direction": dice.pick(("better", "better", "unchanged", "mixed")),
        "value": 20 + dice.below(60), "unit": "%", "comparison": 20 + dice.below(40), "n": 20 + dice.below(900),
    }


def gestures(record: Planned) -> list[tuple[str, int]]:
    """The gestures of a module: an identifier and how many criteria it has. Trials report on them."""
    dice = record.dice("gestures")
    return [(f"gesture-{index + 1}", 3 + dice.below(2)) for index in range(2 + dice.below(2))]


def parts(record: Planned) -> list[tuple[str, str, int, str]]:
    """The course of a module: identifier, kind, minutes and, where it is about one, the gesture."""
    middle = [
        (f"{verb}-{name}", kind, minutes, name)
        for name, _ in gestures(record) for verb, kind, minutes in (("show", "demonstration", 15), ("practise", "practice", 30))
    ]
    return [("welcome", "welcome", 10, ""), *middle, ("pause", "break", 10, ""), ("final-round", "assessment", 30, ""), ("look-back", "reflection", 10, "")]


def _module(plan: Plan, record: Planned, dice: Dice) -> Facts:
    course = parts(record)
    hours, minutes = divmod(sum(part[2] for part in course), 60)
    return {
        "theme": dice.pick(THEMES), "duration": f"{hours}h{minutes:02}", "mode": dice.pick(("workshop", "workbased", "classroom", "blended")),
        "gestures": [_gesture(dice, name, criteria) for name, criteria in gestures(record)],
        "parts": [{"id": name, "kind": kind, "duration": f"{length} min", "gesture": gesture} for name, kind, length, gesture in course],
        "pass_rule": {"criteria": dice.pick(("all", "critical")), "attempts": 3}, "country": TOWNS[record.town][1], "provider": PARTNERS[record.town],
        "assessment_type": "practical", "eqf_level": 2, "supervision": True, "isced_f": f"0{100 + dice.below(900)}",
        "esco_occupations": [_esco("occupation", dice)], "esco_skills": [_esco("skill", dice) for _ in range(3)],
        "transversal": dice.some(plan.ids("skill"), 2), "next_steps": dice.some(plan.paths("module", but=record), 2), "videos": [_video(dice)],
    }


def _gesture(dice: Dice, name: str, criteria: int) -> Facts:
    found: list[Facts] = [{"id": f"sign-{index + 1}", "critical": index < 2, "method": dice.pick(("observe", "question", "product"))} for index in range(criteria)]
    return {"id": name, "criteria": found}


def _video(dice: Dice) -> Facts:
    if dice.below(3):
        return {"id": "demonstration", "state": "pending"}
    return {
        "id": "demonstration", "provider": "commons", "url": "https://commons.wikimedia.org/wiki/File:Example.webm", "duration": "1:20", "licence": "CC-BY-4.0",
        "source_url": "https://commons.wikimedia.org/wiki/File:Example.webm", "chapters": [{"at": "0:03", "gesture": "gesture-1"}, {"at": "0:41", "gesture": "gesture-2"}],
    }


def _esco(kind: str, dice: Dice) -> str:
    return f"http://data.europa.eu/esco/{kind}/{dice.code(8)}-{dice.code(4)}-4{dice.code(3)}-a{dice.code(3)}-{dice.code(12)}"


def _skill(plan: Plan, record: Planned, dice: Dice) -> Facts:
    return {
        "esco_uri": _esco("skill", dice), "esco_group": f"T{1 + dice.below(6)}.{1 + dice.below(6)}", "lifecomp": dice.some(("P1", "P2", "P3", "S1", "S2", "S3", "L1"), 2),
        "key_competence": "personal-social-learning",
    }


def _recommendation(plan: Plan, record: Planned, dice: Dice) -> Facts:
    return {
        "addressees": dice.some(("european-union", "national-authority", "regional-authority", "public-employment-service", "training-body", "employer"), 2),
        "topic": dice.pick(THEMES), "priority": dice.pick(("high", "medium", "low")), "based_on": dice.some(plan.paths("practice", "module", "trial", but=record), 4),
    }


def _event(plan: Plan, record: Planned, dice: Dice) -> Facts:
    year, month, day = 2021 + dice.below(4), 1 + dice.below(12), 1 + dice.below(26)
    return {
        "kind": dice.pick(("meeting", "seminar", "final-seminar", "multiplier-event")), "start": f"{year}-{month:02}-{day:02}", "end": f"{year}-{month:02}-{day + 1:02}",
        "host": PARTNERS[record.town], "place": _place(record), "attendance": dice.pick(("onsite", "online", "mixed")), "theme": dice.pick(THEMES),
        "documents": [{"title": f"Minutes {record.number + 1}", "url": f"https://example.org/minutes/{record.number + 1}.pdf"}],
    }


def _conclusion(plan: Plan, record: Planned, dice: Dice) -> Facts:
    return {
        "partner": PARTNERS[record.town], "session": 1 + dice.below(4), "theme": dice.pick(THEMES), "date": f"{2022 + dice.below(2)}-{1 + dice.below(12):02}",
        "place": _place(record), "participants": {"count": 8 + dice.below(12), "categories": ["trainers", "employers", "public-authorities"]},
        "conclusions": [{"id": f"finding-{index + 1}", "kind": kind} for index, kind in enumerate(("strength", "weakness", "need", "proposal"))],
        "practices_discussed": dice.some(plan.paths("practice", but=record), 2), "feeds": dice.pick(plan.ids("event")) if plan.ids("event") else "",
    }


def _trial(plan: Plan, record: Planned, dice: Dice) -> Facts:
    module = dice.pick(plan.by_kind["module"])
    enrolled = 12 + dice.below(20)
    completed = enrolled - dice.below(3)
    results: list[Facts] = [
        {"gesture": name, "criterion": f"sign-{index + 1}", "met": completed - dice.below(4), "n": completed} for name, criteria in gestures(module) for index in range(criteria)
    ]
    return {
        "module": module.id, "partner": PARTNERS[record.town], "period": _period(dice), "place": _place(record), "planned": enrolled + 3, "enrolled": enrolled,
        "completed": completed, "certified": completed - dice.below(3), "sessions": 1 + dice.below(4), "criteria_results": results,
        "followup": [{"months": 6, "employed": "<5", "training": 5 + dice.below(3), "lost": "<5"}], "source": "report-1",
    }


_OF_KIND: Mapping[str, Callable[[Plan, Planned, Dice], Facts]] = {
    "practice": _practice, "module": _module, "skill": _skill, "recommendation": _recommendation, "event": _event, "conclusion": _conclusion, "trial": _trial,
}
