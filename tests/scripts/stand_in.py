"""A small project with the real scripts, which sets itself up without a network."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.scripts.project.backend import build_wheel

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "scripts"


@dataclass(frozen=True)
class Run:
    """How a script ended, and what it said while it set things up (`told`)."""

    code: int
    told: str


@dataclass(frozen=True)
class Project:
    """A project in a folder whose name has spaces; `wheels` is where pip finds the only package that its lock files name."""

    root: Path
    wheels: Path

    def pin(self, version: str) -> None:
        """Write lock files that want this version of `springboard`, a package with nothing but its version."""
        wheel = self.wheels / build_wheel(self.wheels, "springboard", version, {"springboard.py": f'VERSION = "{version}"\n'})
        lock = f"springboard=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
        for name in ("requirements.lock", "requirements-dev.lock"):
            (self.root / name).write_text(lock, encoding="utf-8")

    def start(self, *arguments: str, python: Sequence[str] = (sys.executable,), **variables: str) -> "subprocess.Popen[str]":
        """Start `scripts/site.py` from another folder."""
        settings = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), **variables}
        others = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
        return subprocess.Popen(
            [*python, str(self.root / "scripts" / "site.py"), *arguments],
            cwd=self.wheels,
            env=others | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *arguments: str, python: Sequence[str] = (sys.executable,), **variables: str) -> Run:
        """The same, to its end."""
        return finished(self.start(*arguments, python=python, **variables))

    def calls(self) -> list[dict[str, Any]]:
        """How `tremplin` was called, in order."""
        path = self.root / "calls.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def finished(process: "subprocess.Popen[str]") -> Run:
    """How a process ends, once it has."""
    told = process.communicate()[1]
    return Run(code=process.returncode, told=told)


def press_ctrl_c(process: "subprocess.Popen[str]") -> None:
    """What a terminal does: every process of the group gets the signal."""
    os.killpg(process.pid, signal.SIGINT)


def made(folder: Path) -> Project:
    """A project in `folder` that was never set up."""
    project = Project(root=folder / "a folder with spaces", wheels=folder / "wheels")
    shutil.copytree(HERE / "project", project.root)
    shutil.copytree(SCRIPTS, project.root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    project.wheels.mkdir()
    project.pin("1.0")
    return project
