"""The guided example of a new base: one good practice and one micro-training, made up and marked as drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tremplin.locales import Catalogue

PRACTICE_ID = "example-practice"
MODULE_ID = "example-module"
THEME_ID = "example-theme"
PARTNER_ID = "example-partner"
PROJECT_ID = "example-project"
TERM_ID = "example-term"
SOURCE_ID = "report"

Values = Mapping[str, Any]


def practice_facts(language: str, catalogue: Catalogue) -> Values:
    """The facts of the example practice. No figure is made up: the change is only said to be for the better."""
    return {
        "original": language, "origin": "editorial", "status": "draft",
        "polarity": "mixed", "place": {"country": "BE"}, "period": {"start": "2024"}, "operators": [catalogue.text("An organisation")],
        "target_groups": ["long-term-unemployed"],
        "sources": [{"id": SOURCE_ID, "title": catalogue.text("Title of the report as published"), "url": "https://example.org/report"}],
        "evolution": [{"id": "in-work", "kind": "employment", "design": "monitoring", "source": SOURCE_ID, "direction": "better"}],
        "transferability": [{"id": "tutor", "what": "method"}],
    }


def practice_words(catalogue: Catalogue) -> Values:
    """The words of the example practice."""
    text = catalogue.text
    return {
        "title": text("Example: a practice of yours"),
        "summary": text("Replace this text by two or three sentences: what was done, for whom, and what came of it."),
        "evolution": {"in-work": {"indicator": text("More people found work; say here what was counted")}},
        "transferability": {"tutor": {"what": text("A tutor in the firm; say here what others can take over"), "to_whom": text("Small firms; say here who could take it over")}},
    }


def module_facts(language: str, _: Catalogue) -> Values:
    """The facts of the example module: two gestures, and parts that add up to its duration."""
    return {
        "original": language, "origin": "editorial", "status": "draft", "theme": THEME_ID, "duration": "1h30", "mode": "workshop",
        "gestures": [
            {"id": "prepare", "criteria": [{"id": "place-is-clear", "critical": True}, {"id": "tools-at-hand"}]},
            {"id": "carry-out", "criteria": [{"id": "safe-posture", "critical": True}, {"id": "in-order"}]},
        ],
        "parts": [
            {"id": "welcome", "kind": "welcome", "duration": "10 min"}, {"id": "show", "kind": "demonstration", "duration": "20 min"},
            {"id": "practise", "kind": "practice", "duration": "40 min"}, {"id": "judge", "kind": "assessment", "duration": "20 min"},
        ],
        "pass_rule": {"criteria": "critical"},
    }


def module_words(catalogue: Catalogue) -> Values:
    """The words of the example module."""
    text = catalogue.text
    return {
        "title": text("Example: a micro-training of yours"),
        "summary": text("Replace this text by two or three sentences: which gestures are learned, and which job they open."),
        "learning_outcomes": [text("Prepares the workplace and carries the task out safely")],
        "gestures": {
            "prepare": {
                "title": text("Prepare the workplace"),
                "criteria": {"place-is-clear": text("Clears the place before beginning"), "tools-at-hand": text("Lays the tools out within reach")},
            },
            "carry-out": {
                "title": text("Carry the task out"),
                "criteria": {"safe-posture": text("Keeps the back straight"), "in-order": text("Does the steps in the right order")},
            },
        },
        "parts": {
            "welcome": {"title": text("Everybody says what they expect")}, "show": {"title": text("The trainer shows both gestures")},
            "practise": {"title": text("Everybody practises in pairs")}, "judge": {"title": text("Each learner shows both gestures to the trainer")},
        },
    }


def theme(language: str, catalogue: Catalogue) -> Values:
    """The theme that the example module belongs to."""
    return {"labels": {language: catalogue.text("Example of a theme")}, "original": language, "groups": ["module"]}


def partner(language: str, catalogue: Catalogue) -> Values:
    """A partner of the example project."""
    return {"legal_name": catalogue.text("An organisation"), "memberships": [{"project": PROJECT_ID, "role": "coordinator"}]}


def project(language: str, catalogue: Catalogue) -> Values:
    """The project that the example partner coordinates."""
    text = catalogue.text
    return {
        "acronym": "EXAMPLE", "titles": {language: text("Example of a project")}, "original": language,
        "summaries": {language: text("Replace this text by a sentence or two: what the project is about.")},
        "programme": "Erasmus+", "start": "2022-03", "end": "2024-02", "coordinator": PARTNER_ID,
    }


def term(language: str, catalogue: Catalogue) -> Values:
    """A word of the glossary."""
    text = catalogue.text
    return {"original": language, "labels": {language: text("Example of a term")}, "definitions": {language: text("Replace this text by what the word means.")}}


ENTRIES: Mapping[str, tuple[str, Callable[[str, Catalogue], Values]]] = {
    "partner": (PARTNER_ID, partner), "project": (PROJECT_ID, project), "term": (TERM_ID, term), "theme": (THEME_ID, theme),
}
"""For each list, the identifier of its example and its values: they name each other."""

EXAMPLES: Mapping[str, tuple[str, Callable[[str, Catalogue], Values], Callable[[Catalogue], Values]]] = {
    "practice": (PRACTICE_ID, practice_facts, practice_words),
    "module": (MODULE_ID, module_facts, module_words),
}
"""For each kind that has an example: its identifier, its facts and its words."""
