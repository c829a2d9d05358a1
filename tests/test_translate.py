"""A library in one language: what is missing falls back, what is stale is marked, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.records import ONE_OF_EACH, PATHS
from tremplin.model.edition import LocalRecord
from tremplin.model.freshness import coverages, fingerprint
from tremplin.model.record import Record, Value, Wording, group_of, groups_of
from tremplin.translate import localise

CONFIGURATION = """\
site_name: A base
theme: {name: material, font: false}
plugins:
  - tremplin:
      languages: [en, fr, es, lt]
      fallback: {lt: [fr, en]}
"""
PATH = "skills/teamwork"
FACTS = "original: es\norigin: editorial\ndocumented: partial\n"
SPANISH = """\
---
title: Equipo
summary: En equipo.
activities: [Uno, Dos]
signs: {trainee: [Vengo]}
---
## What it is

En español.

## Seen by the trainee

No estoy solo.
"""
ENGLISH = """\
---
title: Teams
summary: In a team.
translation: human
activities: [One]
---
## What it is

In English.
"""
FRENCH = """\
---
title: Équipe
translation: machine
---
## De quoi il s'agit

En français.
"""

Written = Callable[..., Reading]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """A base in four languages with one record, whose original is Spanish."""

    def write(**words: str) -> Reading:
        files = {f"{PATH}/{tag}.md": text for tag, text in {"es": SPANISH, **words}.items()}
        return reading(write_base(tmp_path / str(len(list(tmp_path.iterdir()))), {"mkdocs.yml": CONFIGURATION, f"{PATH}/record.yml": FACTS, **files}))

    return write


def shown(local: LocalRecord) -> dict[str, tuple[str, Value]]:
    return dict(local.texts)


def test_a_text_is_shown_in_the_readers_language_where_there_is_one(written: Written) -> None:
    title = written(en=ENGLISH, fr=FRENCH).local(PATH, "fr").words("title")

    assert (title.value, title.language.tag, title.is_fallback) == ("Équipe", "fr", False)


def test_a_missing_text_is_taken_from_the_languages_that_mkdocs_yml_names(written: Written) -> None:
    local = written(en=ENGLISH, fr=FRENCH).local(PATH, "lt")

    assert (str(local.words("title")), local.words("title").language.tag) == ("Équipe", "fr")
    assert (str(local.words("summary")), local.words("summary").language.tag) == ("In a team.", "en")
    assert local.words("title").is_fallback


def test_what_none_of_them_has_is_taken_from_the_original(written: Written) -> None:
    local = written(en=ENGLISH, fr=FRENCH).local(PATH, "lt")

    assert (str(local.words("trainee")), local.words("trainee").language.tag) == ("No estoy solo.", "es")


def test_a_complete_translation_takes_nothing_away_that_its_fallbacks_have(written: Written) -> None:
    whole = SPANISH.replace("## Seen", "## What it is for\n\nPara todos.\n\n## Seen")
    local = written(lt=SPANISH, fr=whole, en=ENGLISH).local(PATH, "lt")

    assert local.words("title").language.tag == "lt"
    assert "Para todos." in [value for _, value in local.texts.values()]


def test_a_language_that_is_not_among_the_fallbacks_is_passed_over(written: Written) -> None:
    local = written(en=ENGLISH).local(PATH, "fr")

    assert (str(local.words("title")), local.words("title").language.tag) == ("Equipo", "es")


def test_the_original_needs_no_fallback(written: Written) -> None:
    local = written(en=ENGLISH, fr=FRENCH).local(PATH, "es")

    assert (local.fallbacks, local.has_own_words, local.stale) == ((), True, frozenset())
    assert {tag for tag, _ in local.texts.values()} == {"es"}


def test_a_translation_in_part_falls_back_text_by_text(written: Written) -> None:
    local = written(en=ENGLISH).local(PATH, "en")

    assert shown(local) == {
        "title": ("en", "Teams"), "summary": ("en", "In a team."), "activities": ("en", ("One",)), "signs.trainee": ("es", ("Vengo",)),
        "definition": ("en", "In English."), "trainee": ("es", "No estoy solo."),
    }
    assert [language.tag for language in local.fallbacks] == ["es"]
    assert local.has_own_words


def test_a_list_falls_back_as_one(written: Written) -> None:
    reading = written(en=ENGLISH)

    english, french = reading.local(PATH, "en").items("activities"), reading.local(PATH, "fr").items("activities")
    assert (english.items, english.is_fallback) == (("One",), False)
    assert (french.items, french.language.tag, french.is_fallback) == (("Uno", "Dos"), "es", True)


def test_what_nobody_has_written_is_empty_and_no_fallback(written: Written) -> None:
    local = written().local(PATH, "fr")

    assert (local.words("plain_summary"), bool(local.words("plain_summary"))) == (local.words("nothing"), False)
    assert not local.words("plain_summary").is_fallback
    assert not local.items("nothing")
    assert local.section("small-organisation") is None


def test_headings_of_known_sections_are_in_the_readers_language_whatever_the_text_is_in(written: Written) -> None:
    local = written().local(PATH, "fr")
    section = local.section("definition")

    assert section is not None
    assert (section.heading, section.text.language.tag, section.is_free) == ("De quoi il s'agit", "es", False)


def test_sections_stand_in_the_order_of_the_kind_and_free_ones_after_them(written: Written) -> None:
    mixed = SPANISH.replace("## What it is", "## Aparte\n\nAlgo más.\n\n## Seen by a small organisation\n\nNada.\n\n## What it is")

    assert [section.id for section in written(es=mixed).local(PATH, "es").sections] == ["definition", "small-organisation", "trainee", "free-1"]


def test_a_free_section_keeps_the_heading_of_the_language_that_it_is_shown_in(written: Written) -> None:
    local = written(es=SPANISH + "\n## Aparte\n\nAlgo más.\n", fr=FRENCH + "\n## À part\n\nAutre chose.\n")

    (own,), (fallen,) = ([one for one in local.local(PATH, tag).sections if one.is_free] for tag in ("fr", "en"))
    assert (own.heading, own.text.value, own.text.is_fallback) == ("À part", "Autre chose.", False)
    assert (fallen.heading, fallen.text.value, fallen.text.language.tag) == ("Aparte", "Algo más.", "es")


def test_a_free_section_that_only_a_translation_has_is_shown_there(written: Written) -> None:
    local = written(fr=FRENCH + "\n## À part\n\nAutre chose.\n")

    assert [one.heading for one in local.local(PATH, "fr").sections if one.is_free] == ["À part"]
    assert [one.heading for one in local.local(PATH, "en").sections if one.is_free] == []


def test_a_section_whose_original_has_changed_is_marked_and_no_other_text(written: Written) -> None:
    original = written().records[PATH].original
    stamp = f"translated_from: {{language: es, sections: {{title: {fingerprint(original, ('title',))}, definition: '000000'}}}}\n"

    local = written(fr=FRENCH.replace("translation: machine\n", "translation: machine\n" + stamp)).local(PATH, "fr")

    assert local.stale == {"definition"}
    assert local.words("definition").is_stale
    assert not local.words("title").is_stale
    assert [section.id for section in local.sections if section.text.is_stale] == ["definition"]


def test_a_fallback_is_as_stale_as_the_translation_that_it_is_taken_from(written: Written) -> None:
    stamp = "translated_from: {language: es, sections: {title: '000000'}}\n"

    reading = written(fr=FRENCH.replace("translation: machine\n", "translation: machine\n" + stamp))

    assert reading.local(PATH, "lt").stale == {"title"}
    assert reading.local(PATH, "es").stale == frozenset()
    assert reading.local(PATH, "en").stale == frozenset()


def test_one_text_of_a_gesture_that_has_changed_makes_the_whole_gesture_stale(tmp_path: Path) -> None:
    path = PATHS["module"]
    french = (
        "---\ntitle: Tourner une clé\ntranslation: human\ntranslated_from: {language: en, sections: {gestures.turn: '000000'}}\n"
        "gestures:\n  turn: {title: Tourner, criteria: {fully: Jusqu'au bout}}\n  insert: {title: Insérer, criteria: {}}\n---\n"
    )

    local = reading(write_base(tmp_path, {**ONE_OF_EACH, f"{path}/fr.md": french})).local(path, "fr")

    assert local.stale == {"gestures.turn.title", "gestures.turn.criteria.fully"}


@pytest.mark.parametrize(
    ("front", "is_labelled"), [("translation: machine\n", True), ("translation: machine\nreviewed_by: south\n", False), ("translation: human\n", False), ("", False)],
)
def test_machine_translation_is_labelled_until_a_named_reviewer_has_read_it(tmp_path: Path, front: str, is_labelled: bool) -> None:  # noqa: FBT001
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, f"{PATH}/fr.md": f"---\ntitle: Équipe\n{front}---\n"}))

    assert found.local(PATH, "fr").is_machine_translated is is_labelled
    assert not found.local(PATH, "en").is_machine_translated
    assert not found.local(PATH, "lt").is_machine_translated


def test_cards_fall_back_like_their_records(written: Written) -> None:
    found = written(en=ENGLISH, fr=FRENCH)
    cards = {tag: found.edition(tag).cards[PATH] for tag in ("en", "fr", "es", "lt")}

    assert {tag: (str(card.title), card.title.is_fallback) for tag, card in cards.items()} == {
        "en": ("Teams", False), "fr": ("Équipe", False), "es": ("Equipo", False), "lt": ("Équipe", True),
    }
    assert {tag: (str(card.summary), card.summary.language.tag) for tag, card in cards.items()} == {
        "en": ("In a team.", "en"), "fr": ("En equipo.", "es"), "es": ("En equipo.", "es"), "lt": ("In a team.", "en"),
    }


def test_every_edition_holds_every_record(tmp_path: Path) -> None:
    found = reading(write_base(tmp_path, ONE_OF_EACH))

    assert all(list(found.edition(tag).cards) == list(found.library.cards) for tag in found.library.site.tags)


@pytest.mark.parametrize(
    ("tag", "labels", "shown"),
    [
        ("fr", {"en": "home", "fr": "maison"}, ("maison", "fr", False)), ("lt", {"en": "home", "fr": "maison"}, ("maison", "fr", True)),
        ("es", {"en": "home", "fr": "maison"}, ("home", "en", True)), ("es", {"fr": "maison"}, ("maison", "fr", True)), ("en", {}, ("", "en", False)),
        ("en", {"pl": "dom"}, ("dom", "pl", True)),
    ],
)
def test_labels_of_lists_fall_back_too(written: Written, tag: str, labels: Mapping[str, str], shown: tuple[str, str, bool]) -> None:
    label = written().edition(tag).label(labels)

    assert (label.value, label.language.tag, label.is_fallback) == shown


def test_a_label_falls_back_to_the_original_of_its_entry(written: Written) -> None:
    assert str(written().edition("fr").label({"en": "home", "es": "casa"}, "es")) == "casa"


keys = st.sampled_from(["title", "summary", "activities", "signs.trainee", "definition", "trainee", "free-1", "free-2"])
texts = st.dictionaries(keys, st.text(min_size=1, max_size=4) | st.lists(st.text(min_size=1, max_size=3), min_size=1, max_size=2).map(tuple)).map(
    lambda found: {"title": "A", **found},
)
wordings = st.fixed_dictionaries({"es": texts}, optional={"en": texts, "fr": texts, "lt": texts})


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """A base whose record a test may replace."""
    return reading(write_base(tmp_path_factory.mktemp("base"), {"mkdocs.yml": CONFIGURATION, f"{PATH}/record.yml": FACTS, f"{PATH}/es.md": SPANISH}))


@given(wordings, st.sampled_from(["en", "fr", "es", "lt"]), st.data())
def test_no_text_is_lost_in_translation(bare: Reading, found: Mapping[str, Mapping[str, Value]], tag: str, data: st.DataObject) -> None:
    stamps = data.draw(st.dictionaries(keys.map(group_of), st.just("000000")))
    words = {one: Wording(one, own, {}, {key: key for key in own if key.startswith("free-")}, stamps={} if one == "es" else stamps) for one, own in found.items()}
    record = Record("skill", "teamwork", bare.records[PATH].facts, words)
    edition = bare.edition(tag)
    entry = replace(edition.library.entries[PATH], coverage=coverages(record, edition.library.site.tags))
    library = replace(edition.library, entries={PATH: entry})

    local = localise(record, replace(edition, library=library))

    order = [one for one in (tag, *edition.language.fallback, "es") if one in words]
    assert list(local.texts) == list(dict.fromkeys(key for one in ("es", *order) for key in words[one].texts))
    for key, (one, value) in local.texts.items():
        assert one == next(one for one in order if key in words[one].texts)
        assert value == words[one].texts[key]
        assert local.words(key).is_fallback == local.items(key).is_fallback == (one != tag)
    assert local.stale <= local.texts.keys()
    assert {group_of(key) for key in local.stale} <= {group for one in words.values() for group in groups_of(one)} & stamps.keys()
    assert {section.id for section in local.sections} == local.texts.keys() & {"definition", "trainee", "free-1", "free-2"}
