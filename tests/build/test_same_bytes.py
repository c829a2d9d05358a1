"""Same input, same bytes: wherever a base lies, in whatever order its files were made, whatever is remembered of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.bases import EVERY_KIND
from tests.build.running import QUIET, built, generated
from tests.trees import differences, tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A base in eight languages, and in it the media of another."""
    base = generated(tmp_path_factory.mktemp("made") / "base", 24)
    media = {name: content for name, content in tree(EVERY_KIND).items() if "/media/" in name}
    record = min(base.glob("good_practices/*")).relative_to(base)
    texts = {str(file.relative_to(base)): file.read_bytes() for file in (base / record).glob("*.md")}
    named = {f"media/{number}{Path(name).suffix}": content for number, (name, content) in enumerate(media.items())}
    links = "".join(f"- [A file]({file})\n" for file in named).encode()
    return {**tree(base), **{name: text + b"\n## Files\n\n" + links for name, text in texts.items()}, **{f"{record}/{file}": content for file, content in named.items()}}


def laid_out(folder: Path, files: Iterable[tuple[str, bytes]], *, year: int) -> Path:
    """The files in this order, each with a time stamp of its own."""
    for number, (name, content) in enumerate(files):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        os.utime(file, (year * 31_556_952 + number,) * 2)
    return folder


def built_elsewhere(base: Path, seed: str, **environment: str) -> Path:
    """The site of a base, built by a process of its own whose sets and dictionaries are shuffled by `seed`."""
    command = [sys.executable, "-m", "tremplin", "--language", "en", "--base", str(base), "build"]
    subprocess.run(command, env={**os.environ, **QUIET, "PYTHONHASHSEED": seed, **environment}, check=True, capture_output=True)
    return base / "site"


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk in memory, where there is one: it lists files in the order in which they were made, and no other disk does."""
    if not os.access("/dev/shm", os.W_OK):  # noqa: S108  only a place for a folder of our own
        yield tmp_path / "elsewhere"
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def test_files_made_in_another_order_at_another_time_in_another_folder_give_the_same_site(files: dict[str, bytes], tmp_path: Path, in_memory: Path) -> None:
    ordered = sorted(files.items())
    first = laid_out(in_memory / "one", ordered, year=30)
    second = laid_out(in_memory / "another" / "folder with spaces é", reversed(ordered), year=40)
    by_length = laid_out(tmp_path / "third", sorted(ordered, key=lambda one: (len(one[1]), one[0])), year=50)
    assert in_memory.is_relative_to(tmp_path) or os.listdir(first / "skills") != os.listdir(second / "skills"), "the system lists them in two orders"

    sites = [built_elsewhere(first, "1"), built_elsewhere(second, "2", TZ="Asia/Tokyo", LC_ALL="fr_FR.UTF-8"), built_elsewhere(by_length, "3", TZ="America/Lima")]

    assert len(tree(sites[0])) > 100
    assert not differences(sites[0], sites[1])
    assert not differences(sites[0], sites[2])


def test_what_is_remembered_changes_no_byte(files: dict[str, bytes], tmp_path: Path) -> None:
    base = laid_out(tmp_path / "base", sorted(files.items()), year=30)
    cache = tmp_path / "cache"
    built(base, cache=cache)
    cold = tree(base / "site")

    built(base, cache=cache)
    assert tree(base / "site") == cold, "everything is remembered"

    for forgotten in ("frames", "records", "ledgers"):
        for folder in cache.glob(f"*/{forgotten}"):
            shutil.rmtree(folder)
        built(base, cache=cache)
        assert tree(base / "site") == cold, f"{forgotten} are forgotten"

    built(base)
    assert tree(base / "site") == cold, "there is no memory"


def test_a_copy_of_a_site_is_taken_for_nobody_else(files: dict[str, bytes], tmp_path: Path) -> None:
    base = laid_out(tmp_path / "base", sorted(files.items()), year=30)
    cache = tmp_path / "cache"
    built(base, cache=cache)
    cold = tree(base / "site")
    shutil.copytree(base / "site", tmp_path / "copy")
    shutil.rmtree(base / "site")
    (tmp_path / "copy").rename(base / "site")
    (base / "site" / "en" / "index.html").write_text("something else", encoding="utf-8")

    built(base, cache=cache)

    assert tree(base / "site") == cold
