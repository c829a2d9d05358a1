import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.scripts.stand_in import SCRIPTS

ROOT = SCRIPTS.parent


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_names_no_host(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


def test_the_lock_files_have_all_that_pyproject_wants_and_agree_with_each_other() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = _pins("requirements.lock"), _pins("requirements-dev.lock")
    wanted = settings["project"]["dependencies"]

    assert [line for line in wanted if not _is_met(line, runtime)] == []
    assert [line for group in settings["dependency-groups"].values() for line in group if not _is_met(line, development)] == []
    assert runtime.items() <= development.items()


def _pins(lock: str) -> dict[str, frozenset[str]]:
    """The versions in a lock file, by package; more than one where they differ by Python or system."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==([\w.+!-]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return {name: frozenset(versions) for name, versions in found.items()}


def _is_met(line: str, pins: dict[str, frozenset[str]]) -> bool:
    requirement = Requirement(line)
    versions = pins.get(canonicalize_name(requirement.name), frozenset())
    return bool(versions) and all(requirement.specifier.contains(version, prereleases=True) for version in versions)
