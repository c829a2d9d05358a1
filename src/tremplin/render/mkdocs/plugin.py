"""One MkDocs build is one edition: hand-written pages go through MkDocs, record pages enter it ready-made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import unescape
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme
from mkdocs.utils import is_error_template

from tremplin.model.handwritten import languages_of, page_address
from tremplin.model.language import Language
from tremplin.model.typography import spaced
from tremplin.render.mkdocs.face import Face, Sheet, face
from tremplin.render.mkdocs.files import RecordFile
from tremplin.render.mkdocs.gaps import Fill, fill_gaps
from tremplin.render.mkdocs.lost import lost
from tremplin.render.mkdocs.menu import title_of, titles_in, without_dead_ends
from tremplin.render.mkdocs.notice import with_notice
from tremplin.render.mkdocs.shell import Shell, cut, marked_face
from tremplin.render.mkdocs.theme import THEME, UNUSED, joined, lighten
from tremplin.render.mkdocs.work import EditionWork, Stub, borrowed

FOOTER = ("contribute.md", "accessibility.md", "privacy.md", "licence.md")
"""Hand-written pages that the footer names, where a base has them."""

_LINKED = frozenset({"search"})
"""Sections to which the frame of every page leads, besides those that the menu names."""
_ANY = "any-section"
"""Stands for all other sections in the address of a page of theirs."""


class Options(Config):
    """The plugin's options in mkdocs.yml; `load/options.py` checks them for everybody else."""

    languages = config_options.Type(list, default=[])
    fallback = config_options.Type(dict, default={})
    descriptions = config_options.Type(dict, default={})
    edition = config_options.Type(str, default="")
    search = config_options.Type(bool, default=True)


