import time

import pytest

from tests.scripts.stand_in import Project, finished, press_ctrl_c


def test_site_builds_then_serves_and_passes_arguments_on(ready_project: Project) -> None:
    ready_project.run("--language", "fr", "--port", "8123")

    assert [call["arguments"] for call in ready_project.calls()] == [["--language", "fr", "build"], ["--language", "fr", "serve", "--port", "8123"]]
    assert {call["folder"] for call in ready_project.calls()} == {str(ready_project.root)}


@pytest.mark.parametrize(("build", "commands"), [("1", ["build", "serve"]), ("2", ["build"])])
def test_site_serves_a_base_with_faults_but_not_after_a_misuse(ready_project: Project, build: str, commands: list[str]) -> None:
    ready_project.run(BUILD=build)

    assert [call["arguments"][0] for call in ready_project.calls()] == commands


def test_ctrl_c_waits_until_a_build_has_cleaned_up_and_shows_no_traceback(ready_project: Project) -> None:
    process = ready_project.start(BUILD="wait")
    while not ready_project.calls() and process.poll() is None:
        time.sleep(0.05)
    press_ctrl_c(process)
    ended = finished(process)

    assert ended.code == 130
    assert (ready_project.root / "cleaned up").exists()
    assert "Traceback" not in ended.told
