from pathlib import Path

import pytest

from tests.scripts.stand_in import Project, made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was never set up."""
    return made(tmp_path)


@pytest.fixture(scope="session")
def set_up_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One project for all tests that leave its environment as it is."""
    project = made(tmp_path_factory.mktemp("ready"))
    project.run("--no-serve")
    return project


@pytest.fixture
def ready_project(set_up_once: Project) -> Project:
    """A project that is set up and in which nothing was called yet."""
    for name in ("calls.jsonl", "cleaned up"):
        (set_up_once.root / name).unlink(missing_ok=True)
    return set_up_once
