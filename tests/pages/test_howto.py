"""How a gesture is made, for search engines."""

from __future__ import annotations

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import values
from tests.pages.schema_org import faults_in
from tests.records import ONE_OF_EACH
from tremplin.pages.howto import how_to
from tremplin.pages.view import View

MODULE = "microtrainings/turn-a-key"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def test_the_gestures_of_a_module_are_told_step_by_step(found: Reading) -> None:
    local = found.local(MODULE, "en")
    data = how_to(local, View(found.edition("en"), f"{MODULE}/"))
    steps = {key.split(".")[1]: list(local.items(key).items) for key in local.texts if key.endswith(".steps")}
    sections = [value for kind, value in values(data) if kind == "HowToSection"]

    assert steps
    assert [[step["text"] for step in one["itemListElement"]] for one in sections] == list(steps.values())
    assert [[step["position"] for step in one["itemListElement"]] for one in sections] == [list(range(1, len(one) + 1)) for one in steps.values()]
    assert [one["url"] for one in sections] == [f"https://base.example.org/kb/en/{MODULE}/#gesture-{name}" for name in steps]


@pytest.mark.parametrize("tag", ["en", "fr", "lt"])
def test_schema_org_knows_what_is_told(found: Reading, tag: str) -> None:
    data = how_to(found.local(MODULE, tag), View(found.edition(tag), f"{MODULE}/"))

    assert list(faults_in({"@type": ["Course", "LearningResource"], **data})) == []
    assert [name for _, value in values(data) for name, one in value.items() if one in ("", [], None)] == []


def test_a_module_without_steps_is_no_instruction(found: Reading) -> None:
    local = found.local(MODULE, "en")
    unwritten = local._replace(texts={key: value for key, value in local.texts.items() if not key.endswith(".steps")})

    assert how_to(unwritten, View(found.edition("en"), f"{MODULE}/")) == {}
