from pathlib import Path

import pytest

from tests.bases import CONFIGURATION, TEAMWORK, write_base
from tests.cli.running import tremplin

FRENCH = b"\xef\xbb\xbf---\r\ntitle: 'Travailler en \xc3\xa9quipe'   # un titre\r\nsummary: Avec les autres.\r\n---  \r\n## What it is\r\n\r\nFaire sa part.\r\n"
POLISH = b"---\ntitle: Praca w zespole\n---\n"
BASE: dict[str, str | bytes] = {
    "mkdocs.yml": CONFIGURATION.replace("[en, fr]", "[en, fr, pl]"), **TEAMWORK,
    "skills/teamwork/fr.md": FRENCH, "skills/teamwork/pl.md": POLISH,
    "skills/tact/record.yml": TEAMWORK["skills/teamwork/record.yml"], "skills/tact/en.md": "---\ntitle: Tact\n---\n", "skills/tact/fr.md": "---\ntitle: Le tact\n---\n",
}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_base(tmp_path, BASE)


def accept(base: Path, *arguments: str) -> str:
    result = tremplin("translations", "accept", *arguments, base=base)
    assert result.exit_code == 0, result.output
    return result.stdout


def stamps(base: Path, file: str) -> list[str]:
    """The sections that a file has stamps for."""
    lines = [line for line in (base / file).read_text(encoding="utf-8-sig").splitlines() if line.startswith("translated_from")]
    return [pair.split(":")[0].strip() for line in lines for pair in line.rpartition("{")[2].split(",")]


def edit(base: Path, old: str, new: str) -> None:
    file = base / "skills/teamwork/en.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def stale(base: Path) -> list[str]:
    """Record and language of every row with a stale section."""
    lines = tremplin("translations", "--stale", base=base).stdout.partition("stale sections\n")[2].splitlines()
    return [" ".join(line.split()[:2]) for line in lines]


def test_accepting_adds_one_line_and_changes_no_other_byte(base: Path) -> None:
    said = accept(base, "skills/teamwork", "--lang", "fr")
    head, _, tail = FRENCH.partition(b"---  \r\n")
    after = (base / "skills/teamwork/fr.md").read_bytes()

    assert said == "skills/teamwork/fr.md: title, summary, definition\n1 file stamped.\n"
    assert after.startswith(head)
    assert after.endswith(b"---  \r\n" + tail)
    assert after.count(b"\r\n") == FRENCH.count(b"\r\n") + 1
    assert stamps(base, "skills/teamwork/fr.md") == ["title", "summary", "definition"]
    assert (base / "skills/teamwork/pl.md").read_bytes() == POLISH


def test_accepting_twice_changes_nothing(base: Path) -> None:
    accept(base, "--all")
    once = {file: file.read_bytes() for file in base.rglob("*.md")}

    assert accept(base, "--all") == "Nothing to accept.\n"
    assert {file: file.read_bytes() for file in base.rglob("*.md")} == once


def test_what_was_accepted_is_stale_once_its_original_changes_and_fresh_when_accepted_again(base: Path) -> None:
    accept(base, "--all")
    assert stale(base) == []
    edit(base, "Work in teams", "Working in teams")
    assert stale(base) == ["skills/teamwork fr", "skills/teamwork pl"]
    accept(base, "skills/teamwork", "--lang", "fr")
    assert stale(base) == ["skills/teamwork pl"]


def test_a_minor_change_accepts_what_is_stale_in_every_language_but_nothing_that_had_no_stamp(base: Path) -> None:
    accept(base, "skills/teamwork", "--lang", "fr", "--section", "title")
    accept(base, "skills/teamwork", "--lang", "pl")
    edit(base, "Work in teams", "Work in Teams")
    edit(base, "Working with others.", "Working with the others.")

    assert accept(base, "skills/teamwork", "--minor") == "skills/teamwork/fr.md: title\nskills/teamwork/pl.md: title\n2 files stamped.\n"
    assert stamps(base, "skills/teamwork/fr.md") == ["title"]
    assert stale(base) == []
    assert accept(base, "skills/tact", "--minor") == "Nothing to accept.\n"


