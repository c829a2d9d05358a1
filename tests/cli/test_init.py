import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.build.running import site_of
from tests.cli.running import tremplin
from tests.yaml_core import read
from tremplin.locales import available, catalogue
from tremplin.model.kinds import BY_NAME
from tremplin.render.mkdocs.theme import THEME
from tremplin.starter import starter

EXPECTED = [
    ".github/workflows/check.yml", ".github/workflows/pages.yml", ".gitignore", ".vscode/extensions.json", ".vscode/settings.json", "README.md", "docs/{tag}/index.md", "glossary.yml", "good_practices/example-practice/record.yml",
    "good_practices/example-practice/{tag}.md", "microtrainings/example-module/record.yml", "microtrainings/example-module/{tag}.md", "mkdocs.yml", "partners.yml",
    "projects.yml", "requirements.txt", "vocabulary.yml",
]
ACTION = re.compile(r"uses: (\S+)")
CUSTOM = re.compile(r"(--[a-z-]+):")
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("tag", available())
def test_a_new_base_in_any_language_passes_its_own_check(tmp_path: Path, tag: str) -> None:
    made = tremplin("init", tmp_path / "new", "--language", tag)
    checked = tremplin("check", base=tmp_path / "new")

    assert made.exit_code == 0
    assert (checked.exit_code, checked.stdout) == (0, "Nothing to mend.\n")


def test_a_new_base_has_all_that_a_base_has(tmp_path: Path) -> None:
    tremplin("init", tmp_path, "--language", "en")
    found = sorted(file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file() and file.parent.name != "schemas")

    assert found == sorted(name.format(tag="en") for name in EXPECTED)


def test_a_new_base_is_written_in_the_language_of_messages_unless_another_is_named(tmp_path: Path) -> None:
    tag = available()[-1]
    tremplin("--language", tag, "init", tmp_path / "a")
    tremplin("--language", tag, "init", tmp_path / "b", "--language", "en")

    assert (tmp_path / "a" / "docs" / tag / "index.md").is_file()
    assert (tmp_path / "b" / "docs" / "en" / "index.md").is_file()


@pytest.mark.parametrize("tag", available())
def test_the_example_explains_each_field_in_its_language(tag: str) -> None:
    text = catalogue(tag).text
    files = starter(tag)
    kind = BY_NAME["module"]

    for name, info in kind.facts.model_fields.items():
        assert f"{text(info.title or '')}. " in files["microtrainings/example-module/record.yml"], name
    for section in kind.sections:
        assert f"\n## {text(section.heading)}\n\n*{text(section.help)}*\n" in files[f"microtrainings/example-module/{tag}.md"]


@pytest.mark.parametrize("name", ["good_practices/example-practice", "microtrainings/example-module"])
def test_every_field_that_stands_there_as_a_comment_can_be_used_as_it_is(tmp_path: Path, name: str) -> None:
    tremplin("init", tmp_path, "--language", "en")
    for file in ("record.yml", "en.md"):
        place = tmp_path / name / file
        place.write_text("\n".join(_uncommented(line) for line in place.read_text(encoding="utf-8").splitlines()), encoding="utf-8")
    codes = {line.partition("[")[2].partition("]")[0] for line in tremplin("check", "--only", name, base=tmp_path).stdout.splitlines() if "error[" in line}

    # The examples name partners and projects that stand in the lists as examples, and films that a new base does not have; everything else must fit.
    assert codes <= {"unknown-reference", "missing-media", "missing-words", "unknown-words", "video-incomplete"}


def _uncommented(line: str) -> str:
    """The line without its `#`, where it holds a field."""
    bare = line.lstrip()
    return line.replace("#", "", 1) if bare.startswith("#") and not bare.startswith(("# ", "##")) else line


def test_the_files_of_a_new_base_fit_its_schemas(tmp_path: Path) -> None:
    tremplin("init", tmp_path, "--language", "en")
    mapped = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    checked = 0
    for schema, files in mapped.items():
        validator = Draft202012Validator(json.loads((tmp_path / schema).read_text(encoding="utf-8")))
        for file in tmp_path.glob(files):
            assert [error.message for error in validator.iter_errors(read(file.read_text(encoding="utf-8")))] == [], file
            checked += 1
    assert checked == 6


@pytest.mark.parametrize("tag", ["en", "fr"])
def test_the_examples_in_the_lists_can_be_used_as_they_are_and_name_each_other(tmp_path: Path, tag: str) -> None:
    tremplin("init", tmp_path, "--language", tag)
    for name, entry in (("partners.yml", "example-partner"), ("projects.yml", "example-project"), ("glossary.yml", "example-term")):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        start = lines.index(f"#{entry}:")
        (tmp_path / name).write_text("\n".join(line.removeprefix("#") for line in lines[start:-1] if line != "#"), encoding="utf-8")

    assert tremplin("check", base=tmp_path).stdout == "Nothing to mend.\n"


