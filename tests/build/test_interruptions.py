"""Whatever stops a build, people go on seeing the last site, whole; and the next build works."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import built, children, cold_site, generated, site_of, started
from tests.patience import PATIENCE, until
from tests.scenarios.telling import EXPECTED_OF_ACCIDENTS, HERE, assert_told
from tests.trees import differences, fingerprint, tree
from tremplin.build import build
from tremplin.cache import Cache
from tremplin.publish import Busy, recover

RECORDS = 120
"""Eight editions of so many records take a few seconds, so that the middle of a build can be hit."""

WHERE_IT_ENDED = re.compile(r", as `[^`]*` shows")
"""The file for which there was no room is another one each time."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A large base that has been built once."""
    base = generated(tmp_path_factory.mktemp("large") / "base", RECORDS)
    built(base, cache=base / ".cache" / "tremplin")
    return base


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts builds, and ends those that a failing test has left."""
    processes: list[subprocess.Popen[str]] = []

    def begin(base: Path, *options: str, **settings: Any) -> subprocess.Popen[str]:
        processes.append(started(base, *options, **settings))
        return processes[-1]

    yield begin
    for process in processes:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small base that has been built once, and changed since in everything."""
    base = copy_base(EVERY_KIND, tmp_path / "base")
    built(base, cache=base / ".cache" / "tremplin")
    change_everything(base)
    return base


def change_everything(base: Path) -> None:
    """Give the site another name, which stands on every page."""
    settings = base / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("site_name: ", "site_name: Another "), encoding="utf-8")


def has_begun(base: Path, edition: str) -> bool:
    """Whether a build that goes on has written some record pages of an edition."""
    folder = base / ".site.next" / edition / "good_practices"
    return folder.is_dir() and sum(1 for _ in folder.iterdir()) > 3


def in_the_middle(base: Path, start: Start) -> tuple[subprocess.Popen[str], list[int]]:
    """A build of everything whose workers are writing pages, and those workers."""
    shutil.rmtree(base / ".site.next", ignore_errors=True)
    process = start(base, "--clean")
    until(lambda: has_begun(base, "fr") or process.poll() is not None, what="a worker writes pages")
    workers = children(process.pid)
    assert process.poll() is None
    assert workers
    return process, workers


def assert_nothing_happened(base: Path, before: str, process: subprocess.Popen[str]) -> tuple[str, str]:
    """The last site is whole, nobody of the build is left, and its words hold no traceback."""
    told = process.communicate(timeout=PATIENCE)
    assert fingerprint(base / "site") == before
    assert "Traceback" not in "".join(told)
    return told


def is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{process}/stat").exists() and Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


@pytest.mark.parametrize("is_for_all", [False, True], ids=["parent-only", "whole-group"])
def test_ctrl_c_leaves_the_last_site_whole(large: Path, start: Start, *, is_for_all: bool) -> None:
    before = fingerprint(large / "site")
    process, workers = in_the_middle(large, start)

    (os.killpg if is_for_all else os.kill)(process.pid, signal.SIGINT)

    out, err = assert_nothing_happened(large, before, process)
    assert (process.returncode, out) == (130, "")
    assert_told(err, HERE / "ctrl-c-in-a-build" / EXPECTED_OF_ACCIDENTS)
    until(lambda: all(map(is_gone, workers)), what="the workers end")


def test_a_killed_worker_leaves_the_last_site_whole_and_is_told(large: Path, start: Start) -> None:
    before = fingerprint(large / "site")
    process, workers = in_the_middle(large, start)

    os.kill(workers[0], signal.SIGKILL)

    out, err = assert_nothing_happened(large, before, process)
    assert (process.returncode, out) == (1, "")
    assert_told(err, HERE / "worker-that-is-killed" / EXPECTED_OF_ACCIDENTS)
    until(lambda: all(map(is_gone, workers)), what="the workers end")


def test_a_killed_build_leaves_the_last_site_whole_and_nobody_behind(large: Path, start: Start) -> None:
    before = fingerprint(large / "site")
    process, workers = in_the_middle(large, start)

    os.kill(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)

    until(lambda: all(map(is_gone, workers)), what="workers without a parent end")
    assert fingerprint(large / "site") == before


