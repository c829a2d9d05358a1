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
        "Duration": "1 h 30 min", "Gestures": "Insert the key Turn the key", "Level": "EQF level 2",
        "Equipment": "2 things to have ready , 1 thing that protects", "Form": "Workshop, with digital tools beside it", "Provider": "North", "Prerequisites": "Nothing at all", "Country": "Germany", "Project": "BRIDGE",
        "Themes": "Gardens",
    }


def test_what_is_told_at_a_glance_leads_to_where_it_is_told_in_full(body: Tag) -> None:
    links = [str(link["href"]) for link in body.select(".tp-glance a[href^='#'], .tp-jump a")]

    assert links == ["#gesture-insert", "#gesture-turn", "#materials", "#protection", "#films", "#gestures", "#course", "#assess"]
    assert [link for link in links if not body.select(link)] == []


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


def test_a_film_of_the_site_plays_with_captions_and_nothing_of_it_is_loaded_before(body: Tag) -> None:
    film = one(body, "video[preload]")

    assert (film["preload"], film["poster"]) == ("none", "media/film.webp")
    assert one(film, "source").attrs == {"src": "media/film.webm", "type": "video/webm"}
    assert one(film, "track").attrs == {"kind": "captions", "src": "media/film.en.vtt", "srclang": "en", "label": "English", "data-own": ""}
    assert words(one(film.find_parent("figure") or body, "figcaption")) == "A key turns · 0:23 · Film maker · CC-PDDC · Download the film · source"


def test_captions_in_another_language_are_offered_and_not_switched_on(found: Reading) -> None:
    assert "data-own" not in one(parsed(found.page(f"{PATH}/", "fr").body), "video[preload] track").attrs


def test_a_chapter_and_its_gesture_lead_to_the_moment_in_the_film(body: Tag) -> None:
    chapter, gesture = body.select("a[data-of]")

    assert (chapter["href"], chapter["data-at"], chapter["data-of"]) == ("media/film.webm#t=3", "3", "film-film")
    assert words(chapter) == "0:03 Insert the key"
    assert (gesture["href"], words(gesture)) == ("media/film.webm#t=3", "Watch this gesture in the film, from 0:03")
    assert one(body, "#gesture-insert") in gesture.parents


def test_films_that_exist_come_before_the_gestures_and_before_those_that_do_not(body: Tag) -> None:
    sections = [str(section["aria-labelledby"]) for section in body.select(".tp-record > section[aria-labelledby]")]

    assert sections.index("films") < sections.index("gestures")
    assert [element.name for element in one(body, ".tp-films").find_all(["figure", "p"], recursive=False)] == ["figure", "figure", "p"]


def test_a_film_that_is_not_made_yet_is_announced_and_one_that_may_not_be_shown_is_not(body: Tag) -> None:
    assert words(one(body, ".tp-films .tp-pending")) == "A key rests : this film has not been made yet."
    assert "A key is lost" not in words(body)
    assert "vimeo" not in str(body)


def test_a_film_at_another_host_is_a_link_that_says_so(body: Tag) -> None:
    facade = one(body, "[data-facade]")
    link = one(facade, "a")

    assert (link["href"], words(link)) == ("https://commons.wikimedia.org/wiki/File:Key.webm", "Watch “Somebody turns a key” at Wikimedia Commons")
    assert "will learn that you watch it" in words(facade)
    assert one(facade, "button").has_attr("hidden")
    source = one(body, "template").find("source")
    assert isinstance(source, Tag)
    assert source.attrs == {"src": "https://commons.wikimedia.org/wiki/Special:FilePath/Key.webm", "type": "video/webm"}


def test_nothing_on_the_page_is_fetched_from_elsewhere(body: Tag) -> None:
    # What stands in a template, which selectors pass over, is fetched when a script takes it out.
    assert [element for element in body.select("[src], [poster]") if "//" in str(element.get("src", "")) + str(element.get("poster", ""))] == []


def test_search_engines_learn_of_a_film_of_which_all_is_known(found: Reading) -> None:
    page = "https://base.example.org/kb/en/microtrainings/turn-a-key/"

    assert found.page(f"{PATH}/", "en").data[0]["video"] == [{
        "@type": "VideoObject", "name": "A key turns", "description": "A hand and a lock.", "thumbnailUrl": f"{page}media/film.webp", "uploadDate": "2024-01-15",
        "duration": "PT23S", "contentUrl": f"{page}media/film.webm", "license": "https://creativecommons.org/licenses/publicdomain/", "inLanguage": "en",
        "hasPart": [{"@type": "Clip", "name": "Insert the key", "startOffset": 3, "endOffset": 23, "url": f"{page}?t=3#film-film"}],
    }]


def test_search_engines_learn_of_no_film_where_there_is_none(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, f"{PATH}/record.yml": str(MODULE[f"{PATH}/record.yml"]).replace("  - id: film\n", "  - id: film\n    state: pending\n").replace("state: withdrawn, ", "")}
    page = reading(write_base(tmp_path, files)).page(f"{PATH}/", "en")

    assert "video" not in page.data[0]
    assert "data-of" not in page.body


