"""Every scenario: what `check` prints, what a preview makes of it, and that a build of a faulty base changes nothing."""

from __future__ import annotations

import re
import resource
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.reading import read
from tests.scenarios.making import FACTS, MADE, WORDS, write
from tests.scenarios.telling import EXPECTED_OF_ACCIDENTS, HERE, assert_told
from tests.trees import tree
from tremplin.build import build
from tremplin.cache import Cache
from tremplin.check import check
from tremplin.diagnostics import Diagnostic
from tremplin.load.handwritten import read_handwritten
from tremplin.load.site import read_site
from tremplin.locales import catalogue
from tremplin.model.kinds import BY_FOLDER, KINDS
from tremplin.report.text import render

NAMES = sorted({*MADE, *(folder.name for folder in HERE.iterdir() if (folder / "base").is_dir())})
SMALLEST = "site_name: A base\ntheme:\n  name: material\n  font: false\nplugins:\n  - tremplin:\n      languages: [en]\n"


def laid_out(name: str, folder: Path) -> Path:
    """The base of a scenario, ready to be looked at."""
    base = folder / "base"
    if (HERE / name / "base").is_dir():
        shutil.copytree(HERE / name / "base", base)
    base.mkdir(exist_ok=True)
    if not (base / "mkdocs.yml").exists():
        (base / "mkdocs.yml").write_text(SMALLEST, encoding="utf-8")
    if name in MADE:
        try:
            MADE[name](base)
        except OSError as error:
            pytest.skip(f"this file system cannot hold it: {error}")
    if not (base / "docs").exists():
        (base / "docs" / "en").mkdir(parents=True)
        (base / "docs" / "en" / "index.md").write_text("# A base\n", encoding="utf-8")
    return base


def findings(base: Path, cache: Cache) -> list[Diagnostic]:
    site, faults = read_site(base / "mkdocs.yml")
    return faults if site is None else check(site, cache)


@pytest.mark.parametrize("name", NAMES)
def test_check_tells_every_fault_with_its_place_and_hint(name: str, tmp_path: Path) -> None:
    base = laid_out(name, tmp_path)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    told = render(findings(base, Cache(tmp_path / "cache")))

    assert_told(told, HERE / name / "expected.txt")
    assert render(findings(base, Cache(tmp_path / "cache"))) == told, "what is remembered tells the same"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 300_000 * (1024 if sys.platform == "darwin" else 1), "kilobytes, for any of these inputs"


@pytest.mark.parametrize("name", ["missing-field", "missing-section"])
def test_a_finding_that_quotes_the_help_of_a_field_is_told_in_one_language(name: str, tmp_path: Path) -> None:
    base = laid_out(name, tmp_path)
    helps = {section.help for kind in KINDS for section in kind.sections} | {str(field.description) for kind in KINDS for field in kind.facts.model_fields.values()}

    english, french = (render(findings(base, Cache(tmp_path / "cache")), speak) for speak in (str, catalogue("fr").text))

    assert any(help in english for help in helps)
    assert not [help for help in helps if help in french]


@pytest.mark.parametrize("name", NAMES)
def test_a_base_with_faults_is_not_built_and_the_last_site_stays(name: str, tmp_path: Path) -> None:
    base = laid_out(name, tmp_path)
    site, faults = read_site(base / "mkdocs.yml")
    if site is None:
        assert faults
        return
    former = base / "site" / "index.html"
    former.parent.mkdir()
    former.write_text("the last site", encoding="utf-8")

    result = build(site, Cache(tmp_path / "cache"))

    assert result.is_published == (not any(one.is_fault for one in result.diagnostics))
    if not result.is_published:
        assert tree(base / "site") == {"index.html": b"the last site"}


@pytest.mark.parametrize("name", NAMES)
def test_a_preview_leaves_out_faulty_records_says_so_and_builds_the_others(name: str, tmp_path: Path) -> None:
    base = laid_out(name, tmp_path)
    site, faults = read_site(base / "mkdocs.yml")
    if site is None:
        assert faults
        return

    result = build(site, Cache(tmp_path / "cache"), is_preview=True)

    faults = [one for one in result.diagnostics if one.is_fault]
    if (HERE / name / "expected_preview.txt").exists():
        assert_told(render(result.diagnostics), HERE / name / "expected_preview.txt")
    if not result.is_published:
        assert any(fault.location.path.startswith(("docs/", "look/")) for fault in faults), "only hand-written pages and files of the theme cannot be left out"
        assert not (base / "site").exists()
        return
    for record in records_of(base):
        page = read((base / "site" / "en" / record / "index.html").read_text(encoding="utf-8"))
        catalogue = read((base / "site" / "en" / record.partition("/")[0] / "index.html").read_text(encoding="utf-8"))
        own = [fault for fault in faults if f"{fault.location.path}/".startswith(f"{record}/")]
        assert (record in catalogue.text) == bool(own)
        for fault in own:
            assert " ".join(fault.message.text().split()) in page.text
            assert not fault.hint or " ".join(fault.hint.text().split()) in page.text


def records_of(base: Path) -> list[str]:
    """The folders of records that have names."""
    kinds = [base / kind for kind in BY_FOLDER if (base / kind).is_dir() and not (base / kind).is_symlink()]
    found = [folder.relative_to(base).as_posix() for kind in kinds for folder in sorted(kind.iterdir()) if folder.is_symlink() or folder.is_dir()]
    return [path for path in found if "/_" not in path and path.isprintable()]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("record.yml", FACTS + "".join(f"field-{number}: 1\n" for number in range(50_000))), ("en.md", WORDS + "<b>" * 100_000), ("en.md", WORDS + "# a\n" * 100_000),
        ("en.md", WORDS + "[a](javascript:b)\n" * 30_000), ("en.md", WORDS + "[a](" * 200_000), ("en.md", WORDS + "[a]: b\n" * 120_000),
    ],
    ids=["unknown-fields", "tags", "headings", "links", "broken-links", "broken-references"],
)
def test_of_many_thousand_faults_in_one_file_a_thousand_are_told(tmp_path: Path, file: str, content: str) -> None:
    base = laid_out("nothing-to-mend", tmp_path)
    write(base, f"skills/teamwork/{file}", content)

    assert Counter(one.code for one in findings(base, Cache(None))).most_common(1)[0][1] == 1000


@pytest.mark.parametrize("line", ["/// records", "    /// records", "/// record", "/// records\n    kind: skill\n///", "/// records\n" + " " * 10 + ":"], ids=str)
def test_a_page_of_many_lists_is_read_in_no_time(tmp_path: Path, line: str) -> None:
    base = laid_out("nothing-to-mend", tmp_path)
    write(base, "docs/en/index.md", "# A base\n\n" + f"{line}\n" * 30_000)
    site, _ = read_site(base / "mkdocs.yml")
    assert site is not None
    started = time.process_time()
    read = read_handwritten(site)

    assert time.process_time() - started < 1
    assert len(read.diagnostics) <= 1000


def test_every_scenario_has_something_to_show() -> None:
    folders = [folder for folder in HERE.iterdir() if folder.is_dir() and folder.name != "__pycache__"]
    assert [folder.name for folder in folders if folder.name not in NAMES and not (folder / EXPECTED_OF_ACCIDENTS).is_file()] == []
    assert not [name for name in NAMES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)]
