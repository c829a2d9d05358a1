"""What else is wrong with a record that has a field nobody knows, or a value that is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.bases import write_base
from tests.build.running import site_of
from tests.cli.running import tremplin
from tests.records import ONE_OF_EACH
from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic
from tremplin.load.document import read_document
from tremplin.load.words import parted
from tremplin.model.source import Path as Way
from tremplin.survey import linked, survey

FACTS, WORDS = "microtrainings/turn-a-key/record.yml", "microtrainings/turn-a-key/en.md"
RIGHT = {name: text if isinstance(text, str) else text.decode("latin-1") for name, text in ONE_OF_EACH.items()}
FAULTY = RIGHT | {
    FACTS: RIGHT[FACTS].replace("duration: 1h30", "duration: 1h20").replace("theme: gardens", "theme: nope").replace("critical: true, ", "critical: false, "),
    WORDS: f"{RIGHT[WORDS]}\nSome <b>bold</b> words.\n",
}
"""A micro-training that is too short, of a theme that is in no list, without a critical criterion."""
CODES = {"critical-criterion", "duration-range", "html-in-prose", "unknown-reference"}


def told(base: Path, files: Mapping[str, str]) -> list[str]:
    """What is wrong in the micro-training, without the places."""
    lines = tremplin("check", "--format", "github", base=write_base(base, files)).stdout.splitlines()
    return sorted(line.partition("title=")[2] for line in lines if "microtrainings/" in line)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FACTS, "mode: workshop", "mode: workshop\nlol: 1"), (FACTS, "id: slowly,", "id: slowly, lol: 1,"), (FACTS, "pass_rule: {", "pass_rule: {lol: 1, "),
        (WORDS, "title: Turn a key\n", "title: Turn a key\nlol: 1\n"), (WORDS, "why: It fits", "lol: It fits"),
        (FACTS, "gestures:", "gestres:"), (FACTS, "duration: 1h20", "duratoin: 1h20"), (WORDS, "gestures:", "gestres:"), (WORDS, "    criteria: {slowly", "    critera: {slowly"),
    ],
)
def test_an_unknown_field_hides_no_other_fault_and_invents_none(tmp_path: Path, file: str, old: str, new: str) -> None:
    without = told(tmp_path / "without", FAULTY)
    found = told(tmp_path / "with", FAULTY | {file: FAULTY[file].replace(old, new, 1)})

    assert {one.partition(":")[0] for one in without} >= CODES
    assert [one for one in found if not one.startswith(("unknown-field", "missing-field:"))] == without
    assert len([one for one in found if one.startswith("unknown-field")]) == 1
    assert any(one.startswith("missing-field") for one in found) == ("critera" in new), "only where a name is wrong without which nothing is said"


@pytest.mark.parametrize(("file", "old", "new"), [
    (FACTS, "mode: workshop", "mode: wrkshop"), (FACTS, "mode: workshop", "mode: workshop\nlol: 1\ncreated: soon"), (FACTS, "mode: workshop", "mode: workshop\nupdated: 2026-02-31"),
])
def test_a_wrong_value_that_need_not_be_there_hides_no_other_fault_and_invents_none(tmp_path: Path, file: str, old: str, new: str) -> None:
    without = told(tmp_path / "without", FAULTY)
    found = told(tmp_path / "with", FAULTY | {file: FAULTY[file].replace(old, new, 1)})

    assert [one for one in found if not one.startswith(("unknown-field", "unknown-value", "not-a-date"))] == without
    assert len(found) > len(without)


@pytest.mark.parametrize("line", ["documented: often", "origin: [editorial]"])
def test_where_a_wrong_value_governs_others_nothing_is_said_of_these(tmp_path: Path, line: str) -> None:
    name = line.partition(":")[0]
    facts = "\n".join(one for one in RIGHT[FACTS].split("\n") if not one.startswith(f"{name}:")) + f"{line}\n"

    codes = {one.partition(":")[0] for one in told(tmp_path, RIGHT | {FACTS: facts})}

    assert codes & {"unknown-value", "wrong-type"}
    assert codes <= {"unknown-value", "wrong-type", "left-out-reference"}


@pytest.mark.parametrize(("wrong", "hint"), [("title: [a]", "a text is expected here"), ("titel: a", "did you mean `title`?")])
def test_an_identifier_that_is_called_like_a_field_hides_nothing(tmp_path: Path, wrong: str, hint: str) -> None:
    called = RIGHT | {
        FACTS: FAULTY[FACTS].replace("id: turn\n", "id: title\n"), WORDS: FAULTY[WORDS].replace("  turn:\n    title: Turn the key", f"  title:\n    {wrong}"),
    }

    stdout = tremplin("check", base=write_base(tmp_path, called)).stdout

    assert {code for code in CODES if f"error[{code}]" in stdout} == CODES
    assert f"  help: {hint}\n" in stdout


def test_a_list_under_a_wrong_name_and_of_a_wrong_form_hides_nothing_and_makes_no_words_wrong(tmp_path: Path) -> None:
    found = told(tmp_path, FAULTY | {FACTS: FAULTY[FACTS].replace("videos:", "video:").replace('duration: "0:23"', "duration: long")})

    assert {one.partition(":")[0] for one in found} == {*CODES, "left-out-reference", "parts-duration", "unknown-field"}


@pytest.mark.parametrize(("file", "old", "new", "told_too"), [
    (FACTS, "original: en", "original: [en]", CODES), (FACTS, "id: slowly,", "id: Not an id,", CODES), (FACTS, "origin: project-output\n", "", CODES),
    (FACTS, "theme: nope", "theme: [nope]", CODES - {"unknown-reference"}), (FACTS, "duration: 1h20", "duration: long", CODES - {"duration-range"}),
    (WORDS, "title: Turn a key", "title: [Turn, a, key]", CODES), (WORDS, "title: Turn a key\n", "", CODES),
])
def test_a_wrong_value_hides_nothing_but_what_rests_on_it(tmp_path: Path, file: str, old: str, new: str, told_too: set[str]) -> None:
    faulty = FAULTY | {file: FAULTY[file].replace(old, new, 1)}
    assert faulty != FAULTY

    assert {one.partition(":")[0] for one in told(tmp_path, faulty)} >= told_too


def test_a_wrong_item_of_a_list_hides_no_other_item(tmp_path: Path) -> None:
    found = told(tmp_path, RIGHT | {FACTS: RIGHT[FACTS].replace("transversal: [teamwork]", "transversal: [Not an id, teamwrok]")})

    assert [one.partition(":")[0] for one in found if "team" in one or "Not an id" in one] == ["not-an-id", "unknown-reference"]


def test_what_stands_behind_a_wrong_item_of_a_list_is_told_where_it_stands(tmp_path: Path) -> None:
    base = write_base(tmp_path, RIGHT | {FACTS: RIGHT[FACTS].replace("transversal: [teamwork]", "transversal: [Not an id, teamwork, teamwrok]")})
    line = next(line for line in (base / FACTS).read_text().split("\n") if "teamwrok" in line)

    assert [one.location.column for one in _found(base) if one.code == "unknown-reference"] == [line.index("teamwrok") + 1]


PRACTICE, PRACTICE_WORDS, RECOMMENDATION = "good_practices/open-door/record.yml", "good_practices/open-door/en.md", "recommendations/open-all/record.yml"


@pytest.mark.parametrize(("file", "old", "new"), [
    (PRACTICE, "kind: secondary}", 'kind: secondary, figures: ["151 %", 17]}'), (PRACTICE, "polarity: mixed", "polarity: mxed"),
    (RECOMMENDATION, "[good_practices/open-door,", "[good_practices/open-dor,"), (RECOMMENDATION, "[good_practices/open-door,", "[Open door,"),
])
def test_a_figure_that_a_wrong_value_may_hold_is_not_told_as_unknown(tmp_path: Path, file: str, old: str, new: str) -> None:
    files = RIGHT | {
        "recommendations/open-all/en.md": RIGHT["recommendations/open-all/en.md"].replace("It worked.", "It worked for 1820 people."),
        PRACTICE_WORDS: RIGHT[PRACTICE_WORDS].replace("Doors were closed.", "Doors were closed, 151 %.") if "151" in new else RIGHT[PRACTICE_WORDS],
    }

    codes = {one.code for one in _found(write_base(tmp_path, files | {file: files[file].replace(old, new, 1)}))}

    assert codes & {"unknown-value", "unknown-reference"}
    assert "unknown-figure" not in codes


def test_a_list_with_a_wrong_text_is_not_compared_with_its_translation(tmp_path: Path) -> None:
    files = RIGHT | {
        WORDS: RIGHT[WORDS].replace("tools: [A key, A lock]", "tools: [A key, A lock for 40 years]"),
        "microtrainings/turn-a-key/fr.md": "---\ntitle: Tourner une clé\ntranslation: human\ntools: [Une clé, {Une serrure: 40 ans}]\n---\n",
    }

    assert {one.code for one in _found(write_base(tmp_path, files))} == {"wrong-type", "left-out-reference"}


TRIAL = "trials/first-try/record.yml"


@pytest.mark.parametrize(("file", "wrong", "fault", "code"), [
    (FACTS, ("id: names-parts", "id: Parts"), ("{id: fully, critical: true, method: product}", "{id: fully}"), "critical-criterion"),
    (FACTS, ("- id: insert", "- id: In"), ("{id: fully, critical: true, method: product}", "{id: fully, critical: true}, {id: fully}"), "duplicate-id"),
    (PRACTICE, ("- {id: tutor", "- {id: A tutor"), ("- {id: key, what: tool}", "- {id: key, what: tool}\n  - {id: key, what: tool}"), "duplicate-id"),
    (PRACTICE, ("period: {start: 2019", "period: {start: soon"), ("period: {start: 2021}", "period: {start: 2021, end: 2020}"), "period-order"),
    (PRACTICE, ("n: 1820", "n: many"), ("value: 1410, unit: contracts", "value: 3, unit: people"), "small-count"),
    (PRACTICE, ("polarity: mixed", "polarity: mxed"), ("{id: letter,", "{id: other, title: Another}\n  - {id: letter,"), "uncited-source"),
    (PRACTICE, ("url: \"https://sources.example.org/report\"", "url: nowhere, supports: [{so: so}]"), ("kind: secondary}", "kind: secondary, supports: [whyy]}"), "uncited-source"),
    (PRACTICE, ("source: report, direction", "source: A report, direction"), ("source: letter", "source: lettre"), "unknown-identifier"),
    (PRACTICE, ("source: report, direction", "source: A report, direction"), ("currency: EUR, source: report", "currency: EUR, source: rapport"), "unknown-identifier"),
    (FACTS, ("gesture: insert}\n  - {id: try", "gesture: In}\n  - {id: try"), ('"0:03", gesture: insert', '"0:03", gesture: isnert'), "unknown-identifier"),
    (FACTS, ("file: media/film.webm", "file: [media/film.webm]"), ("{id: later, state: pending}", "{id: later}"), "video-incomplete"),
    (FACTS, ("file: media/film.webm", "file: [media/film.webm]"), ("    licence: CC-PDDC\n", ""), "video-incomplete"),
    (TRIAL, ("enrolled: 12", "enrolled: twelve"), ("certified: 8", "certified: 10"), "trial-counts"),
    (TRIAL, ("enrolled: 12", "enrolled: twelve"), ("met: 8, n: 9", "met: 9, n: 8"), "trial-counts"),
    (TRIAL, ("employed: 7", "employed: some"), ("training: 5", "training: 4"), "small-count"),
    ("projects.yml", ("planned: 25", "planned: many"), ("planned_up_to: 6", "planned_up_to: 4"), "unknown-value"),
    ("projects.yml", ("- {id: modules", "- {id: All modules"), ("id: learners", "id: seminars"), "duplicate-id"),
    ("partners.yml", ("memberships: [{project: bridge, role: coordinator}]", "memberships: [{project: A bridge, role: partner}, {project: bridge, role: coordinator}]"),
     ("role: coordinator}", "role: coordinator}, {project: bridge, role: partner}"), "duplicate-id"),
])
def test_a_wrong_value_does_not_hide_what_the_same_rule_finds_elsewhere(tmp_path: Path, file: str, wrong: tuple[str, str], fault: tuple[str, str], code: str) -> None:
    damaged = RIGHT[file].replace(*wrong, 1)
    assert damaged != RIGHT[file]
    assert damaged.replace(*fault, 1) != damaged

    before = [(one.code, one.message) for one in _found(write_base(tmp_path / "before", RIGHT | {file: damaged}))]
    after = [(one.code, one.message) for one in _found(write_base(tmp_path / "after", RIGHT | {file: damaged.replace(*fault, 1)}))]

    assert code in [name for name, said in after if (name, said) not in before]


FRENCH = "microtrainings/turn-a-key/fr.md"
TRANSLATION = """\
---
title: Tourner une clé
translation: human
translated_from: {language: en, sections: {title: f8423a}}
reviewed_by: north
tools: [Une clé]
gestures:
  insert: {title: Insérer, criteria: {slowly: Lentement}}
