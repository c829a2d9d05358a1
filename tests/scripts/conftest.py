from pathlib import Path

import pytest

from tests.scripts.stand_in import Project, Run, made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was never set up."""
    return made(tmp_path)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Run]:
    """One project for all tests that leave its environment as it is, and how its first start went."""
    project = made(tmp_path_factory.mktemp("ready"))
    return project, project.run("--no-serve")


@pytest.fixture
def ready_project(first_start: tuple[Project, Run]) -> Project:
    """A project that is set up and in which nothing was called since."""
    project = first_start[0]
    for name in ("calls.jsonl", "cleaned up"):
        (project.root / name).unlink(missing_ok=True)
    return project
