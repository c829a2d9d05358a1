"""The theme is evaluated once and its gaps are filled: the pages equal the theme's own rendering, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from markupsafe import Markup, escape
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import built, site_of
from tremplin.cache import Cache
from tremplin.editions import stub_of
from tremplin.locales import catalogue
from tremplin.model.edition import Edition
from tremplin.pages import Plan, make, plans
from tremplin.pages.mould import Moulds
from tremplin.render.mkdocs.face import Face, face, sheet_of
from tremplin.render.mkdocs.plugin import EditionPlugin
from tremplin.render.mkdocs.work import EditionWork
from tremplin.survey import Survey, linked, survey
from tremplin.translate import localise, translate

LEFT_OUT = {"skills/faulty/record.yml": "original: en\norigin: editorial\nthems: <b>\n", "skills/faulty/en.md": "---\ntitle: Faulty\n---\n"}


@dataclass(frozen=True)
class Theme:
    """One edition, and the theme as MkDocs has loaded it."""

    edition: Edition
    found: Survey
    plugin: EditionPlugin

    def face(self, plan: Plan) -> Face:
        """What the page of a plan puts into the theme."""
        page = make(plan, self.edition, lambda path: localise(self.found.records[path], self.edition), Moulds())
        return face(sheet_of(page), self.edition.library.site, self.edition.language, self.edition.catalogue)._replace(body=page.body)

    def evaluated(self, section: str, depth: int, one: Face) -> str:
        return self.plugin.shell(section, depth).fill(one, one.body.encode()).decode()

    def rendered(self, section: str, depth: int, one: Face) -> str:
        return self.plugin.rendered(section, depth, one)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with a record of every kind, one of them with a fault, built as a preview."""
    folder = copy_base(EVERY_KIND, tmp_path_factory.mktemp("theme") / "base")
    for name, text in LEFT_OUT.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    built(folder, is_preview=True)
    return folder


@pytest.fixture(scope="module", params=["en", "fr"])
def theme(request: pytest.FixtureRequest, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """An edition with its theme. MkDocs gives the same plugin to every build of a process, so there is one at a time."""
    site = site_of(base)
    found = survey(site, Cache(None))
    library, _ = linked(site, found, with_drafts=True)
    edition = translate(library, request.param)
    config = load_config(str(site.config_file), site_dir=str(tmp_path_factory.mktemp(request.param)))
    plugin = config.plugins["tremplin"]
    assert isinstance(plugin, EditionPlugin)
    stubs = tuple(stub_of(plan, edition) for plan in plans(library, is_preview=True))
    plugin.work = EditionWork(site, edition.language, catalogue(request.param), stubs, library.pages)
    build_with_mkdocs(config)
    return Theme(edition, found, plugin)


def test_the_base_has_every_kind_of_page(theme: Theme) -> None:
    plans_of_one = list(plans(theme.edition.library, is_preview=True))
    records = {theme.edition.library.cards[plan.subject].kind_name for plan in plans_of_one if plan.kind == "record"}

    assert {plan.kind for plan in plans_of_one} == {
        "record", "catalogue", "list", "partner", "project", "theme", "themes", "country", "countries", "glossary", "search", "all", "left-out",
    }
    assert records == {"practice", "module", "skill", "recommendation", "event", "conclusion", "trial"}
    assert any("&amp;" in theme.face(plan).title and "&lt;" in theme.face(plan).title for plan in plans_of_one)
    assert any("&#34;" in theme.face(plan).title for plan in plans_of_one)


def test_a_filled_page_equals_the_themes_own_rendering(theme: Theme) -> None:
    for plan in plans(theme.edition.library, is_preview=True):
        one, depth = theme.face(plan), plan.address.count("/")
        assert theme.evaluated(plan.section, depth, one) == theme.rendered(plan.section, depth, one), plan.address


def test_sections_to_which_the_frame_does_not_lead_share_one_evaluation_per_depth(theme: Theme) -> None:
    evaluated = theme.plugin.shell

    assert evaluated("skills", 2) is evaluated("events", 2)
    assert evaluated("skills", 2) != evaluated("skills", 1)
    assert evaluated("microtrainings", 2) not in (evaluated("skills", 2), evaluated("good_practices", 2))  # The menu marks both.


def test_a_published_page_equals_the_themes_own_rendering(base: Path, theme: Theme) -> None:
    for plan in plans(theme.edition.library, is_preview=True):
        published = base / "site" / theme.edition.language.segment / plan.address / "index.html"
        assert published.read_text(encoding="utf-8") == theme.rendered(plan.section, plan.address.count("/"), theme.face(plan)), plan.address


@pytest.mark.parametrize("text", ["&", "<", ">", '"', "'", "&amp;", "</title><script>alert(1)</script>", "@@tremplin:body@@", "{{ config }}", "\\1", "\u2028", ""])
def test_whatever_a_title_or_a_body_holds_it_is_filled_in_as_the_theme_would(theme: Theme, text: str) -> None:
    plan = next(plan for plan in plans(theme.edition.library, is_preview=False) if plan.kind == "record")
    one = theme.face(plan)._replace(title=escape(text), body=Markup("<h1>{}</h1><p>{}</p>").format(text, text))

    filled = theme.evaluated(plan.section, plan.address.count("/"), one)

    assert filled == theme.rendered(plan.section, plan.address.count("/"), one)
    assert f"<h1>{escape(text)}</h1><p>{escape(text)}</p>" in filled
