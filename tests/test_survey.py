"""What is remembered of a base, and what is read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import TEAMWORK, write_base
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.survey import Changed, Survey, survey


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = write_base(tmp_path / "base", TEAMWORK)
    _surveyed(folder)
    return folder


def test_a_record_that_did_not_change_is_read_when_somebody_asks_for_it(base: Path) -> None:
    found = _surveyed(base)

    assert not found.changed
    assert found.records["skills/teamwork"].original.texts["title"] == "Work in teams"
    assert list(found.records) == ["skills/teamwork"]


@pytest.mark.parametrize("facts", ["original: nonsense\n", "original: [en]\norigin: editorial\ndocumented: partial\n", "original: fr\norigin: editorial\ndocumented: partial\n", "- [\n"])
def test_it_is_said_which_record_somebody_has_changed_in_the_meantime(base: Path, facts: str) -> None:
    found = _surveyed(base)
    (base / "skills/teamwork/record.yml").write_text(facts, encoding="utf-8")

    with pytest.raises(Changed, match="skills/teamwork"):
        found.records["skills/teamwork"]


def test_a_base_has_no_records_but_its_own(base: Path) -> None:
    with pytest.raises(KeyError):
        _surveyed(base).records["skills/none"]


def _surveyed(base: Path) -> Survey:
    site, _ = read_site(base / "mkdocs.yml")
    assert site
    return survey(site, Cache(base / ".cache"))
