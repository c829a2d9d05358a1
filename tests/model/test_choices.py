"""The closed lists and what readers see of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import tremplin.pages
from tremplin.model import choices
from tremplin.model.choices import LABELS
from tremplin.model.evidence import GRADES

PAGES = Path(tremplin.pages.__file__).parent
LISTS = {name: tuple(get_args(kind)) for name, kind in vars(choices).items() if get_args(kind) and name[0].isupper() and all(isinstance(value, str) for value in get_args(kind))}
SILENT = {"RecordFolder", "VideoState", "VideoProvider", "Consent", "CodeStatus", "TranslationMethod"}
"""Lists whose values change what a page does and are never themselves shown."""
OPEN = {"evidence", "unit"}
"""Labels of what is computed, and of units, of which a record may use others."""


def key(name: str) -> str:
    """The name under which the labels of a list stand: `EvolutionKind` has `evolution_kind`."""
    return name.lower() if name.endswith("Comp") else re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


@pytest.mark.parametrize("name", sorted(LISTS.keys() - SILENT))
def test_every_value_has_a_label_and_every_label_a_value(name: str) -> None:
    assert set(LABELS[key(name)]) == set(LISTS[name])


def test_every_label_belongs_to_a_list() -> None:
    assert set(LABELS) == {key(name) for name in LISTS.keys() - SILENT} | OPEN
    assert not {key(name) for name in SILENT} & set(LABELS)


def test_evidence_has_a_label_for_every_grade_and_for_none() -> None:
    assert set(LABELS["evidence"]) == {"0", *map(str, GRADES.values())}


def test_no_value_stands_in_a_list_twice_and_no_label_says_two_things() -> None:
    assert [name for name, values in LISTS.items() if len(set(values)) != len(values)] == []
    assert [name for name, labels in LABELS.items() if len(set(labels.values())) != len(labels)] == []


def test_labels_are_words_for_people() -> None:
    assert [label for labels in LABELS.values() for label in labels.values() if not label.strip() or "_" in label or label != label.strip()] == []


def test_pages_ask_for_labels_that_are_there() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in PAGES.iterdir() if file.suffix in {".py", ".html"})

    assert set(re.findall(r"view\.label\(\s*[\"'](\w+)[\"']", source)) <= set(LABELS)