@pytest.mark.parametrize("name", ["definition", "What it is", "what it is"])
def test_a_section_is_named_by_its_identifier_or_its_heading(base: Path, name: str) -> None:
    accept(base, "skills/teamwork", "--lang", "fr", "--section", name)

    assert stamps(base, "skills/teamwork/fr.md") == ["definition"]


@pytest.mark.parametrize("name", ["teamwork", "skills/teamwork/", "skills/teamwork/record.yml", "skills\\teamwork"])
def test_a_record_is_named_by_its_identifier_its_folder_or_its_file(base: Path, name: str) -> None:
    accept(base, name, "--lang", "pl")

    assert stamps(base, "skills/teamwork/pl.md") == ["title"]


def test_a_file_names_the_record_and_the_language(base: Path) -> None:
    accept(base, "skills/teamwork/pl.md", str(base / "skills/tact/fr.md"))

    assert [file for file in ("skills/teamwork/fr.md", "skills/teamwork/pl.md", "skills/tact/fr.md") if stamps(base, file)] == ["skills/teamwork/pl.md", "skills/tact/fr.md"]


def test_the_only_translation_need_not_be_named(base: Path) -> None:
    assert accept(base, "tact") == "skills/tact/fr.md: title\n1 file stamped.\n"


def test_of_several_translations_one_must_be_named(base: Path) -> None:
    result = tremplin("translations", "accept", "teamwork", base=base)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "error: `skills/teamwork` has translations in fr, pl\n  help: say which one you have brought up to date: `--lang fr`, or `--all`\n"
    assert stamps(base, "skills/teamwork/fr.md") == []


def test_all_means_all_that_is_not_named(base: Path) -> None:
    accept(base, "teamwork", "--all")
    assert [file for file in ("skills/teamwork/fr.md", "skills/teamwork/pl.md", "skills/tact/fr.md") if stamps(base, file)] == ["skills/teamwork/fr.md", "skills/teamwork/pl.md"]
    accept(base, "--all", "--lang", "fr")
    assert stamps(base, "skills/tact/fr.md") == ["title"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "error: `RECORD` is missing\n  help: name a record such as `good_practices/jobpath`, or write `--all` for all of them\n"),
        (["skills/teamwork/de.md"], "error: there is no record `skills/teamwork/de.md`\n  help: possible here: en, fr, pl\n"),
        (["skills/teamwrok"], "error: there is no record `skills/teamwrok`\n  help: did you mean `skills/teamwork`?\n"),
        (["teamwork", "--lang", "de"], "error: `de` is not a language of this site\n  help: possible here: en, fr, pl\n"),
        (["teamwork", "--lang", "fr", "--section", "sumary"], "error: there is no section `sumary`\n  help: did you mean `summary`?\n"),
    ],
    ids=["nothing-named", "file", "record", "language", "section"],
)
def test_what_is_not_there_cannot_be_accepted(base: Path, typed: list[str], said: str) -> None:
    result = tremplin("translations", "accept", *typed, base=base)

    assert (result.exit_code, result.stdout, result.stderr) == (2, "", said)


def test_a_record_with_faults_is_not_accepted_and_its_faults_are_told(base: Path) -> None:
    (base / "skills/teamwork/record.yml").write_text("original: en\norigin: mine\ndocumented: partial\n", encoding="utf-8")
    result = tremplin("translations", "accept", "teamwork", "--all", base=base)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("skills/teamwork/record.yml:2:9: error[unknown-value] ")
    assert (base / "skills/teamwork/fr.md").read_bytes() == FRENCH


def test_an_original_is_never_stamped(base: Path) -> None:
    assert accept(base, "tact", "--lang", "en") == "Nothing to accept.\n"
