"""The law that everything else rests on: after any history, the published site is the one that a cold build of the base would make, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import site_of
from tests.trees import tree
from tremplin.build import build
from tremplin.cache import Cache

RECORDS = ("skills/patience", "skills/tact", "good_practices/open-door", "good_practices/closed-door", "recommendations/open-all-doors")
FACTS = "original: en\norigin: editorial\ndocumented: partial\n"
FIELDS = {"skills": ("related",), "good_practices": ("related", "answered_by"), "recommendations": ("related", "based_on")}
MEDIA = ("media/plan", "media/plan/a.txt", "media/plan/b/c.txt", "media/dot.png")
PAGES = ("docs/en/about.md", "docs/fr/about.md", "docs/fr/index.md", "docs/en/deep/er.md", "docs/en/skills/tact.md", "docs/fr/skills/index.md")
SENTENCES = ("One.", "Two & <three>.", "[A link](../../skills/tact/en.md).", "[Nowhere](../nowhere/en.md).", "<b>no</b>", "| a |\n|---|\n| b |")
TITLES = ("Title", "Titel", "Title & <more>", '"Quoted"')
LISTS = {
    "partners.yml": ("north:\n  legal_name: North\n  memberships: [{project: bridge, role: coordinator}]\n", "north:\n  legal_name: Nord & Co\n  memberships: []\nsouth:\n  legal_name: South\n  memberships: []\n"),
    "vocabulary.yml": ("learning:\n  labels: {en: Learning}\n  groups: [module]\nlocal-services:\n  labels: {en: Local}\n  groups: [module]\n", "learning:\n  labels: {en: To learn, fr: Apprendre}\n  groups: [module]\n"),
    "glossary.yml": ("gesture:\n  labels: {en: gesture}\n  definitions: {en: A gesture.}\n", "", "gesture:\n  labels: {en: gesture}\n"),
}
SETTINGS = (("site_name: \"Tiny & <small>\"", "site_name: Larger"), ("languages: [en, fr]", "languages: [fr, en]"), ("https://tiny.example.org/kb/", "https://other.example.org/"), ("  - about.md\n", ""))


class History(RuleBasedStateMachine):
    """A base that people change, builds of it, and accidents."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="tremplin-history-"))
        self.base = self.folder / "base"
        self.cache = self.folder / "cache"
        self.clock = 1_000_000_000
        self.published: dict[str, bytes] | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @initialize()
    def begin(self) -> None:
        copy_base(EVERY_KIND, self.base)

    def write(self, name: str, text: str) -> None:
        """A file of the base, with a time stamp that none had before: people do not save twice within a thousandth of a second."""
        file = self.base / name
        if any(parent.is_file() for parent in file.parents) or file.is_dir():
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.clock += 1
        os.utime(file, (self.clock, self.clock))

    def remove(self, name: str) -> None:
        place = self.base / name
        if place.is_dir():
            shutil.rmtree(place)
        elif place.exists():
            place.unlink()

    @rule(record=st.sampled_from(RECORDS), field=st.integers(0, 1), named=st.sampled_from((*RECORDS, "skills/teamwork", "skills/nowhere")), status=st.sampled_from(["", "", "status: draft\n", "nonsense: 1\n"]))
    def facts(self, record: str, field: int, named: str, status: str) -> None:
        fields = FIELDS[record.partition("/")[0]]
        self.write(f"{record}/record.yml", f"{FACTS}{status}{fields[field % len(fields)]}: [{named}]\n")
        if not (self.base / record / "en.md").exists():
            self.write(f"{record}/en.md", "---\ntitle: New\n---\n")

    @rule(record=st.sampled_from(RECORDS), language=st.sampled_from(["en", "fr"]), title=st.sampled_from(TITLES), body=st.sampled_from(SENTENCES), method=st.sampled_from(["", "translation: machine\n"]))
    def words(self, record: str, language: str, title: str, body: str, method: str) -> None:
        if (self.base / record / "record.yml").exists():
            self.write(f"{record}/{language}.md", f"---\ntitle: {title}\nsummary: {title}\n{method}---\n## What it is\n\n{body}\n")

    @rule(record=st.sampled_from(RECORDS), what=st.sampled_from(["", "/fr.md", "/en.md", "/media"]))
    def deletion(self, record: str, what: str) -> None:
        self.remove(record + what)

    @rule(file=st.sampled_from(MEDIA), content=st.sampled_from(["one", "two", "three"]))
    def media(self, file: str, content: str) -> None:
        if (self.base / "skills/teamwork/media/plan").is_dir() != ("plan/" in file):
            self.remove("skills/teamwork/media/plan")
        self.write(f"skills/teamwork/{file}", content)

    @rule(page=st.sampled_from(PAGES), text=st.sampled_from(["# One\n", "# Two\n\n/// records\n    kind: skill\n///\n", "# Three\n\n/// records\n    kind: practice\n    limit: 1\n///\n", "# Four\n\n[About](../about.md)\n"]))
    def page(self, page: str, text: str) -> None:
        self.write(page, text)

    @rule(page=st.sampled_from(PAGES))
    def page_removed(self, page: str) -> None:
        self.remove(page)

    @rule(name=st.sampled_from(sorted(LISTS)), version=st.integers(0, 2))
    def list_changed(self, name: str, version: int) -> None:
        text = LISTS[name][version % len(LISTS[name])]
        if text:
            self.write(name, text)
        else:
            self.remove(name)

    @rule(change=st.sampled_from(SETTINGS))
    def settings_changed(self, change: tuple[str, str]) -> None:
        text = (self.base / "mkdocs.yml").read_text(encoding="utf-8")
        one, other = change
        self.write("mkdocs.yml", text.replace(one, other) if one in text else text.replace(other, one) if other else text)

    @rule()
    def everything_touched(self) -> None:
        for file in [file for file in self.base.rglob("*") if file.is_file() and "site" not in file.relative_to(self.base).parts[0]]:
            self.clock += 1
            os.utime(file, (self.clock, self.clock))

    @rule(name=st.sampled_from(["site", ".site.next", "site/build.json", ".site.next/build.json", "cache"]))
    def accident(self, name: str) -> None:
        place = self.folder / "cache" if name == "cache" else self.base / name
        if place.is_dir():
            shutil.rmtree(place)
        elif place.exists():
            place.unlink()
        if name == "site":
            self.published = None

    @rule(seed=st.integers(0, 1000), kind=st.sampled_from(["ledgers", "records", "frames", "index", "lists"]), how=st.sampled_from(["flipped", "cut", "empty"]))
    def memory_corrupted(self, seed: int, kind: str, how: str) -> None:
        chance = random.Random(seed)  # noqa: S311  the same accident for the same seed
        for file in sorted(file for file in self.cache.rglob("*") if file.is_file() and kind in file.relative_to(self.cache).as_posix()):
            content = bytearray(file.read_bytes())
            if how == "flipped" and content:
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            file.write_bytes(b"" if how == "empty" else bytes(content[: chance.randrange(len(content) + 1)]) if how == "cut" else bytes(content))

    @rule(moment=st.integers(0, 60), is_preview=st.booleans())
    def interrupted(self, moment: int, is_preview: bool) -> None:  # noqa: FBT001  given by name
        def stop(stage: str, done: int, _: int) -> None:
            if stage == "write" and done >= moment:
                raise KeyboardInterrupt

        self._build(stop, is_preview=is_preview)

    @rule()
    def built(self) -> None:
        self._build(is_preview=False)

    @rule()
    def previewed(self) -> None:
        self._build(is_preview=True)

    def _build(self, progress: Callable[[str, int, int], None] = lambda stage, done, total: None, *, is_preview: bool) -> None:
        site = site_of(self.base)
        try:
            result = build(site, Cache(self.cache), progress, is_preview=is_preview)
        except KeyboardInterrupt:
            return
        if result.is_published:
            cold = self.folder / "cold"
            expected = build(replace(site, site_dir=cold), Cache(None), is_preview=is_preview)
            assert expected.is_published
            assert expected.diagnostics == result.diagnostics
            self.published = tree(cold)
            shutil.rmtree(cold)
            shutil.rmtree(self.folder / ".cold.next", ignore_errors=True)

    @invariant()
    @precondition(lambda self: self.published is not None)
    def the_site_is_the_one_that_was_published_last(self) -> None:
        found = tree(self.base / "site")
        found.setdefault("build.json", (self.published or {})["build.json"])
        assert self.published is not None
        assert sorted(name for name in found.keys() | self.published.keys() if found.get(name) != self.published.get(name)) == []


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=25, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
