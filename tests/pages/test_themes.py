"""The pages of themes and countries, and the ways to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import facts, language_of, one, parsed, texts, words
from tests.records import CONFIGURATION, HOMES, LISTS, ONE_OF_EACH
from tremplin.pages import plans
from tremplin.pages.country import countries
from tremplin.pages.theme import themes
from tremplin.rules import duplicate_id


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def body_of(found: Reading, address: str, tag: str = "en") -> Tag:
    return parsed(found.page(address, tag).body)


def shown(body: Tag) -> dict[str, list[str]]:
    """The cards under each heading."""
    return {words(one(group, "h2")): [words(card) for card in group.select("h3")] for group in body.select(".tp-group") if group.select(".tp-card")}


def test_a_theme_shows_every_record_on_it_by_kind(found: Reading) -> None:
    body = body_of(found, "themes/gardens/")

    assert words(one(body, "h1")) == "Gardens"
    assert shown(body) == {"Good practices": ["The open door"], "Micro-trainings": ["Turn a key"], "Recommendations": ["Open all doors"]}
    assert words(one(body, ".tp-count")) == "3 records"


def test_a_theme_tells_whose_vocabulary_it_comes_from(tmp_path: Path, found: Reading) -> None:
    vocabulary = LISTS["vocabulary.yml"].replace("  project: bridge\n", '  project: bridge\n  source_url: "https://sources.example.org/list"\n')
    head = one(body_of(reading(write_base(tmp_path, {**ONE_OF_EACH, "vocabulary.yml": vocabulary})), "themes/gardens/"), ".tp-head")

    assert "This theme comes from the vocabulary of the project BRIDGE . Source: sources.example.org" in words(head)
    assert [str(link["href"]) for link in head.select("a")] == ["../../projects/bridge/", "https://sources.example.org/list"]
    assert not one(body_of(found, "themes/homes/"), ".tp-head").select("a")


def test_a_country_shows_every_record_about_it_and_the_partners_there(found: Reading) -> None:
    body = body_of(found, "countries/de/")

    assert words(one(body, "h1")) == "Germany"
    assert shown(body) == {"Micro-trainings": ["Turn a key"], "Events": ["Seminar in Kiel"], "Working group conclusions": ["First session in Kiel"]}
    assert [words(partner) for partner in body.select(".tp-partners li")] == ["North Kiel"]


def test_what_is_on_a_page_is_counted_at_its_top(found: Reading) -> None:
    links = {str(link["href"]): words(link) for link in body_of(found, "countries/de/").select(".tp-kinds a")}

    assert links == {"#microtrainings": "Micro-trainings 1", "#events": "Events 1", "#twg_conclusions": "Working group conclusions 1"}


def test_lists_lead_to_each_with_how_much_there_is(found: Reading) -> None:
    ways = {words(one(way, "h2")): (str(one(way, "h2 a")["href"]), words(way)) for address in ("themes/", "countries/") for way in body_of(found, address).select(".tp-ways > li")}

    assert ways == {
        "Gardens": ("../themes/gardens/", "Gardens BRIDGE Good practices 1 Micro-trainings 1 Recommendations 1"),
        "Homes": ("../themes/homes/", "Homes Events 1 Working group conclusions 1"),
        "France": ("../countries/fr/", "France Good practices 1 Trials 1"),
        "Germany": ("../countries/de/", "Germany 1 partner Micro-trainings 1 Events 1 Working group conclusions 1"),
        "Ireland": ("../countries/ie/", "Ireland Good practices 1"),
    }


def test_countries_stand_in_the_order_of_the_readers_alphabet(found: Reading) -> None:
    assert [words(way) for way in body_of(found, "countries/", "fr").select(".tp-ways h2")] == ["Allemagne", "France", "Irlande"]


def test_themes_with_the_same_name_are_both_there(tmp_path: Path) -> None:
    vocabulary = "one: {labels: {en: Same}, groups: [module]}\ntwo: {labels: {en: Same}, groups: [module]}\n"
    files = {"vocabulary.yml": vocabulary, "skills/a/record.yml": "original: en\norigin: editorial\ndocumented: partial\nthemes: [one, two]\n", "skills/a/en.md": "---\ntitle: A\n---\n"}

    body = body_of(reading(write_base(tmp_path, files)), "themes/")

    assert [str(link["href"]) for link in body.select(".tp-ways a")] == ["../themes/one/", "../themes/two/"]


def test_nothing_is_planned_for_what_has_no_records(tmp_path: Path) -> None:
    vocabulary = "gardens: {labels: {en: Gardens}, groups: [module]}\nhomes: {labels: {en: Homes}, groups: [module]}\n"
    skill = {"skills/a/record.yml": "original: en\norigin: editorial\ndocumented: partial\nthemes: [gardens]\n", "skills/a/en.md": "---\ntitle: A\n---\n"}
    empty, some = (reading(write_base(tmp_path / name, {"vocabulary.yml": vocabulary, **files})) for name, files in (("empty", {}), ("some", skill)))

    assert [plan.address for plan in plans(empty.library, is_preview=False) if plan.section in {"themes", "countries"}] == []
    assert [plan.address for plan in plans(some.library, is_preview=False) if plan.section in {"themes", "countries"}] == ["themes/", "themes/gardens/"]
    assert dict(themes(some.library)) == {"gardens": ("skills/a",)}


def test_a_country_with_partners_only_has_a_page(tmp_path: Path) -> None:
    only = reading(write_base(tmp_path, {"mkdocs.yml": CONFIGURATION, **HOMES, **LISTS}))

    assert countries(only.library) == {"DE": ()}
    body = body_of(only, "countries/de/")
    assert [words(partner) for partner in body.select(".tp-partners li")] == ["North Kiel"]
    assert not body.select(".tp-count, .tp-card")
    assert one(body_of(only, "partners/north/"), "a[href='../../countries/de/']")
    assert only.page("countries/de/", "en").description == "Germany: 1 partner"


def test_every_record_leads_to_its_themes_and_its_country(found: Reading) -> None:
    planned = {plan.address for plan in plans(found.library, is_preview=False)}
    body = body_of(found, "good_practices/open-door/")
    links = [str(link["href"]).removeprefix("../../") for link in one(body, ".tp-glance").select("a[href^='../../']")]

    assert {"themes/gardens/", "countries/ie/"} <= set(links) <= planned
    assert facts(body)["Place"] == "Dublin, Ireland (NUTS IE061)"


def test_a_theme_without_a_label_in_the_readers_language_says_which_it_is_in(found: Reading) -> None:
    told = {str(text).strip(): language_of(text, "lt") for address in ("themes/", "themes/gardens/") for text in texts(body_of(found, address, "lt"))}

    assert (told["Jardins"], told["Maisons"]) == ("fr", "fr")


def test_a_page_written_by_hand_in_their_place_is_reported(tmp_path: Path) -> None:
    mine = ("docs/en/countries/de.md", "docs/en/countries/index.md", "docs/en/themes/gardens.md")
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, **dict.fromkeys((*mine, "docs/en/themes/mine.md"), "# Mine\n")}), is_preview=True)

    assert sorted(one.location.path for one in duplicate_id.check_library(found.library)) == list(mine)
