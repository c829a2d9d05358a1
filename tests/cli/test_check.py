import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bases import CONFIGURATION, TEAMWORK, write_base
from tests.cli.running import tremplin
from tests.trees import tree

TWO_FAULTS = {
    **TEAMWORK,
    "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\nthems: []\n",
    "skills/patience/record.yml": "original: en\norigin: editorial\ndocumented: partial\nstatus: drafft\n",
    "skills/patience/en.md": "---\ntitle: Patience\n---\n",
}
PATIENCE = "skills/patience/record.yml:4:9: error[unknown-value] `drafft` is not a value of `status`\n  help: did you mean `draft`?\n"
TEAMS = "skills/teamwork/record.yml:4:1: error[unknown-field] unknown field `thems`\n  help: did you mean `themes`?\n"


def test_a_base_without_faults_passes(tmp_path: Path) -> None:
    result = tremplin("check", base=write_base(tmp_path, TEAMWORK))

    assert (result.exit_code, result.stdout, result.stderr) == (0, "Nothing to mend.\n", "")


def test_every_fault_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    result = tremplin("check", base=write_base(tmp_path, TWO_FAULTS))

    assert (result.exit_code, result.stdout, result.stderr) == (1, f"{PATIENCE}{TEAMS}\nerrors: 2\n", "")


def test_a_warning_does_not_fail(tmp_path: Path) -> None:
    result = tremplin("check", base=write_base(tmp_path, {**TEAMWORK, "skills/teamwork/fr.md": "---\ntitle: Équipes\n---\n"}))

    assert result.exit_code == 0
    assert "warning[translation-unlabelled]" in result.stdout
    assert result.stdout.endswith("\nwarnings: 1\n")


@pytest.mark.parametrize("only", ["skills/patience", "skills/patience/", "skills/patience/record.yml"])
def test_only_one_record_can_be_looked_at(tmp_path: Path, only: str) -> None:
    write_base(tmp_path, TWO_FAULTS)

    assert tremplin("check", "--only", only, base=tmp_path).stdout == f"{PATIENCE}\nerrors: 1\n"
    assert tremplin("check", "--only", tmp_path / only, base=tmp_path).stdout == f"{PATIENCE}\nerrors: 1\n"


def test_several_places_can_be_looked_at_and_the_rest_does_not_fail(tmp_path: Path) -> None:
    write_base(tmp_path, {**TWO_FAULTS, "skills/tact/record.yml": TEAMWORK["skills/teamwork/record.yml"], "skills/tact/en.md": "---\ntitle: Tact\n---\n"})

    assert tremplin("check", "--only", "skills/teamwork", "--only", "skills/patience", base=tmp_path).stdout == f"{PATIENCE}{TEAMS}\nerrors: 2\n"
    assert tremplin("check", "--only", "skills/tact", base=tmp_path).exit_code == 0


def test_a_place_that_is_not_there_is_misuse(tmp_path: Path) -> None:
    result = tremplin("check", "--only", "skills/patince", base=write_base(tmp_path, TWO_FAULTS))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: there is no `skills/patince`\n  help: ")


def test_a_place_outside_the_base_is_misuse(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", TEAMWORK)
    result = tremplin("check", "--only", tmp_path, base=base)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is not in this base" in result.stderr


def test_github_does_not_get_annotations_unless_asked(tmp_path: Path) -> None:
    write_base(tmp_path, TWO_FAULTS)

    assert tremplin("check", base=tmp_path, environment={"GITHUB_ACTIONS": "true"}).stdout == f"{PATIENCE}{TEAMS}\nerrors: 2\n"
    assert tremplin("check", "--format", "github", base=tmp_path).stdout.startswith("::error file=skills/patience/record.yml,line=4,col=9,title=unknown-value::")


@pytest.mark.parametrize("form", ["text", "github", "sarif", "json"])
def test_findings_can_be_written_into_a_file(tmp_path: Path, form: str) -> None:
    write_base(tmp_path, TWO_FAULTS)
    result = tremplin("check", "--format", form, "--output", tmp_path / "findings", base=tmp_path)

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "errors: 2\n")
    assert (tmp_path / "findings").read_text(encoding="utf-8") == tremplin("check", "--format", form, base=tmp_path).stdout


@pytest.mark.parametrize("name", ["no/folder", "mkdocs.txt/findings", "folder"])
def test_findings_that_cannot_be_written_there_are_misuse(tmp_path: Path, name: str) -> None:
    base = write_base(tmp_path, {**TEAMWORK, "mkdocs.txt": "", "folder/a.txt": ""})
    result = tremplin("check", "--output", base / name, base=base)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("\n  help: name another file, for example `findings.txt`\n")


