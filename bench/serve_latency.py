"""How long it takes until a saved change is seen with `tremplin serve`: `python bench/serve_latency.py --records 250`.

A record's page in 8 languages is 8 pages, so 250 records are the 2,000 pages of the target: less than a second. Each round
writes a word that was never there into one file and asks for the page, every few milliseconds, until the word is in it.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generate import generate

_PAUSE = 0.3
"""Seconds between two rounds, as between two thoughts of somebody who writes."""
_POLL = 0.01
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Edit:
    """A kind of change: which file of the base gets the word, after which pattern, and which page shows it."""

    name: str
    file: Path
    after: str
    page: str


def edits(base: Path) -> tuple[Edit, ...]:
    """One edit of each kind that somebody who writes makes."""
    record = min(path for path in (base / "good_practices").iterdir() if path.is_dir())
    page = f"good_practices/{record.name}/"
    return (
        Edit("a word of a text", record / "fr.md", r"\n## [^\n]+\n\n", f"fr/{page}"),
        Edit("a word of a title, which other pages show too", record / "en.md", r"\ntitle: ", f"en/{page}"),
        Edit("a word of a hand-written page", base / "docs" / "en" / "index.md", r"\n# [^\n]+\n\n", "en/"),
    )


@contextmanager
def served(base: Path) -> Iterator[str]:
    """The address of a preview of the base, from when it is ready until the end."""
    command = [sys.executable, "-m", "tremplin", "--base", str(base), "--language", "en", "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        assert process.stdout is not None
        yield _address(process.stdout)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(_PATIENCE)


def _address(told: IO[str]) -> str:
    """The address in the first line that the server prints."""
    found = re.search(r"http://\S+", told.readline())
    if not found:
        sys.exit("`tremplin serve` did not start.")
    return found[0]


def seconds_until_seen(edit: Edit, address: str, word: str) -> float:
    """From the moment at which the file is saved until its page shows the word."""
    text = edit.file.read_text(encoding="utf-8")
    found = re.search(edit.after, text)
    assert found is not None
    changed = f"{text[: found.end()]}{word} {text[found.end() :]}"
    started = time.perf_counter()
    edit.file.write_text(changed, encoding="utf-8", newline="\n")
    while word not in _page(address + edit.page):
        if time.perf_counter() - started > _PATIENCE:
            sys.exit(f"{edit.file} was changed and {edit.page} does not show it.")
        time.sleep(_POLL)
    return time.perf_counter() - started


def _page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310  our own server
        text: str = answer.read().decode()
    return text


def measure(base: Path, rounds: int) -> dict[str, list[float]]:
    """For each kind of edit the seconds of every round, the kinds in turn; a first round of each is not counted."""
    taken: dict[str, list[float]] = {}
    with served(base) as address:
        for number in range(rounds + 1):
            for place, edit in enumerate(edits(base)):
                seconds = seconds_until_seen(edit, address, f"springboard{number}x{place}")
                if number:
                    taken.setdefault(edit.name, []).append(seconds)
                time.sleep(_PAUSE)
    return taken


def main(arguments: list[str] | None = None) -> int:
    """Make a base, serve it, edit it and print the medians; 1 when one of them is a second or more."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=250, help="how many records, each in eight languages (%(default)s)")
    parser.add_argument("--rounds", type=int, default=7, help="how often each kind of edit is made (%(default)s)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="tremplin-bench-") as folder:
        generate(Path(folder), records=options.records)
        taken = measure(Path(folder), options.rounds)
    print(f"{options.records * 8:,} record pages, {options.rounds} rounds; seconds until a saved change is seen")
    for name, seconds in taken.items():
        print(f"  median {statistics.median(seconds):.2f}  worst {max(seconds):.2f}  {name}")
    return 0 if all(statistics.median(seconds) < 1 for seconds in taken.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
