"""The ordinary `mkdocs build` and `mkdocs serve` with our plugin: one edition."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.patience import PATIENCE, until
from tests.records import CONFIGURATION, ONE_OF_EACH
from tests.serve.running import ask
from tests.trees import tree
from tremplin.build import build
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.pages import plans
from tremplin.survey import linked, survey

HOME = """\
# Welcome

Read about [teamwork](skills/teamwork/index.md), see [all practices](good_practices/index.md) or [who we are](about.md#who).

/// records
    kind: practice
///

/// records
    kind: module
    limit: 1
///
"""
FILES: Mapping[str, str | bytes] = {
    **ONE_OF_EACH, "docs/en/index.md": HOME, "docs/en/about.md": "# About\n\n## Who\n\nWe. See [the door](good_practices/open-door/index.md).\n",
    "docs/fr/index.md": "# Bienvenue\n\n/// records\n    kind: skill\n///\n",
    "mkdocs.yml": CONFIGURATION + "nav: [index.md, good_practices/index.md, glossary/index.md, about.md]\n",
}
QUIET = {"NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}


def mkdocs(base: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as its users do."""
    return subprocess.run([sys.executable, "-m", "mkdocs", *arguments], cwd=base, env={**os.environ, **QUIET}, capture_output=True, text=True, timeout=300, check=False)


def built(base: Path) -> Path:
    """The site that MkDocs makes."""
    done = mkdocs(base, "build", "--strict", "--site-dir", "one")
    assert done.returncode == 0, done.stderr
    return base / "one"


def with_edition(tag: str) -> str:
    return str(FILES["mkdocs.yml"]).replace("languages: [en, fr, lt]", f"languages: [en, fr, lt]\n      edition: {tag}")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_base(tmp_path_factory.mktemp("base"), FILES)


@pytest.fixture(scope="module")
def english(base: Path) -> Path:
    """What MkDocs makes of the first language."""
    return built(base)


@pytest.fixture(scope="module")
def every_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `tremplin build` makes of the same base elsewhere."""
    site, faults = read_site(write_base(tmp_path_factory.mktemp("elsewhere"), FILES) / "mkdocs.yml")
    assert site is not None, faults
    assert build(site, Cache(None)).is_published
    return site.site_dir


def record_pages(base: Path) -> list[str]:
    site, _ = read_site(base / "mkdocs.yml")
    assert site is not None
    library, _ = linked(site, survey(site, Cache(None)), with_drafts=False)
    return [f"{plan.address}index.html" for plan in plans(library, is_preview=False)]


def assert_same_pages(one: Path, edition: Path, names: list[str]) -> None:
    assert len(names) > 20
    assert [name for name in names if (one / name).read_bytes() != (edition / name).read_bytes()] == []


def test_mkdocs_builds_the_first_language_with_the_same_bytes(base: Path, english: Path, every_edition: Path) -> None:
    assert_same_pages(english, every_edition / "en", [*record_pages(base), "index.html", "about/index.html"])


def test_mkdocs_builds_no_other_language(english: Path, every_edition: Path) -> None:
    assert not (english / "fr").exists()
    assert {name for name in tree(english) if name.endswith(".html")} == {name for name in tree(every_edition / "en") if name.endswith(".html")}


def test_an_option_chooses_another_language(tmp_path: Path, every_edition: Path) -> None:
    base = write_base(tmp_path / "base", {**FILES, "mkdocs.yml": with_edition("fr")})

    assert_same_pages(built(base), every_edition / "fr", [*record_pages(base), "index.html"])


def found_by(site: Path) -> set[str]:
    """The addresses of everything that the search of an edition finds."""
    fragments = [json.loads(gzip.decompress(file.read_bytes()).partition(b"{")[2].join((b"{", b""))) for file in (site / "search" / "index" / "fragment").iterdir()]
    return {one["url"] for one in fragments}


def test_readers_can_search_what_mkdocs_has_built(english: Path, every_edition: Path) -> None:
    found = found_by(english)

    assert {"/skills/teamwork/", "/about/", "/"} <= found
    assert found == found_by(every_edition / "en")
    assert (english / "search/words.json").read_bytes() == (every_edition / "en/search/words.json").read_bytes()
    assert {path.name for path in (english / "search/index").iterdir()} >= {"pagefind.js", "facets.json", "synonyms.json"}


def test_the_ordinary_build_may_leave_the_search_out_too(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", {**FILES, "mkdocs.yml": str(FILES["mkdocs.yml"]).replace("languages:", "search: false\n      languages:")})

    assert {path.name for path in (built(base) / "search").iterdir()} == {"index.html", "a-z"}


def test_without_pagefind_mkdocs_builds_the_rest_and_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = write_base(tmp_path / "base", FILES)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))

    done = mkdocs(base, "build", "--site-dir", "one")

    assert done.returncode == 0, done.stderr
    assert "Pagefind is not installed" in done.stderr
    assert "`search: false`" in done.stderr
    assert (base / "one/search/a-z/index.html").exists()
    assert mkdocs(base, "build", "--strict", "--site-dir", "one").returncode != 0


def test_films_and_pictures_are_published_with_their_records(english: Path) -> None:
    assert (english / "microtrainings/turn-a-key/media/film.webm").read_bytes() == ONE_OF_EACH["microtrainings/turn-a-key/media/film.webm"]


def test_live_lists_are_filled(english: Path) -> None:
    home = (english / "index.html").read_text(encoding="utf-8")

    assert "data-records" not in home
    assert re.findall(r'class="tp-card__title"><a href="([^"]*)"', home) == ["good_practices/open-door/", "good_practices/wide-gate/", "microtrainings/turn-a-key/"]


def test_pages_written_by_hand_lead_to_records(english: Path) -> None:
    home, about = ((english / name).read_text(encoding="utf-8") for name in ("index.html", "about/index.html"))

    assert 'href="skills/teamwork/"' in home
    assert 'href="good_practices/"' in home
    assert 'href="../good_practices/open-door/"' in about


def test_a_link_to_a_record_that_is_not_there_is_found_out(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", {**FILES, "docs/en/index.md": HOME.replace("skills/teamwork", "skills/dreaming")})

    done = mkdocs(base, "build", "--strict", "--site-dir", "one")

    assert done.returncode != 0
    assert "skills/dreaming/index.md" in done.stderr


def assert_refused(base: Path, *told: str) -> None:
    """MkDocs ends with a message for people and writes no site."""
    done = mkdocs(base, "build", "--site-dir", "one")

    assert done.returncode != 0
    assert [text for text in told if text not in done.stdout + done.stderr] == []
    assert "Traceback" not in done.stderr
    assert not (base / "one").exists()


def test_a_base_with_faults_is_not_built_and_says_what_to_mend(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", {**FILES, "skills/teamwork/record.yml": "original: en\norigin: nowhere\n"})

    assert_refused(base, "skills/teamwork/record.yml:2:9: error[unknown-value]", "tremplin check")


def test_a_fault_between_records_stops_the_build_too(tmp_path: Path) -> None:
    facts = str(FILES["events/kiel-2023/record.yml"]).replace("host: north", "host: nobody")

    assert_refused(write_base(tmp_path / "base", {**FILES, "events/kiel-2023/record.yml": facts}), "events/kiel-2023/record.yml:8:7: error[unknown-reference]")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("languages: [en, fr, lt]", "languages: []", "`languages` must list at least one language"), ("{lt: [fr]}", "{lt: [xx]}", "`xx` is not among `languages`"),
        ("languages: [en, fr, lt]", "languages: [en, fr, lt]\n      edition: es", "`es` is not among `languages`"),
        ("name: material", "name: mkdocs", "the theme must be `material`"),
    ],
)
def test_a_configuration_with_faults_says_what_to_mend(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert_refused(write_base(tmp_path / "base", {**FILES, "mkdocs.yml": str(FILES["mkdocs.yml"]).replace(old, new)}), told)


def test_drafts_are_not_built(tmp_path: Path) -> None:
    draft = {"skills/patience/record.yml": "original: en\norigin: editorial\ndocumented: partial\nstatus: draft\n", "skills/patience/en.md": "---\ntitle: Patience\n---\n"}

    site = built(write_base(tmp_path / "base", {**FILES, **draft}))

    assert not (site / "skills/patience").exists()
    assert "Patience" not in (site / "skills/index.html").read_text(encoding="utf-8")


@contextmanager
def served(base: Path) -> Iterator[str]:
    """`mkdocs serve` in a process of its own; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = base.parent / "log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
        process = subprocess.Popen(command, cwd=base, env={**os.environ, **QUIET}, stdout=output, stderr=output, start_new_session=True)
    try:
        until(lambda: "Serving on" in log.read_text(encoding="utf-8") or process.poll() is not None)
        found = re.search(r"Serving on (http://\S+)", log.read_text(encoding="utf-8"))
        assert found, log.read_text(encoding="utf-8")
        yield found[1]
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


@pytest.mark.slow
def test_mkdocs_serves_and_shows_edits_of_records_and_their_faults(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", FILES)
    words, facts = base / "skills/teamwork/en.md", base / "skills/teamwork/record.yml"

    with served(base) as address:
        page = f"{address}skills/teamwork/"
        assert "Work in teams" in ask(page).text

        words.write_text(words.read_text(encoding="utf-8").replace("Work in teams", "Work with others"), encoding="utf-8")
        until(lambda: "Work with others" in ask(page).text)

        whole = facts.read_text(encoding="utf-8")
        facts.write_text(whole.replace("editorial", "nowhere"), encoding="utf-8")
        until(lambda: "`nowhere`" in ask(page).text)

        facts.write_text(whole, encoding="utf-8")
        until(lambda: "Work with others" in ask(page).text)


@pytest.mark.slow
def test_mkdocs_serves_a_base_with_faults_and_drafts(tmp_path: Path) -> None:
    files = {**FILES, "events/kiel-2023/record.yml": "original: en\norigin: nowhere\n", "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\nstatus: draft\n"}

    with served(write_base(tmp_path / "base", files)) as address:
        assert "Seminar in Kiel" not in ask(f"{address}events/").text
        assert "`nowhere`" in ask(f"{address}events/kiel-2023/").text
        assert "This is a draft." in ask(f"{address}skills/teamwork/").text