---
"""


def test_a_wrong_value_in_a_translation_makes_nothing_else_wrong(tmp_path: Path) -> None:
    base, front = write_base(tmp_path, ONE_OF_EACH), parted(TRANSLATION)
    assert front
    document, _ = read_document(front.front, FRENCH)
    assert document
    for way, wrong in _damages(document.data):
        damaged = deepcopy(dict(document.data))
        _put(damaged, way, wrong)
        (base / FRENCH).write_text(f"---\n{yaml.safe_dump(damaged, allow_unicode=True, sort_keys=False)}---\n", encoding="utf-8")

        codes = {one.code for one in _found(base)}
        assert codes <= {*_AT_THE_VALUE, "left-out-reference", "unknown-words"}, (way, wrong)


def test_a_translation_that_says_in_a_wrong_way_how_it_was_made_is_not_said_to_say_nothing(tmp_path: Path) -> None:
    found = _found(write_base(tmp_path, RIGHT | {FRENCH: TRANSLATION.replace("translation: human", "translation: ''")}))

    assert {one.code for one in found} == {"unknown-value", "left-out-reference"}


@pytest.mark.parametrize(("file", "old", "new"), [
    ("projects.yml", "code_status: confirmed", "code_status: sure"), ("vocabulary.yml", "groups: [working-group]", "groups: [group]"), ("projects.yml", "bridge:", "- bridge:"),
])
def test_pages_that_name_an_entry_with_a_wrong_value_are_not_wrong(tmp_path: Path, file: str, old: str, new: str) -> None:
    files = RIGHT | {
        "docs/en/index.md": "# Welcome\n\n/// records\n    theme: homes\n    project: bridge\n///\n",
        "mkdocs.yml": RIGHT["mkdocs.yml"] + "nav: [index.md, themes/homes/index.md]\n",
    }
    assert not _found(write_base(tmp_path, files))

    found = _found(write_base(tmp_path, files | {file: files[file].replace(old, new, 1)}))

    assert found
    assert not {one.code for one in found} & {"records-block", "site-configuration"}


def test_an_entry_of_a_list_with_a_wrong_value_is_looked_at_too(tmp_path: Path) -> None:
    partners = RIGHT["partners.yml"].replace("country: DE", "country: Germany").replace("{project: bridge, role: coordinator}", "{project: brigde, role: coordinator}")

    stdout = tremplin("check", base=write_base(tmp_path, RIGHT | {"partners.yml": partners})).stdout

    assert "error[not-a-country] `Germany`" in stdout
    assert "error[unknown-reference] there is no `projects/brigde`\n  help: did you mean `bridge`?" in stdout


def test_a_language_that_the_site_lacks_is_told_where_it_stands_first_even_beside_a_fault(tmp_path: Path) -> None:
    partners = RIGHT["partners.yml"].replace("country: DE", "country: Germany").replace("descriptions: {en:", "descriptions: {pt: No norte., en:")
    partners = partners.replace("south:\n", "south:\n  descriptions: {pt: No sul.}\n")

    stdout = tremplin("check", base=write_base(tmp_path, RIGHT | {"partners.yml": partners})).stdout

    line = 1 + partners.split("\n").index(next(one for one in partners.split("\n") if "No norte" in one))
    assert [one for one in stdout.splitlines() if "unknown-language" in one] == [f"partners.yml:{line}:18: warning[unknown-language] `pt` is not a language of this site"]


@pytest.mark.parametrize("name", [name for name in RIGHT if name.endswith((".yml", ".md")) and not name.startswith(("docs/", "mkdocs"))])
def test_a_wrong_value_makes_nothing_else_wrong(tmp_path: Path, name: str) -> None:
    base, front = write_base(tmp_path, ONE_OF_EACH), parted(RIGHT[name]) if name.endswith(".md") else None
    document, _ = read_document(front.front if front else RIGHT[name], name)
    assert document
    for way, wrong in _damages(document.data):
        damaged = deepcopy(dict(document.data))
        _put(damaged, way, wrong)
        text = yaml.safe_dump(damaged, allow_unicode=True, sort_keys=False)
        (base / name).write_text(f"---\n{text}---\n{front.body}" if front else text, encoding="utf-8")

        codes = {one.code for one in _found(base)}
        assert codes & _AT_THE_VALUE, (way, wrong)
        assert codes <= {*_AT_THE_VALUE, "left-out-reference"}, (way, wrong)


_AT_THE_VALUE = {
    "missing-field", "not-a-count", "not-a-country", "not-a-date", "not-a-duration", "not-a-language", "not-a-moment", "not-a-number", "not-an-address", "not-an-id",
    "not-true-or-false", "unknown-value", "wrong-type",
}


def _damages(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Every value below, with what somebody may have put in its place: lines where a text belongs, a text where lines do."""
    for step, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
        yield (*way, step), "so and so" if isinstance(inner, Mapping | list) else {"so": ["and so"]}
        yield from _damages(inner, (*way, step)) if isinstance(inner, Mapping | list) else ()


def _put(value: Any, way: Way, new: Any) -> None:
    for step in way[:-1]:
        value = value[step]
    value[way[-1]] = new


def _found(base: Path) -> tuple[Diagnostic, ...]:
    site = site_of(base)
    return linked(site, survey(site, Cache(None)), with_drafts=False)[1]


def test_a_record_with_an_unknown_field_is_left_out(tmp_path: Path) -> None:
    base = write_base(tmp_path, RIGHT | {FACTS: f"{RIGHT[FACTS]}lol: 1\n"})

    assert tremplin("build", base=base).exit_code == 1
    assert "error[unknown-field] unknown field `lol`" in tremplin("check", base=base).stdout
