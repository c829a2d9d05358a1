"""What is remembered between builds, on computers where it cannot be, and what others would have remembered."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from tremplin.cache import Cache


class Bomb:
    """A value that makes a file when it is opened."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.file,)


def run(code: str, home: Path) -> str:
    """What a program prints that another process runs, for the user with this home."""
    place = {"XDG_CACHE_HOME": str(home), "LOCALAPPDATA": str(home)}
    return subprocess.run([sys.executable, "-c", code], env={**os.environ, **place}, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def nowhere(tmp_path: Path) -> Cache:
    """A memory whose folder is a file."""
    (tmp_path / "cache").write_text("mine", encoding="utf-8")
    return Cache(tmp_path / "cache")


def test_a_memory_without_a_place_remembers_nothing_and_stops_nobody(nowhere: Cache) -> None:
    nowhere.write("one", {"a": 1})
    nowhere.forget("one")

    assert nowhere.read("one") is None


def test_what_is_forgotten_is_gone_and_may_be_forgotten_twice(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("one", {"a": 1})
    assert cache.read("one") == {"a": 1}

    for _ in range(2):
        cache.forget("one")
        assert cache.read("one") is None


def test_what_a_pull_request_has_put_there_is_never_opened(tmp_path: Path) -> None:
    cache, raw = Cache(tmp_path), pickle.dumps(Bomb(tmp_path / "exploded"))
    cache.write("one", 1)
    assert cache.folder

    for size in (0, 16):
        (cache.folder / "one").write_bytes((hashlib.blake2b(raw, digest_size=size).digest() if size else b"") + raw)
        assert cache.read("one") is None

    assert not (tmp_path / "exploded").exists()


def test_only_what_the_same_user_has_written_is_remembered(tmp_path: Path) -> None:
    written = f"from pathlib import Path; from tremplin.cache import Cache; cache = Cache(Path({str(tmp_path / 'cache')!r})); "
    run(written + "cache.write('one', 1)", tmp_path / "mine")

    assert run(written + "print(cache.read('one'))", tmp_path / "mine") == "1"
    assert run(written + "print(cache.read('one'))", tmp_path / "theirs") == "None"
    assert os.name == "nt" or (tmp_path / "mine/tremplin/seal").stat().st_mode & 0o077 == 0


def test_a_user_without_a_place_of_their_own_builds_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("mine", encoding="utf-8")

    assert run(f"from pathlib import Path; from tremplin.cache import Cache; cache = Cache(Path({str(tmp_path)!r})); cache.write('one', 1); print(cache.read('one'))", tmp_path / "home") == "1"


def test_what_was_made_with_another_version_of_a_package_is_not_taken_for_ours(tmp_path: Path) -> None:
    def digest_beside(version: str, about: str) -> str:
        package = tmp_path / about / "comrak-0.dist-info"
        package.mkdir(parents=True)
        (package / "METADATA").write_text(f"Metadata-Version: 2.1\nName: comrak\nVersion: {version}\n\n{about}\nVersion: 7\n", encoding="utf-8")
        return run(f"import sys; sys.path.insert(0, {str(package.parent)!r}); from tremplin.cache import code_digest; print(code_digest())", tmp_path)

    assert digest_beside("0.1", "fast") == digest_beside("0.1", "faster") != digest_beside("0.2", "fastest")