OWN = ("mkdocs.yml", "parent.yml", "glossary.yml", "skills/teamwork/en.md", "skills/findings.txt", "parts/docs/en/index.md", "parts/docs/new.txt", "schemas/glossary.json", "look/main.html", "hook.py")


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("addition", ["", "plugins: []\n"], ids=["", "with faults"])
def test_findings_are_not_written_over_files_of_the_base(tmp_path: Path, name: str, addition: str) -> None:
    configuration = f"INHERIT: parent.yml\n{CONFIGURATION}  custom_dir: look\ndocs_dir: parts/docs\n"
    own = dict.fromkeys(["glossary.yml", "parts/docs/en/index.md", "schemas/glossary.json", "look/main.html", "hook.py"], "# Our own\n")
    base = write_base(tmp_path, {**TEAMWORK, **own, "mkdocs.yml": configuration + addition, "parent.yml": "hooks: [hook.py]\n"})
    before = tree(base)
    result = tremplin("check", "--output", base / name, base=base)

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{name}` belongs to the knowledge base" in result.stderr
    assert tree(base) == before


def test_a_report_in_the_base_is_renewed(tmp_path: Path) -> None:
    base = write_base(tmp_path, TWO_FAULTS)
    first, second = (tremplin("check", "--output", base / "findings.txt", base=base) for _ in range(2))

    assert (first.exit_code, second.exit_code) == (1, 1)
    assert (base / "findings.txt").read_text(encoding="utf-8").endswith("errors: 2\n")


@pytest.mark.parametrize(("closed", "left"), [(">&-", "stderr"), ("2>&-", "stdout")])
def test_whoever_listens_to_nothing_still_gets_the_exit_code(tmp_path: Path, closed: str, left: str) -> None:
    for files, code in ((TEAMWORK, 0), (TWO_FAULTS, 1)):
        command = f'exec "{sys.executable}" -m tremplin --language en check {closed}'
        done = subprocess.run(["sh", "-c", command], cwd=write_base(tmp_path, files), capture_output=True, text=True, check=False)

        assert (done.returncode, "Traceback" in getattr(done, left)) == (code, False), done


def test_faults_of_the_configuration_come_in_the_format_asked_for(tmp_path: Path) -> None:
    write_base(tmp_path, {"mkdocs.yml": CONFIGURATION.replace("languages:", "langages:")})
    report = json.loads(tremplin("check", "--format", "json", base=tmp_path).stdout)

    assert {finding["code"] for finding in report["diagnostics"]} == {"site-configuration"}
    assert tremplin("check", base=tmp_path).exit_code == 1


@pytest.mark.parametrize(
    ("code", "content"),
    [("empty-file", b""), ("site-configuration", b"- a\n"), ("not-utf8", b"\xff\xfe"), ("yaml-syntax", b"site_name: [\n"), ("yaml-tab", b"a: 1\n\tb: 2\n")],
)
def test_a_configuration_that_cannot_be_read_is_a_finding(tmp_path: Path, code: str, content: bytes) -> None:
    result = tremplin("check", base=write_base(tmp_path, {"mkdocs.yml": content}))

    assert result.exit_code == 1
    assert result.stdout.startswith("mkdocs.yml:")
    assert f"error[{code}]" in result.stdout


def test_checking_changes_nothing_but_the_cache(tmp_path: Path) -> None:
    write_base(tmp_path, TWO_FAULTS)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    tremplin("check", base=tmp_path)

    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and ".cache" not in file.parts} == before


@pytest.mark.parametrize("folder", ["docs", "docs/en", "docs/en/more"])
def test_a_folder_of_pages_that_may_not_be_read_is_a_fault(tmp_path: Path, folder: str) -> None:
    base = write_base(tmp_path / "base", {"mkdocs.yml": CONFIGURATION, "docs/fr/index.md": "# Bienvenue\n", "docs/en/index.md": "# Welcome\n", "docs/en/more/index.md": "# More\n"})
    # Root may read everything, unless it lays that right down.
    humble = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] if os.geteuid() == 0 else []
    if humble and not shutil.which("setpriv"):
        pytest.skip("root may read everything here")
    (base / folder).chmod(0)
    try:
        told = subprocess.run([*humble, sys.executable, "-m", "tremplin", "--language", "en", "-C", base, "check"], capture_output=True, text=True, check=False).stdout
    finally:
        (base / folder).chmod(0o755)

    assert f"{folder}:1:1: error[unreadable-file] this folder may not be read\n  help: ask for the right to read it\n" in told
