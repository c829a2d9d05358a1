"""What a build keeps in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import built
from tremplin.model.edition import Edition
from tremplin.model.library import Library
from tremplin.translate import translate


def test_what_the_pages_of_an_edition_had_in_common_is_let_go_with_the_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Edition] = []

    def watched(library: Library, tag: str) -> Edition:
        made.append(translate(library, tag))
        return made[-1]

    monkeypatch.setattr("tremplin.editions.translate", watched)
    built(copy_base(EVERY_KIND, tmp_path / "base"))

    assert made
    assert not any(edition.memory for edition in made)
