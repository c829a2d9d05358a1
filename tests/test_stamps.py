import json
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tremplin.load.words import read_words
from tremplin.model.freshness import coverages, fingerprint
from tremplin.model.kinds.skill import SkillFacts
from tremplin.model.record import Record, Wording
from tremplin.stamps import NotStampable, Stamp, renewed, restamped, stamped, write_stamp

STAMP = Stamp("en", {"title": "3f2a9c", "gestures.wash": "000123", "why": "12e456"})

words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=12).map(str.strip).filter(bool)
hashes = st.text("0123456789abcdef", min_size=6, max_size=6)
groups = st.from_regex(r"[a-z]{1,9}(?:[._-][a-z0-9]{1,9})?", fullmatch=True)
stamps = st.builds(Stamp, st.sampled_from(["en", "fr", "no", "pt-BR"]), st.dictionaries(groups, hashes, min_size=1, max_size=4))
line_ends = st.sampled_from(["\n", "\r\n", "\r"])
marks = st.sampled_from(["", "\ufeff"])
bodies = st.text(st.characters(codec="utf-8"), max_size=40)


@st.composite
def lines_of_fields(draw: st.DrawFn) -> list[str]:
    """The lines of a front matter as people write them: quotes, blocks, comments, blank lines, spaces at the end."""
    field = st.one_of(
        words.map(lambda value: f"{json.dumps(value, ensure_ascii=False)}"), words.map(lambda value: "'" + value.replace("'", "''") + "'   "),
        words.map(lambda value: f"{json.dumps(value, ensure_ascii=False)} # {value}"), st.just(""), st.just("|+\n  one\n\n  two\n\n"), st.just(">-\n  one\n  two"),
        st.just("[a, 'b, c', {d: e}]"), st.just("\n  - a\n  # between\n  - b"), st.just("{a: b}"), st.just("plain text\n  that goes on"),
    )
    found = [f"{name}: {draw(field)}" for name in draw(st.lists(st.from_regex("[a-z]{1,6}", fullmatch=True), min_size=1, max_size=4, unique=True))]
    extras = draw(st.lists(st.sampled_from(["", "# a remark", "   "]), max_size=2))
    return [line for text in [*found, *extras] for line in text.split("\n")]


@st.composite
def files_without_stamp(draw: st.DrawFn) -> tuple[str, str]:
    """A words file in two parts: a stamp belongs between them."""
    end = draw(line_ends)
    fields = draw(lines_of_fields())
    return draw(marks) + end.join([draw(st.sampled_from(["---", "---  "])), *fields, ""]), draw(st.sampled_from(["---", "--- ", "..."])) + end + draw(bodies)


@st.composite
def files_with_stamp(draw: st.DrawFn) -> tuple[str, str, str]:
    """A words file in three parts, the second of which is the value of the stamp."""
    end = draw(line_ends)
    value = draw(st.sampled_from([
        "{language: en, sections: {title: aaaaaa}}", "{ 'language' : \"en\",\n   sections: {title: aaaaaa,\n why: bbbbbb } }",
        "language: en\n  sections:\n    title: aaaaaa\n    why: bbbbbb",
        "language: en  # from the first edition\n  sections: {title: aaaaaa}", "sections:\n      title: aaaaaa\n  language: en", "~", "null",
    ]))
    before = "translated_from: " if value[0] in "{~n" else "translated_from:\n  "
    after = draw(st.sampled_from(["", "  ", "  # by the tool", "\n# a remark\n", "\n\n"]))
    head = draw(marks) + end.join(["---", "title: A", *before.split("\n")])
    return head, end.join(value.split("\n")), end.join([*after.split("\n"), *draw(lines_of_fields()), "---", ""]) + draw(bodies)


@given(files_without_stamp(), stamps)
def test_a_first_stamp_is_one_line_and_changes_no_other_byte(file: tuple[str, str], stamp: Stamp) -> None:
    head, tail = (part.encode() for part in file)
    after = stamped(head + tail, stamp)

    assert after.startswith(head)
    assert after.endswith(tail)
    added = after[len(head) : len(after) - len(tail)].decode()
    assert added.startswith("translated_from: {language: ")
    assert len(added.split()) == len(added.splitlines()[0].split())


@given(files_with_stamp(), stamps)
def test_a_new_stamp_takes_the_place_of_the_old_and_changes_no_other_byte(file: tuple[str, str, str], stamp: Stamp) -> None:
    head, old, tail = (part.encode() for part in file)
    after = stamped(head + old + tail, stamp)

    assert after.startswith(head)
    assert after.endswith(tail)
    new = after[len(head) : len(after) - len(tail)].decode()
    assert new.startswith("{") == (not file[1].startswith(("language", "sections")))


