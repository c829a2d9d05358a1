"""What the pages of all kinds of records have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.pages.markup import language_of, one, parsed, texts, words
from tests.records import CONFIGURATION, ONE_OF_EACH, PATHS
from tremplin.locales import catalogue
from tremplin.model.freshness import coverages
from tremplin.model.page import Page
from tremplin.model.record import Record, Wording, groups_of
from tremplin.pages import RECORD_PAGES
from tremplin.pages.mould import Moulds
from tremplin.pages.record import RELATIONS, record_page
from tremplin.translate import localise

WITHDRAWN = "videos.gone."
"""Words about a film that may no longer be shown."""
UNMARKED = ["tp-glance", "tp-sources", "tp-sheet", "tp-attest", "tp-chapters"]
"""Where a text of the page is told again, or printed."""
MARKED = ".is-foreign, .tp-prose[lang], .tp-section[lang] > .tp-prose"
MARK = re.compile(r"\b(en|fr|lt)words?\d+\b")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), ONE_OF_EACH))


def marked(original: Wording, tag: str, keys: frozenset[str] | None = None, stamps: Mapping[str, str] | None = None) -> Wording:
    """Words in which every text says which language it is in, and which text it is."""
    texts = {
        key: f"{tag}word{number}" if isinstance(value, str) else tuple(f"{tag}word{number}{place}" for place in range(len(value)))
        for number, (key, value) in enumerate(original.texts.items(), 100) if keys is None or key in keys
    }
    return Wording(tag, texts, {}, {key: f"{tag}words9{number}" for number, key in enumerate(original.headings) if key in texts}, stamps=stamps or {})


def shown(found: Reading, record: Record, tag: str) -> Page:
    """The page of a record that stands in the place of one of the base."""
    edition = found.edition(tag)
    entry = replace(edition.library.entries[record.path], coverage=coverages(record, edition.library.site.tags))
    edition = replace(edition, library=replace(edition.library, entries={**edition.library.entries, record.path: entry}))
    return record_page(localise(record, edition), edition, RECORD_PAGES[record.kind_name], Moulds())


def with_words(record: Record, *wordings: Wording) -> Record:
    return replace(record, words={wording.language: wording for wording in wordings})


@pytest.mark.parametrize("kind", PATHS)
def test_every_text_of_a_record_is_on_its_page(found: Reading, kind: str) -> None:
    record = found.records[PATHS[kind]]
    original = marked(record.original, "en")

    body = shown(found, with_words(record, original), "en").body

    missing = [key for key, value in original.texts.items() if not key.startswith(WITHDRAWN) and any(text not in body for text in ([value] if isinstance(value, str) else value))]
    assert missing == []


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("share", ["nothing", "title only", "every second text", "everything"])
def test_every_text_says_its_language_when_it_is_not_the_pages(found: Reading, kind: str, share: str) -> None:
    record = found.records[PATHS[kind]]
    every = list(record.original.texts)
    own = {"nothing": [], "title only": ["title"], "every second text": ["title", *every[::2]], "everything": every}[share]
    french = [marked(record.original, "fr", frozenset(own))] if own else []

    page = shown(found, with_words(record, marked(record.original, "en"), *french), "fr")

    read = [(mark[1], language_of(text, "fr")) for text in texts(parsed(page.body)) for mark in MARK.finditer(text)]
    assert len(read) > 1
    assert [(written, told) for written, told in read if written != told] == []
    assert {written for written, _ in read} == ({"en"} if not own else {"fr"} if share == "everything" else {"en", "fr"})


@pytest.mark.parametrize("kind", PATHS)
def test_every_block_in_another_language_is_marked_once(found: Reading, kind: str) -> None:
    record = found.records[PATHS[kind]]
    french = marked(record.original, "fr", frozenset({"title", "summary"}))

    body = parsed(shown(found, with_words(record, marked(record.original, "en"), french), "fr").body)

    foreign = [text for text in texts(body) if "enword" in text and not text.find_parent(class_=UNMARKED) and not text.find_parent("h2")]
    marks = {str(text): len([parent for parent in text.parents if parent.css.match(MARKED)]) for text in foreign}
    assert marks
    assert {text: number for text, number in marks.items() if number != 1} == {}


@pytest.mark.parametrize("kind", PATHS)
def test_no_text_hides_in_an_attribute_where_it_could_not_say_its_language(found: Reading, kind: str) -> None:
    record = found.records[PATHS[kind]]

    body = parsed(shown(found, with_words(record, marked(record.original, "en")), "fr").body)

    assert [(element.name, name) for element in body.find_all(lambda _: True) for name, value in element.attrs.items() if MARK.search(str(value))] == []


@pytest.mark.parametrize("kind", PATHS)
def test_a_text_in_another_language_says_in_which_direction_it_is_read(found: Reading, kind: str) -> None:
    body = parsed(found.page(f"{PATHS[kind]}/", "lt").body)

    assert [element for element in body.select("[lang]") if element.name != "track" and not element.get("dir")] == []


def test_a_text_that_is_read_from_right_to_left_says_so(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("[en, fr, lt]", "[en, fr, lt, ar]")
    files = {
        **ONE_OF_EACH, "mkdocs.yml": configuration, "skills/teamwork/record.yml": "original: ar\norigin: editorial\ndocumented: partial\n",
        "skills/teamwork/ar.md": "---\ntitle: عمل\nactivities: [عمل]\n---\n## What it is\n\nعمل\n\n## عمل\n\nعمل\n", "skills/teamwork/en.md": "---\ntitle: Work\n---\n",
    }

    body = parsed(reading(write_base(tmp_path, files)).page("skills/teamwork/", "en").body)

    marked = [text.find_parent(attrs={"lang": True}) for text in texts(body) if "عمل" in text]
    assert len(marked) == 4
    assert {(element["lang"], element["dir"]) for element in marked if element} == {("ar", "rtl")}


@pytest.mark.parametrize("kind", PATHS)
def test_each_text_whose_original_has_changed_is_marked_and_no_other(found: Reading, kind: str) -> None:
    record = found.records[PATHS[kind]]
    for group, keys in groups_of(record.original).items():
        if keys[0].startswith(WITHDRAWN):
            continue
        french = marked(record.original, "fr", stamps={group: "000000"})
        body = parsed(shown(found, with_words(record, marked(record.original, "en"), french), "fr").body)

        marks = body.select(".tp-mark--stale")
        assert len(marks) == 1, group
        around = words(marks[0].find_parent(["section", "header", "li", "figure", "div"]) or body)
        values = [value for key in keys for value in ([french.texts[key]] if isinstance(french.texts[key], str) else french.texts[key])]
        assert any(str(value) in around for value in values), group


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("tag", ["en", "lt"])
def test_a_page_is_one_article_with_one_title_and_headings_in_order(found: Reading, kind: str, tag: str) -> None:
    body = parsed(found.page(f"{PATHS[kind]}/", tag).body)

    levels = [int(heading.name[1]) for heading in body.select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [heading for heading in body.select("h1, h2, h3, h4") if not words(heading)] == []


@pytest.mark.parametrize("kind", PATHS)
def test_every_place_on_a_page_has_its_own_name_and_every_link_within_it_leads_somewhere(found: Reading, kind: str) -> None:
    body = parsed(found.page(f"{PATHS[kind]}/", "en").body)
    names = [str(element["id"]) for element in body.select("[id]")]

    assert len(set(names)) == len(names)
    assert {str(link["href"])[1:] for link in body.select("a[href^='#']")} <= set(names)
    assert {name for element in body.select("[aria-labelledby]") for name in str(element["aria-labelledby"]).split()} <= set(names)


def test_what_people_write_is_never_markup(tmp_path: Path) -> None:
    files = {
        name: content.replace("title: ", "title: <b>&amp;</b> ").replace(
            "summary: ", "summary: \"'<script>x</script>\\\"\" #",
        ) if isinstance(content, str) and name.endswith("en.md") else content
        for name, content in ONE_OF_EACH.items()
    }
    found = reading(write_base(tmp_path, files))

    for path in PATHS.values():
        body = parsed(found.page(f"{path}/", "en").body)
        assert body.select("b, script") == []
        assert words(one(body, "h1")).startswith("<b>&amp;</b> ")
        assert words(one(body, ".tp-lead")) == "'<script>x</script>\""


def notice(found: Reading, path: str, tag: str) -> dict[str, Tag]:
    """The lines of the box above a record by their kind."""
    body = parsed(found.page(f"{path}/", tag).body)
    return {str(line["class"][-1]).removeprefix("tp-notice__line--"): line for line in body.select("aside.tp-notice[role=note] > p")}


def test_a_record_in_the_readers_language_has_no_notice(found: Reading) -> None:
    assert notice(found, PATHS["practice"], "en") == {}


def test_a_record_without_words_in_a_language_says_so_in_that_language(found: Reading) -> None:
    french = notice(found, PATHS["practice"], "fr")

    assert set(french) == {"fallback"}
    text = text_of("This page is not available in {language} yet. You are reading it in: {others}.", language="français", others="anglais")
    assert words(french["fallback"]) == f"{text} {text_of('Translate it')}"


def text_of(sentence: str, **values: str) -> str:
    """What the interface says in French."""
    return " ".join(catalogue("fr").text(sentence).format(**values).split())


def with_french(tmp_path: Path, front: str, body: str = "") -> Reading:
    return reading(write_base(tmp_path, {**ONE_OF_EACH, "skills/teamwork/fr.md": f"---\ntitle: Équipe\n{front}---\n{body}"}))


def test_a_record_that_is_translated_in_part_says_so(tmp_path: Path) -> None:
    french = notice(with_french(tmp_path, "translation: human\n"), PATHS["skill"], "fr")

    assert set(french) == {"fallback"}
    text = text_of("Parts of this page are not translated yet. They are shown in: {others}.", others="anglais")
    assert words(french["fallback"]) == f"{text} {text_of('Translate them')}"


def test_a_stale_translation_says_so_above_the_page(tmp_path: Path) -> None:
    found = with_french(tmp_path, "translation: human\ntranslated_from: {language: en, sections: {title: '000000'}}\n")

    assert words(notice(found, PATHS["skill"], "fr")["stale"]) == text_of("Some parts were translated from an earlier version of the original. They are marked.")


def test_a_machine_translation_says_so_until_somebody_has_read_it(tmp_path: Path) -> None:
    unread = with_french(tmp_path / "unread", "translation: machine\n")
    read = with_french(tmp_path / "read", "translation: machine\nreviewed_by: reader\n")

    label = text_of("This is a machine translation that no reviewer has read yet.")
    assert words(notice(unread, PATHS["skill"], "fr")["machine"]).startswith(label)
    assert "machine" not in notice(read, PATHS["skill"], "fr")
    assert label not in words(parsed(read.page(f"{PATHS['skill']}/", "fr").body))


@pytest.mark.parametrize("documented", ["partial", "announced"])
def test_a_record_that_no_source_tells_whole_says_so(tmp_path: Path, documented: str) -> None:
    files = {**ONE_OF_EACH, "skills/teamwork/record.yml": f"original: en\norigin: editorial\ndocumented: {documented}\n"}

    assert words(notice(reading(write_base(tmp_path, files)), PATHS["skill"], "en")["partial"]) == "Not everything about this is documented yet."


def test_all_that_is_to_be_known_beforehand_stands_in_one_box(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\n", "skills/teamwork/fr.md": "---\ntitle: Équipe\ntranslation: machine\n---\n"}
    found = reading(write_base(tmp_path, files))

    assert list(notice(found, PATHS["skill"], "fr")) == ["partial", "fallback", "machine"]
    assert len(parsed(found.page(f"{PATHS['skill']}/", "fr").body).select(".tp-notice")) == 1


def test_a_draft_says_so_in_its_preview(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "events/kiel-2023/record.yml": "original: en\norigin: editorial\ndocumented: partial\nstatus: draft\n"}

    assert "draft" in notice(reading(write_base(tmp_path, files), is_preview=True), PATHS["event"], "en")


@pytest.mark.parametrize(
    ("path", "groups"),
    [
        ("good_practices/open-door", ["Answered better by", "Supports these recommendations", "Comes after", "Discussed by working groups", "See also"]),
        ("good_practices/wide-gate", ["Answers better than"]), ("microtrainings/turn-a-key", ["Trials of this micro-training", "What to go on to", "Transversal skills trained"]),
        ("skills/teamwork", ["Micro-trainings that train it", "See also"]), ("recommendations/open-all", []), ("events/kiel-2023", ["Fed by these conclusions"]),
        ("twg_conclusions/north-1", ["Fed this event", "Good practices discussed"]), ("trials/first-try", ["Micro-training that was tested", "Supports these recommendations"]),
    ],
)
def test_a_record_shows_what_it_points_to_and_what_points_to_it(found: Reading, path: str, groups: list[str]) -> None:
    body = parsed(found.page(f"{path}/", "en").body)

    assert sorted(words(heading) for heading in body.select("#related ~ .tp-groups h3")) == sorted(groups)


def test_a_record_that_is_related_in_several_ways_is_named_once(tmp_path: Path) -> None:
    facts = "original: en\norigin: editorial\ndocumented: partial\nrelated: [good_practices/open-door]\n"
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, "skills/teamwork/record.yml": facts}))

    links = [str(link["href"]) for link in parsed(found.page("good_practices/open-door/", "en").body).select("#related ~ .tp-groups a")]
    assert len(set(links)) == len(links)
    assert "../../skills/teamwork/" in links


def test_a_relation_has_a_heading_for_each_end_and_no_two_mean_the_same() -> None:
    assert len({(field, is_outgoing) for field, is_outgoing, _ in RELATIONS}) == len(RELATIONS)


def test_sources_are_numbered_and_tell_where_and_when_they_were_read(found: Reading) -> None:
    body = parsed(found.page("good_practices/open-door/", "en").body)

    assert [words(item) for item in body.select(".tp-sources li")] == [
        "A report on doors , Press house, 2021. Read on 10 January 2024. Used for: in work within 12 months ; contracts signed",
        "A letter (secondary source) Used for: how people feel",
    ]
    assert [link["href"] for link in body.select(".tp-cited a")] == [f"#{change['id']}" for change in body.select(".tp-evo")]
    assert one(body, "#source-report > a")["href"] == "https://sources.example.org/report"


def test_in_french_no_line_begins_with_what_separates_uses_of_a_source(found: Reading) -> None:
    used = one(parsed(found.page("good_practices/open-door/", "fr").body), "#source-report .tp-cited").get_text()

    assert "in work within 12 months\u00a0; contracts signed" in used


def test_a_source_says_in_which_language_it_is_written(found: Reading) -> None:
    assert one(parsed(found.page("good_practices/open-door/", "en").body), "#source-report > a [lang]")["lang"] == "fr"
    assert parsed(found.page("good_practices/open-door/", "fr").body).select("#source-report > a [lang]") == []
    assert parsed(found.page("good_practices/open-door/", "en").body).select("#source-letter > a [lang]") == []


def test_a_page_tells_its_origin_its_licence_its_authors_and_its_languages(found: Reading) -> None:
    body = parsed(found.page("good_practices/open-door/", "en").body)
    foot = re.sub(r"version [0-9a-f]{7}\b", "version 1234567", words(one(body, ".tp-foot")))

    assert foot == (
        "Written by the editors of this site · CC-BY-SA-4.0 · Last change: February 2024 · version 1234567 "
        "How to cite this page The open door. A base, February 2024, version 1234567. https://base.example.org/kb/en/good_practices/open-door/ (CC-BY-SA-4.0) "
        "Written in English. Words in: English"
    )
    assert one(body, ".tp-foot a[rel=license]")["href"] == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert "Sudensemble" in words(one(body, ".tp-glance"))


@pytest.mark.parametrize(
    ("title", "cited"), [("The open door", "The open door. A base"), ("Who opens the door?", "Who opens the door? A base"), ("Doors, 2023 r.", "Doors, 2023 r. A base")],
)
def test_nothing_is_cited_with_two_stops(tmp_path: Path, title: str, cited: str) -> None:
    path = "good_practices/open-door/en.md"
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, path: str(ONE_OF_EACH[path]).replace("title: The open door", f'title: "{title}"')}))

    assert words(one(parsed(found.page("good_practices/open-door/", "en").body), ".tp-cite-as p")).startswith(f"{cited}, February 2024")


def test_a_date_that_ends_with_a_stop_is_followed_by_no_other(tmp_path: Path) -> None:
    path = "good_practices/open-door/record.yml"
    record = str(ONE_OF_EACH[path]).replace("year: 2021,", "year: 2021-07-04,")
    assert record != ONE_OF_EACH[path]
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, path: record}))

    source = words(parsed(found.page("good_practices/open-door/", "lt").body).select(".tp-sources li")[0])

    assert "2021 m. liepos 4 d. Žiūrėta 2024 m. sausio 10 d." in source
    assert ".." not in source


def test_a_page_whose_site_has_no_address_is_cited_without_one(tmp_path: Path) -> None:
    without = CONFIGURATION.replace("site_url: https://base.example.org/kb/\n", "")
    found = reading(write_base(tmp_path, {**ONE_OF_EACH, "mkdocs.yml": without}))

    cited = words(one(parsed(found.page("good_practices/open-door/", "en").body), ".tp-cite-as p"))

    assert re.sub(r"version [0-9a-f]{7}\b", "version 1234567", cited) == "The open door. A base, February 2024, version 1234567 (CC-BY-SA-4.0)"


def test_the_foot_tells_whole_translations_from_those_of_a_part(found: Reading) -> None:
    record = found.records[PATHS["skill"]]
    french, lithuanian = marked(record.original, "fr"), marked(record.original, "lt", frozenset({"title"}))

    foot = words(one(parsed(shown(found, with_words(record, record.original, french, lithuanian), "en").body), ".tp-foot"))

    assert foot.endswith("Written in English. Words in: English and French. In part: Lithuanian")


def test_a_page_knows_its_address_its_way_its_languages_and_its_file(found: Reading) -> None:
    page = found.page("microtrainings/turn-a-key/", "fr")

    assert (page.address, page.section, page.language, page.editions, page.is_fallback) == ("microtrainings/turn-a-key/", "microtrainings", "fr", ("en",), True)
    assert (page.title, page.description) == ("Turn a key", "Insert it and turn it.")
    assert [(crumb.title, crumb.address) for crumb in page.crumbs] == [("Micro-formations", "microtrainings/")]
    assert page.source == "microtrainings/turn-a-key/en.md"


def test_a_change_is_suggested_in_the_file_that_the_reader_sees(tmp_path: Path) -> None:
    assert with_french(tmp_path, "").page("skills/teamwork/", "fr").source == "skills/teamwork/fr.md"
