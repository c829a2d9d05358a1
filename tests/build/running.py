"""Builds of a base, in this process and in others that can be stopped from outside."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tremplin.build import Result, build
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.model.site import Site

ROOT = Path(__file__).resolve().parents[2]
QUIET = {"LC_ALL": "C.UTF-8", "NO_COLOR": "1"}


def site_of(base: Path) -> Site:
    """The site that a base configures; faults in its configuration fail the test."""
    site, faults = read_site(base / "mkdocs.yml")
    assert site is not None, [fault.message.text() for fault in faults]
    return site


def built(base: Path, *, cache: Path | None = None, is_preview: bool = False) -> Result:
    """A build in this process; faults fail the test."""
    result = build(site_of(base), Cache(cache), is_preview=is_preview)
    assert result.is_published, [str(one.location) + " " + one.message.text() for one in result.diagnostics]
    return result


def cold_site(base: Path, folder: Path, *, is_preview: bool = False) -> Path:
    """The site that a build makes of a base when nothing is remembered and nothing is there, in a folder of its own."""
    result = build(replace(site_of(base), site_dir=folder / "site"), Cache(None), is_preview=is_preview)
    assert result.is_published
    return folder / "site"


def generated(folder: Path, records: int) -> Path:
    """An invented base in eight languages, large enough that a build takes a while."""
    subprocess.run([sys.executable, ROOT / "bench" / "generate.py", folder, "--records", str(records)], check=True, capture_output=True)
    return folder


def started(base: Path, *options: str, environment: Mapping[str, str] | None = None, **settings: Any) -> subprocess.Popen[str]:
    """`tremplin build` in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "tremplin", "--language", "en", "--base", base, "build", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, **QUIET, **(environment or {})}, start_new_session=True, **settings,
    )


def children(process: int) -> list[int]:
    """The processes that a process has started and that are still there."""
    table = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in table.splitlines()]
    return [int(pid) for pid, parent, state, *_ in rows if int(parent) == process and not state.startswith("Z")]
