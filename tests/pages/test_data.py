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
from tests.records import CONFIGURATION, ONE_OF_EACH, PATHS
from tremplin.model.page import Page

THING = {"name", "description", "url", "sameAs", "additionalType", "identifier", "image"}
WORK = THING | {"about", "author", "inLanguage", "license", "dateCreated", "dateModified", "publisher", "timeRequired", "teaches", "assesses", "isPartOf"}
LEARNING = WORK | {"competencyRequired", "educationalAlignment", "educationalLevel", "educationalUse", "learningResourceType"}
ORGANISATION = THING | {"foundingDate", "dissolutionDate", "address", "member", "parentOrganization"}
EVENT = THING | {"startDate", "endDate", "location", "eventAttendanceMode", "organizer", "workFeatured", "about", "inLanguage", "assesses", "teaches"}
KNOWN: Mapping[str, set[str]] = {
    "Report": WORK | {"reportNumber"}, "Dataset": WORK | {"variableMeasured", "distribution", "measurementTechnique"}, "LearningResource": LEARNING,
    "Course": LEARNING | {"availableLanguage", "courseCode", "coursePrerequisites", "educationalCredentialAwarded", "hasCourseInstance", "numberOfCredits", "syllabusSections"},
    "EducationEvent": EVENT, "Place": THING | {"address"}, "PostalAddress": {"addressCountry", "addressLocality"},
    "DefinedTerm": THING | {"inDefinedTermSet", "termCode"}, "DefinedTermSet": WORK | {"hasDefinedTerm"},
    "AlignmentObject": THING | {"alignmentType", "educationalFramework", "targetName", "targetDescription", "targetUrl"},
    "Observation": THING | {"variableMeasured", "measuredProperty", "observationDate", "observationPeriod", "marginOfError", "measurementTechnique", "value", "unitText"},
    "Organization": ORGANISATION, "Project": ORGANISATION,
}
"""Types and properties of schema.org 30.0, as far as pages may use them."""
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
    for kind, value in values(data):
        kinds = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
        allowed = set().union(*(KNOWN[one] for one in kinds))
        assert {name for name in value if not name.startswith("@")} <= allowed, kind


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
        {"@type": "Observation", "name": "in work within 12 months", "value": 72.5, "unitText": "%"},
        {"@type": "Observation", "name": "contracts signed", "value": 1410.0, "unitText": "contracts"},
    ]


def test_a_module_tells_how_long_it_takes_and_what_it_teaches(found: Reading) -> None:
    data = described(found.page("microtrainings/turn-a-key/", "en"))

    assert (data["timeRequired"], data["teaches"]) == ("PT1H30M", ["Opens any lock"])
    assert [value["targetUrl"] for kind, value in values(data) if kind == "AlignmentObject"] == ["http://data.europa.eu/esco/skill/d9449998-c1f5-478c-a103-2255398cf0b6"]


def test_an_event_tells_when_and_where(found: Reading) -> None:
    data = described(found.page("events/kiel-2023/", "en"))

    assert date.fromisoformat(str(data["startDate"])) < date.fromisoformat(str(data["endDate"]))
    assert data["location"] == {"@type": "Place", "name": "Kiel", "address": {"@type": "PostalAddress", "addressCountry": "DE"}}
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert "license" not in data


def test_no_film_is_described_that_is_not_on_the_site_or_does_not_exist(found: Reading) -> None:
    assert [kind for kind, _ in values(described(found.page("microtrainings/turn-a-key/", "en"))) if kind == "VideoObject"] == []


def test_the_glossary_is_a_set_of_terms(found: Reading) -> None:
    data = described(found.page("glossary/", "fr"))

    assert [(value["termCode"], value["name"]) for kind, value in values(data) if kind == "DefinedTerm"] == [("training", "formation"), ("gesture", "geste"), ("posture", "posture")]


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
