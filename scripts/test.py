"""Everything that is checked before a change is accepted: `python3 scripts/test.py`, with nothing set up before.

All steps run, even after one that fails. Name steps to run only those; `--fast` leaves out the slow tests and those in a
browser. The last line has the form of pytest's own, for programs that look for one: in it each test counts, and each other step once.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import DEVELOPMENT, INTERRUPTED, PROGRAMS, PYTHON, ROOT, enter, run

# isort: split
# That import says so when Python is too old, so it comes before all that an old one does not have
import argparse
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.chromium import ADVICE, installed_chromium

WIDTH = 80


@dataclass(frozen=True)
class Step:
    """One thing to check: the command that does it ends with 0 when all is well."""

    name: str
    purpose: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a step went, and how many tests passed, failed and were skipped in it."""

    name: str
    is_passed: bool
    seconds: float
    tests: Counter[str]


STEPS = {
    step.name: step
    for step in (
        Step("ruff", "style and frequent mistakes", (str(PROGRAMS / "ruff"), "check", ".")),
        Step("mypy", "types", (str(PROGRAMS / "mypy"),)),
        Step("imports", "no import goes up, no stage knows another", (str(PROGRAMS / "lint-imports"),)),
        Step("tests", "behaviour", (str(PYTHON), "-m", "pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")),
        Step("base", "the records of this knowledge base", (str(PYTHON), "-m", "tremplin", "check")),
    )
}


def main(arguments: Sequence[str]) -> int:
    """Set up, run the steps and print how they went; 0 when all passed."""
    options = _options(arguments)
    enter(DEVELOPMENT)
    try:
        outcomes = list(_outcomes([name for name in STEPS if name in (options.steps or STEPS)], is_fast=options.fast))
    except KeyboardInterrupt:
        print("\nInterrupted.")
        return INTERRUPTED
    print("\n".join([heading("summary"), *summary(outcomes)]))
    return 0 if all(outcome.is_passed for outcome in outcomes) else 1


def heading(text: str) -> str:
    """A line that is easy to find while scrolling."""
    return f"\n== {text} ".ljust(WIDTH, "=")


def summary(outcomes: Sequence[Outcome]) -> list[str]:
    """A table of the steps, their count, and the closing line that pytest would have written."""
    rows = [f"{outcome.name:<10}{'passed' if outcome.is_passed else 'FAILED':<10}{outcome.seconds:>7.1f} s" for outcome in outcomes]
    passed = sum(outcome.is_passed for outcome in outcomes)
    return [*rows, "", f"{passed} passed, {len(outcomes) - passed} failed", closing_line(outcomes)]


def closing_line(outcomes: Sequence[Outcome]) -> str:
    """All tests and other steps in one line, for example `==== 1 failed, 412 passed in 80.12s ====`."""
    counts = sum((outcome.tests for outcome in outcomes), Counter[str]())
    told = ", ".join(f"{counts[result]} {result}" for result in ("failed", "passed", "skipped") if counts[result]) or "no tests ran"
    return f" {told} in {sum(outcome.seconds for outcome in outcomes):.2f}s ".center(WIDTH, "=")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Run everything that is checked before a change is accepted.", allow_abbrev=False)
    parser.add_argument("--fast", action="store_true", help="leave out the slow tests and those in a browser")
    parser.add_argument("steps", nargs="*", metavar="STEP", help=f"run only these: {', '.join(STEPS)}")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.steps if name not in STEPS]
    if unknown:
        parser.error(f"there is no step {unknown[0]}; the steps are {', '.join(STEPS)}")
    return options


def _outcomes(names: Sequence[str], *, is_fast: bool) -> Iterator[Outcome]:
    """Run the steps of these names; without a Chromium, the missing browser is a step that fails."""
    is_browser_missing = "tests" in names and not is_fast and installed_chromium() is None
    left_out = ["-m", "not browser and not slow"] if is_fast else ["-m", "not browser"] if is_browser_missing else []
    for place, name in enumerate(names, 1):
        print(heading(f"{place}/{len(names)} {name}: {STEPS[name].purpose}"), flush=True)
        yield _outcome(STEPS[name], left_out if name == "tests" else [])
    if is_browser_missing:
        print(f"{heading('browser')}\n{ADVICE}")
        yield Outcome(name="browser", is_passed=False, seconds=0, tests=Counter(["failed"]))


def _outcome(step: Step, more: Sequence[str]) -> Outcome:
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        reporting = [f"--junit-xml={report}"] if step.name == "tests" else []
        is_passed = run([*step.command, *more, *reporting], cwd=ROOT) == 0
        tests = counted(report) if report.exists() else Counter[str]()
    if not tests or (not is_passed and not tests["failed"]):
        tests["passed" if is_passed else "failed"] += 1
    return Outcome(name=step.name, is_passed=is_passed, seconds=time.monotonic() - started, tests=tests)


def counted(report: Path) -> Counter[str]:
    """How many tests failed, passed and were skipped, by pytest's JUnit report."""
    suites = [{name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")} for suite in ET.parse(report).iter("testsuite")]
    failed = sum(suite["failures"] + suite["errors"] for suite in suites)
    skipped = sum(suite["skipped"] for suite in suites)
    return +Counter(failed=failed, skipped=skipped, passed=sum(suite["tests"] for suite in suites) - failed - skipped)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
