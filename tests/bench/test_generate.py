"""Generated bases: the same bytes every time, as many records as were asked for, and nothing wrong in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from generate import generate
from peer import write_peer
from plan import FOLDERS
from voice import LANGUAGES, stock

from tremplin.cache import Cache
from tremplin.check import check
from tremplin.load.site import read_site
from tremplin.model.kinds import KINDS
from tremplin.pages import plans
from tremplin.survey import Survey, linked, survey

RECORDS = 25
"""Enough for every kind, and for references from each to the others."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "base"
    generate(folder, records=RECORDS, seed=1)
    return folder


@pytest.fixture(scope="module")
def surveyed(base: Path) -> Survey:
    site, faults = read_site(base / "mkdocs.yml")
    assert site is not None, faults
    return survey(site, Cache(None))


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_seed_gives_the_same_bytes_in_another_process(base: Path, tmp_path: Path) -> None:
    script = Path(__file__).parents[2] / "bench" / "generate.py"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, script, tmp_path / "again", "--records", str(RECORDS), "--seed", "1"], check=True, env=environment)
    assert contents(tmp_path / "again") == contents(base)


def test_another_seed_gives_other_texts_in_the_same_files(base: Path, tmp_path: Path) -> None:
    generate(tmp_path / "other", records=RECORDS, seed=2)
    other, known = contents(tmp_path / "other"), contents(base)
    words = [name for name in known if name.endswith("/en.md")]
    assert other.keys() == known.keys()
    assert all(other[name] != known[name] for name in words)


def test_there_are_as_many_records_as_were_asked_for_of_every_kind(surveyed: Survey) -> None:
    assert len(surveyed.entries) == RECORDS
    assert {entry.kind_name for entry in surveyed.entries} == set(FOLDERS) == {kind.name for kind in KINDS}


def test_check_finds_nothing_in_a_generated_base(base: Path) -> None:
    site, _ = read_site(base / "mkdocs.yml")
    assert site is not None
    assert check(site, Cache(None)) == []


@pytest.mark.parametrize("records", [1, 7])
def test_a_base_that_lacks_most_kinds_is_valid_too(records: int, tmp_path: Path) -> None:
    generate(tmp_path, records=records, seed=3)
    site, _ = read_site(tmp_path / "mkdocs.yml")
    assert site is not None
    assert [found for found in check(site, Cache(None)) if found.is_fault] == []


def test_every_record_is_complete_and_fresh_in_every_language(surveyed: Survey) -> None:
    for entry in surveyed.entries:
        assert set(entry.coverage) == set(LANGUAGES)
        for language, coverage in entry.coverage.items():
            assert (coverage.missing, coverage.stale) == ((), ()), (entry.path, language)
            assert not coverage.unstamped or entry.card is None or language == entry.card.original, (entry.path, language)


def test_the_sections_of_a_file_have_as_many_words_as_those_that_people_write(base: Path) -> None:
    counts = [len(file.read_text(encoding="utf-8").split("\n---\n", 1)[1].split()) for file in base.glob("*/*/??.md")]
    assert len(counts) == RECORDS * len(LANGUAGES)
    assert min(counts) >= 120
    assert max(counts) <= 400
    assert 200 <= sum(counts) / len(counts) <= 300


def test_every_language_says_the_same_things() -> None:
    english = stock()["en"]
    for language in LANGUAGES:
        assert {name: len(phrases) for name, phrases in stock()[language].items() if isinstance(phrases, list)} == {
            name: len(phrases) for name, phrases in english.items() if isinstance(phrases, list)
        }


def test_the_peer_gets_every_section_of_every_record(base: Path, tmp_path: Path) -> None:
    write_peer(base, tmp_path)
    for file in base.glob("*/*/??.md"):
        language, record = file.stem, file.parent.relative_to(base)
        page = (tmp_path / "docs" / language / f"{record}.md").read_text(encoding="utf-8")
        paragraphs = [part for part in file.read_text(encoding="utf-8").split("\n---\n", 1)[1].split("\n\n") if "](" not in part]
        assert [part for part in paragraphs if part.strip() not in page] == []


def test_the_peer_has_every_page_that_we_make_but_the_search(base: Path, tmp_path: Path) -> None:
    write_peer(base, tmp_path)
    site, _ = read_site(base / "mkdocs.yml")
    assert site is not None
    library, _ = linked(site, survey(site, Cache(None)), with_drafts=False)
    ours = {plan.address.rstrip("/") for plan in plans(library, is_preview=False)} - {"search", "search/a-z"}
    pages = {file.relative_to(tmp_path / "docs" / "en").with_suffix("").as_posix().removesuffix("/index") for file in (tmp_path / "docs" / "en").rglob("*.md")}
    assert pages - {"index"} == ours - {""}


def test_every_link_of_the_peer_leads_to_a_page_of_it(base: Path, tmp_path: Path) -> None:
    write_peer(base, tmp_path, texts="all")
    links = [(file, target) for file in tmp_path.rglob("*.md") for target in re.findall(r"\]\(([^):]+)\)", file.read_text(encoding="utf-8"))]
    assert len(links) > RECORDS * len(LANGUAGES)
    assert [(file, target) for file, target in links if not (file.parent / target).is_file()] == []
