"""Codes, rules and scenarios belong together: each code is emitted somewhere, explained by one module, and shown by one scenario at least."""

from __future__ import annotations

import ast
import importlib
import re
from pathlib import Path

import pytest

import tremplin
from tremplin.rules import codes, explanation

SCENARIOS = Path(__file__).parent
PACKAGE = Path(tremplin.__file__).parent
RULES = sorted(file.stem.replace("_", "-") for file in (PACKAGE / "rules").glob("*.py") if file.stem != "__init__")
MAKERS = {"Diagnostic", "PydanticCustomError", "_Form"}
"""What is called with a code first."""


def emitted() -> set[str]:
    """Every code that stands in the source where a diagnostic is made, or a value is refused."""
    calls = (node for file in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call) and node.args)
    made = (call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id in MAKERS)
    return {argument.value for argument in made if isinstance(argument, ast.Constant) and isinstance(argument.value, str)}


def shown() -> dict[str, set[str]]:
    """For each code, the scenarios whose expected output has it."""
    found: dict[str, set[str]] = {}
    for file in SCENARIOS.glob("*/expected*.txt"):
        for code in re.findall(r"^\S.*?: (?:error|warning|note)\[([a-z0-9-]+)\]", file.read_text(encoding="utf-8"), re.MULTILINE):
            found.setdefault(code, set()).add(file.parent.name)
    return found


def test_every_code_that_is_emitted_has_a_rule_and_every_rule_is_emitted() -> None:
    assert emitted() == set(RULES)


def test_the_table_of_rules_is_complete() -> None:
    assert set(codes()) == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained_in_a_sentence_and_a_paragraph(code: str) -> None:
    page = explanation(code)
    assert page == (importlib.import_module(f"tremplin.rules.{code.replace('-', '_')}").__doc__ or "").strip()
    assert re.fullmatch(r"[A-Z].*\.\n\n[A-Z](.|\n)*[.`]", page), "first what is wrong, then what to do"


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_shown_by_a_scenario(code: str) -> None:
    assert shown().get(code)
