"""`plugins: [tremplin]` in mkdocs.yml: the ordinary `mkdocs build` and `mkdocs serve` for one edition."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from tremplin.cache import Cache
from tremplin.editions import search_files, stub_of
from tremplin.load.handwritten import files_beside
from tremplin.load.site import read_site
from tremplin.locales import catalogue
from tremplin.model.kinds import KINDS, LISTS
from tremplin.pages import make, plans
from tremplin.pages.blocks import live
from tremplin.pages.mould import Moulds
from tremplin.render.mkdocs.face import Sheet, sheet_of
from tremplin.render.mkdocs.files import RecordFile
from tremplin.render.mkdocs.plugin import EditionPlugin
from tremplin.render.mkdocs.work import EditionWork
from tremplin.report.text import render as report
from tremplin.search.index import SearchFailed
from tremplin.survey import linked, survey
from tremplin.translate import local_record, translate

if TYPE_CHECKING:  # No build waits for a server that it does not start.
    from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.plugins.tremplin")
"""Inside MkDocs, its own log is how anything is said."""


class TremplinPlugin(EditionPlugin):
    """One edition built by MkDocs itself: the first language, or the one that the option `edition` names."""

    def __init__(self) -> None:
        super().__init__()
        self._is_serving = False
        self._is_ours = False
        self._searched: dict[str, tuple[str, bytes]] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Previews show a base with faults; builds do not."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the base, unless a build of all editions has already done so."""
        if self.work is None or self._is_ours:
            self.work, self._is_ours = self._read(config), True
        return super().on_config(config)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Watch the records too."""
        base = Path(config.config_file_path).parent
        for name in (*(kind.folder for kind in KINDS), *(kind.file for kind in LISTS)):
            if (base / name).exists():
                server.watch(str(base / name))
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the index that readers search. Where that fails the site has its list from A to Z, and `--strict` fails."""
        if not self._is_ours or not self._work.site.has_search:
            return
        folder = Path(config.site_dir)
        pages = [file.dest_uri for file in self._files.documentation_pages() if not isinstance(file, RecordFile) and file.dest_uri.endswith("index.html")]
        try:
            files = self._search_files({path: (folder / path).read_bytes() for path in pages})
            # A preview that is built again needs no new index as long as nothing has changed.
            self._searched = {path: self._searched[path] if self._searched.get(path, ("",))[0] == key else (key, content()) for path, (key, content) in files.items()}
        except SearchFailed as error:
            translate = self._work.catalogue.text
            _log.warning("%s; %s", error.said.text(translate), error.remedy.text(translate))
            return
        for path, (_, content) in self._searched.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)

    def _read(self, config: MkDocsConfig) -> EditionWork:
        site, faults = read_site(Path(config.config_file_path))
        if site is None:
            _log.error("%s", report(faults))
            raise Abort("mkdocs.yml has faults")
        cache = Cache(site.cache_dir)
        found = survey(site, cache)
        library, diagnostics = linked(site, found, with_drafts=self._is_serving)
        if any(one.is_fault for one in diagnostics):
            _log.error("%s", report(diagnostics))
            if not self._is_serving:
                raise Abort("the base has faults; `tremplin check` lists them")
        edition = translate(library, self.config.edition or site.default.tag)
        planned = {plan.address: plan for plan in plans(library, is_preview=self._is_serving)}

        localised = partial(local_record, found.records, edition)
        self._search_files = partial(search_files, edition, localised=localised, cache=cache, plans=planned.values(), place="mkdocs")
        moulds = Moulds()

        def finished(address: str) -> tuple[Sheet, bytes]:
            page = make(planned[address], edition, localised, moulds)
            return sheet_of(page), page.html

        def fill(address: str, options: Mapping[str, str]) -> str:
            return live(edition, options, address if address != "./" else "")

        stubs = tuple(stub_of(plan, edition) for plan in planned.values())
        media = tuple(f"{path}/{file}" for path in library.cards for file in library.entries[path].media)
        return EditionWork(site, edition.language, catalogue(edition.language.tag), stubs, library.pages, files_beside(site), finished, media, fill)