@pytest.mark.parametrize("tag", [tag for tag in available() if tag != "en"])
def test_no_example_in_the_files_of_another_language_is_english(tag: str) -> None:
    files = starter(tag)
    written = "\n".join(files[name] for name in files if name.endswith((f"{tag}.md", ".yml")))

    for english in ("Hands carry germs", "Sink", "JobPath helps", "Interview guide", "{en:"):
        assert english not in written


def test_a_new_base_names_every_folder_of_records() -> None:
    readme = starter("en")["README.md"]

    for kind in BY_NAME.values():
        assert f"- `{kind.folder}/`: {kind.about}\n" in readme


def test_what_a_new_base_says_of_its_lists_is_true_of_any_base() -> None:
    readme = starter("en")["README.md"]

    assert "two projects" not in readme
    assert "eight languages" not in readme


@pytest.mark.parametrize("name", ["notes.txt", ".env"])
def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    result = tremplin("init", tmp_path)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: the folder `{tmp_path}` is not empty\n  help: name a folder that is empty or does not exist yet; nothing has been written\n"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_fresh_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()

    assert tremplin("init", tmp_path).exit_code == 0


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "base").write_text("mine", encoding="utf-8")
    result = tremplin("init", tmp_path / "base")

    assert (result.exit_code, result.stdout) == (2, "")
    assert (tmp_path / "base").read_text(encoding="utf-8") == "mine"


def test_same_language_same_files() -> None:
    assert starter("en") == starter("en")
    assert list(starter("en")) == sorted(starter("en"))


def test_a_name_with_a_space_can_be_typed_as_it_is_shown(tmp_path: Path) -> None:
    result = tremplin("--language", "en", "init", tmp_path / "ma base")

    assert f"type `cd '{tmp_path}/ma base'` and `tremplin serve`" in result.stdout


def test_a_new_base_is_checked_and_published_with_the_same_actions_as_ours() -> None:
    files = starter("fr")
    ours = {one for file in (ROOT / ".github/workflows").iterdir() for one in ACTION.findall(file.read_text(encoding="utf-8"))}

    for name in ("check", "pages"):
        workflow = files[f".github/workflows/{name}.yml"]
        assert set(ACTION.findall(workflow)) <= ours
        commands = [step["run"] for job in read(workflow)["jobs"].values() for step in job["steps"] if "run" in step]
        assert commands == ["python -m pip install -r requirements.txt", f"tremplin --language fr {'build' if name == 'pages' else 'check --format github'}"]


def test_a_new_base_learns_its_addresses_from_the_workflow_that_publishes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tremplin("init", tmp_path, "--language", "en")
    assert (site_of(tmp_path).url, site_of(tmp_path).repo_url) == ("", "")

    given = next(step["env"] for step in read(starter("en")[".github/workflows/pages.yml"])["jobs"]["build"]["steps"] if "env" in step)
    for number, name in enumerate(given):
        monkeypatch.setenv(name, f"https://example.org/{number}/")

    assert (site_of(tmp_path).url, site_of(tmp_path).repo_url) == ("https://example.org/0/", "https://example.org/1")


def test_a_new_base_asks_nobody_for_tremplin_by_its_name_alone() -> None:
    lines = [line for line in starter("en")["requirements.txt"].splitlines() if not line.startswith("#")]

    assert len(lines) == 1
    assert lines[0].startswith("tremplin @ git+https://")


@pytest.mark.parametrize("tag", available())
def test_the_look_that_the_readme_of_a_new_base_describes_is_there_once_it_is_followed(tmp_path: Path, tag: str) -> None:
    tremplin("init", tmp_path, "--language", tag)
    readme, settings = (tmp_path / "README.md").read_text(encoding="utf-8"), tmp_path / "mkdocs.yml"
    below = [line for line in ("custom_dir: look", "logo: logo.png", "favicon: icon.png") if f"`{line}`" in readme]
    assert len(below) == 3
    assert "`extra_css: [look.css]`" in readme
    (tmp_path / "look").mkdir()
    for name in ("logo.png", "icon.png"):
        (tmp_path / "look" / name).write_bytes(b"a picture")
    (tmp_path / "look/look.css").write_text(readme.partition("```css\n")[2].partition("```")[0], encoding="utf-8")
    said = settings.read_text(encoding="utf-8").replace("  font: false\n", "".join(f"  {line}\n" for line in ("font: false", *below)))
    settings.write_text(f"{said}extra_css: [look.css]\n", encoding="utf-8")

    assert tremplin("check", base=tmp_path).stdout == "Nothing to mend.\n"
    assert set(CUSTOM.findall((tmp_path / "look/look.css").read_text(encoding="utf-8"))) <= set(CUSTOM.findall((THEME / "styles/10-base.css").read_text(encoding="utf-8")))
