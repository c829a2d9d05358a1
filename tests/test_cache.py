"""What is remembered between builds, on computers where it cannot be."""

from pathlib import Path

import pytest

from tremplin.cache import Cache


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
