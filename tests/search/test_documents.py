"""What is searched of a page."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bases import EVERY_KIND, write_base
from tests.libraries import Reading, reading
from tests.records import ONE_OF_EACH
from tremplin.cache import Cache
from tremplin.editions import search_files
from tremplin.pages import plans
from tremplin.search.documents import of_catalogue, of_handwritten, of_partner, of_project, of_record, of_term, unmarked


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), {**ONE_OF_EACH, "skills/teamwork/fr.md": "---\ntitle: Équipe\nsummary: Faire sa part.\n---\n"}))


def test_a_record_is_found_by_all_its_words_and_by_its_titles_in_other_languages(base: Reading) -> None:
    document = of_record(base.local("skills/teamwork", "en"), base.edition("en"))

    assert document.title == "Work in teams"
    assert "I am not alone." in document.html("en")
    assert document.elsewhere == (("fr", "Équipe"),)
    assert ("kind", "skill") in document.facets
    assert ("own", "yes") in document.facets


def test_a_record_without_words_of_its_own_says_its_language(base: Reading) -> None:
    path = next(path for path, card in base.library.cards.items() if "fr" not in card.titles)
    document = of_record(base.local(path, "fr"), base.edition("fr"))

    assert document.language == "en"
    assert '<i id="lang-en">' in document.html("fr")
    assert ("own", "yes") not in document.facets


def test_a_practice_can_be_narrowed_down_by_outcome_theme_country_and_audience(base: Reading) -> None:
    document = of_record(base.local("good_practices/open-door", "en"), base.edition("en"))

    assert {"outcome", "theme", "country", "audience"} <= {name for name, _ in document.facets}


def test_every_entry_of_a_list_is_found(base: Reading) -> None:
    lists, edition = base.library.lists, base.edition("fr")
    found = [of_term(name, term, edition) for name, term in lists.terms.items()]
    found += [of_partner(name, partner, edition) for name, partner in lists.partners.items()]
    found += [of_project(name, project, edition) for name, project in lists.projects.items()]

    assert found
    assert all(one.title and one.facets for one in found)
    assert {facet for one in found for facet in one.facets if facet[0] == "kind"} == {("kind", "term"), ("kind", "partner"), ("kind", "project")}


def test_a_term_is_found_by_its_labels_in_all_languages(base: Reading) -> None:
    name, term = next(iter(base.library.lists.terms.items()))
    document = of_term(name, term, base.edition("en"))

    assert document.address == f"glossary/#{name}"
    assert {tag for tag, _ in document.elsewhere} == set(term.labels) & {"fr", "lt"}


def test_of_a_page_written_by_hand_its_main_part_is_searched() -> None:
    html = "<nav>Menu</nav><main id=x><h1>About <em>us</em></h1><p>We &amp; you.</p><script>no()</script></main><footer>Foot</footer>"

    document = of_handwritten("about/", html)

    assert (document.title, document.parts[0].texts) == ("About us", ("We & you.",))


def test_prose_is_searched_without_the_signs_of_markdown() -> None:
    assert unmarked("## A *b* [c](d.md) ![e](f)\n\n- g\n1. h\n> `i`").split() == ["A", "b", "c", "e", "g", "h", "i"]
    assert unmarked("[a](b_(c)) [d [e](f)) < g <i>h</i>").split() == ["a", "[d", "e)", "<", "g", "h"]


def test_text_is_never_markup() -> None:
    document = of_handwritten('"><script>/', '<main><h1>&lt;b&gt;"</h1><p>&lt;script&gt;</p></main>')

    assert "<script>" not in document.html("en")
    assert "<b>" not in document.html("en")


def test_a_letter_that_is_not_folded_goes_in_two_parts() -> None:
    html = of_handwritten("a/", "<main><h1>Długo</h1>l’emploi</main>").html("pl")

    assert "Dl\u0335ugo" in html
    assert "l&#x27;emploi" in html


@pytest.mark.parametrize(("minutes", "expected"), [(90, "half-day"), (240, "half-day"), (241, "day"), (480, "day"), (1440, "longer")])
def test_a_duration_is_one_of_three(base: Reading, minutes: int, expected: str) -> None:
    assert replace(base.library.cards["microtrainings/turn-a-key"], minutes=minutes).duration_band == expected


def test_a_page_that_lists_records_is_found_by_its_title_in_all_languages(base: Reading) -> None:
    document = of_catalogue("good_practices/", "Good practices", "What was tried.", base.edition("fr"))

    assert document.title == "Bonnes pratiques"
    assert ("en", "Good practices") in document.elsewhere
    assert document.is_entry


def searched(found: Reading) -> set[str]:
    """The addresses that readers can find."""
    is_preview, edition = found.is_preview, found.edition("en")
    files = search_files(edition, {}, lambda path: found.local(path, "en"), Cache(None), plans=tuple(plans(found.library, is_preview=is_preview)))
    fragments = [content() for path, (_, content) in files.items() if "/fragment/" in path]
    return {json.loads(gzip.decompress(fragment).decode().removeprefix("pagefind_dcd"))["url"].removeprefix("/") for fragment in fragments}


def test_lists_are_found_where_they_have_a_page_that_lists_something(tmp_path: Path) -> None:
    empty = reading(write_base(tmp_path, {"mkdocs.yml": ONE_OF_EACH["mkdocs.yml"]}))
    found = reading(EVERY_KIND)
    pages = {plan.address for plan in plans(found.library, is_preview=False)}

    assert {"good_practices/", "glossary/", "themes/", "countries/"} <= {address for address in searched(found) if address.count("/") == 1 and "#" not in address} <= pages
    assert searched(empty) == set()
