"""How much of `tremplin check` is spent inside PyYAML and pydantic: `python bench/floor.py BASE` for a base that `generate.py` has made.

It prints what starting Python with all that `check` imports costs, what composing every file (PyYAML, with places, without guessing types) and
giving the values their types (pydantic) cost by themselves, and what `check` costs without a memory. The rest of `check` is our own code and the system.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import yaml
from measure import adopt_orphans, cost_of

from tremplin.model.fields import Model
from tremplin.model.kinds import KINDS

_START = "import tremplin.cli, tremplin.cli.check"


class _Loader(yaml.CBaseLoader):
    """Composes as `load/document.py` does: each scalar is text."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: tuple[bool, bool]) -> str:
        """Nobody reads the tag of a node."""
        return ""


def inside_libraries(base: Path) -> tuple[float, float]:
    """Seconds of processor time in PyYAML and in pydantic for all files of all records."""
    composing, typing = 0.0, 0.0
    for text, model in _documents(base):
        start = time.process_time()
        node = yaml.compose(text, Loader=_Loader)
        composed = time.process_time()
        assert node is not None  # The generator writes no empty file.
        values = _values(node)
        plain = time.process_time()
        model.model_validate(values)
        composing, typing = composing + composed - start, typing + time.process_time() - plain
    return composing, typing


def _documents(base: Path) -> Iterator[tuple[str, type[Model]]]:
    """The YAML of every file, and the type of what it holds."""
    for kind in KINDS:
        for file in sorted((base / kind.folder).glob("*/*.*")):
            text = file.read_text(encoding="utf-8")
            yield (text.split("\n---\n", 1)[0].removeprefix("---\n"), kind.words) if file.suffix == ".md" else (text, kind.facts)


def _values(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _values(value) for key, value in node.value}
    return [_values(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("--runs", type=int, default=5, help="how often each thing is measured (%(default)s)")
    given = parser.parse_args(arguments)
    adopt_orphans()
    rows: dict[str, list[float]] = {name: [] for name in ("starting Python", "PyYAML", "pydantic", "tremplin check")}
    for _ in range(given.runs):  # In turn, so that a computer that grows hot or busy is unfair to all of them.
        shutil.rmtree(given.base / ".cache", ignore_errors=True)
        start = cost_of((sys.executable, "-c", _START), given.base).cpu
        check = cost_of((sys.executable, "-m", "tremplin", "check"), given.base).cpu
        for found, seconds in zip(rows.values(), (start, *inside_libraries(given.base), check), strict=True):
            found.append(seconds)
    for name, found in rows.items():
        print(f"{name:<20}{median(found):>8.2f} CPU s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
