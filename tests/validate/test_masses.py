"""A file of a megabyte that is all identifiers, entries or references is checked in the time that its length takes, not in that of every pair."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import site_of
from tremplin.cache import Cache
from tremplin.check import check

PRACTICE = "good_practices/open-door"
MANY = 9000


def lines(form: str, many: int = MANY) -> str:
    """One line for each number: what stands in a file thousands of times."""
    return "".join(f"{form.replace('#', str(number))}\n" for number in range(many))


MASSES = {
    "words for nothing": {f"{PRACTICE}/en.md": ("evolution:\n", lines("  x#: {indicator: x}"))},
    "facts without words": {f"{PRACTICE}/record.yml": ("transferability:\n", lines("  - {id: x#, what: method}"))},
    "facts and words": {
        f"{PRACTICE}/record.yml": ("transferability:\n", lines("  - {id: x#, what: method}")), f"{PRACTICE}/en.md": ("transferability:\n", lines("  x#: {what: x}")),
    },
    "facts and words that do not fit": {
        f"{PRACTICE}/record.yml": ("transferability:\n", lines("  - {id: x#, what: method}")), f"{PRACTICE}/en.md": ("transferability:\n", lines("  y#: {what: x}")),
    },
    "one identifier": {f"{PRACTICE}/record.yml": ("sources:\n", lines("  - {id: twice, title: T, supports: [problem]}"))},
    "references to nothing": {f"{PRACTICE}/record.yml": ("related: [", lines("skills/x#,"))},
    "references to nothing in a list": {"glossary.yml": ("gesture:\n", "  related: [" + lines("x#,") + "]\n")},
    "terms without definitions": {"glossary.yml": ("", lines("x#: {labels: {en: x}}"))},
    "terms with wrong names": {"glossary.yml": ("", lines("X#: {labels: {en: x}, definitions: {en: x}}"))},
    "partners and projects": {
        "partners.yml": ("", "x: {legal_name: X, memberships: [" + 3 * lines("{project: bridge, role: partner},") + "]}\n"),
        "projects.yml": ("", lines("x#: {acronym: X, titles: {en: X}, summaries: {en: X}, programme: X, start: 2022, end: 2024, coordinator: north}", 8000)),
    },
    "terms with one label": {"glossary.yml": ("", lines("x#: {labels: {en: x}, definitions: {en: x}}"))},
}


@pytest.mark.parametrize("name", MASSES)
def test_thousands_of_the_same_take_seconds(name: str, tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    for file, (before, mass) in MASSES[name].items():
        text = (base / file).read_text(encoding="utf-8")
        (base / file).write_text(text.replace(before, before + mass, 1), encoding="utf-8")
    started = time.process_time()

    check(site_of(base), Cache(None))

    assert time.process_time() - started < 8, "seconds"


def test_all_references_to_nothing_are_told_though_the_name_that_was_meant_is_sought_for_the_first_only(tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    file = base / PRACTICE / "record.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("related: [", "related: [" + lines("skills/x#,", 150), 1), encoding="utf-8")

    found = [one for one in check(site_of(base), Cache(None)) if one.code == "unknown-reference"]

    assert len(found) == 150
