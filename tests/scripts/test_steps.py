from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

import pytest

from scripts.test import Outcome, closing_line, counted, main, summary

ROOT = Path(__file__).parents[2]
RUFF = Outcome(name="ruff", is_passed=True, seconds=0.31, tests=Counter(passed=1))
MYPY = Outcome(name="mypy", is_passed=False, seconds=9.5, tests=Counter(failed=1))
TESTS = Outcome(name="tests", is_passed=True, seconds=40.0, tests=Counter(passed=411, skipped=2))

REPORT = """<?xml version="1.0" encoding="utf-8"?>
<testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10" time="0.1"></testsuite></testsuites>
"""


def test_the_summary_has_a_line_for_each_step_and_counts_them() -> None:
    assert summary([RUFF, MYPY, TESTS])[:-1] == [
        "ruff      passed        0.3 s",
        "mypy      FAILED        9.5 s",
        "tests     passed       40.0 s",
        "",
        "2 passed, 1 failed",
    ]


def test_the_last_line_is_one_that_pytest_could_have_written() -> None:
    assert closing_line([RUFF, MYPY, TESTS]).strip("=") == " 1 failed, 412 passed, 2 skipped in 49.81s "


def test_a_failed_step_shows_in_the_last_line_although_all_tests_passed() -> None:
    assert "failed" in closing_line([MYPY, TESTS])
    assert "failed" not in closing_line([RUFF, TESTS])


def test_tests_are_counted_from_the_report_of_pytest(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT, encoding="utf-8")

    assert counted(report) == Counter(failed=3, skipped=3, passed=4)


def test_an_unknown_step_is_refused_with_the_names_of_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["speling"])

    assert ended.value.code == 2
    assert "there is no step speling; the steps are ruff, mypy, imports, tests, base" in capsys.readouterr().err


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    folders = {folder for file in (ROOT / "tests").rglob("test_*.py") for folder in file.relative_to(ROOT).parent.parts}

    assert "build" in folders
    assert [folder for folder in sorted(folders) if any(fnmatch(folder, pattern) for pattern in pytestconfig.getini("norecursedirs"))] == []
