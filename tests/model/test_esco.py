"""Names of ESCO's skills and occupations."""

from __future__ import annotations

import re
from pathlib import Path

from tremplin.model import esco

ROOT = Path(__file__).resolve().parents[2]
UNKNOWN = f"{esco.ROOT}skill/00000000-0000-0000-0000-000000000000"


def test_concepts_have_the_names_that_esco_gives_them() -> None:
    assert esco.names(f"{esco.ROOT}skill/60c78287-22eb-4103-9c8c-28deaa460da0") == {"en": "work in teams", "fr": "travailler en équipe"}


def test_a_concept_that_is_not_in_our_list_has_no_name() -> None:
    assert esco.names(UNKNOWN) == {}


def test_every_concept_that_our_records_name_has_an_english_name() -> None:
    named = {found for file in ROOT.glob("*/*/record.yml") for found in re.findall(rf"{esco.ROOT}[a-z]+/[0-9a-f-]+", file.read_text(encoding="utf-8"))}

    assert [address for address in sorted(named) if "en" not in esco.names(address)] == []
    assert len(named) > 50
