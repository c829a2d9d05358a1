"""What skills and occupations are called in ESCO, the European Commission's classification, version 1.2.

`esco.tsv` has the transversal skills and what our own records name; ESCO itself has far more, in all languages of the Union.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = "http://data.europa.eu/esco/"


def names(address: str) -> Mapping[str, str]:
    """The names of a concept by language, as far as we have them; none for a concept that we do not know."""
    return _concepts().get(address.removeprefix(ROOT), {})


@cache
def _concepts() -> Mapping[str, Mapping[str, str]]:
    with Path(__file__).with_suffix(".tsv").open(encoding="utf-8", newline="") as table:
        return {row.pop("concept"): {tag: name for tag, name in row.items() if name} for row in csv.DictReader(table, delimiter="\t")}
