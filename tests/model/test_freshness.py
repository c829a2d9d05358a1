"""Laws of freshness: what makes a translation stale, and what never does."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from tremplin.model.freshness import HASH_LENGTH, coverages, fingerprint, stale_groups
from tremplin.model.kinds.skill import SkillFacts
from tremplin.model.record import Record, Value, Wording, group_of, groups_of

words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
lines = st.lists(words, min_size=1, max_size=8).map(" ".join)
keys = st.sampled_from(["title", "summary", "tools", "why", "gestures.wash.title", "gestures.wash.criteria.wets", "gestures.rub.title", "free-1"])
texts = st.dictionaries(keys, lines | st.lists(lines, min_size=1, max_size=3).map(tuple), min_size=1).map(lambda found: {"title": "A", **found})


def wording(language: str, found: Mapping[str, Value], stamps: Mapping[str, str] | None = None) -> Wording:
    return Wording(language, found, {}, stamp_language="en" if stamps else "", stamps=stamps or {})


def prints(one: Wording) -> dict[str, str]:
    """What a stamp says of an original."""
    return {group: fingerprint(one, members) for group, members in groups_of(one).items()}


def record(*wordings: Wording, original: str = "en") -> Record:
    return Record("skill", "teamwork", SkillFacts(original=original, origin="editorial"), {one.language: one for one in wordings})


def wrapped(value: Value, width: int) -> Value:
    """The same words on other lines."""
    if isinstance(value, str):
        return "\n".join(textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)) + "\n"
    return tuple(f"  {line} " for line in value)


@given(texts, st.integers(1, 30))
def test_how_a_text_is_wrapped_changes_nothing(found: dict[str, Value], width: int) -> None:
    assert prints(wording("en", {key: wrapped(value, width) for key, value in found.items()})) == prints(wording("en", found))


@given(texts)
def test_how_accents_are_composed_changes_nothing(found: dict[str, Value]) -> None:
    apart = {key: unicodedata.normalize("NFD", value) if isinstance(value, str) else tuple(unicodedata.normalize("NFD", line) for line in value) for key, value in found.items()}

    assert prints(wording("en", apart)) == prints(wording("en", found))


@given(texts, st.permutations(["title", "summary", "tools", "why", "gestures.wash.title", "gestures.wash.criteria.wets", "gestures.rub.title", "free-1"]))
def test_in_which_order_the_texts_stand_changes_nothing(found: dict[str, Value], order: list[str]) -> None:
    assert prints(wording("en", {key: found[key] for key in order if key in found})) == prints(wording("en", found))


@given(texts, st.data())
def test_another_word_makes_its_group_stale_and_no_other(found: dict[str, Value], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(found)))
    value = found[key]
    changed = f"{value} springboard" if isinstance(value, str) else (*value, "springboard")
    stamps = prints(wording("en", found))

    translated = record(wording("en", {**found, key: changed}), wording("fr", found, stamps))

    assert stale_groups(translated, "fr") == {group_of(key)}


@given(texts)
def test_a_translation_of_the_present_original_is_fresh(found: dict[str, Value]) -> None:
    original = wording("en", found)

    assert stale_groups(record(original, wording("fr", found, prints(original))), "fr") == frozenset()


@given(texts)
def test_a_translation_without_stamp_is_never_called_stale(found: dict[str, Value]) -> None:
    assert stale_groups(record(wording("en", found), wording("fr", {"title": "B"})), "fr") == frozenset()


@given(texts)
def test_the_original_is_never_stale(found: dict[str, Value]) -> None:
    assert stale_groups(record(wording("en", found, dict.fromkeys(found, "000000"))), "en") == frozenset()


@given(texts, texts)
def test_a_text_that_is_not_translated_is_missing_and_not_stale(found: dict[str, Value], own: dict[str, Value]) -> None:
    stamps = dict.fromkeys(groups_of(wording("en", found)), "000000")
    translated = record(wording("en", found), wording("fr", own, stamps))

    assert stale_groups(translated, "fr") <= groups_of(wording("fr", own)).keys()


def test_a_text_that_the_original_has_lost_is_stale() -> None:
    translated = record(wording("en", {"title": "A"}), wording("fr", {"title": "B", "why": "C"}, {"why": "000000"}))

    assert stale_groups(translated, "fr") == {"why"}


def test_a_translation_of_a_translation_is_judged_by_what_it_was_made_from() -> None:
    french = wording("fr", {"title": "B"})
    lithuanian = Wording("lt", {"title": "C"}, {}, stamp_language="fr", stamps=prints(french))

    assert stale_groups(record(wording("en", {"title": "A"}), french, lithuanian), "lt") == frozenset()
    assert stale_groups(record(wording("en", {"title": "A"}), wording("fr", {"title": "B2"}), lithuanian), "lt") == {"title"}


def test_where_the_translation_that_it_was_made_from_is_gone_the_original_judges() -> None:
    lithuanian = Wording("lt", {"title": "C"}, {}, stamp_language="fr", stamps={"title": fingerprint(wording("fr", {"title": "B"}), ("title",))})

    assert stale_groups(record(wording("en", {"title": "A"}), lithuanian), "lt") == {"title"}


@given(texts)
def test_a_hash_is_short_enough_for_people(found: dict[str, Value]) -> None:
    assert all(len(one) == HASH_LENGTH for one in prints(wording("en", found)).values())


def test_a_text_under_another_name_is_another_text() -> None:
    assert fingerprint(wording("en", {"summary": "A"}), ("summary",)) != fingerprint(wording("en", {"title": "A"}), ("title",))


def test_a_text_and_a_list_with_the_same_words_in_other_places_differ() -> None:
    assert fingerprint(wording("en", {"tools": ("a b", "c")}), ("tools",)) != fingerprint(wording("en", {"tools": ("a", "b c")}), ("tools",))


def test_a_gesture_is_translated_as_one_and_other_texts_each_for_themselves() -> None:
    found = wording(
        "en", {"title": "A", "gestures.wash.title": "B", "gestures.wash.criteria.wets": "C", "gestures.rub.title": "D", "signs.trainee": ("E",), "conclusions.short": "F"},
    )

    assert groups_of(found) == {
        "title": ("title",), "gestures.wash": ("gestures.wash.title", "gestures.wash.criteria.wets"), "gestures.rub": ("gestures.rub.title",),
        "signs.trainee": ("signs.trainee",), "conclusions.short": ("conclusions.short",),
    }


@given(texts, st.none() | texts, st.booleans())
def test_every_text_is_translated_or_missing_and_only_what_is_translated_is_stale(found: dict[str, Value], own: dict[str, Value] | None, is_stamped: bool) -> None:  # noqa: FBT001
    original = wording("en", found)
    french = [] if own is None else [wording("fr", own, prints(original) if is_stamped else None)]

    whole, covered = coverages(record(original, *french), ("en", "fr")).values()

    assert (whole.total, whole.translated, whole.missing, whole.stale, whole.unstamped) == (covered.total, covered.total, (), (), ())
    assert covered.total == covered.translated + len(covered.missing) == len(groups_of(original))
    assert set(covered.missing) <= groups_of(original).keys()
    assert not {*covered.stale, *covered.unstamped} & {*covered.missing}


def test_coverage_says_how_a_translation_was_made_and_who_has_read_it() -> None:
    french = Wording("fr", {"title": "B"}, {}, method="machine", reviewed_by="south")

    found = coverages(record(wording("en", {"title": "A"}), french), ("en", "fr", "lt"))

    assert (found["fr"].method, found["fr"].reviewed_by, found["fr"].unstamped) == ("machine", "south", ("title",))
    assert (found["lt"].translated, found["lt"].missing, found["lt"].method) == (0, ("title",), "")
