"""What libraries alone cost in `tremplin check`, whatever our own code does: `python bench/floor.py BASE` for a base that `generate.py` has made.

Three commands are measured, each as a whole process: starting Python with what `check` imports; the same, then composing every file with
PyYAML (with places, without guessing types) and giving the values their types with pydantic; and `check` itself.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from statistics import median

from measure import Cost, adopt_orphans, cost_of

_START = "import tremplin.cli, tremplin.cli.check"
_READ = f"""{_START}
import sys
from pathlib import Path
from tremplin.load.document import read_document
from tremplin.model.kinds import KINDS

for kind in KINDS:
    for file in sorted(Path(kind.folder).glob("*/*.*")):
        text = file.read_text(encoding="utf-8")
        front = text.removeprefix("---\\n").partition("\\n---\\n")[0] + "\\n" if file.suffix == ".md" else text
        document, faults = read_document(front, file.name)
        assert document is not None, faults
        (kind.words if file.suffix == ".md" else kind.facts).model_validate(document.data)
"""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", type=Path)
    parser.add_argument("--runs", type=int, default=5, help="how often each command is measured (%(default)s)")
    given = parser.parse_args(arguments)
    adopt_orphans()
    commands = {
        "starting Python": ("-c", _START), "and PyYAML and pydantic on every file": ("-c", _READ), "tremplin check": ("-m", "tremplin", "check"),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(given.runs):  # In turn, so that a computer that grows hot or busy is unfair to all of them.
        for name, command in commands.items():
            shutil.rmtree(given.base / ".cache", ignore_errors=True)  # Nothing is remembered from the run before.
            costs[name].append(cost_of((sys.executable, *command), given.base))
    for name, found in costs.items():
        print(f"{name:<40}{median(cost.cpu for cost in found):>8.2f} CPU s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
