"""The pages of skills, recommendations, events, conclusions and trials."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import everything, facts, one, parsed, words
from tests.records import CONCLUSION, ONE_OF_EACH, PATHS, TRIAL


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def body_of(found: Reading, kind: str, tag: str = "en") -> Tag:
    return parsed(found.page(f"{PATHS[kind]}/", tag).body)


def test_a_skill_is_seen_from_three_viewpoints_level_by_level(found: Reading) -> None:
    body = body_of(found, "skill")

    assert [words(view) for view in body.select(".tp-views h2")] == ["Seen by a small organisation", "Seen by the trainee", "Seen by the training centre"]
    assert [words(level) for level in body.select(".tp-levels > li")] == [
        "Level 1 Small organisation Comes when called Trainee I come when called Training centre Follows with help", "Level 2 Small organisation Comes unasked",
    ]


def test_the_facts_of_a_skill_are_told_at_a_glance(found: Reading) -> None:
    body = body_of(found, "skill")

    assert facts(body) == {"Key competence": "Personal, social and learning to learn competence", "LifeComp": "S3 Collaboration P2 Flexibility", "ESCO": "work in teams (T4.3)"}
    assert one(body, ".tp-glance a")["href"] == "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0"


def test_a_recommendation_weighs_what_speaks_for_it_against_what_speaks_against_it(found: Reading) -> None:
    body = body_of(found, "recommendation")

    assert facts(body) == {"Addressed to": "Employers European Union", "Priority": "High", "Themes": "Gardens"}
    assert words(one(body, ".tp-section--for")) == "What speaks for it Fresh air"
    assert words(one(body, ".tp-section--against")) == "What speaks against it Cold in winter"


def test_a_recommendation_shows_the_records_it_rests_on_as_cards(found: Reading) -> None:
    assert [(words(card), card["href"]) for card in body_of(found, "recommendation").select("#support ~ .tp-cards h3 a")] == [
        ("The open door", "../../good_practices/open-door/"), ("First try", "../../trials/first-try/"),
    ]
    assert body_of(found, "recommendation").select("#related ~ .tp-groups") == []


def test_an_event_tells_when_where_and_with_whom(found: Reading) -> None:
    body = body_of(found, "event")

    assert facts(body) == {
        "Kind": "Transnational seminar", "Date": "19–20 October 2023", "Place": "Kiel, Germany", "Host": "North", "Form": "On site and online", "Number in the series": "3",
        "Project": "BRIDGE", "Themes": "Homes",
    }
    assert (words(one(body, "#documents ~ ul a")), one(body, "#documents ~ ul a")["href"]) == ("Minutes of the days", "https://sources.example.org/minutes.pdf")


def test_an_event_of_one_day_has_one_date(tmp_path: Path) -> None:
    text = str(ONE_OF_EACH["events/kiel-2023/record.yml"]).replace("end: 2023-10-20\n", "")

    assert facts(body_of(reading(write_base(tmp_path, {**ONE_OF_EACH, "events/kiel-2023/record.yml": text})), "event"))["Date"] == "19 October 2023"


def test_conclusions_stand_together_by_their_kind(found: Reading) -> None:
    body = body_of(found, "conclusion")

    assert facts(body) == {
        "Partner": "North", "Session": "1 of 4", "Date": "September 2022", "Place": "Kiel, Germany", "Participants": "15 (trainers and employers)", "Project": "BRIDGE", "Themes": "Homes",
    }
    assert [words(group) for group in body.select(".tp-finding")] == ["Strength The rooms are warm", "Need Courses must be short Breaks must be long"]


def test_a_session_without_conclusions_says_that_they_are_unknown(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, f"{PATHS['conclusion']}/record.yml": "original: en\norigin: editorial\ndocumented: partial\n", f"{PATHS['conclusion']}/en.md": "---\ntitle: A\n---\n"}

    assert words(one(body_of(reading(write_base(tmp_path, files)), "conclusion"), "section[aria-labelledby=conclusions]")) == "Conclusions not documented yet"


def test_a_trial_shows_the_way_from_plan_to_certificate(found: Reading) -> None:
    body = body_of(found, "trial")

    assert facts(body) == {"Partner": "Sudensemble", "Period": "19–20 October 2023", "Place": "Lille, France", "Sessions": "2", "Project": "BRIDGE"}
    first, later = body.select("dl.tp-steps")
    assert [(words(row.dt), words(row.dd)) for row in first.select("div") if row.dt and row.dd] == [("Planned", "25"), ("Enrolled", "12"), ("Completed", "9"), ("Certified", "8")]
    assert words(later) == "In work 7 In training 5 Not reached 0"
    assert [words(cell) for cell in body.select("tbody td")] == ["8", "9"]
    assert "6 months later" in words(body)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("tag", ["en", "fr"])
def test_counts_from_one_to_four_are_published_nowhere(tmp_path: Path, number: int, tag: str) -> None:
    counts = ("enrolled: 12", "completed: 9", "certified: 8", "met: 8", "n: 9", "employed: 7", "training: 5", "lost: 0")
    pages = []
    for written in (str(number), "<5"):
        trial = TRIAL["trials/first-try/record.yml"]
        for count in counts:
            trial = trial.replace(count, f"{count.partition(':')[0]}: {written}")
        session = CONCLUSION["twg_conclusions/north-1/record.yml"].replace("count: 15", f"count: {written}")
        files = {**ONE_OF_EACH, "trials/first-try/record.yml": trial, "twg_conclusions/north-1/record.yml": session}
        found = reading(write_base(tmp_path / ("hidden" if written == "<5" else "told"), files))
        pages.append([everything(found.page(f"{PATHS[kind]}/", tag)) for kind in ("trial", "conclusion")])

    told, hidden = pages
    assert told == hidden
    assert told[0].count("fewer than 5" if tag == "en" else "moins de 5") == len(counts)


def test_a_trial_of_which_no_figure_is_known_says_so(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "trials/first-try/record.yml": "original: en\norigin: editorial\ndocumented: partial\n"}

    body = body_of(reading(write_base(tmp_path, files)), "trial")

    assert [words(row) for row in body.select("dl.tp-steps dd")] == ["not documented yet"] * 4
    assert body.select("table") == []
