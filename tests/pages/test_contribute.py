"""Links that begin a translation or a change at the code host."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import one, parsed, words
from tests.records import CONFIGURATION, ONE_OF_EACH, PATHS
from tremplin.locales import catalogue
from tremplin.model.kinds import BY_NAME
from tremplin.model.site import LONGEST_ADDRESS


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def link(found: Reading, path: str, tag: str) -> str:
    """Where the notice above a record leads."""
    return str(one(parsed(found.page(f"{path}/", tag).body), ".tp-notice__line--fallback a")["href"])


def prefilled(address: str) -> str:
    """The file that a translator finds."""
    return parse_qs(urlsplit(address).query, strict_parsing=True)["value"][0]


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("tag", ["fr", "lt"])
def test_a_missing_translation_begins_with_one_click(found: Reading, kind: str, tag: str) -> None:
    address = urlsplit(link(found, PATHS[kind], tag))

    assert (address.netloc, address.path) == ("code.example.org", f"/base/new/main/{PATHS[kind]}")
    assert parse_qs(address.query)["filename"] == [f"{tag}.md"]


@pytest.mark.parametrize("kind", PATHS)
def test_what_a_translator_finds_is_a_front_matter_and_the_headings_of_the_language(found: Reading, kind: str) -> None:
    record = found.records[PATHS[kind]]
    text = prefilled(link(found, PATHS[kind], "fr"))

    front, _, rest = text.removeprefix("---\n").partition("\n---\n")
    assert yaml.safe_load(front) == {"title": record.original.texts["title"], "summary": record.original.texts["summary"], "translation": "human"}
    headings = [line.removeprefix("## ") for line in rest.splitlines() if line.startswith("## ")]
    assert headings == [catalogue("fr").text(section.heading) for section in BY_NAME[kind].sections if section.id in record.original.texts]
    assert [section.id for section in BY_NAME[kind].sections if section.id in record.original.texts and str(record.original.texts[section.id]) not in rest] == []


@pytest.mark.parametrize("path", [*PATHS.values(), "good_practices/wide-gate"])
def test_what_a_translator_finds_can_be_committed_as_it_is(found: Reading, tmp_path: Path, path: str) -> None:
    text = prefilled(link(found, path, "fr"))

    after = reading(write_base(tmp_path, {**ONE_OF_EACH, f"{path}/fr.md": text}))

    assert {key: after.records[path].words["fr"].texts[key] for key in ("title",)} == {"title": found.records[path].original.texts["title"]}
    assert [one for one in after.diagnostics if one.location.path.startswith(path)] == []


TITLE = 'A "door" \\ & <gate>: #1 '


def test_signs_that_mean_something_elsewhere_arrive_as_they_are(tmp_path: Path) -> None:
    original = f"---\ntitle: '{TITLE.strip()}'\nsummary: |\n  One\n  line & another — “so”\n---\n## What it is\n\nOne's part: 100 % & more + \"that\"?\n"

    text = prefilled(link(reading(write_base(tmp_path, {**ONE_OF_EACH, "skills/teamwork/en.md": original, "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\n"})), PATHS["skill"], "fr"))

    front = yaml.safe_load(text.removeprefix("---\n").partition("\n---\n")[0])
    assert (front["title"], front["summary"].split()) == (TITLE.strip(), ["One", "line", "&", "another", "—", "“so”"])
    assert "One's part: 100 % & more + \"that\"?" in text


def test_a_long_record_is_cut_to_what_a_browser_sends(tmp_path: Path) -> None:
    text = str(ONE_OF_EACH["skills/teamwork/en.md"]).replace("Nobody can do everything.", "Nobody can do everything. " * 400)

    address = link(reading(write_base(tmp_path, {**ONE_OF_EACH, "skills/teamwork/en.md": text})), PATHS["skill"], "fr")

    assert len(address.partition("&value=")[2]) <= LONGEST_ADDRESS
    assert prefilled(address).count("---") == 2
    assert unquote(address).count("## ") >= 1


def test_a_translation_that_was_begun_is_opened_where_it_stands(tmp_path: Path) -> None:
    begun = reading(write_base(tmp_path, {**ONE_OF_EACH, "skills/teamwork/fr.md": "---\ntitle: Équipe\n---\n"}))

    assert link(begun, PATHS["skill"], "fr") == "https://code.example.org/base/edit/main/skills/teamwork/fr.md"


def test_a_site_that_names_no_repository_suggests_nothing(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("repo_url: https://code.example.org/base\n", "")
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, "mkdocs.yml": configuration}))

    assert parsed(found.page(f"{PATHS['skill']}/", "fr").body).select(".tp-notice a") == []


@pytest.mark.parametrize(
    ("edit_uri", "address"),
    [("", "https://code.example.org/base/edit/main/a.md"), ("edit_uri: edit/trunk/docs/\n", "https://code.example.org/base/edit/trunk/a.md"), ("edit_uri: blob/next/\n", "https://code.example.org/base/edit/next/a.md")],
)
def test_changes_are_suggested_on_the_branch_that_mkdocs_yml_names(tmp_path: Path, edit_uri: str, address: str) -> None:
    site = reading(write_base(tmp_path, {**ONE_OF_EACH, "mkdocs.yml": edit_uri + CONFIGURATION})).library.site

    assert site.edit_address("a.md") == address
    assert replace(site, repo_url="").edit_address("a.md") == site.edit_address("") == ""


PARTIAL = {**ONE_OF_EACH, "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\n"}


def test_who_knows_more_is_led_to_the_page_that_says_how_to_add_it(tmp_path: Path) -> None:
    found = reading(write_base(tmp_path, {**PARTIAL, "docs/en/contribute.md": "# Add something\n"}))

    for tag in ("en", "fr"):
        assert one(parsed(found.page(f"{PATHS['skill']}/", tag).body), ".tp-notice__line--partial a")["href"] == "../../contribute/"


def test_nobody_is_asked_for_more_where_no_page_says_how_to_add_it(tmp_path: Path) -> None:
    body = parsed(reading(write_base(tmp_path, PARTIAL)).page(f"{PATHS['skill']}/", "en").body)

    assert words(one(body, ".tp-notice")) == "Not everything about this is documented yet."


def test_an_empty_catalogue_leads_to_the_page_that_says_how_to_add_a_record(tmp_path: Path) -> None:
    invited = reading(write_base(tmp_path / "invited", {"docs/fr/contribute.md": "# Contribuer\n"}))
    silent = reading(write_base(tmp_path / "silent"))

    assert one(parsed(invited.page("events/", "en").body), ".tp-empty a")["href"] == "../contribute/"
    assert words(one(parsed(silent.page("events/", "en").body), ".tp-empty")) == "Nothing is documented here yet."
