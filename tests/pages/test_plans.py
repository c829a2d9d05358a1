"""What a page depends on: a plan whose key has not changed must not hide a page that has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.records import ONE_OF_EACH
from tremplin.model.page import Page
from tremplin.pages import Plan, make, plans
from tremplin.pages.mould import Moulds
from tremplin.translate import local_record

TAGS = ("en", "fr", "lt")
Key = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Of a page in one edition: the plan's key, the records near it, the digests of their cards."""
CHANGES: Mapping[str, tuple[str, str, str]] = {
    "a title": ("skills/teamwork/en.md", "title: Work in teams", "title: Work together"),
    "a summary": ("good_practices/open-door/en.md", "summary: People come in when they like.", "summary: People come in."),
    "a text": ("skills/teamwork/en.md", "I am not alone.", "I am with others."),
    "a translated title": ("skills/teamwork/fr.md", "title: Équipe", "title: Faire équipe"),
    "a reviewer": ("skills/teamwork/fr.md", "translation: machine", "translation: machine\nreviewed_by: reader"),
    "another translation": ("good_practices/open-door/lt.md", "", "---\ntitle: Atviros durys\n---\n"),
    "a fact": ("skills/teamwork/record.yml", "personal-social-learning", "digital"),
    "an outcome": ("good_practices/open-door/record.yml", "polarity: mixed", "polarity: negative"),
    "a theme": ("good_practices/open-door/record.yml", "themes: [gardens]", "themes: [homes]"),
    "a date": ("events/kiel-2023/record.yml", "start: 2023-10-19", "start: 2023-10-18"),
    "a country": ("good_practices/open-door/record.yml", "countries: [FR]", "countries: [PL]"),
    "a kind of reference": ("microtrainings/turn-a-key/record.yml", "next_steps:", "related:"),
    "a reference less": ("recommendations/open-all/record.yml", "[good_practices/open-door, trials/first-try]", "[trials/first-try]"),
    "a reference more": ("events/kiel-2023/record.yml", "theme: homes", "theme: homes\nrelated: [skills/teamwork]"),
    "an author": ("good_practices/open-door/record.yml", "authors: [south]", "authors: [north]"),
    "a draft": ("twg_conclusions/north-1/record.yml", "session: 1", "session: 1\nstatus: draft"),
    "a record more": ("good_practices/wide-gate/record.yml", "project: bridge\n", ""),
    "an output of the project": ("microtrainings/turn-a-key/record.yml", "origin: project-output", "origin: editorial"),
    "a kind of event": ("events/kiel-2023/record.yml", "kind: seminar", "kind: meeting"),
    "a partner": ("partners.yml", "short_name: North", "short_name: Nord"),
    "a project": ("projects.yml", "planned: 25", "planned: 26"),
    "a theme's label": ("vocabulary.yml", "fr: Jardins", "fr: Jardin"),
    "a term": ("glossary.yml", "What a hand does.", "What hands do."),
    "another record": ("skills/patience/en.md", "", "---\ntitle: Patience\n---\n"),
}
FILES: Mapping[str, str | bytes] = {
    **ONE_OF_EACH, "skills/teamwork/fr.md": "---\ntitle: Équipe\ntranslation: machine\n---\n",
    "skills/patience/record.yml": "original: en\norigin: editorial\ndocumented: partial\nrelated: [skills/teamwork]\nthemes: [homes]\nauthors: [reader]\nproject: bridge\n",
}


def written(folder: Path, files: Mapping[str, str | bytes] = FILES) -> Reading:
    """A base whose films, which count by their time, are as old as those of any other."""
    base = write_base(folder, files)
    for file in base.rglob("media/*"):
        os.utime(file, (0, 0))
    return reading(base, is_preview=True)


def pages(found: Reading) -> dict[tuple[str, str], tuple[Key, Page]]:
    """Every page of every edition with all that its key is made of."""
    made, moulds = {}, Moulds()
    for tag in TAGS:
        edition = found.edition(tag)
        for plan in plans(found.library, is_preview=True):
            made[tag, plan.address] = _key(found, plan, tag), make(plan, edition, partial(local_record, found.records, edition), moulds)
    return made


def _key(found: Reading, plan: Plan, tag: str) -> Key:
    return plan.key, plan.near, tuple(found.library.entries[path].card_digests[tag] for path in plan.near)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[Key, Page]]:
    return pages(written(tmp_path_factory.mktemp("base")))


@pytest.mark.parametrize("change", CHANGES)
def test_a_page_that_changes_has_another_key(before: dict[tuple[str, str], tuple[Key, Page]], tmp_path: Path, change: str) -> None:
    name, old, new = CHANGES[change]
    text = str(FILES.get(name, ""))
    assert old in text

    after = pages(written(tmp_path, {**FILES, name: text.replace(old, new) if old else new}))

    both = before.keys() & after.keys()
    changed = {where for where in both if before[where][1] != after[where][1]}
    assert changed
    assert {where for where in changed if before[where][0] == after[where][0]} == set()


def test_a_word_in_one_language_touches_the_others_only_on_its_own_page(before: dict[tuple[str, str], tuple[Key, Page]], tmp_path: Path) -> None:
    files = {**FILES, "skills/teamwork/fr.md": "---\ntitle: Faire équipe\ntranslation: machine\n---\n"}

    after = pages(written(tmp_path, files))

    assert {where for where in before if before[where][0] != after[where][0] and where[0] == "en"} == {("en", "skills/teamwork/")}
    assert ("fr", "skills/") in {where for where in before if before[where][0] != after[where][0]}


def test_the_same_base_elsewhere_has_the_same_keys(before: dict[tuple[str, str], tuple[Key, Page]], tmp_path: Path) -> None:
    assert pages(written(tmp_path / "elsewhere")) == before


def test_no_two_pages_share_an_address(before: dict[tuple[str, str], tuple[Key, Page]], tmp_path: Path) -> None:
    found = written(tmp_path)
    addresses = [plan.address for plan in plans(found.library, is_preview=True)]

    assert len(set(addresses)) == len(addresses)
    assert all(page.address == address for (_, address), (_, page) in before.items())
