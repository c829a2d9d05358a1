"""The law that everything else rests on: after any history, the published site is the one that a cold build of the base would make, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import cold_site, site_of
from tests.trees import tree
from tremplin.build import build
from tremplin.cache import Cache
from tremplin.publish import Trees, write

pytestmark = pytest.mark.slow

FACTS = "original: en\norigin: editorial\ndocumented: partial\n"
RECORDS = ("skills/patience", "skills/tact", "good_practices/open-door", "good_practices/closed-door", "recommendations/open-all-doors")
TARGETS = (*RECORDS, "skills/teamwork", "skills/nowhere")
FIELDS = {"skills": ("related",), "good_practices": ("related", "answered_by"), "recommendations": ("related", "based_on")}
SENTENCES = ("One.", "Two & <three>.", "[A link](../../skills/tact/en.md).", "[Nowhere](../nowhere/en.md).", "<b>no</b>", "| a |\n|---|\n| b |")
TITLES = ("Title", "Titel", "Title & <more>", '"Quoted"')
MEDIA = ("media/plan.pdf", "media/plan.pdf/a.txt", "media/plan.pdf/b/c.txt", "media/dot.png")
PAGES = ("docs/en/about.md", "docs/fr/about.md", "docs/fr/index.md", "docs/en/deep/er.md", "docs/en/skills/tact.md", "docs/fr/skills/index.md")
PAGE_TEXTS = ("# One\n", "# Two\n\n/// records\n    kind: skill\n///\n", "# Three\n\n/// records\n    kind: practice\n    limit: 1\n///\n", "# Four\n\n[Tact](skills/tact/index.md)\n")
LISTS = {
    "partners.yml": ("north:\n  legal_name: North\n  memberships: [{project: bridge, role: coordinator}]\n", "north:\n  legal_name: Nord & Co\n  memberships: []\nsouth:\n  legal_name: South\n  memberships: []\n"),
    "vocabulary.yml": ("learning:\n  labels: {en: Learning}\n  groups: [module]\nlocal-services:\n  labels: {en: Local}\n  groups: [module]\n", "learning:\n  labels: {en: To learn, fr: Apprendre}\n  groups: [module]\n"),
    "glossary.yml": ("gesture:\n  labels: {en: gesture}\n  definitions: {en: A gesture.}\n", "", "gesture:\n  labels: {en: gesture}\n"),
}
SETTINGS = (('site_name: "Tiny & <small>"', "site_name: Larger"), ("languages: [en, fr]", "languages: [fr, en]"), ("https://tiny.example.org/kb/", "https://other.example.org/"), ("  - about.md\n", "  - index.md\n"))
PLACES = ("site", ".site.next", "site/build.json", ".site.next/build.json", "../cache")

Change = tuple[str, tuple[str, ...]]
"""The name of a method of History, and what it is given."""
Round = tuple[Sequence[Change], str]
"""Some changes, and the build that follows them: `build`, `preview`, or `interrupted` and after how many pages."""


@dataclass
class History:
    """A base that people change, builds of it, and accidents."""

    folder: Path
    clock: int = 1_000_000_000
    published: Mapping[str, bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.base = copy_base(EVERY_KIND, self.folder / "base")
        self.cache = self.folder / "cache"

    def write(self, name: str, text: str) -> None:
        """A file with a time stamp that none had before: people do not save twice within a thousandth of a second."""
        file = self.base / name
        for parent in file.relative_to(self.base).parents:
            if (self.base / parent).is_file():
                (self.base / parent).unlink()
        if file.is_dir():
            shutil.rmtree(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.touch(file)

    def touch(self, file: Path) -> None:
        self.clock += 1
        os.utime(file, (self.clock, self.clock))

    def remove(self, name: str) -> None:
        place = self.base / name
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)

    def facts(self, record: str, number: str, target: str, more: str) -> None:
        fields = FIELDS[record.partition("/")[0]]
        self.write(f"{record}/record.yml", f"{FACTS}{more}{fields[int(number) % len(fields)]}: [{target}]\n")
        if not (self.base / record / "en.md").exists():
            self.words(record, "en", "New", "New.", "")

    def words(self, record: str, language: str, title: str, body: str, more: str) -> None:
        if (self.base / record / "record.yml").exists():
            self.write(f"{record}/{language}.md", f"---\ntitle: {title}\nsummary: {title}\n{more}---\n## What it is\n\n{body}\n")

    def media(self, file: str, content: str) -> None:
        self.write(f"skills/teamwork/{file}", content)
        self.links()

    def links(self) -> None:
        """Every file of the record that has media is linked to in its text: others are not published."""
        folder = self.base / "skills/teamwork"
        links = "".join(f"- [{file.name}]({file.relative_to(folder).as_posix()})\n" for file in sorted(folder.glob("media/**/*")) if file.is_file())
        text = (folder / "en.md").read_text(encoding="utf-8") if (folder / "en.md").exists() else "---\ntitle: Teams\n---\n"
        self.write("skills/teamwork/en.md", text.partition("\n## Files\n")[0] + f"\n## Files\n\n{links}")

    def list_changed(self, name: str, version: str) -> None:
        text = LISTS[name][int(version) % len(LISTS[name])]
        self.write(name, text) if text else self.remove(name)

    def setting(self, one: str, other: str) -> None:
        text = (self.base / "mkdocs.yml").read_text(encoding="utf-8")
        self.write("mkdocs.yml", text.replace(one, other) if one in text else text.replace(other, one))

    def everything_touched(self) -> None:
        for file in [file for file in self.base.rglob("*") if file.is_file() and "site" not in file.relative_to(self.base).parts[0]]:
            self.touch(file)

    def accident(self, name: str) -> None:
        """Somebody removes what a build has written or remembered."""
        self.remove(name)
        if name == "site":
            self.published = None

    def memory_corrupted(self, kind: str, how: str, seed: str) -> None:
        """A failing disk changes a bit of every file of one kind, or loses the end of it."""
        chance = random.Random(seed)  # noqa: S311  the same accident for the same seed
        for file in sorted(file for file in self.cache.rglob("*") if file.is_file() and kind in file.relative_to(self.cache).as_posix()):
            content = bytearray(file.read_bytes())
            if how == "flipped" and content:
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            file.write_bytes(bytes(content[: chance.randrange(len(content) + 1)] if how == "cut" else content))

    def play(self, rounds: Iterable[Round]) -> None:
        """Go through a history; after every build the site is what a cold build makes, and after a failed one what it was."""
        for changes, kind in rounds:
            for name, arguments in changes:
                getattr(self, name)(*arguments)
            self._build(kind)
            self._assert_as_published(f"{changes} {kind}")

    def _build(self, kind: str) -> None:
        site, is_preview = site_of(self.base), kind != "build"

        def stop(stage: str, done: int, _: int) -> None:
            if kind.startswith("interrupted") and stage == "write" and done >= int(kind.split()[1]):
                raise KeyboardInterrupt

        try:
            result = build(site, Cache(self.cache), stop, is_preview=is_preview)
        except KeyboardInterrupt:
            return
        if result.is_published:
            cold = self.folder / "cold"
            expected = build(replace(site, site_dir=cold), Cache(None), is_preview=is_preview)
            assert expected.is_published
            assert expected.diagnostics == result.diagnostics
            self.published = tree(cold)
            shutil.rmtree(cold)

    def _assert_as_published(self, after: str) -> None:
        if self.published is not None:
            found = tree(self.base / "site")
            found.setdefault("build.json", self.published["build.json"])  # An accident of ours.
            assert [name for name in sorted(found.keys() | self.published.keys()) if found.get(name) != self.published.get(name)] == [], after


def changed(name: str, *arguments: str) -> Round:
    """One change and a build."""
    return ([(name, arguments)], "build")


HISTORIES: Mapping[str, Sequence[Round]] = {
    "a reference moves to another field": [
        changed("facts", "good_practices/closed-door", "1", "good_practices/open-door", ""), ([], "build"), changed("facts", "good_practices/closed-door", "0", "good_practices/open-door", ""),
    ],
    "a title changes, which lists and other records show": [
        changed("facts", "good_practices/closed-door", "0", "skills/teamwork", ""), ([], "build"), changed("words", "good_practices/closed-door", "en", "Other", "One.", ""),
        changed("words", "skills/teamwork", "en", "Other", "One.", ""), changed("words", "skills/teamwork", "fr", "Autre", "Un.", ""),
    ],
    "a record comes and goes": [
        ([], "build"), changed("facts", "skills/tact", "0", "skills/teamwork", ""), changed("remove", "skills/tact"), changed("facts", "skills/tact", "0", "skills/teamwork", ""), changed("remove", "skills/tact"), ([], "build"),
    ],
    "a file becomes a folder and a file again": [
        changed("media", "media/plan.pdf", "a"), changed("media", "media/plan.pdf", "b"), changed("media", "media/plan.pdf/a.txt", "c"), changed("media", "media/plan.pdf/b/c.txt", "c"), changed("media", "media/plan.pdf", "d"), ([], "build"),
    ],
    "a page in the place of a record": [
        ([("facts", ("skills/tact", "0", "skills/teamwork", ""))], "preview"), ([("write", ("docs/en/skills/tact.md", "# Mine\n"))], "preview"), ([("write", ("docs/en/skills/index.md", "# Mine\n"))], "preview"), ([], "preview"),
        ([("write", ("docs/en/skills/tact.md", "# Mine, changed\n"))], "preview"), ([("remove", ("skills/tact",))], "preview"), ([], "preview"),
    ],
    "a fault between records comes, changes and goes": [
        ([("facts", ("skills/tact", "0", "skills/nowhere", ""))], "preview"), ([("facts", ("skills/patience", "0", "skills/tact", ""))], "preview"),
        ([("facts", ("skills/nowher", "0", "skills/teamwork", ""))], "preview"), ([("remove", ("skills/nowher",))], "preview"), ([("facts", ("skills/nowhere", "0", "skills/teamwork", ""))], "preview"), ([("remove", ("skills/nowhere",))], "preview"), ([("facts", ("skills/tact", "0", "skills/teamwork", ""))], "build"), ([], "preview"),
    ],
    "a draft is published": [([("facts", ("skills/tact", "0", "skills/teamwork", "status: draft\n"))], "preview"), ([], "build"), ([], "preview"), changed("facts", "skills/tact", "0", "skills/teamwork", "")],
    "the settings change and change back": [([], "build"), *(changed("setting", *pair) for pair in SETTINGS for _ in range(2)), ([], "build")],
    "texts are looked for elsewhere": [
        changed("setting", "languages: [en, fr]", "languages: [en, fr, lt]"), changed("words", "skills/teamwork", "fr", "Autre", "Un.", ""),
        changed("setting", "{fr: [en]}", "{fr: [en], lt: [fr]}"), ([], "build"), changed("setting", "{fr: [en], lt: [fr]}", "{fr: [en]}"), ([], "build"),
    ],
    "a name changes in case only": [
        changed("write", "docs/en/Guide.md", "# Guide\n"), ([], "build"), ([("remove", ("docs/en/Guide.md",)), ("write", ("docs/en/guide.md", "# Guide\n"))], "build"), ([], "build"),
    ],
    "a build is interrupted again and again": [
        ([], "build"), ([], "build"), ([("setting", SETTINGS[0])], "interrupted 1"), ([], "interrupted 24"), ([("words", ("skills/teamwork", "en", "Other", "One.", ""))], "interrupted 1"), ([], "build"),
        ([("setting", SETTINGS[0])], "interrupted 24"), ([("setting", SETTINGS[0])], "build"),
    ],
    "a build is interrupted and what it was for is taken back": [
        ([], "build"), ([], "build"), ([("setting", SETTINGS[0]), ("facts", ("skills/tact", "0", "skills/teamwork", ""))], "interrupted 24"), ([("setting", SETTINGS[0]), ("remove", ("skills/tact",))], "build"),
    ],
    "the site is deleted": [([], "build"), changed("words", "skills/teamwork", "en", "Other", "One.", ""), changed("accident", "site"), changed("words", "skills/teamwork", "en", "Third", "One.", ""), changed("accident", ".site.next"), ([], "build")],
    "stamps are deleted": [([], "build"), ([], "build"), changed("accident", "site/build.json"), changed("words", "skills/teamwork", "en", "Other", "One.", ""), changed("accident", ".site.next/build.json"), changed("remove", "trials"), ([], "build")],
    "the ledgers are damaged": [
        ([], "build"), ([], "build"), *(([("memory_corrupted", ("ledgers", how, str(seed))), ("words", ("skills/teamwork", "en", f"Title {seed}", "One.", ""))], "build") for seed, how in enumerate(["flipped", "cut"] * 6)),
        ([("memory_corrupted", ("ledgers", "flipped", "99")), ("remove", ("trials",)), ("write", ("recommendations/open-all-doors/record.yml", f"{FACTS}based_on: [good_practices/open-door]\n"))], "build"),
    ],
    "all memory is damaged": [([], "build"), *(([("memory_corrupted", (kind, "flipped", "1")), ("words", ("skills/teamwork", "en", kind, "One.", ""))], "build") for kind in ("index", "lists", "records", "frames"))],
    "lists change": [([], "build"), *(([("list_changed", (name, str(version)))], "preview") for name in LISTS for version in (0, 1, 2, 0)), ([], "preview")],
    "hand-written pages come, change and go": [
        ([], "build"), changed("write", "docs/fr/about.md", PAGE_TEXTS[1]), changed("write", "docs/en/about.md", PAGE_TEXTS[2]), changed("remove", "docs/fr/about.md"), changed("write", "docs/en/deep/er.md", PAGE_TEXTS[0]),
        changed("remove", "docs/en/deep/er.md"), changed("remove", "docs/fr/index.md"), ([], "build"),
    ],
}


@pytest.mark.parametrize("name", HISTORIES)
def test_after_this_history_the_site_is_what_a_cold_build_makes(name: str, tmp_path: Path) -> None:
    History(tmp_path).play(HISTORIES[name])


def test_a_memory_in_which_one_bit_has_changed_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.write("ledgers/one", {"en/index.html": "a1b2", "en/about/index.html": "c3d4"})
    assert cache.folder is not None
    file = cache.folder / "ledgers" / "one"
    whole = file.read_bytes()
    assert cache.read("ledgers/one") == {"en/index.html": "a1b2", "en/about/index.html": "c3d4"}

    for position in range(len(whole)):
        file.write_bytes(whole[:position] + bytes([whole[position] ^ 1 << position % 8]) + whole[position + 1 :])
        assert cache.read("ledgers/one") is None
        file.write_bytes(whole[:position])
        assert cache.read("ledgers/one") is None


def method(name: str, *arguments: Iterable[str]) -> st.SearchStrategy[Change]:
    """A change whose arguments are taken from these."""
    return st.tuples(st.just(name), st.tuples(*(st.sampled_from(list(values)) for values in arguments)))


changes = st.one_of(
    method("facts", RECORDS, "01", TARGETS, ["", "", "", "status: draft\n", "nonsense: 1\n"]), method("words", RECORDS, ["en", "fr"], TITLES, SENTENCES, ["", "translation: machine\n"]),
    method("remove", [record + what for record in RECORDS for what in ("", "/fr.md", "/en.md")]), method("media", MEDIA, ["one", "two"]), method("write", PAGES, PAGE_TEXTS), method("remove", PAGES),
    method("list_changed", LISTS, "012"), st.tuples(st.just("setting"), st.sampled_from(SETTINGS)), method("everything_touched"), method("accident", PLACES),
    method("memory_corrupted", ["ledgers", "records", "frames", "index", "lists"], ["flipped", "cut"], "0123"),
)
rounds = st.tuples(st.lists(changes, min_size=1, max_size=3), st.sampled_from(["build", "build", "preview", "preview", "interrupted 1", "interrupted 24"]))


@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
@given(st.lists(rounds, min_size=4, max_size=8))
def test_after_any_history_the_site_is_what_a_cold_build_makes(tmp_path_factory: pytest.TempPathFactory, history: Sequence[Round]) -> None:
    folder = tmp_path_factory.mktemp("history")
    History(folder).play(history)
    shutil.rmtree(folder)


def test_a_build_that_leaves_the_search_for_later_changes_all_but_the_search_and_the_next_one_makes_it_whole(tmp_path: Path) -> None:
    base, cache = copy_base(EVERY_KIND, tmp_path / "base"), Cache(tmp_path / "cache")
    build(site_of(base), cache)
    before = tree(base / "site")
    page = base / "skills" / "teamwork" / "en.md"
    page.write_text(page.read_text(encoding="utf-8").replace("\n---\n## ", "\n---\nspringboards\n\n## ", 1), encoding="utf-8")

    assert build(site_of(base), cache, keeps_search=True).has_changed
    between = tree(base / "site")
    build(site_of(base), cache)

    changed = {name for name in before.keys() | between.keys() if before.get(name) != between.get(name)}
    assert b"springboards" in between["en/skills/teamwork/index.html"]
    assert changed
    assert [name for name in changed if "/search/index/" in name] == []
    assert tree(base / "site") == tree(cold_site(base, tmp_path))
    assert between != tree(base / "site")


def test_a_page_whose_name_changes_in_case_only_makes_room_before_it_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows and macOS both names are one file: what is removed after it was written would be lost."""
    base, old, new = copy_base(EVERY_KIND, tmp_path / "base"), "en/Guide/index.html", "en/guide/index.html"
    page = base / "docs" / "en" / "Guide.md"
    page.write_text("# Guide\n", encoding="utf-8")
    for _ in range(2):
        build(site_of(base), Cache(tmp_path / "cache"))
    page.rename(page.with_name("guide.md"))
    stood = []

    def watched(tree: Path, path: str, content: bytes) -> None:
        if path == new:
            stood.append((tree / old).parent.exists())
        write(tree, path, content)

    monkeypatch.setattr("tremplin.editions.write", watched)
    build(site_of(base), Cache(tmp_path / "cache"))

    assert stood == [False]
    assert ((base / "site" / new).exists(), (base / "site" / old).exists()) == (True, False)


def test_the_old_name_of_a_file_is_not_removed_where_it_is_the_new_one_too(tmp_path: Path) -> None:
    trees = Trees(tmp_path / "site", Cache(tmp_path / "cache"))
    trees.twin = {"Guide.html": "a", "Plan.html": "a"}
    for name in trees.twin:
        (trees.next / name).write_text(name, encoding="utf-8")
    (trees.next / "guide.html").hardlink_to(trees.next / "Guide.html")  # As a file system shows it that ignores case.
    (trees.next / "plan.html").write_text("another file", encoding="utf-8")

    trees.commit({"guide.html": "b", "plan.html": "b"})

    assert sorted(file.name for file in (tmp_path / "site").glob("*.html")) == ["Guide.html", "guide.html", "plan.html"]
