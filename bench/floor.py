"""How much of `tremplin check` is spent on reading YAML and in pydantic: `python bench/floor.py BASE` for a base that `generate.py` has made.

It prints what starting Python with all that `check` imports costs, what reading the YAML of every file (line by line where it is plain, otherwise by PyYAML) and
giving the values their types (pydantic) cost by themselves, and what `check` costs without a memory. The rest of `check` is our own code and the system.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from measure import adopt_orphans, cost_of

from tremplin.diagnostics import Diagnostic
from tremplin.load.document import read_document
from tremplin.load.words import front
from tremplin.model.fields import Model
from tremplin.model.kinds import KINDS
from tremplin.model.source import Document

_START = "import tremplin.cli, tremplin.cli.check"


def parts_of_check(base: Path) -> tuple[float, float]:
    """Seconds of processor time for reading YAML, and in pydantic, for all files of all records."""
    reading, typing = 0.0, 0.0
    for text, read, model in _documents(base):
        start = time.process_time()
        document, _ = read(text, "")
        known = time.process_time()
        assert document is not None  # The generator writes no file with faults.
        model.model_validate(document.data)
        reading, typing = reading + known - start, typing + time.process_time() - known
    return reading, typing


def _documents(base: Path) -> Iterator[tuple[str, Callable[[str, str], tuple[Document | None, list[Diagnostic]]], type[Model]]]:
    """The YAML of every file, what reads it, and the type of what it holds."""
    for kind in KINDS:
        for file in sorted((base / kind.folder).glob("*/*.*")):
            text = file.read_text(encoding="utf-8")
            yield (text.split("\n---\n", 1)[0].removeprefix("---\n") + "\n", front, kind.words) if file.suffix == ".md" else (text, read_document, kind.facts)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("--runs", type=int, default=5, help="how often each thing is measured (%(default)s)")
    given = parser.parse_args(arguments)
    adopt_orphans()
    rows: dict[str, list[float]] = {name: [] for name in ("starting Python", "reading YAML", "pydantic", "tremplin check")}
    for _ in range(given.runs):  # In turn, so that a computer that grows hot or busy is unfair to all of them.
        shutil.rmtree(given.base / ".cache", ignore_errors=True)
        start = cost_of((sys.executable, "-c", _START), given.base).cpu
        check = cost_of((sys.executable, "-m", "tremplin", "check"), given.base).cpu
        for found, seconds in zip(rows.values(), (start, *parts_of_check(given.base), check), strict=True):
            found.append(seconds)
    for name, found in rows.items():
        print(f"{name:<20}{median(found):>8.2f} CPU s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
