"""Invented partners, projects, themes and terms: the short lists of a base."""

from __future__ import annotations

from collections.abc import Iterator

from plan import PARTNERS, PROJECTS, THEMES, TOWNS, slug
from voice import LANGUAGES, Voice, stock
from yaml_text import yaml_text

Entry = dict[str, object]


def list_files(seed: int) -> Iterator[tuple[str, str]]:
    """The name and the text of each file that holds many entries."""
    yield "partners.yml", yaml_text({name: _partner(number, seed) for number, name in enumerate(PARTNERS)})
    yield "projects.yml", yaml_text({name: _project(number, seed) for number, name in enumerate(PROJECTS)})
    yield "vocabulary.yml", yaml_text({name: _theme(number) for number, name in enumerate(THEMES)})
    terms = stock()["en"]["topics"]
    yield "glossary.yml", yaml_text({slug(term): _term(number, terms, seed) for number, term in enumerate(terms)})


def _said(sentences: int, seed: str) -> Entry:
    """The same sentences in every language."""
    return {language: Voice(language, seed).sentences(sentences) for language in LANGUAGES}


def _partner(number: int, seed: int) -> Entry:
    town, country = TOWNS[number]
    return {
        "legal_name": f"Association of {town}", "short_name": f"A{number + 1:02}", "country": country, "city": town,
        "memberships": [{"project": project, "role": "partner" if number else "coordinator"} for project in PROJECTS],
        "url": f"https://example.org/partners/{number + 1}", "kind": "association", "descriptions": _said(2, f"{seed}/partner/{number}"),
    }


def _project(number: int, seed: int) -> Entry:
    titles = {language: f"{stock()[language]['site']} {number + 1}" for language in LANGUAGES}
    return {
        "acronym": PROJECTS[number].upper(), "titles": titles, "summaries": _said(3, f"{seed}/project/{number}"), "programme": "Invented programme",
        "start": f"20{20 + number}-03", "end": f"20{22 + number}-02", "coordinator": PARTNERS[0], "url": f"https://example.org/projects/{number + 1}",
        "objectives": {language: Voice(language, f"{seed}/objectives/{number}").shorts(3) for language in LANGUAGES},
        "commitments": [
            {"id": name.replace("_", "-"), "labels": {language: Voice(language, f"{seed}/{name}").short() for language in LANGUAGES}, "planned": 25, "counts": name}
            for name in ("microtrainings", "good_practices")
        ],
    }


def _theme(number: int) -> Entry:
    return {"labels": {language: stock()[language]["themes"][number] for language in LANGUAGES}, "groups": ["module", "working-group", "final-seminar"]}


def _term(number: int, terms: list[str], seed: int) -> Entry:
    return {
        "labels": {language: stock()[language]["topics"][number] for language in LANGUAGES}, "definitions": _said(2, f"{seed}/definition/{number}"),
        "scope_notes": _said(1, f"{seed}/scope/{number}"), "related": [slug(terms[number ^ 1])],
    }