def test_the_steps_can_be_ticked_by_a_learner_whose_ticks_stay_at_home(body: Tag) -> None:
    panel = one(body, "[data-checklist]")

    assert panel["data-checklist"] == PATH
    assert panel.has_attr("hidden")
    assert [str(steps["data-steps"]) for steps in body.select("[data-steps]")] == ["insert"]
    assert "Your ticks stay on this device." in words(panel)


def test_the_trainers_grid_judges_by_the_pass_rule(body: Tag) -> None:
    grid = one(body, "[data-grid]")

    assert (grid["data-rule"], grid["data-attempts"]) == ("critical", "2")
    assert [words(one(row, "legend")) for row in grid.select("[data-counts]")] == ["Inserts slowly 40–60 s critical", "Turns it fully critical (seen in the result)"]
    assert [str(mark["name"]) for mark in grid.select("[value=seen]")] == ["insert.slowly", "insert.names-parts", "turn.fully"]
    assert one(grid, "form").attrs == {"autocomplete": "off"}


def test_where_nobody_wrote_a_rule_every_criterion_counts_and_the_trainer_is_told(tmp_path: Path) -> None:
    grid = one(_ruled(tmp_path, "documented: partial\n"), "[data-grid]")

    assert grid["data-rule"] == "all"
    assert len(grid.select("[data-counts]")) == 3
    assert "Nobody has written down yet" in words(grid)


def test_the_sheet_of_paper_tells_no_rule_that_nobody_wrote(tmp_path: Path) -> None:
    sheet = one(_ruled(tmp_path, "documented: partial\n"), ".tp-sheet")

    assert "Nobody has written down yet when a gesture is acquired. Here every criterion counts." in words(sheet)
    assert "A gesture is acquired when" not in words(sheet)
    assert "possible" not in words(sheet)


def test_attempts_that_nobody_counted_are_not_told(tmp_path: Path) -> None:
    body = _ruled(tmp_path, "pass_rule: {criteria: critical}\n")

    assert words(one(body, ".tp-pass")) == "A gesture is acquired when every critical criterion is met."
    assert "possible" not in words(one(body, ".tp-sheet"))
    assert not one(body, "[data-grid]").has_attr("data-attempts")
    assert one(body, "[data-grid]")["data-attempt"] == "Attempt {n}"


def _ruled(folder: Path, rule: str) -> Tag:
    """The page of the module with another pass rule."""
    files = {**ONE_OF_EACH, f"{PATH}/record.yml": str(MODULE[f"{PATH}/record.yml"]).replace("pass_rule: {criteria: critical, attempts: 2}\n", rule)}
    return parsed(reading(write_base(folder, files)).page(f"{PATH}/", "en").body)


def test_the_sheet_of_paper_has_a_row_for_each_criterion_and_columns_for_learners(body: Tag) -> None:
    rows = [[cell.name for cell in row.select("th, td")] for row in body.select(".tp-sheet tr")]

    assert [row for row in rows if row != ["th"]] == [["th", *["td"] * 6]] * 6
    assert words(body.select(".tp-sheet tbody th")[1]) == "Inserts slowly 40–60 s critical"


def test_printed_sheets_lead_back_to_the_page_of_their_edition(found: Reading) -> None:
    english, french = (parsed(found.page(f"{PATH}/", tag).body) for tag in ("en", "fr"))

    assert one(english, ".tp-sheet .tp-back").get_text().strip() == "https://base.example.org/kb/en/microtrainings/turn-a-key/"
    assert str(one(english, "#tp-qr")) != str(one(french, "#tp-qr"))
    assert [use["href"] for use in english.select(".tp-back use")] == ["#tp-qr", "#tp-qr"]


def test_a_site_that_does_not_know_its_address_prints_none(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "mkdocs.yml": str(ONE_OF_EACH["mkdocs.yml"]).replace("site_url: https://base.example.org/kb/\n", "")}

    assert parsed(reading(write_base(tmp_path, files)).page(f"{PATH}/", "en").body).select(".tp-back") == []


def test_the_elements_of_a_micro_credential_are_told_one_by_one(body: Tag) -> None:
    award = "belongs to each individual award, not to this description"

    assert facts(one(body, "section[aria-labelledby=credential]"), "p + .tp-facts") == {
        "Identification of the learner": award, "Title of the micro-credential": "Turn a key", "Country or region of the issuer": "Germany", "Awarding body": "Sudensemble",
        "Date of issuing": award, "Learning outcomes": "On this page ↑", "Notional workload": "1 h 30 min", "Level (EQF)": "2", "Type of assessment": "Practical assessment", "Supervision during the assessment": "a trainer is present and knows the learner",
        "Form of participation": "Workshop", "Quality assurance": "Qualiopi",
    }


def test_its_place_in_classifications_is_told_by_their_names(body: Tag) -> None:
    assert facts(one(body, "section[aria-labelledby=credential]"), "h3 + .tp-facts") == {
        "ESCO occupations": "home care aide", "ESCO skills": "apply hygiene standards", "ISCED-F field": "0921", "National references": "ROME K1304",
    }


def test_a_name_that_is_not_in_the_pages_language_says_so(found: Reading) -> None:
    name = one(parsed(found.page(f"{PATH}/", "fr").body), "a[href$='/d9449998-c1f5-478c-a103-2255398cf0b6'] span")

    assert (words(name), name["lang"]) == ("apply hygiene standards", "en")


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
    assert body.select(".tp-jump") == []
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
