import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click
import pytest

from tests.bases import TEAMWORK, write_base
from tests.cli.running import tremplin
from tremplin.cli.build import explain
from tremplin.diagnostics import message
from tremplin.publish import Busy, acquire, site_lock
from tremplin.search.index import SearchFailed
from tremplin.survey import Changed
from tremplin.workers import WorkerLost

CONFIGURATION = """\
site_name: A base
theme: {name: material, font: false}
plugins:
  - tremplin:
      languages: [en, fr]
nav: [index.md]
"""
BASE: Mapping[str, str] = {"mkdocs.yml": CONFIGURATION, "docs/en/index.md": "# Welcome\n", "docs/fr/index.md": "# Bienvenue\n", **TEAMWORK}
PAUSE = """\
import multiprocessing, os, pathlib, signal, time

def on_pre_build(config):
    if config.theme["language"] == "{language}":
        pathlib.Path(config.config_file_path).with_name("reached").touch()
        {then}
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_base(tmp_path / "base", BASE)


def break_record(base: Path) -> None:
    (base / "skills/teamwork/record.yml").write_text("original: en\norigin: somewhere\ndocumented: partial\n", encoding="utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def hooked(base: Path, *, language: str, then: str) -> None:
    """Let MkDocs do something in the middle of an edition: the second one is made in another process."""
    (base / "mkdocs.yml").write_text(CONFIGURATION + "hooks: [hook.py]\n", encoding="utf-8")
    (base / "hook.py").write_text(PAUSE.format(language=language, then=then), encoding="utf-8")


def test_a_build_publishes_every_edition_and_says_pages_seconds_and_findings(base: Path) -> None:
    result = tremplin("build", base=base)

    assert result.exit_code == 0
    assert result.stderr == ""
    pages = len(list((base / "site").rglob("*.html")))
    assert result.stdout.startswith(f"{pages} pages in ")
    assert result.stdout.endswith(" s. Nothing to mend.\n")
    assert "Work in teams" in (base / "site/fr/skills/teamwork/index.html").read_text(encoding="utf-8")


def test_it_speaks_the_language_of_the_interface(base: Path) -> None:
    assert " s. Rien à corriger.\n" in tremplin("build", base=base, environment={"LANG": "fr_FR.UTF-8"}).stdout


def test_a_terminal_sees_a_bar_for_what_is_read_and_one_for_what_is_written(base: Path) -> None:
    pty = pytest.importorskip("pty", reason="this system has no such terminals")
    mine, theirs = pty.openpty()
    command = [sys.executable, "-m", "tremplin", "--language", "en", "build"]
    with subprocess.Popen(command, cwd=base, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm", "COLUMNS": "80"}) as process:
        os.close(theirs)
        seen = b""
        with suppress(OSError):  # How Linux says that nobody holds the other end any more.
            while piece := os.read(mine, 4096):
                seen += piece
    os.close(mine)

    assert process.returncode == 0
    assert 0 <= seen.find(b"Reading") < seen.find(b"Writing")


def test_with_faults_the_site_stays_as_it_was(base: Path) -> None:
    tremplin("build", base=base)
    before = files(base / "site")
    break_record(base)

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert "skills/teamwork/record.yml:2:9: error[unknown-value]" in result.stderr
    assert result.stdout == "Not built, the site is as it was. errors: 1\n"
    assert files(base / "site") == before


def test_a_warning_is_told_and_fails_nothing(base: Path) -> None:
    (base / "skills/teamwork/notes.txt").write_text("mine", encoding="utf-8")

    result = tremplin("build", base=base)

    assert result.exit_code == 0
    assert "warning[unknown-file]" in result.stderr
    assert result.stdout.endswith(" s. warnings: 1\n")


def test_the_site_can_stand_in_another_folder(base: Path, tmp_path: Path) -> None:
    assert tremplin("build", "--site-dir", tmp_path / "out/of/base", base=base).exit_code == 0

    assert (tmp_path / "out/of/base/fr/index.html").is_file()
    assert not (base / "site").exists()


def test_a_site_can_be_built_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base, here = write_base(tmp_path / "base", BASE), tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    assert tremplin("build", "--site-dir", ".", base=base).exit_code == 0

    assert (here.parent / "here" / "index.html").is_file()
    assert sorted(file.name for file in tmp_path.iterdir() if file.name != ".here.next") == [".here.lock", "base", "here"]


def test_clean_forgets_what_earlier_builds_remember(base: Path) -> None:
    tremplin("build", base=base)
    before = files(base / "site")
    remembered = base / ".cache/tremplin/from-an-older-version"
    remembered.touch()

    result = tremplin("build", "--clean", base=base)

    assert result.exit_code == 0
    assert not remembered.exists()
    assert files(base / "site") == before


def test_a_second_build_at_once_says_so_and_touches_nothing(base: Path) -> None:
    lock = site_lock(base / "site")
    acquire(lock)
    try:
        result = tremplin("build", base=base)
    finally:
        lock.release()

    assert result.exit_code == 1
    assert result.stderr == "error: another build of this site is going on\n  help: wait until it is done; the site is as it was\n"
    assert not (base / "site").exists()


def test_a_folder_that_holds_something_else_is_never_replaced(base: Path, tmp_path: Path) -> None:
    mine = write_base(tmp_path / "mine", {"thesis.txt": "years of work"})

    result = tremplin("build", "--site-dir", mine, base=base)

    assert result.exit_code == 2
    assert f"error: `{mine}` holds something that is not a site" in result.stderr
    assert (mine / "thesis.txt").read_text(encoding="utf-8") == "years of work"


def test_a_folder_with_somebody_elses_pages_is_never_replaced(base: Path, tmp_path: Path) -> None:
    mine = write_base(tmp_path / "mine", {"index.html": "<!doctype html><title>My own site</title>", "thesis.html": "years of work"})

    results = [tremplin("build", "--site-dir", mine, base=base) for _ in range(2)]

    assert [result.exit_code for result in results] == [2, 2]
    assert (mine / "thesis.html").read_text(encoding="utf-8") == "years of work"


def test_a_site_of_the_ordinary_mkdocs_may_be_replaced(base: Path, tmp_path: Path) -> None:
    old = write_base(tmp_path / "site", {"index.html": '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="mkdocs-1.6.1, mkdocs-material-9.7"></head>'})

    assert tremplin("build", "--site-dir", old, base=base).exit_code == 0
    assert (old / "build.json").is_file()


@pytest.mark.parametrize("folder", [".", "..", "docs", "docs/site", "skills/site"])
def test_the_site_cannot_stand_where_the_base_is(base: Path, folder: str) -> None:
    before = files(base)

    result = tremplin("build", "--site-dir", base / folder, base=base)

    assert result.exit_code == 2
    assert "the knowledge base itself is there" in result.stderr
    assert files(base) == before


def test_a_folder_that_cannot_be_written_is_named(base: Path) -> None:
    result = tremplin("build", "--site-dir", base / "mkdocs.yml" / "site", base=base)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: nothing can be written into the folder `{base / 'mkdocs.yml'}`: ")
    assert "help: ask for the right to write there, or name another folder for the site" in result.stderr


@pytest.mark.parametrize(
    ("lines", "option"),
    [
        ("markdown_extensions: [no_such_extension]\n", "markdown_extensions"), ("hooks: [nowhere.py]\n", "hooks"), ("watch: nowhere\n", "watch"),
        ("extra: [a]\n", "extra"),
    ],
)
def test_what_mkdocs_refuses_is_said_once_with_its_place(base: Path, lines: str, option: str) -> None:
    (base / "mkdocs.yml").write_text(CONFIGURATION + lines, encoding="utf-8")

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert result.stderr.startswith("mkdocs.yml:7:1: error[site-configuration] MkDocs says: ")
    assert f"\n  help: what may stand here: https://www.mkdocs.org/user-guide/configuration/#{option}\n\nerrors: 1\n" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("name", "content", "place", "reason"),
    [
        ("hook.py", "\nraise RuntimeError('boom')\n", "hook.py:2:1", "RuntimeError: boom"),
        ("hook.py", "def on_files(files, **_):\n    return files.nothing\n", "hook.py:2:1", "AttributeError: 'Files' object has no attribute 'nothing'"),
        ("hook.py", "def (\n", "hook.py:1:1", "SyntaxError: invalid syntax (hook.py, line 1)"),
        ("hook.py", "def on_page_markdown(*_, **__):\n    open('nowhere')\n", "hook.py:2:1", "FileNotFoundError: [Errno 2] No such file or directory: 'nowhere'"),
        ("hook.py", "def on_page_markdown(*_, **__):\n    on_page_markdown()\n", "hook.py:2:1", "RecursionError: maximum recursion depth exceeded"),
        ("hook.py", "def on_page_markdown(*_, **__):\n    raise SystemExit(3)\n", "hook.py:2:1", "SystemExit: 3"),
        (
            "hook.py", "from mkdocs.exceptions import PluginError\n\n\ndef on_page_markdown(*_, **__):\n    raise PluginError('not today')\n", "hook.py:5:1",
            "PluginError: not today",
        ),
        ("look/main.html", "\n{% block x %}\n", "look/main.html:2:1", "TemplateSyntaxError: Unexpected end of template. "),
        ("look/main.html", "\n\n{{ nothing.at.all }}\n", "look/main.html:3:1", "UndefinedError: 'nothing' is undefined"),
        ("look/main.html", "\n{% include 'nowhere.html' %}\n", "look/main.html:2:1", "nowhere.html: template not found"),
    ],
)
def test_a_program_or_a_template_of_the_base_that_stops_is_named_with_its_line(base: Path, name: str, content: str, place: str, reason: str) -> None:
    configuration = CONFIGURATION + "hooks: [hook.py]\n" if name == "hook.py" else CONFIGURATION.replace("name: material", "name: material, custom_dir: look")
    write_base(base, {**BASE, "mkdocs.yml": configuration, name: content})

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert result.stderr.startswith(f"{place}: error[site-configuration] this stopped the build: {reason}")
    assert "\n  help: correct this file, or take it out of `mkdocs.yml`\n\nerrors: 1\n" in result.stderr
    assert "Traceback" not in result.output


def test_an_icon_that_is_not_there_is_told_at_its_line(base: Path) -> None:
    (base / "mkdocs.yml").write_text(CONFIGURATION.replace("name: material", "name: material, icon: {logo: nowhere/none}"), encoding="utf-8")

    result = tremplin("build", base=base)

    assert (result.exit_code, result.stderr.partition(" MkDocs")[0]) == (1, "mkdocs.yml:2:38: error[site-configuration]")


def test_a_page_that_is_nested_too_deeply_is_named(base: Path) -> None:
    (base / "docs/fr/index.md").write_text(f"# Accueil\n\n{'- ' * 600}Trop\n", encoding="utf-8")

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert result.stderr.startswith("docs/fr/index.md:1:1: error[handwritten-page] lists or quotations are nested too deeply here\n  help: ")


def test_what_mkdocs_warns_of_in_three_editions_is_said_once_with_its_place(base: Path) -> None:
    write_base(base, {
        **BASE, "mkdocs.yml": CONFIGURATION.replace("[en, fr]", "[en, fr, pl]").replace("[index.md]", "[index.md, lost.md]") + "foo: bar\n",
        "docs/en/index.md": "# Welcome\n\nText.\n\nA [link](nowhere.md) and ![a picture](gone.png)\n", "docs/en/more.md": "# More\n\n[A link](nowhere.md)\n",
    })

    result = tremplin("build", base=base)

    assert result.exit_code == 0
    assert [line.partition(" MkDocs says: ")[0] for line in result.stderr.splitlines() if "warning" in line] == [
        "docs/en/index.md:5:10: warning[handwritten-page] `nowhere.md` is not there", "docs/en/index.md:5:39: warning[handwritten-page] `gone.png` is not there",
        "docs/en/more.md:3:10: warning[handwritten-page] `nowhere.md` is not there", "mkdocs.yml:6:17: warning[site-configuration] `lost.md` is not there",
        "mkdocs.yml:7:1: warning[site-configuration]", "warnings: 5",
    ]


def test_a_template_in_another_encoding_is_told_where_it_cannot_be_read(base: Path) -> None:
    write_base(base, {**BASE, "mkdocs.yml": CONFIGURATION.replace("name: material", "name: material, custom_dir: look"), "look/main.html": "<p>\ncafé".encode("latin-1")})

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert result.stderr.startswith("look/main.html:2:4: error[not-utf8] ")


def test_a_page_that_asks_for_a_template_that_is_not_there_is_named(base: Path) -> None:
    write_base(base, {**BASE, "docs/fr/more.md": "---\ntitle: More\ntemplate: nope.html\n---\n# More\n"})

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert result.stderr == "docs/fr/more.md:3:11: error[handwritten-page] MkDocs says: nope.html: template not found\n\nerrors: 1\n"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Busy(), "another build of this site is going on"),
        (WorkerLost(), "the system has ended a part of the build, perhaps because the memory was full"),
        (Changed("skills/tidy"), "`skills/tidy` was changed while the site was built"),
        (OSError(errno.ENOSPC, "No space left on device", "/srv/site/en/index.html"), "the disk is full, as `/srv/site/en/index.html` shows"),
        (OSError(errno.ENOSPC, "No space left on device", "media/film.webm", None, "/srv/site/film.webm"), "the disk is full, as `/srv/site/film.webm` shows"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "the disk is full"),
        (click.ClickException("no nav"), "MkDocs cannot build the pages: no nav"),
        (SearchFailed(message("the search cannot be made")), "the search cannot be made"),
    ],
)
def test_what_stops_a_build_is_explained_with_something_to_do(error: Exception, said: str) -> None:
    explained = explain(error)

    assert explained is not None
    assert explained[0].text() == said
    assert explained[1] is not None
    assert "the site is as it was" in explained[1].text()


@pytest.mark.parametrize(("content", "said"), [
    (None, "the search cannot be made, because the program Pagefind is not installed"),
    ("#!/bin/sh\nexit 1\n", "is broken"), ("#!/bin/sh\necho Hello,\n", "is broken"), ("no program", "does not start"),
])
def test_without_pagefind_it_is_said_how_to_get_it_or_to_do_without(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None, said: str) -> None:
    program = tmp_path / "pagefind"
    if content is not None:
        program.write_text(content, encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert said in " ".join(result.stderr.split())
    assert "`search: false`" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (base / "site").exists()


def test_a_search_that_the_system_has_ended_is_not_installed_again(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert "the system has ended a part of the build, perhaps because the memory was full" in " ".join(result.stderr.split())
    assert "install" not in result.stderr


@pytest.mark.parametrize("error", [KeyError("a bug"), PermissionError(errno.EACCES, "Permission denied", "docs/en/index.md")])
def test_a_bug_is_not_explained_away(error: Exception) -> None:
    assert explain(error) is None


@pytest.mark.skipif(os.cpu_count() == 1, reason="with one processor there are no workers")
def test_a_killed_worker_is_said_and_leaves_the_site_as_it_was(base: Path) -> None:
    hooked(base, language="fr", then="assert multiprocessing.parent_process(); os.kill(os.getpid(), signal.SIGKILL)")

    result = tremplin("build", base=base)

    assert result.exit_code == 1
    assert result.stderr.startswith("error: the system has ended a part of the build")
    assert not (base / "site").exists()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_ctrl_c_ends_without_a_traceback_and_the_last_site_is_whole(base: Path, language: str) -> None:
    tremplin("build", base=base)
    before = files(base / "site")
    hooked(base, language=language, then="time.sleep(60)")

    process = subprocess.Popen(
        [sys.executable, "-m", "tremplin", "--language", "en", "build", "--clean"],
        cwd=base, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True,
    )
    while not (base / "reached").exists() and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    told = process.communicate(timeout=300)

    assert (process.returncode, *told) == (130, "", "Interrupted. The site is as it was.\n")
    assert files(base / "site") == before
    assert tremplin("check", base=base).exit_code == 0
