"""A catalogue's filters and orders, as far as the page is made of them before any script runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import language_of, one, parsed, texts, words
from tests.records import CONFIGURATION, HOMES, LISTS
from tremplin.model.choices import LABELS
from tremplin.model.record import A_DAY, HALF_A_DAY
from tremplin.pages.catalogue import TOO_FEW_TO_FILTER

PRACTICES: Mapping[str, str] = {
    "a": "polarity: positive\nthemes: [gardens, homes]\ncountries: [FR, DE]\nperiod: {start: 2019-05}\ntarget_groups: [migrants, jobseekers]\n",
    "b": "polarity: negative\nthemes: [homes]\ncountries: [FR]\n",
    "c": "polarity: positive\nproject: bridge\ntarget_groups: [migrants]\n",
    "d": "themes: [gardens]\ncountries: [AT]\n",
    "e": "",
    "f": "themes: [homes]\n",
}
COMMON = "original: en\norigin: editorial\ndocumented: partial\n"


def base(folder: Path, records: Mapping[str, str], kind: str = "good_practices") -> Reading:
    files = {f"{kind}/{name}/record.yml": COMMON + facts for name, facts in records.items()}
    files |= {f"{kind}/{name}/en.md": f"---\ntitle: Title {name}\n---\n" for name in records}
    return reading(write_base(folder, {"mkdocs.yml": CONFIGURATION, **HOMES, **LISTS, **files}))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return base(tmp_path_factory.mktemp("base"), PRACTICES)


def body_of(found: Reading, address: str = "good_practices/", tag: str = "en") -> Tag:
    return parsed(found.page(address, tag).body)


def offered(body: Tag) -> dict[str, dict[str, tuple[str, str]]]:
    """For each facet the label and the number of each value, in the order in which they stand."""
    facets: dict[str, dict[str, tuple[str, str]]] = {}
    for label in body.select(".tp-check"):
        box = one(label, "input[type=checkbox]")
        facets.setdefault(str(box["name"]), {})[str(box["value"])] = (words(one(label, ".tp-check__name")), words(one(label, ".tp-check__number")))
    return facets


def test_a_facet_offers_its_values_with_how_many_records_have_them(found: Reading) -> None:
    assert offered(body_of(found)) == {
        "theme": {"gardens": ("Gardens", "2"), "homes": ("Homes", "3")},
        "outcome": {"positive": ("Positive", "2"), "negative": ("Negative", "1")},
        "country": {"AT": ("Austria", "1"), "FR": ("France", "2"), "DE": ("Germany", "1")},
        "audience": {"jobseekers": ("Jobseekers", "1"), "migrants": ("Migrants", "2")},
        "project": {"bridge": ("BRIDGE", "1")},
    }


def test_values_stand_in_the_order_of_the_readers_alphabet(found: Reading) -> None:
    assert [label for label, _ in offered(body_of(found, tag="fr"))["country"].values()] == ["Allemagne", "Autriche", "France"]


def test_a_value_that_all_records_have_is_not_offered(found: Reading) -> None:
    assert {"origin", "documented", "own", "video", "duration"}.isdisjoint(offered(body_of(found)))


def test_a_facet_with_as_many_values_as_records_is_not_offered(tmp_path: Path) -> None:
    codes = ("AT", "BE", "DE", "ES", "FR", "IT")
    found = base(tmp_path, {code.lower(): f"countries: [{code}]\npolarity: {'mixed' if code == 'AT' else 'positive'}\n" for code in codes})

    assert list(offered(body_of(found))) == ["outcome"]


def test_a_record_can_be_asked_for_in_the_readers_language(tmp_path: Path) -> None:
    found = base(tmp_path, PRACTICES)
    assert "own" not in offered(body_of(found, tag="en"))

    (tmp_path / "good_practices/a/fr.md").write_text("---\ntitle: Titre\n---\n", encoding="utf-8")
    own = offered(body_of(reading(tmp_path), tag="fr"))["own"]

    assert [number for _, number in own.values()] == ["1"]


def test_cards_carry_what_filters_and_orders_go_by(found: Reading) -> None:
    marks = {words(one(card, "h3")): str(card["data-facts"]).split() for card in body_of(found).select(".tp-card")}

    assert marks["Title a"] == [
        "theme:gardens", "theme:homes", "outcome:positive", "country:FR", "country:DE", "audience:migrants", "audience:jobseekers", "date:20190500", "evidence:0",
    ]
    assert marks["Title e"] == ["evidence:0"]


def test_what_a_card_carries_is_what_is_offered(found: Reading) -> None:
    body = body_of(found)
    carried: dict[str, int] = {}
    for card in body.select(".tp-card"):
        for mark in str(card["data-facts"]).split():
            carried[mark] = carried.get(mark, 0) + 1

    told = {f"{name}:{value}": int(number) for name, values in offered(body).items() for value, (_, number) in values.items()}
    assert {mark: number for mark, number in carried.items() if mark.partition(":")[0] not in {"date", "evidence", "minutes"}} == told


def test_only_the_catalogue_makes_cards_carry_it(found: Reading) -> None:
    assert body_of(found, "themes/gardens/").select(".tp-card")
    assert not body_of(found, "themes/gardens/").select("[data-facts]")


@pytest.mark.parametrize(("minutes", "band"), [(90, "half-day"), (HALF_A_DAY, "half-day"), (HALF_A_DAY + 1, "day"), (A_DAY, "day"), (A_DAY + 1, "longer")])
def test_a_duration_falls_into_one_of_three_bands(tmp_path: Path, minutes: int, band: str) -> None:
    others = dict.fromkeys("bcdef", "")
    body = body_of(base(tmp_path, {"a": f"duration: {minutes} min\n", **others}, "microtrainings"), "microtrainings/")

    assert list(offered(body)["duration"]) == [band]


def test_a_recommendation_is_found_by_whom_it_addresses_and_an_event_by_its_kind(tmp_path: Path) -> None:
    rest = dict.fromkeys("bcdef", "")
    resting = {"a": "addressees: [employer]\nbased_on: [recommendations/b]\n", **dict.fromkeys("bcdef", "based_on: [recommendations/a]\n")}
    addressed = body_of(base(tmp_path / "one", resting, "recommendations"), "recommendations/")
    event = body_of(base(tmp_path / "two", {"a": "kind: seminar\n", **rest}, "events"), "events/")

    assert offered(addressed)["addressee"] == {"employer": ("Employers", "1")}
    assert offered(event)["kind"] == {"seminar": ("Transnational seminar", "1")}


def test_records_are_put_in_orders_that_fit_them(found: Reading, tmp_path: Path) -> None:
    many = {f"n{number}": f"themes: [{'gardens' if number % 2 else 'homes'}]\nupdated: 2026-0{1 + number % 2}\n" for number in range(10)}

    assert [str(option["value"]) for option in body_of(found).select("option")] == ["newest", "title", "evidence"]
    assert one(body_of(found), "[data-catalogue]")["data-catalogue"] == "newest"
    assert [str(option["value"]) for option in body_of(base(tmp_path, many, "skills"), "skills/").select("option")] == ["title", "changed"]


def test_records_without_dates_of_their_own_are_new_when_they_have_changed(tmp_path: Path) -> None:
    few = {"a": "created: 2026-03-05\nupdated: 2026-11\nthemes: [homes]\n", "b": "created: 2026-11-21\n", **dict.fromkeys("cde", "created: 2026-03-05\n"), "f": ""}
    body = body_of(base(tmp_path / "some", few, "skills"), "skills/")
    alike = body_of(base(tmp_path / "alike", {"a": "created: 2026-03-05\nthemes: [homes]\n", **dict.fromkeys("bcdef", "created: 2026-03-05\n")}, "skills"), "skills/")

    assert [(str(option["value"]), words(option)) for option in body.select("option")] == [("title", "Title, A to Z"), ("changed", "Newest first")]
    assert [dict(fact.split(":") for fact in str(card["data-facts"]).split())["changed"] for card in body.select("[data-facts]")] == [
        "20261100", "20261121", "20260305", "20260305", "20260305",
    ]
    assert (offered(alike)["theme"], alike.select("option")) == ({"homes": ("Homes", "1")}, [])


def test_a_few_records_need_no_filter(tmp_path: Path) -> None:
    few = dict(list(PRACTICES.items())[:TOO_FEW_TO_FILTER])
    body = body_of(base(tmp_path, few))

    assert len(body.select(".tp-card")) == TOO_FEW_TO_FILTER
    assert not body.select("form, select, template, [data-catalogue], [data-facts]")


def test_themes_and_countries_are_led_to_without_a_script(found: Reading) -> None:
    body = body_of(found)

    assert [str(link["href"]) for link in one(body, ".tp-browse").select("a")] == [
        "../themes/", "../themes/gardens/", "../themes/homes/", "../countries/", "../countries/at/", "../countries/fr/", "../countries/de/",
    ]
    assert one(body, "form").has_attr("hidden")
    assert one(body, "[data-chips]").has_attr("hidden")


def test_all_records_stand_in_one_list_whatever_their_themes(tmp_path: Path) -> None:
    body = body_of(base(tmp_path, {name: f"themes: [{'gardens, homes' if name in 'ace' else 'homes'}]\n" for name in "abcdefghijkl"}))

    assert [words(heading) for heading in body.select("h2")] == ["12 records"]
    assert [words(one(card, "h3")) for card in body.select(".tp-shelf > .tp-card")] == [f"Title {name}" for name in "abcdefghijkl"]


def test_every_filter_stands_below_a_heading(tmp_path: Path) -> None:
    base(tmp_path, PRACTICES)
    (tmp_path / "good_practices/a/fr.md").write_text("---\ntitle: Titre\n---\n", encoding="utf-8")

    body = body_of(reading(tmp_path), tag="fr")

    headings = [(str(box["name"]), box.find_parent("details", class_="tp-sieve")) for box in body.select(".tp-check input")]
    assert "own" in dict(headings)
    assert [name for name, details in headings if details is None or not words(one(details, "summary"))] == []


def test_the_bands_of_durations_exclude_each_other_by_name() -> None:
    assert list(LABELS["duration_band"].values()) == ["up to half a day", "half a day to a day", "longer than a day"]


def test_labels_in_another_language_say_which(found: Reading) -> None:
    told = {str(text).strip(): language_of(text, "lt") for text in texts(one(body_of(found, tag="lt"), "form"))}

    assert (told["Jardins"], told["Maisons"]) == ("fr", "fr")


def test_a_record_with_only_a_title_has_a_card(tmp_path: Path) -> None:
    found = base(tmp_path, {"a": ""}, "skills")
    cards = body_of(found, "skills/").select(".tp-card")

    assert [words(card) for card in cards] == ["Title a Documented in part"]
