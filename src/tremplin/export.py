"""The whole site as a plain tree of Markdown that needs none of us."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic
from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.handwritten import page_address
from tremplin.model.site import Site
from tremplin.pages import make, plans
from tremplin.pages.blocks import record_list
from tremplin.pages.feeds import feeds
from tremplin.pages.mould import Moulds
from tremplin.render.tree import blocks_in, write_configuration, write_file, write_handwritten, write_page, write_start
from tremplin.survey import Progress, Survey, linked, survey
from tremplin.translate import localise, translate


def export(site: Site, cache: Cache, folder: Path, progress: Progress = lambda done, total: None) -> list[Diagnostic]:
    """Write every edition below `folder`, which must be empty; nothing is written when the base has faults, which are returned."""
    found = survey(site, cache)
    library, diagnostics = linked(site, found, with_drafts=False)
    if any(one.is_fault for one in diagnostics):
        return list(diagnostics)
    planned = list(plans(library, is_preview=False))
    folder.mkdir(parents=True, exist_ok=True)
    write_configuration(folder, site, (text for tag in site.tags for text in _texts(site, tag, found).values()))
    write_start(folder, site, ((language.segment, language.autonym) for language in site.languages))
    moulds = Moulds()
    for number, tag in enumerate(site.tags, 1):
        edition = translate(library, tag)
        localised, files = partial(_localised, found, edition), dict(_files(edition, found))
        for plan in planned:
            write_page(folder, make(plan, edition, localised, moulds), edition.language.segment, files)
        _handwritten(folder, edition, found)
        for feed in feeds(edition):
            write_file(folder, edition.language.segment, feed.path, feed.content())
        _media(folder, edition)
        progress(number, len(site.tags))
    return list(diagnostics)


def _localised(found: Survey, edition: Edition, path: str) -> LocalRecord:
    return localise(found.records[path], edition)


def _handwritten(folder: Path, edition: Edition, found: Survey) -> None:
    site, language = edition.library.site, edition.language
    for name, text in _texts(site, language.tag, found).items():
        place = name[:name.rfind("/") + 1]  # Links between files of Markdown start from the folder of the file, wherever its page will be served.
        lists = {number: record_list(edition, options, place) for number, options in enumerate(blocks_in(text))}
        write_handwritten(folder, language.segment, name, text, lists)


def _files(edition: Edition, found: Survey) -> Iterator[tuple[str, str]]:
    """For the address of each hand-written page its file, from the edition's folder: in another edition where this one has none."""
    site = edition.library.site
    for name in dict.fromkeys(name for tag in site.tags for name in found.pages.get(tag, ())):
        owner = next(tag for tag in (edition.language.tag, *site.tags) if name in found.pages.get(tag, ()))
        yield page_address(name), name if owner == edition.language.tag else f"../{site.language(owner).segment}/{name}"


def _texts(site: Site, tag: str, found: Survey) -> dict[str, str]:
    return {name: (site.docs_dir / tag / name).read_text(encoding="utf-8") for name in found.pages.get(tag, ())}


def _media(folder: Path, edition: Edition) -> None:
    library = edition.library
    for path in library.cards:
        for file in library.entries[path].media:
            target = folder / "docs" / edition.language.segment / path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(library.site.base / path / file, target)
