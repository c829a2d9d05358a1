"""What pages tell machines: schema.org descriptions."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import values
from tests.pages.schema_org import faults_in
from tests.records import CONFIGURATION, ONE_OF_EACH, PATHS
from tremplin.model.page import Page

LISTS = ("partners/north/", "projects/bridge/", "glossary/")
ADDRESS = re.compile(r"^https?://[^\s/]+\.[^\s/]+/")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def described(page: Page) -> Mapping[str, object]:
    """The only description of a page, as a machine reads it."""
    (data,) = page.data
    return dict(json.loads(json.dumps(data, ensure_ascii=False)))


@pytest.mark.parametrize("address", [*(f"{path}/" for path in PATHS.values()), "good_practices/wide-gate/", *LISTS])
@pytest.mark.parametrize("tag", ["en", "lt"])
def test_a_description_uses_types_and_properties_that_exist(found: Reading, address: str, tag: str) -> None:
    data = described(found.page(address, tag))

    assert data["@context"] == "https://schema.org"
    assert list(faults_in(data)) == []


def test_a_description_that_schema_org_does_not_know_is_told() -> None:
    step = {"@type": "HowToStep", "text": "Turn", "position": 1}
    course = {"@type": ["Course", "LearningResource"], "name": "Turn", "teaches": ["Turning"], "hasPart": {"@type": "HowTo", "step": [step]}}

    assert list(faults_in(course)) == []
    assert list(faults_in({**course, "startDate": "2026"})) == ["/Course+LearningResource: startDate is no property of it"]
    assert next(faults_in({**course, "hasPart": {"@type": "Place", "name": "Kiel"}})).startswith("/Course+LearningResource/hasPart: ")
    assert list(faults_in({"@type": "HowTo", "step": [{"@type": "HowToStride"}]}))[-1] == "/HowTo/step/HowToStride: no such type"
    assert list(faults_in({"@type": "PostalAddress", "address": "Kiel"})) == ["/PostalAddress: address is no property of it"]
    assert next(faults_in({"@type": "Course", "timeRequired": {"@type": "Place"}})).startswith("/Course/timeRequired: ")


@pytest.mark.parametrize("address", [*(f"{path}/" for path in PATHS.values()), "good_practices/wide-gate/", *LISTS])
def test_a_description_says_nothing_with_an_empty_value(found: Reading, address: str) -> None:
    for kind, value in values(described(found.page(address, "en"))):
        assert [name for name, one in value.items() if one in (None, "", [], {})] == [], kind


@pytest.mark.parametrize("address", [*(f"{path}/" for path in PATHS.values()), *LISTS])
def test_addresses_in_a_description_are_whole(found: Reading, address: str) -> None:
    for _, value in values(described(found.page(address, "en"))):
        told = [value[name] for name in ("url", "license", "sameAs", "targetUrl", "eventAttendanceMode") if name in value]
        assert [one for one in told if not ADDRESS.match(one)] == []


KINDS = {"practice": "Report", "module": ["Course", "LearningResource"], "skill": "DefinedTerm", "recommendation": "Report", "event": "EducationEvent", "conclusion": "Report", "trial": "Dataset"}


@pytest.mark.parametrize("kind", PATHS)
def test_a_record_is_described_as_what_it_is_in_the_language_it_is_shown_in(found: Reading, kind: str) -> None:
    data, record = described(found.page(f"{PATHS[kind]}/", "fr")), found.records[PATHS[kind]]

    assert data["@type"] == KINDS[kind]
    assert (data["name"], data["description"]) == (record.original.texts["title"], record.original.texts["summary"])
    assert data.get("inLanguage", "en") == "en"
    assert data["url"] == f"https://base.example.org/kb/fr/{PATHS[kind]}/"


def test_a_practice_tells_what_was_observed(found: Reading) -> None:
    assert described(found.page("good_practices/open-door/", "en"))["about"] == [
        {
            "@type": "Observation", "name": "in work within 12 months", "measuredProperty": {"@type": "Property", "name": "in work within 12 months"}, "value": 72.5, "unitText": "%",
            "observationDate": "2021", "url": "https://base.example.org/kb/en/good_practices/open-door/#change-in-work",
        },
        {
            "@type": "Observation", "name": "contracts signed", "measuredProperty": {"@type": "Property", "name": "contracts signed"}, "value": 1410.0, "unitText": "contracts",
            "url": "https://base.example.org/kb/en/good_practices/open-door/#change-contracts",
        },
    ]


def test_a_module_tells_how_long_it_takes_and_what_it_teaches(found: Reading) -> None:
    data = described(found.page("microtrainings/turn-a-key/", "en"))

    assert (data["timeRequired"], data["teaches"]) == ("PT1H30M", ["Opens any lock"])
    assert [(value["targetUrl"], value["targetName"]) for kind, value in values(data) if kind == "AlignmentObject"] == [
        ("http://data.europa.eu/esco/skill/d9449998-c1f5-478c-a103-2255398cf0b6", "apply hygiene standards"),
    ]


def test_an_event_tells_when_and_where(found: Reading) -> None:
    data = described(found.page("events/kiel-2023/", "en"))

    assert date.fromisoformat(str(data["startDate"])) < date.fromisoformat(str(data["endDate"]))
    assert data["location"] == {"@type": "Place", "name": "Kiel", "address": {"@type": "PostalAddress", "addressCountry": "DE", "addressLocality": "Kiel"}}
    assert data["organizer"] == {"@type": "Organization", "name": "Nordkooperative", "url": "https://north.example.org/"}
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert "license" not in data


def test_a_skill_of_esco_says_so(found: Reading) -> None:
    data = described(found.page("skills/teamwork/", "en"))

    assert data["inDefinedTermSet"] == {"@type": "DefinedTermSet", "name": "ESCO", "url": "http://data.europa.eu/esco/concept-scheme/skills"}
    assert str(data["sameAs"]).startswith("http://data.europa.eu/esco/skill/")


def test_a_recommendation_tells_whom_it_addresses_and_what_it_rests_on(found: Reading) -> None:
    data = described(found.page("recommendations/open-all/", "en"))

    assert [value["audienceType"] for kind, value in values(data) if kind == "Audience"] == ["Employers", "European Union"]
    assert data["isBasedOn"] == [f"https://base.example.org/kb/en/{one}/" for one in ("good_practices/open-door", "trials/first-try")]


def test_a_project_tells_who_took_part(found: Reading) -> None:
    data = described(found.page("projects/bridge/", "en"))

    assert [value["name"] for kind, value in values(data) if kind == "Organization"] == ["Nordkooperative", "Sudensemble", "Lectorat"]
    assert (data["identifier"], data["url"]) == ("2021-1-XX", "https://bridge.example.org/")


def test_a_partner_tells_where_it_is(found: Reading) -> None:
    data = described(found.page("partners/north/", "fr"))

    assert data["address"] == {"@type": "PostalAddress", "addressCountry": "DE", "addressLocality": "Kiel"}
    assert (data["alternateName"], data["description"]) == ("North", "Aide les gens du nord.")


def test_no_film_is_described_that_is_not_on_the_site_or_does_not_exist(found: Reading) -> None:
    told = [value["name"] for kind, value in values(described(found.page("microtrainings/turn-a-key/", "en"))) if kind == "VideoObject"]

    assert told == ["A key turns"]  # Another one is pending, one is withdrawn, and of one nobody knows when it was published.


def test_the_glossary_is_a_set_of_terms(found: Reading) -> None:
    data = described(found.page("glossary/", "fr"))

    assert [(value["termCode"], value["name"]) for kind, value in values(data) if kind == "DefinedTerm"] == [("training", "formation"), ("gesture", "geste"), ("posture", "posture")]
    assert next(value["url"] for kind, value in values(data) if kind == "DefinedTerm") == "https://base.example.org/kb/fr/glossary/#training"


def test_a_licence_that_nobody_has_told_is_neither_described_nor_linked(tmp_path: Path) -> None:
    facts = "original: en\norigin: editorial\ndocumented: partial\nlicence: LicenseRef-unknown\n"
    base = reading(write_base(tmp_path, {**ONE_OF_EACH, "good_practices/wide-gate/record.yml": facts, "skills/teamwork/record.yml": facts, "events/kiel-2023/record.yml": facts}))

    for path in ("good_practices/wide-gate/", "skills/teamwork/", "events/kiel-2023/"):
        page = base.page(path, "en")
        assert "license" not in described(page)
        assert 'rel="license"' not in page.body


def test_a_site_without_address_describes_its_records_without_one(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("site_url: https://base.example.org/kb/\n", "")
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, "mkdocs.yml": configuration}))

    assert "url" not in described(found.page("skills/teamwork/", "en"))
