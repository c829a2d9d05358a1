"""Compiled templates are kept for the next process, for each way of compiling them apart."""

from __future__ import annotations

import sys
from pathlib import Path

import jinja2
import pytest

from tremplin.bytecode import Kept


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module in a folder where Python keeps what it compiles."""
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "__pycache__").mkdir()
    return tmp_path / "module.py"


def compiled(module: Path, made_by: str, text: str = "{{ 1 }}") -> str:
    """What a new environment makes of a template, with what has been kept beside a module."""
    return jinja2.Environment(loader=jinja2.DictLoader({"page": text}), bytecode_cache=Kept(module, made_by), autoescape=True).get_template("page").render()


def kept(module: Path) -> list[Path]:
    return list((module.parent / "__pycache__").iterdir())


def test_what_is_kept_is_used_and_nothing_else_is_made_of_the_same_template(module: Path) -> None:
    compiled(module, "one")
    (file,) = kept(module)
    before = file.stat().st_mtime_ns

    assert compiled(module, "one") == "1"
    assert [(one, one.stat().st_mtime_ns) for one in kept(module)] == [(file, before)]


def test_another_template_and_another_way_of_compiling_are_never_taken_for_what_is_kept(module: Path) -> None:
    compiled(module, "one")

    assert compiled(module, "one", "{{ 2 }}") == "2"
    assert compiled(module, "two") == "1"
    assert len(kept(module)) == 2


def test_where_python_keeps_nothing_nothing_is_kept(module: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert compiled(module, "one") == "1"
    assert kept(module) == []


def test_a_folder_that_is_not_there_stops_nobody(module: Path) -> None:
    (module.parent / "__pycache__").rmdir()

    assert compiled(module, "one") == "1"
