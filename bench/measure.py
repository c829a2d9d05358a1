"""What one command costs as a whole: CPU seconds of all its processes, seconds by the clock, memory of its largest process."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage
from statistics import median

_SOURCES = Path(__file__).parent.parent / "src"
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Cost:
    """What running a command once has cost."""

    cpu: float
    """Seconds, user and system, of the process and all that it started."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Megabytes of resident memory of the largest single process at its peak."""


class Failed(Exception):
    """A command that should have worked did not; the message holds the end of what it said."""


def adopt_orphans() -> None:
    """Make processes whose parent ends our own, so that the time of no worker is forgotten. Only Linux can do this."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder` and wait for it and for every process that it leaves behind."""
    os.sync()  # What was written before does not count as this command's waiting.
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode(errors='replace')[-3000:]}")
    # The system reports a process together with all the children that it has waited for.
    usages = [usage, *_left_behind()]
    return Cost(sum(one.ru_utime + one.ru_stime for one in usages), wall, max(one.ru_maxrss for one in usages) / (1024 if sys.platform == "linux" else 1024**2))


def _left_behind() -> list[struct_rusage]:
    found = []
    while True:
        try:
            found.append(os.wait4(-1, 0)[2])
        except ChildProcessError:
            return found


def _environment() -> dict[str, str]:
    """Our sources before anything installed; compiled modules kept, as people do; without the notice that Material prints for both sides."""
    path = os.pathsep.join(part for part in (str(_SOURCES), os.environ.get("PYTHONPATH", "")) if part)
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each measure."""
    return Cost(median(cost.cpu for cost in costs), median(cost.wall for cost in costs), median(cost.memory for cost in costs))