@given(st.one_of(files_without_stamp(), files_with_stamp()), stamps)
def test_a_stamp_reads_back_and_nothing_else_has_another_value(tmp_path_factory: pytest.TempPathFactory, file: tuple[str, ...], stamp: Stamp) -> None:
    place = tmp_path_factory.getbasetemp() / "fr.md"
    before, after = _front(place, "".join(file).encode()), _front(place, stamped("".join(file).encode(), stamp))

    assert after.pop("translated_from") == {"language": stamp.language, "sections": dict(stamp.sections)}
    before.pop("translated_from", None)
    assert after == before


@given(st.one_of(files_without_stamp(), files_with_stamp()), stamps)
def test_accepting_twice_changes_nothing(file: tuple[str, ...], stamp: Stamp) -> None:
    once = stamped("".join(file).encode(), stamp)

    assert stamped(once, stamp) == once


def _front(place: Path, raw: bytes) -> dict[str, Any]:
    place.write_bytes(raw)
    source, faults = read_words(place, "fr.md", "fr")
    assert source is not None, faults
    return dict(source.front.data)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\ntitle: A\n---\nText\n", '---\ntitle: A\ntranslated_from: {language: en, sections: {title: 3f2a9c, gestures.wash: "000123", why: "12e456"}}\n---\nText\n'),
        ("---\n  title: A\n---\n", '---\n  title: A\n  translated_from: {language: en, sections: {title: 3f2a9c, gestures.wash: "000123", why: "12e456"}}\n---\n'),
        ("---\n{title: A}\n---\n", '---\n{translated_from: {language: en, sections: {title: 3f2a9c, gestures.wash: "000123", why: "12e456"}}, title: A}\n---\n'),
        ("---\ntranslated_from:\ntitle: A\n---\n", '---\ntranslated_from: {language: en, sections: {title: 3f2a9c, gestures.wash: "000123", why: "12e456"}}\ntitle: A\n---\n'),
        (
            "---\ntranslated_from:\n    language: en\n    sections:\n      why: bbbbbb\n# end\ntitle: A\n---\n",
            '---\ntranslated_from:\n    language: en\n    sections:\n      title: 3f2a9c\n      gestures.wash: "000123"\n      why: "12e456"\n# end\ntitle: A\n---\n',
        ),
    ],
    ids=["block", "indented", "flow", "empty", "lines-of-their-own"],
)
def test_a_stamp_is_written_in_the_style_of_the_front_matter(before: str, after: str) -> None:
    assert stamped(before.encode(), STAMP).decode() == after


def test_only_hashes_change_where_no_section_comes_or_goes() -> None:
    text = "---\r\ntranslated_from:  # by the tool\r\n  # from the first edition\r\n  sections:\r\n    why: 'aaaaaa'  # to be read again\r\n\r\n    # and\r\n    title:   3f2a9c\r\n  language: \"en\"  # British\r\ntitle: A\r\n---\r\n"

    assert stamped(text.encode(), Stamp("en", {"title": "3f2a9c", "why": "bbbbbb"})).decode() == text.replace("'aaaaaa'", "bbbbbb")
    assert stamped(text.encode(), Stamp("fr", {"title": "3f2a9c", "why": "aaaaaa"})).decode() == text.replace('"en"', "fr")


def test_a_remark_between_sections_is_never_lost() -> None:
    text = "---\ntitle: A\ntranslated_from:\n  language: en\n  sections:\n    # a remark\n    title: 3f2a9c\n    # another\n    why: aaaaaa\n---\n"

    with pytest.raises(NotStampable):
        stamped(text.encode(), Stamp("en", {"title": "3f2a9c"}))


@pytest.mark.parametrize(
    "text",
    [
        "", "title: A\n", "---\ntitle: A\n", "---\n- a\n---\n", "---\ntitle: 'A\n---\n", "---\ntranslated_from: yes\n---\n", "---\ntranslated_from: [a]\n---\n",
        "---\ntitle: \x00\n---\n",
    ],
    ids=["empty", "no-front-matter", "unclosed", "list", "quote-unclosed", "text", "another-list", "control-character"],
)
def test_a_front_matter_that_cannot_be_stamped_safely_is_refused(text: str) -> None:
    with pytest.raises(NotStampable):
        stamped(text.encode(), STAMP)


