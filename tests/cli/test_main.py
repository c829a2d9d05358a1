import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.bases import TEAMWORK, write_base
from tests.cli.running import tremplin
from tremplin import __version__
from tremplin.cli import COMMANDS, main
from tremplin.cli.context import language_of, nearest_base
from tremplin.locales import available, catalogue

FAULTY = {**TEAMWORK, "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\nthems: []\n"}


def test_without_a_command_all_commands_are_listed() -> None:
    result = tremplin()

    assert result.exit_code == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in result.output] == []


def test_the_version_is_printed() -> None:
    assert tremplin("--version").output == f"tremplin {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_of_the_table_is_there_and_explains_itself_and_its_options(name: str) -> None:
    result = tremplin(name, "--help")
    command = main.get_command(click.Context(main), name)

    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: tremplin {name}")
    assert command is not None
    assert command.help
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["chekc"], "error: there is no command `chekc`\n  help: did you mean `check`?\n"),
        (["check", "--fromat", "json"], "error: there is no option `--fromat`\n  help: did you mean `--format`?\n"),
        (["check", "--format", "xml"], "error: `xml` is not possible for `--format`\n  help: possible here: github, json, sarif, text\n"),
        (["check", "--format"], "error: `--format` needs a value\n  help: see `tremplin check --help`\n"),
        (["check", "here"], "error: there are more words here than the command takes\n  help: see `tremplin check --help`\n"),
        (["check", "--language", "fr"], "error: `--language` does not stand here\n  help: write it before the command: `tremplin --language … check`\n"),
        (["init"], "error: `DIR` is missing\n  help: see `tremplin init --help`\n"),
        (["translations", "acept"], "error: there is no command `acept`\n  help: did you mean `accept`?\n"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_command_that_cannot_be_understood_is_answered_with_what_to_type(typed: list[str], said: str) -> None:
    result = tremplin(*typed)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


def test_an_unknown_language_is_refused() -> None:
    result = tremplin("--language", "xx", "check")

    assert result.exit_code == 2
    assert result.stderr.startswith("error: there are no messages in `xx`\n  help: ")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"), ({"LANG": "C.UTF-8"}, "en"), ({"LC_ALL": "POSIX", "LANG": "en_GB.UTF-8"}, "en"), ({"LANG": "xx_XX.UTF-8"}, "en"), ({"LANGUAGE": "xx:en"}, "en"),
        ({"LC_ALL": "en_IE@euro", "LANG": "fr_FR"}, "en"),
    ],
    ids=str,
)
def test_the_environment_names_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.mark.parametrize("tag", available())
@pytest.mark.parametrize("variable", ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"])
def test_every_variable_may_name_every_language_of_the_interface(variable: str, tag: str) -> None:
    assert language_of({variable: f"{tag}_XX.UTF-8", "LANG": f"{tag}_XX.UTF-8"}) == tag


@pytest.mark.parametrize("tag", available())
def test_messages_come_in_the_language_asked_for_or_in_that_of_the_environment(tmp_path: Path, tag: str) -> None:
    write_base(tmp_path, FAULTY)
    asked, environment = tremplin("--language", tag, "check", base=tmp_path), tremplin("check", base=tmp_path, environment={"LC_ALL": f"{tag}_XX.UTF-8"})
    said = catalogue(tag).text("unknown field `{field}`").format(field="thems")

    assert f"skills/teamwork/record.yml:4:1: error[unknown-field] {said}\n" in asked.stdout
    assert environment.stdout == asked.stdout


@pytest.mark.parametrize("tag", available())
def test_help_comes_in_the_language_asked_for(tag: str) -> None:
    result = tremplin("--language", tag, "check", "--help")

    assert catalogue(tag).text("Write the findings into this file.").split()[0] in result.output
    assert result.output.startswith(catalogue(tag).text("Usage:"))


def test_the_base_is_the_nearest_folder_upwards_with_a_configuration(tmp_path: Path) -> None:
    write_base(tmp_path, TEAMWORK)

    assert nearest_base(tmp_path / "skills" / "teamwork") == tmp_path
    assert nearest_base(Path("/")) == Path("/")


def test_a_file_that_is_named_in_the_place_of_a_base_is_said_to_be_one(tmp_path: Path) -> None:
    write_base(tmp_path)

    result = tremplin("check", base=tmp_path / "mkdocs.yml")

    assert result.exit_code == 2
    assert result.output.startswith(f"error: `{tmp_path / 'mkdocs.yml'}` is a file\n  help: go to the folder of your knowledge base")


@pytest.mark.parametrize("command", [["check"], ["translations"], ["translations", "accept", "--all"]], ids=" ".join)
def test_a_folder_that_is_no_base_is_said_to_be_none(tmp_path: Path, command: list[str]) -> None:
    result = tremplin(*command, base=tmp_path)

    assert result.exit_code == 1
    assert result.output.startswith("mkdocs.yml:1:1: error[site-configuration] there is no `mkdocs.yml` here\n  help: ")


@pytest.mark.parametrize("command", [["check"], ["translations"]], ids=" ".join)
def test_what_the_computer_refuses_is_said_without_a_traceback(tmp_path: Path, command: list[str]) -> None:
    write_base(tmp_path, TEAMWORK)
    (tmp_path / "mkdocs.yml").unlink()
    (tmp_path / "mkdocs.yml").mkdir()
    result = tremplin(*command, base=tmp_path)

    assert result.exit_code == 1
    assert "error[unreadable-file] this file cannot be read: Is a directory" in result.output


def test_a_terminal_that_lacks_letters_shows_their_numbers(tmp_path: Path) -> None:
    write_base(tmp_path, {**FAULTY, "skills/teamwork/record.yml": "original: en\norigin: łódź\n"})
    run = subprocess.run(
        [sys.executable, "-m", "tremplin", "--base", str(tmp_path), "check"], env={**os.environ, "PYTHONIOENCODING": "latin-1"}, capture_output=True, check=False,
    )

    assert (run.returncode, run.stderr) == (1, b"")
    assert b"`\\u0142\xf3d\\u017a`" in run.stdout


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_command_does_its_work_also_where_nobody_listens(closed: str) -> None:
    run = subprocess.run(["sh", "-c", f'"{sys.executable}" -m tremplin --version {closed}'], check=False)

    assert run.returncode == 0


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_a_folder_that_is_not_there_is_misuse(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").touch()

    result = tremplin("--language", "fr", "check", base=tmp_path / name)

    assert result.exit_code == 2
    assert "tremplin init" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["check", "explain", "translations", "schema"])
def test_a_command_that_does_not_build_does_not_wait_for_mkdocs(tmp_path: Path, command: str) -> None:
    write_base(tmp_path, TEAMWORK)
    code = (
        "import sys; from tremplin.cli import main; main(sys.argv[1:], standalone_mode=False); "
        "sys.exit(' '.join(name for name in ('mkdocs', 'material', 'comrak', 'jinja2', 'rich', 'watchdog') if name in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code, "--base", str(tmp_path), command], capture_output=True, text=True, check=False)

    assert run.stderr.strip() == ""


@pytest.mark.parametrize("module", ["click", "tremplin.cli.check"], ids=["before-anything", "before-the-command"])
def test_whoever_interrupts_while_the_program_starts_sees_no_traceback(tmp_path: Path, module: str) -> None:
    code = (
        "import importlib.abc, runpy, sys\n"
        "class Slow(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name == {module!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Slow())\n"
        "sys.argv = ['tremplin', '--language', 'en', 'check']\n"
        "runpy.run_module('tremplin', run_name='__main__')"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (result.returncode, result.stdout) == (130, "")
    assert result.stderr == ("" if module == "click" else "Interrupted. The site is as it was.\n")


def test_a_command_ends_without_taking_apart_what_it_holds_but_does_what_was_left_for_the_end(tmp_path: Path) -> None:
    code = (
        "import atexit, runpy, sys\n"
        "class Held:\n"
        "    def __del__(self): print('taken apart')\n"
        "held = Held()\n"
        "atexit.register(print, 'done at the end')\n"
        "sys.argv = ['tremplin', '--language', 'en', 'nonsense']\n"
        "runpy.run_module('tremplin', run_name='__main__')"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (result.returncode, result.stdout) == (2, "done at the end\n")
    assert result.stderr.startswith("error: there is no command `nonsense`")


def test_a_command_whose_words_nobody_takes_ends_as_any_other_program(tmp_path: Path) -> None:
    code = (
        "import runpy, sys\n"
        "class Full:\n"
        "    write = lambda self, text: len(text)\n"
        "    def flush(self): raise OSError(28, 'No space left on device')\n"
        "sys.argv, sys.stdout = ['tremplin', '--language', 'en', 'nonsense'], Full()\n"
        "runpy.run_module('tremplin', run_name='__main__')"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert result.returncode == 120  # What Python says of words that could not be written.
