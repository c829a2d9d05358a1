import shutil
from pathlib import Path

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter
from watchdog.observers.polling import PollingObserver

from tests.patience import PATIENCE
from tremplin.serve.watch import Watcher


class RefusingEmitter(EventEmitter):
    def on_thread_start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


class RefusingObserver(BaseObserver):
    """A system that has no watches left to give."""

    def __init__(self) -> None:
        super().__init__(RefusingEmitter)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "skills/tact").mkdir(parents=True)
    (tmp_path / "skills/tact/en.md").write_text("old")
    return tmp_path.resolve()


def test_a_change_deep_below_a_folder_is_noticed(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([folder / "skills"])
        (folder / "skills/tact/en.md").write_text("new")

        assert watcher.wait(PATIENCE) == {folder / "skills/tact/en.md"}


def test_changes_that_belong_together_are_told_together(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([folder / "skills"])
        for name in ("en.md", "fr.md", "record.yml"):
            (folder / "skills/tact" / name).write_text(name)

        assert watcher.wait(PATIENCE) == {folder / "skills/tact" / name for name in ("en.md", "fr.md", "record.yml")}
        assert watcher.wait(0.01) == frozenset()


def test_reading_a_file_changes_nothing(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([folder / "skills"])
        (folder / "skills/tact/en.md").read_text()

        assert watcher.wait(0.2) == frozenset()


def test_a_file_with_which_an_editor_prepares_another_one_is_not_told(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([folder / "skills"])
        (folder / "skills/tact/en-draft").write_text("new")
        (folder / "skills/tact/en-draft").rename(folder / "skills/tact/en.md")

        assert watcher.wait(PATIENCE) == {folder / "skills/tact/en.md"}


def test_a_file_that_is_removed_is_told(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([folder / "skills"])
        (folder / "skills/tact/en.md").unlink()

        assert watcher.wait(PATIENCE) == {folder / "skills/tact/en.md"}


def test_a_flat_folder_tells_of_itself_and_not_of_what_is_below(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([], [folder])
        (folder / "skills/tact/en.md").write_text("new")
        (folder / "partners.yml").write_text("{}")

        assert watcher.wait(PATIENCE) == {folder / "partners.yml"}


def test_a_folder_that_comes_later_or_again_is_followed(folder: Path) -> None:
    with Watcher() as watcher:
        watcher.follow([folder / "skills", folder / "events"], [folder])
        shutil.rmtree(folder / "skills")
        (folder / "skills/tact").mkdir(parents=True)
        (folder / "events/fair").mkdir(parents=True)
        watcher.wait(PATIENCE)
        watcher.follow([folder / "skills", folder / "events"], [folder])
        (folder / "skills/tact/en.md").write_text("new")
        (folder / "events/fair/en.md").write_text("new")

        assert watcher.wait(PATIENCE) >= {folder / "skills/tact/en.md", folder / "events/fair/en.md"}


@pytest.mark.parametrize("observers", [(RefusingObserver, Observer), (RefusingObserver, PollingObserver)])
def test_where_the_system_has_no_watches_left_another_way_is_found(folder: Path, observers: tuple[type[BaseObserver], ...]) -> None:
    with Watcher(observers) as watcher:
        watcher.follow([folder / "skills"])
        (folder / "skills/tact/fr.md").write_text("nouveau")

        assert folder / "skills/tact/fr.md" in watcher.wait(PATIENCE)


def test_where_no_way_is_left_it_is_an_error(folder: Path) -> None:
    with Watcher((RefusingObserver,)) as watcher, pytest.raises(OSError, match="limit"):
        watcher.follow([folder / "skills"])