def test_two_builds_at_once_do_not_mix(large: Path, start: Start) -> None:
    before = fingerprint(large / "site")
    process, _ = in_the_middle(large, start)

    with pytest.raises(Busy):
        build(site_of(large), Cache(None))
    second = start(large)
    told = second.communicate(timeout=PATIENCE)

    assert second.returncode == 1
    assert_told("".join(told), HERE / "two-builds-at-once" / EXPECTED_OF_ACCIDENTS)
    assert process.wait(PATIENCE) == 0
    process.communicate()
    assert fingerprint(large / "site") == before, "the same base, built again"


def test_the_next_build_after_every_interruption_makes_the_whole_site(large: Path, start: Start, tmp_path: Path) -> None:
    process, _ = in_the_middle(large, start)
    os.kill(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    change_everything(large)

    built(large, cache=large / ".cache" / "tremplin")

    assert not differences(large / "site", cold_site(large, tmp_path))


@pytest.fixture
def limited(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, which can be made smaller: mounting one needs the rights of root."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk], capture_output=True, check=False).returncode:
        pytest.skip("a disk of limited size can only be mounted on Linux as root")
    yield disk
    subprocess.run(["umount", disk], check=True)


def shrink(disk: Path, spare: int) -> None:
    """Leave so many bytes free."""
    subprocess.run(["mount", "-o", f"remount,size={shutil.disk_usage(disk).used + spare}", disk], check=True)


@pytest.mark.parametrize("spare", [0, 20_000, 60_000, 200_000])
def test_a_full_disk_leaves_the_last_site_whole_and_is_told(limited: Path, start: Start, tmp_path: Path, spare: int) -> None:
    base = copy_base(EVERY_KIND, limited / "base")
    built(base, cache=base / ".cache" / "tremplin")
    change_everything(base)
    before = fingerprint(base / "site")
    shrink(limited, spare)

    process = start(base)
    _, err = assert_nothing_happened(base, before, process)

    assert process.returncode == 1
    assert_told(WHERE_IT_ENDED.sub("", err), HERE / "disk-that-is-full" / EXPECTED_OF_ACCIDENTS)
    shrink(limited, 64_000_000)
    built(base, cache=base / ".cache" / "tremplin")
    assert not differences(base / "site", cold_site(base, tmp_path))


def test_a_full_disk_for_temporary_files_leaves_the_last_site_whole_and_is_told(small: Path, start: Start, limited: Path) -> None:
    before = fingerprint(small / "site")
    shrink(limited, 20_000)

    process = start(small, environment={"TMPDIR": str(limited)})
    _, err = assert_nothing_happened(small, before, process)

    assert process.returncode == 1
    assert_told(WHERE_IT_ENDED.sub("", err), HERE / "disk-that-is-full" / EXPECTED_OF_ACCIDENTS)


@pytest.mark.parametrize("largest", [1_000, 5_000])
def test_a_file_that_may_not_grow_leaves_the_last_site_whole(small: Path, start: Start, tmp_path: Path, largest: int) -> None:
    before = fingerprint(small / "site")

    process = start(small, preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, largest)))
    assert_nothing_happened(small, before, process)

    assert process.returncode == 1
    built(small, cache=small / ".cache" / "tremplin")
    assert not differences(small / "site", cold_site(small, tmp_path))


@pytest.mark.parametrize("moment", [1, 24])
def test_an_interruption_while_pages_are_written_in_one_process_leaves_the_last_site_whole(small: Path, tmp_path: Path, moment: int) -> None:
    before = tree(small / "site")

    def interrupt(stage: str, done: int, _: int) -> None:
        if stage == "write" and done >= moment:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(site_of(small), Cache(small / ".cache" / "tremplin"), interrupt)

    assert tree(small / "site") == before
    built(small, cache=small / ".cache" / "tremplin")
    assert not differences(small / "site", cold_site(small, tmp_path))


def test_a_system_without_exchange_that_was_interrupted_gets_its_site_back(small: Path) -> None:
    before = tree(small / "site")
    (small / "site").rename(small / ".site.old")

    recover(small / "site")

    assert tree(small / "site") == before
    assert not (small / ".site.old").exists()
