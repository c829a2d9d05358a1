import ast
import shutil
import sys
from pathlib import Path

import pytest

from tests.scripts.stand_in import SCRIPTS, Project, Run, finished


def test_the_first_start_sets_up(first_start: tuple[Project, Run]) -> None:
    _, first = first_start

    assert first.code == 0, first.told
    assert first.told.splitlines()[:3] == [
        "Making a virtual environment in .venv.",
        "Installing the packages of requirements.lock; the first time takes a minute.",
        "Installing Tremplin itself.",
    ]


def test_the_second_start_has_nothing_to_do(ready_project: Project) -> None:
    second = ready_project.run("--no-serve")

    assert (second.code, second.told) == (0, "")
    assert [call["prefix"] for call in ready_project.calls()] == [str(ready_project.root / ".venv")]


@pytest.mark.slow
def test_two_starts_at_once_set_up_once(project: Project) -> None:
    both = [finished(process) for process in [project.start("--no-serve"), project.start("--no-serve")]]

    assert [run.code for run in both] == [0, 0], both
    assert sum("Making a virtual environment" in run.told for run in both) == 1
    assert sum("waiting for it" in run.told for run in both) == 1
    assert len(project.calls()) == 2


@pytest.mark.slow
def test_a_changed_lock_is_installed_into_the_environment_that_is_there(project: Project) -> None:
    project.run("--no-serve")
    project.pin("2.0")

    again = project.run("--no-serve")

    assert "Installing the packages" in again.told
    assert "Making" not in again.told
    assert [call["springboard"] for call in project.calls()] == ["1.0", "2.0"]


@pytest.mark.slow
def test_an_environment_that_was_copied_along_is_made_anew(ready_project: Project, tmp_path: Path) -> None:
    copied = Project(root=Path(shutil.copytree(ready_project.root, tmp_path / "copied", symlinks=True)), wheels=ready_project.wheels)

    started = copied.run("--no-serve")

    assert started.told.startswith("Making .venv anew")
    assert [call["prefix"] for call in copied.calls()] == [str(copied.root / ".venv")]


@pytest.mark.slow
def test_without_a_network_the_message_says_so_and_the_next_start_begins_anew(project: Project) -> None:
    offline = {"PIP_NO_INDEX": "0", "PIP_FIND_LINKS": "", "PIP_RETRIES": "1", "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}

    started = project.run("--no-serve", **offline)
    again = project.run("--no-serve")

    assert started.code == 1
    assert "The packages could not be downloaded. Is there a network connection" in started.told
    assert "Traceback" not in started.told
    assert again.code == 0, again.told
    assert again.told.startswith("Making .venv anew")


@pytest.mark.slow
def test_an_environment_with_half_a_python_is_made_anew_and_another_active_one_ignored(project: Project, tmp_path: Path) -> None:
    half = project.root / ".venv" / "bin" / "python"
    half.parent.mkdir(parents=True)
    half.write_text("half a file", encoding="utf-8")
    other = tmp_path / "other"
    (other / "tremplin").mkdir(parents=True)
    (other / "tremplin" / "__main__.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")

    started = project.run("--no-serve", VIRTUAL_ENV=str(other), PYTHONPATH=str(other), PIP_TARGET=str(other), PIP_USER="1")

    assert started.code == 0, started.told
    assert started.told.startswith("Making .venv anew")
    [call] = project.calls()
    assert call["prefix"] == str(project.root / ".venv")
    assert call["path"] is None


@pytest.mark.slow
def test_another_failure_of_pip_is_shown(project: Project) -> None:
    (project.root / "requirements.lock").write_text("springboard==1.0 --hash=sha256:" + "0" * 64, encoding="utf-8")

    started = project.run("--no-serve")

    assert started.code == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in started.told
    assert "Traceback" not in started.told


def test_a_python_without_venv_gets_the_name_of_the_debian_package(project: Project) -> None:
    started = project.run(python=_python("sys.modules['ensurepip'] = None"))

    assert started.code == 1
    assert "apt-get install python3-venv" in started.told
    assert "Traceback" not in started.told


def test_an_old_python_is_told_to_be_too_old(project: Project) -> None:
    started = project.run(python=_python("sys.version_info = (3, 10, 13, 'final', 0)"))

    assert started.code == 1
    assert started.told.startswith("Tremplin needs Python 3.11 or newer, and this is Python 3.10")


@pytest.mark.parametrize("name", ["environment", "site", "test", "lock"])
def test_an_old_python_can_read_a_script_as_far_as_that_sentence(name: str) -> None:
    ast.parse((SCRIPTS / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def _python(first: str) -> list[str]:
    """A Python that does `first` before it runs the script whose path and arguments follow."""
    return [sys.executable, "-c", f"import runpy, sys; {first}; sys.argv.pop(0); runpy.run_path(sys.argv[0], run_name='__main__')"]
