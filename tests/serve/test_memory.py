import pickle
from pathlib import Path

from tremplin.cache import Cache
from tremplin.serve.memory import KEPT, WarmCache


def test_what_was_read_once_is_the_same_object_again(tmp_path: Path) -> None:
    Cache(tmp_path).write("index", {"a": 1})
    warm = WarmCache(tmp_path)

    assert warm.read("index") == {"a": 1}
    assert warm.read("index") is warm.read("index")


def test_what_was_written_is_on_the_disk_too(tmp_path: Path) -> None:
    WarmCache(tmp_path).write("index", [1, 2])

    assert Cache(tmp_path).read("index") == [1, 2]


def test_what_another_process_has_written_since_is_read_again(tmp_path: Path) -> None:
    warm = WarmCache(tmp_path)
    warm.write("frames/fr", "old")
    Cache(tmp_path).write("frames/fr", "new")

    assert warm.read("frames/fr") == "new"


def test_what_is_gone_from_the_disk_is_not_kept(tmp_path: Path) -> None:
    warm = WarmCache(tmp_path)
    warm.write("records/a", 1)
    warm.write("records/b", 2)
    warm.forget("records/a")
    Cache(tmp_path).forget("records/b")

    assert warm.read("records/a") is None
    assert warm.read("records/b") is None


def test_only_so_much_stays_in_memory(tmp_path: Path) -> None:
    warm = WarmCache(tmp_path)
    warm.write("first", [1])
    first = warm.read("first")
    for number in range(KEPT):
        warm.write(f"records/{number}", number)

    assert warm.read("first") == first
    assert warm.read("first") is not first


def test_without_a_folder_nothing_is_remembered() -> None:
    warm = WarmCache(None)
    warm.write("index", 1)

    assert warm.read("index") is None


def test_a_broken_file_is_no_value(tmp_path: Path) -> None:
    warm = WarmCache(tmp_path)
    warm.write("index", 1)
    assert warm.folder is not None
    (warm.folder / "index").write_bytes(pickle.dumps(list(range(100)))[:20])

    assert warm.read("index") is None
