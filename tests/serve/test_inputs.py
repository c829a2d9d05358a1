from pathlib import Path

import pytest

from tests.bases import write_base
from tremplin.load.site import read_site
from tremplin.serve.inputs import PACKAGE, Inputs, inputs_of

CONFIGURATION = """\
site_name: A base
docs_dir: texts
site_dir: texts/../public
theme: {name: material, custom_dir: look}
plugins:
  - tremplin: {languages: [en, fr]}
"""


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    base = write_base(tmp_path, {"look/main.html": "", "mkdocs.yml": CONFIGURATION})
    site, faults = read_site(base / "mkdocs.yml")
    assert site, faults
    return inputs_of(site)


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml", "partners.yml", "glossary.yml", "skills", "skills/tact/record.yml", "skills/tact/en.md", "skills/tact/media/film.webm", "skills/4912",
        "texts/en/index.md", "look/.icons/mark.svg", "look/main.html",
    ],
)
def test_what_the_site_is_made_of_matters(inputs: Inputs, name: str) -> None:
    assert inputs.change([inputs.base / name]).paths == {inputs.base / name}


@pytest.mark.parametrize(
    "name",
    [
        "README.md", "docs/en/index.md", "notes/skills/en.md", "public/en/index.html", ".public.next/en/index.html", ".public.old", ".cache/tremplin/x/index", ".git/index",
        "skills/tact/.en.md.swp", "skills/tact/en.md~", "skills/tact/#en.md#", "skills/tact/.#en.md", "skills/tact/4913",
        "skills/tact/en.md___jb_tmp___", "texts/.DS_Store", "texts/__pycache__/macros.pyc",
    ],
)
def test_what_editors_tools_and_builds_write_does_not(inputs: Inputs, name: str) -> None:
    change = inputs.change([inputs.base / name])

    assert not change.paths
    assert not change.code


def test_a_change_of_the_generators_templates_styles_and_catalogues_matters_too(inputs: Inputs) -> None:
    files = {PACKAGE / "pages/skill.html", PACKAGE / "theme/styles/10-base.css", PACKAGE / "locales/fr/tremplin.po"}

    change = inputs.change({*files, PACKAGE / "locales/fr/tremplin.mo"})

    assert change.paths == files
    assert change.is_ours


def test_a_change_of_the_generators_code_takes_effect_later(inputs: Inputs) -> None:
    change = inputs.change([PACKAGE / "build.py", inputs.base / "hook.py"])

    assert change.code == {PACKAGE / "build.py"}
    assert not change.paths


def test_only_stylesheets_leave_the_pages_as_they_are(inputs: Inputs) -> None:
    style, page = inputs.base / "texts/en/extra.css", inputs.base / "texts/en/index.md"
    write_base(inputs.base, {"texts/en/extra.css": ""})

    assert inputs.change([style]).is_style_only
    assert not inputs.change([style, page]).is_style_only


@pytest.mark.parametrize("name", ["tools/hook.py", "parts/en/word.txt", "data/new.csv", "parent.yml", "shared/above.yml"])
def test_what_hooks_snippets_and_inherited_configurations_say_matters_too(tmp_path: Path, name: str) -> None:
    settings = "INHERIT: parent.yml\nhooks: [tools/hook.py]\nwatch: [data]\nmarkdown_extensions:\n  - pymdownx.snippets: {base_path: [!relative $config_dir/parts, !relative $config_dir]}\n"
    files = {"mkdocs.yml": settings + CONFIGURATION, "parent.yml": "INHERIT: shared/above.yml\n", "shared/above.yml": "copyright: us\n", "parts/a.txt": "", "data/a.csv": ""}
    site, faults = read_site(write_base(tmp_path, {"look/main.html": "", **files}) / "mkdocs.yml")
    assert site, faults
    inputs = inputs_of(site)
    file = inputs.base / name

    assert inputs.change([file, inputs.base / "notes.txt"]).paths == {file}
    assert file.parent in inputs.parents or any(file.is_relative_to(folder) for folder in inputs.folders)