def test_a_file_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(NotStampable):
        stamped("---\ntitle: é\n---\n".encode("latin-1"), STAMP)


def test_writing_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "fr.md"
    file.write_text("---\ntitle: A\n---\n", encoding="utf-8")
    file.chmod(0o640)

    assert write_stamp(file, STAMP)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert not write_stamp(file, STAMP)
    assert list(tmp_path.iterdir()) == [file]


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    file, link = tmp_path / "real.md", tmp_path / "fr.md"
    file.write_text("---\ntitle: A\n---\n", encoding="utf-8")
    link.symlink_to(file)

    assert write_stamp(link, STAMP)
    assert link.is_symlink()
    assert b"translated_from" in file.read_bytes()


def test_a_refused_file_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "fr.md"
    file.write_bytes(b"---\ntranslated_from: something\n---\n")

    with pytest.raises(NotStampable):
        write_stamp(file, STAMP)
    assert file.read_bytes() == b"---\ntranslated_from: something\n---\n"
    assert list(tmp_path.iterdir()) == [file]


FACTS = SkillFacts.model_validate({"original": "en", "origin": "editorial", "documented": "partial"})
ENGLISH = Wording("en", {"title": "Teams", "summary": "Together.", "definition": "Doing one's part."}, {})


def record(french: Wording, *others: Wording) -> Record:
    return Record("skill", "teamwork", FACTS, {wording.language: wording for wording in (ENGLISH, french, *others)})


def hash_of(wording: Wording, group: str) -> str:
    return fingerprint(wording, (group,))


def test_an_accepted_translation_is_stamped_with_what_it_has_and_is_fresh() -> None:
    before = record(Wording("fr", {"title": "Équipes", "definition": "Faire sa part."}, {}, stamps={"summary": "dead00", "title": "dead00"}, stamp_language="en"))
    stamp = renewed(before, "fr")

    assert stamp == Stamp("en", {"title": hash_of(ENGLISH, "title"), "definition": hash_of(ENGLISH, "definition")})
    assert list(stamp.sections) == ["title", "definition"]
    after = coverages(record(Wording("fr", before.words["fr"].texts, {}, stamps=stamp.sections, stamp_language="en")), ["fr"])["fr"]
    assert (after.stale, after.unstamped, after.missing) == ((), (), ("summary",))


def test_accepting_one_section_leaves_the_stamps_of_the_others() -> None:
    before = record(Wording("fr", {"title": "Équipes", "summary": "Ensemble."}, {}, stamps={"title": "dead00"}, stamp_language="en"))

    assert renewed(before, "fr", only=["summary"]).sections == {"title": "dead00", "summary": hash_of(ENGLISH, "summary")}


def test_a_section_that_its_original_has_lost_is_stale_until_somebody_accepts_that() -> None:
    before = record(Wording("fr", {"title": "Équipes", "activities": "Jouer."}, {}, stamps={"title": hash_of(ENGLISH, "title"), "activities": "dead00"}, stamp_language="en"))

    assert coverages(before, ["fr"])["fr"].stale == ("activities",)
    assert restamped(before, "fr").sections["activities"] == "dead00"
    assert list(renewed(before, "fr").sections) == list(renewed(before, "fr", only=["activities"]).sections) == ["title"]


def test_a_minor_change_restamps_what_is_stale_and_never_what_had_no_stamp() -> None:
    stamps_before = {"title": "dead00", "summary": hash_of(ENGLISH, "summary")}
    french = Wording("fr", {"title": "Équipes", "summary": "Ensemble.", "definition": "Faire sa part."}, {}, stamps=stamps_before, stamp_language="en")

    assert restamped(record(french), "fr") == Stamp("en", {"title": hash_of(ENGLISH, "title"), "summary": hash_of(ENGLISH, "summary")})
    assert restamped(record(french), "fr", only=["summary"]).sections["title"] == "dead00"


def test_a_translation_of_a_translation_is_stamped_with_the_one_it_was_made_from() -> None:
    polish = Wording("pl", {"title": "Zespoły"}, {}, stamps={"title": hash_of(ENGLISH, "title")}, stamp_language="en")
    french = Wording("fr", {"title": "Équipes"}, {}, stamps={"title": "dead00"}, stamp_language="pl")

    assert renewed(record(french, polish), "fr") == Stamp("pl", {"title": hash_of(polish, "title")})
    assert renewed(record(french), "fr") == Stamp("en", {"title": hash_of(ENGLISH, "title")})
