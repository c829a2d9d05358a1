"""What CONTRIBUTING.md says of the code is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tremplin.model.kinds import KINDS
from tremplin.render.mkdocs.theme import STYLES, THEME

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_it_names_every_package_of_the_contract_in_its_order() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [set(re.findall(r"\w+", layer)) - {"__main__", "theme"} for layer in contracts[0]["layers"]]
    said = TEXT.partition("Imports go down:")[2].partition("Stages do not know")[0]

    assert [set(re.findall(r"`(\w+)`", layer)) for layer in said.split("\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")] == [layer for layer in layers if layer]


def test_every_kind_has_the_icon_that_it_asks_for() -> None:
    styles = "".join(file.read_text(encoding="utf-8") for file in (THEME / STYLES).glob("*.css"))

    assert [kind.name for kind in KINDS if f".tp-icon--{kind.name} " not in styles] == []


def test_the_files_that_it_names_are_there() -> None:
    named = {name for name in re.findall(r"`((?:src|scripts|docs|tests)/[\w./-]+)`", TEXT) if "<" not in name}

    assert len(named) > 5
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
