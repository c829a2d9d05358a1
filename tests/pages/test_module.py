"""The page of a micro-training."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import facts, one, parsed, words
from tests.records import MODULE, ONE_OF_EACH, PATHS

PATH = PATHS["module"]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


@pytest.fixture
def body(found: Reading) -> Tag:
    return parsed(found.page(f"{PATH}/", "en").body)


def test_the_facts_of_a_module_are_told_at_a_glance(body: Tag) -> None:
    assert facts(body) == {
        "Duration": "1 h 30 min", "Gestures": "2", "Form": "Workshop", "Provider": "North", "Prerequisites": "Nothing at all", "Country": "Germany", "Project": "BRIDGE",
        "Themes": "Gardens",
    }


def test_each_gesture_shows_its_steps_and_what_the_trainer_looks_for(body: Tag) -> None:
    first, second = body.select(".tp-gesture")

    assert [words(step) for step in first.select("ol li")] == ["Look at it", "Push it in"]
    assert [words(criterion) for criterion in first.select(".tp-criteria li")] == ["Inserts slowly 40–60 s critical", "Names the parts (asked)"]
    assert [words(criterion) for criterion in second.select(".tp-criteria li")] == ["Turns it fully critical (seen in the result)"]
    assert words(one(body, ".tp-pass")) == "A gesture is acquired when every critical criterion is met. 2 attempts are possible."


def test_the_session_is_a_timetable_that_adds_up(body: Tag) -> None:
    assert [words(part) for part in body.select(".tp-part__time")] == ["0:00 20 min", "0:20 50 min", "1:10 20 min"]
    assert [(rect["x"], rect["width"]) for rect in body.select(".tp-timeline rect")] == [("0", "20"), ("20", "50"), ("70", "20")]
    assert words(one(body, ".tp-total")) == "In all: 1 h 30 min"


def test_a_film_of_the_site_plays_with_captions_and_is_not_loaded_before(body: Tag) -> None:
    film = one(body, "video")

    assert (film["preload"], film["poster"]) == ("none", "media/film.webp")
    assert one(film, "source")["src"] == "media/film.webm"
    assert one(film, "track").attrs == {"kind": "captions", "src": "media/film.en.vtt", "srclang": "en", "label": "English", "default": ""}
    assert words(one(film.find_parent("figure") or body, "figcaption")) == "A key turns · 0:23 · Film maker · CC-PDDC · source"


def test_captions_in_another_language_are_offered_and_not_switched_on(found: Reading) -> None:
    assert "default" not in one(parsed(found.page(f"{PATH}/", "fr").body), "track").attrs


def test_a_film_that_is_not_made_yet_is_announced_and_one_that_may_not_be_shown_is_not(body: Tag) -> None:
    assert words(one(body, ".tp-pending")) == "A key rests : this film has not been made yet."
    assert "A key is lost" not in words(body)
    assert "vimeo" not in str(body)


def test_a_film_at_another_host_is_a_link_that_says_so(body: Tag) -> None:
    link = one(body, ".tp-video .tp-action a")

    assert (link["href"], words(link)) == ("https://commons.wikimedia.org/wiki/File:Key.webm", "Watch “Somebody turns a key” at Wikimedia Commons")
    assert "will learn that you watch it" in words(link.find_parent("figure") or body)
    assert body.select("iframe, embed, object") == []


def test_nothing_on_the_page_is_fetched_from_elsewhere(body: Tag) -> None:
    assert [element for element in body.select("[src], [poster]") if "//" in str(element.get("src", "")) + str(element.get("poster", ""))] == []


def test_the_elements_of_a_micro_credential_are_told_one_by_one(body: Tag) -> None:
    award = "belongs to each individual award, not to this description"

    assert facts(one(body, "section[aria-labelledby=credential]"), ".tp-facts") == {
        "Identification of the learner": award, "Title of the micro-credential": "Turn a key", "Country or region of the issuer": "Germany", "Awarding body": "Sudensemble",
        "Date of issuing": award, "Learning outcomes": "↑", "Notional workload": "1 h 30 min", "Level (EQF)": "2", "Type of assessment": "Practical assessment",
        "Form of participation": "Workshop", "Quality assurance": "Qualiopi",
    }


def test_references_to_catalogues_are_listed(body: Tag) -> None:
    assert [words(item) for item in body.select("section[aria-labelledby=credential] .tp-links li")] == ["ISCED-F 0921", "ESCO occupation 1", "ESCO skill 1", "ROME K1304"]


def test_national_references_are_listed_also_where_there_are_no_others(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, f"{PATH}/record.yml": "original: en\norigin: editorial\ndocumented: partial\nnational_refs: [ROME K1304]\n", f"{PATH}/en.md": "---\ntitle: A\n---\n"}
    body = parsed(reading(write_base(tmp_path, without_trial(files)), is_preview=True).page(f"{PATH}/", "en").body)

    assert "ROME K1304" in words(body)


def without_trial(files: dict[str, str | bytes]) -> dict[str, str | bytes]:
    """A base in which nothing reports on gestures of the module."""
    return {name: content for name, content in files.items() if not name.startswith(("trials/", "recommendations/"))}


def test_what_is_not_documented_is_said_to_be_unknown(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, f"{PATH}/record.yml": "original: en\norigin: editorial\ndocumented: announced\n", f"{PATH}/en.md": "---\ntitle: A\n---\n"}
    body = parsed(reading(write_base(tmp_path, without_trial(files))).page(f"{PATH}/", "en").body)

    assert [words(
        mark.find_parent("section") or body,
    ) for mark in body.select("section > p > .tp-unknown")] == ["The gestures not documented yet", "Course of the session not documented yet"]
    assert words(one(body, ".tp-pending")) == "There is no film for this training yet."
    elements = facts(one(body, "section[aria-labelledby=credential]"), ".tp-facts")
    assert [name for name, value in elements.items() if value == "not documented yet"] == [
        "Country or region of the issuer", "Awarding body", "Learning outcomes", "Notional workload", "Level (EQF)", "Type of assessment", "Form of participation", "Quality assurance",
    ]


def between(text: str, start: str, middle: str, end: str) -> str:
    """A text with something else between two of its places."""
    before, _, after = text.partition(start)
    return f"{before}{start}{middle}{end}{after.partition(end)[2]}"


def test_the_drawing_of_the_timetable_has_a_height_for_every_kind_of_part(tmp_path: Path) -> None:
    kinds = ("welcome", "demonstration", "practice", "reflection", "assessment", "break")
    parts = "".join(f"  - {{id: p{number}, kind: {kind}, duration: 15 min}}\n" for number, kind in enumerate(kinds))
    titles = "".join(f"  p{number}: {{title: T}}\n" for number in range(6))
    facts_text = between(str(MODULE[f"{PATH}/record.yml"]), "\nparts:\n", parts, "pass_rule:")
    text = between(str(MODULE[f"{PATH}/en.md"]), "\nparts:\n", titles, "videos:")
    files = {**ONE_OF_EACH, f"{PATH}/record.yml": facts_text, f"{PATH}/en.md": text}

    body = parsed(reading(write_base(tmp_path, files)).page(f"{PATH}/", "en").body)

    assert len(body.select(".tp-timeline rect")) == 6
    assert [words(item) for item in body.select(".tp-legend li")] == [
        f"{label} 15 min" for label in ("Welcome", "Demonstration", "Practice", "Assessment", "Reflection", "Break")
    ]
