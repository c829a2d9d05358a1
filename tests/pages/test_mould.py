"""Moulds: a page that was poured is the page that the template makes."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from tests.bases import EVERY_KIND, copy_base
from tests.libraries import Reading, reading
from tremplin.model.edition import LocalRecord
from tremplin.model.freshness import coverages
from tremplin.model.record import Record, Wording
from tremplin.pages import RECORD_PAGES
from tremplin.pages.mould import Casting, Mould, Moulds, Phrases, Pouring, Words, shape_of
from tremplin.pages.record import html_of, mould_of, pieces_of, record_page
from tremplin.pages.version import stamped
from tremplin.pages.view import View
from tremplin.translate import localise

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", params=[EVERY_KIND, ROOT], ids=["every-kind", "our-base"])
def found(request: pytest.FixtureRequest) -> Reading:
    return reading(request.param, is_preview=True)


def templated(local: LocalRecord, view: View) -> str:
    """The page as its template makes it, without a mould."""
    return stamped(html_of(local, view, RECORD_PAGES[local.record.kind_name], pieces_of(local, view, Moulds())).encode()).html.decode()


def poured(mould: Mould, local: LocalRecord, view: View) -> str:
    return stamped(mould.pour(Pouring(local, view, pieces_of(local, view, Moulds())))).html.decode()


def shown(found: Reading, record: Record, tag: str) -> tuple[LocalRecord, View]:
    """A record of a base, or one that stands in its place, as an edition shows it."""
    edition = found.edition(tag)
    entry = replace(edition.library.entries[record.path], coverage=coverages(record, edition.library.site.tags))
    edition = replace(edition, library=replace(edition.library, entries={**edition.library.entries, record.path: entry}))
    return localise(record, edition), View(edition, record.kind.address(record.id))


def test_every_page_is_the_same_as_without_moulds(found: Reading) -> None:
    moulds = Moulds()
    for tag in found.library.site.tags:
        edition = found.edition(tag)  # One for all pages, as in a build: they share phrases.
        for path in found.library.cards:
            local, alone = localise(found.records[path], edition), View(replace(edition, memory={}), found.records[path].kind.address(found.records[path].id))

            assert record_page(local, edition, RECORD_PAGES[local.record.kind_name], moulds).body == templated(local, alone)


def test_complete_translations_share_their_moulds() -> None:
    found, moulds = reading(ROOT, is_preview=True), Moulds()
    path = "microtrainings/hand-hygiene"
    for tag in ("en", "fr"):
        local, view = shown(found, found.records[path], tag)
        record_page(local, view.edition, RECORD_PAGES["module"], moulds)

    assert len(moulds.known) == 1


def variants(record: Record) -> Mapping[str, Wording]:
    """The words of a record in other languages: strange signs, some of them missing, some of them stale."""
    texts = record.original.texts
    strange = {key: "<b>'&\"\ue000" if isinstance(value, str) else tuple(f"{{n}} %s {number}" for number in range(len(value))) for key, value in texts.items()}
    half = {key: value for number, (key, value) in enumerate(strange.items()) if number % 2 or key in ("title", "summary")}
    headings = record.original.headings
    whole: Mapping[str, Any] = {"texts": strange, "method": "machine"}
    part: Mapping[str, Any] = {"texts": half, "stamps": dict.fromkeys(record.original.stamps or {"title": ""}, "0" * 8)}
    return {
        **{tag: Wording(tag, lines={}, headings=headings, **whole) for tag in ("fr", "ro")},
        **{tag: Wording(tag, lines={}, headings=headings, **part) for tag in ("pl", "es")},
        "lt": Wording("lt", {key: value for key, value in texts.items() if key in ("title", "summary")}, {}, headings),
    }


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """A base with a record of every kind, in six languages."""
    base = copy_base(EVERY_KIND, tmp_path_factory.mktemp("six") / "base")
    settings = base / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("languages: [en, fr]", "languages: [en, fr, pl, lt, ro, es]"), encoding="utf-8")
    return reading(base, is_preview=True)


def in_six(found: Reading) -> Iterator[Record]:
    """Every record, with words in six languages of which two and two are alike."""
    for path in found.library.cards:
        record = found.records[path]
        yield replace(record, words={**variants(record), record.facts.original: record.original})


@pytest.mark.parametrize(("cast_in", "shown_in"), [("fr", "ro"), ("ro", "fr"), ("pl", "es"), ("es", "pl")])
def test_editions_that_say_the_same_parts_share_a_mould(six: Reading, cast_in: str, shown_in: str) -> None:
    for record in in_six(six):
        if record.facts.original in {cast_in, shown_in}:
            continue
        caster, local = shown(six, record, cast_in), shown(six, record, shown_in)

        assert shape_of(caster[0]) == shape_of(local[0])
        assert poured(mould_of(*caster, RECORD_PAGES[record.kind_name], Moulds()), *local) == templated(*local)


def test_editions_that_do_not_are_told_apart(six: Reading) -> None:
    for record in in_six(six):
        shapes = {tag: shape_of(shown(six, record, tag)[0]) for tag in ("fr", "pl", "lt") if tag != record.facts.original}

        assert len(set(shapes.values())) == len(shapes), record.path


def test_a_gap_that_stands_in_several_places_is_filled_once() -> None:
    casting = Casting(Phrases())
    title, label = casting.leave(Words("title")), casting.answer("_", ("Theme",), {})

    mould = casting.mould(f"{title}, {label}: {title}")

    assert (len(mould.phrases), mould.others) == (1, (Words("title"),))
    assert mould.filled([b"theme", b"Keys"]) == b"Keys, theme: Keys"


def test_questions_that_only_seem_alike_are_told_apart() -> None:
    casting = Casting(Phrases())
    asked = [casting.answer("say", ("{n}",), {"n": value}) for value in (1, True, 1.0, "1", Markup("1"), [1], [True])]

    assert len(set(asked)) == len(asked)
    assert casting.answer("say", ("{n}",), {"n": 1}) == asked[0]


def test_only_questions_without_words_of_a_record_are_shared() -> None:
    phrases = Phrases()
    first, second = Casting(phrases), Casting(phrases)
    for casting in (first, second):
        casting.answer("say", ("{title}",), {"title": casting.leave(Words("title"))})
        casting.answer("say", ("{date}",), {"date": casting.answer("moment", ("2023",), {})})

    assert len(phrases.numbered) == 2
    assert len(first.gaps) == len(second.gaps) == 2


def test_the_title_of_a_source_says_its_language_where_it_is_not_the_pages(six: Reading) -> None:
    casting, edition = Casting(Phrases()), six.edition("fr")
    view = casting.view(View(edition, "trials/"))
    mould = casting.mould(f"{view.published('Titre : 1', 'fr')}|{view.published('Title', 'en')}|{view.published('1 < 2', None)}")

    pouring = Pouring(localise(next(iter(six.records.values())), edition), View(edition, "trials/"), {})
    assert mould.pour(pouring).decode() == 'Titre\xa0: 1|<span lang="en" dir="ltr">Title</span>|1 &lt; 2'


def test_a_mould_stays_in_its_process() -> None:
    assert pickle.loads(pickle.dumps(Moulds({"shape": Mould((b"",))}))).known == {}  # noqa: S301  our own bytes