class EditionPlugin(BasePlugin[Options]):
    """Lets MkDocs build one edition. Subclasses say where the edition comes from."""

    work: EditionWork | None = None
    """Set by whoever starts the build."""
    reading: str = ""
    """The hand-written page that MkDocs is reading, as a path from the base."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Point MkDocs at the edition's folder, language and address."""
        work = self._work
        config.docs_dir = str(work.site.docs_dir / work.language.tag)
        if work.site.url:
            config.site_url = f"{work.site.url}{work.language.segment}/"
        config.edit_uri = ""  # The footer has a link of ours, which knows where words and facts stand.
        config.site_description = work.site.descriptions.get(work.language.tag) or config.site_description
        config.theme["language"] = work.language.tag
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme.get_env = partial(self._environment, config.theme, config.theme.get_env)  # type: ignore[method-assign]  # There is no other way to hand MkDocs an environment.
        config.theme["icon"] = {"logo": "tremplin/mark", **(config.theme.get("icon") or {})}
        config.extra["alternate"] = [{"name": language.autonym} for language in work.site.languages]
        config.extra_css = ["assets/tremplin.css", *config.extra_css]
        config.markdown_extensions = list(dict.fromkeys([*config.markdown_extensions, "attr_list", "md_in_html", "tremplin.render.mkdocs.blocks"]))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the record pages, and other languages' pages and pictures where this one has none; leave out what nobody needs."""
        work = self._work
        for file in list(files):
            if file.src_dir != config.docs_dir and (file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map")):
                files.remove(file)
        for name, language in borrowed(work.beside, work.site, work.language).items():
            _put(files, File(name, str(work.site.docs_dir / language.tag), config.site_dir, config.use_directory_urls))
        for path, content in joined():
            own = files.get_file_from_path(path)
            if own is None or own.abs_src_path == str(THEME / path):  # A base may have put a file of its own in the place of ours.
                _put(files, File.generated(config, path, content=content))
        self._foreign: dict[str, Language] = {}
        for name, language in borrowed(work.pages, work.site, work.language).items():
            _put(files, File(name, str(work.site.docs_dir / language.tag), config.site_dir, config.use_directory_urls))
            self._foreign[name] = language
        titles = titles_in(work.site.nav)
        for stub in work.stubs:
            html = partial(self._record_html, stub) if work.finished else None
            file = RecordFile(stub.address, titles.get(f"{stub.address}index.md", stub.title), config, html)
            file.inclusion = InclusionLevel.INCLUDED
            _put(files, file)
        for name in work.media:
            _put(files, File(name, str(work.site.base), config.site_dir, config.use_directory_urls))
        self._files = files
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which shells need, without entries that lead nowhere."""
        nav.items = without_dead_ends(nav.items)
        self._nav, self._config = nav, config
        self._shells: dict[tuple[str, int], Shell] = {}
        return nav

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give templates the language and our strings, the footer's pages, and a face for pages that have none (404)."""
        translate = self._work.catalogue.text
        title = translate("This page does not exist")
        env.globals["tremplin"] = self._face(Sheet("", title, "", (), is_fallback=True, is_anywhere=True))._replace(body=lost(self._work, title))
        env.globals["tremplin_ui"] = translate
        env.globals["tremplin_language"] = self._work.language
        env.globals["tremplin_logo"], env.globals["tremplin_favicon"] = self._work.site.logo, self._work.site.favicon
        env.globals["tremplin_search"] = self._work.site.has_search
        for page in [written.page for written in files.documentation_pages() if written.page]:
            page.title = title_of(page)
        env.globals["tremplin_footer"] = [(file.page.title, file.url) for name in FOOTER if (file := files.get_file_from_path(name)) and file.page]
        if self._nav.homepage:
            self._nav.homepage.title = escape(translate("Home"))  # Its heading is a greeting, too long for a menu.
        self._env = env
        return env

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Let the page for lost visitors find its styles where the site has no address: an edition then lies below the root of a server."""
        if not is_error_template(template_name) or config.site_url:
            return context
        root = f"{self._work.site.path}{self._work.language.segment}/"
        return {**context, **get_context(context["nav"], self._files, config, base_url=root)}

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Set a page as its language asks for."""
        self.reading = self._source(page.file.src_uri)
        return spaced(markdown, self._language(page.file.src_uri).tag)

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Say it when a page is shown in another language, or a machine has translated it."""
        name = page.file.src_uri
        return with_notice(html, self._work, name, page.meta, self._foreign.get(name))

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give a hand-written page its face."""
        page.meta.setdefault("hide", ["navigation", "toc"])
        context["tremplin"] = self._face(self._sheet(page))
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Fill the live lists, unless the build as a whole does that."""
        if self._work.fill is None:
            return output
        fill: Fill = partial(self._work.fill, page.url)
        return fill_gaps(output, fill)

    def shell(self, section: str, depth: int) -> Shell:
        """The theme's page for records of a section at a depth, made once. Sections to which nothing in it leads share theirs."""
        key = (section if section in _LINKED or self._entry(section) else _ANY, depth)
        if key not in self._shells:
            self._shells[key] = cut(self.rendered(*key, marked_face()))
        return self._shells[key]

    def rendered(self, section: str, depth: int, one: Face) -> str:
        """The theme's own rendering of a record page: what filled shells must be equal to."""
        address = "/".join([section, *(f"level-{level}" for level in range(1, depth))]) + "/"
        file = RecordFile(address, "", self._config, None)
        page = file.page
        assert page is not None
        page.title, page.content = one.title, one.body
        active = self._entry(section)
        if active:
            active.active = True
        context = get_context(self._nav, self._files, self._config, page)
        context["tremplin"] = one  # type: ignore[typeddict-unknown-key]  # Themes may be given anything.
        html = self._env.get_template("main.html").render(context)
        if active:
            active.active = False
        return html

    def _entry(self, section: str) -> MkDocsPage | None:
        """The first page of a section, if the menu names it."""
        entry = self._files.get_file_from_path(f"{section}/index.md")
        return entry.page if entry and entry.page in self._nav.pages else None

    @property
    def _work(self) -> EditionWork:
        assert self.work is not None  # Set before MkDocs calls any hook.
        return self.work

    def _environment(self, theme: Theme, make: Callable[[], jinja2.Environment]) -> jinja2.Environment:
        return lighten(make(), tuple(theme.dirs), theme.custom_dir, is_extended=self._work.site.is_extended)

    def _record_html(self, stub: Stub) -> str:
        assert self._work.finished is not None
        sheet, body = self._work.finished(stub.address)
        return self.shell(stub.section, stub.address.count("/")).fill(self._face(sheet), body).decode()

    def _face(self, sheet: Sheet) -> Face:
        work = self._work
        return face(sheet, work.site, work.language, work.catalogue)

    def _language(self, name: str) -> Language:
        """The language of a hand-written page, which may be borrowed from another edition."""
        return self._foreign.get(name, self._work.language)

    def _source(self, name: str) -> str:
        return (self._work.site.docs_dir / self._language(name).tag / name).relative_to(self._work.site.base).as_posix()

    def _sheet(self, page: MkDocsPage) -> Sheet:
        name, site = page.file.src_uri, self._work.site
        own = languages_of(page_address(name), self._work.pages)
        editions = tuple(tag for tag in site.tags if tag in own)
        title = site.name if page.is_homepage else unescape(str(page.title))
        description = str(page.meta.get("description") or (self._config.site_description if page.is_homepage else "") or "")
        return Sheet(page.url if page.url != "./" else "", title, description, editions, name in self._foreign, source=self._source(name))


def _put(files: Files, file: File) -> None:
    """Add a file, in the place of another of the same name if there is one."""
    other = files.get_file_from_path(file.src_uri)
    if other is not None:
        files.remove(other)
    files.append(file)
