"""Write an invented knowledge base of any size in eight languages: `python bench/generate.py DIR --records 250`.

The same seed and number of records give the same bytes. Every record is complete in every language, so that nothing
falls back; nothing but the standard library is needed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from facts import facts_of
from lists import list_files
from plan import Plan, plan
from voice import LANGUAGES, Voice, stock
from words import files_of
from yaml_text import yaml_text

SEED = 1
_WRITTEN_AT = 1_767_225_600
"""Seconds since 1970: the files look as old as those of a clone, and not like files that are being edited right now."""

_CONFIGURATION = f"""site_name: Bench
site_url: https://bench.example.org/
theme:
  name: material
  font: false
  features: [navigation.tabs]
plugins:
  - tremplin:
      languages: [{", ".join(LANGUAGES)}]
nav:
  - index.md
"""


def generate(folder: Path, *, records: int, seed: int = SEED) -> None:
    """Write a base of so many records into `folder`, which must be new or empty."""
    for name, text in _files(plan(records, seed), seed):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        os.utime(file, (_WRITTEN_AT, _WRITTEN_AT))


def _files(records: Plan, seed: int) -> Iterator[tuple[str, str]]:
    """The path and the text of every file of a base."""
    yield "mkdocs.yml", _CONFIGURATION
    yield from list_files(seed)
    for language in LANGUAGES:
        yield f"docs/{language}/index.md", _home(language, seed)
    for record in records.records:
        facts = facts_of(records, record)
        yield f"{record.path}/record.yml", yaml_text(facts)
        for name, text in files_of(records, record, facts, LANGUAGES):
            yield f"{record.path}/{name}", text


def _home(language: str, seed: int) -> str:
    """A hand-written page with three live lists of records."""
    voice, phrases = Voice(language, f"{seed}/home"), stock()[language]
    parts = [f"---\ndescription: {phrases['welcome']}\n---\n# {phrases['site']}\n\n{phrases['welcome']}"]
    for kind, folder in (("practice", "good_practices"), ("module", "microtrainings"), ("skill", "skills")):
        parts.append(f"## {voice.dice.pick(phrases['topics'])}\n\n{voice.sentences(3)} [{phrases['see']}]({folder}/index.md).\n\n/// records\n    kind: {kind}\n    limit: 3\n///")
    return "\n\n".join(parts) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and write the base."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write it: a new or an empty folder")
    parser.add_argument("--records", type=int, default=250, help="how many records, each in eight languages (250)")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other texts (%(default)s)")
    options = parser.parse_args(arguments)
    if options.records < 1:
        parser.error("--records must be at least 1")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    generate(options.folder, records=options.records, seed=options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
