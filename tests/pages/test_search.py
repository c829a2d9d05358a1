"""What the search page hands to its script."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.records import ONE_OF_EACH
from tremplin.pages.search import words

VOCABULARY = "allotments:\n  labels: {en: Yards, fr: Cours}\n  groups: [module]\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    base: Path = write_base(tmp_path_factory.mktemp("base"), {**ONE_OF_EACH, "vocabulary.yml": f"{VOCABULARY}{ONE_OF_EACH['vocabulary.yml']!s}"})
    return reading(base)


def facets(found: Reading, tag: str) -> Mapping[str, list[str]]:
    """The labels of each filter as they stand."""
    return {name: list(values.values()) for name, _title, values in json.loads(words(found.edition(tag)))["facets"]}


@pytest.mark.parametrize(("tag", "countries", "themes"), [
    ("en", ["France", "Germany", "Ireland"], ["Gardens", "Yards"]), ("fr", ["Allemagne", "France", "Irlande"], ["Cours", "Jardins"]),
])
def test_filters_that_no_list_orders_stand_in_the_order_of_the_readers_alphabet(found: Reading, tag: str, countries: list[str], themes: list[str]) -> None:
    labels = facets(found, tag)

    assert labels["country"] == countries
    assert [one for one in labels["theme"] if one in themes] == themes
