"""The whole site as a plain tree of Markdown that needs none of us."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic
from tremplin.load.blocks import read_blocks
from tremplin.load.handwritten import files_beside
from tremplin.model.edition import Edition
from tremplin.model.handwritten import page_address
from tremplin.model.language import Language
from tremplin.model.site import Site
from tremplin.pages import make, plans
from tremplin.pages.blocks import record_list
from tremplin.pages.feeds import feeds
from tremplin.pages.mould import Moulds
from tremplin.render.mkdocs.work import borrowed
from tremplin.render.tree import write_configuration, write_file, write_handwritten, write_page, write_start
from tremplin.survey import Progress, Survey, linked, survey
from tremplin.translate import local_record, translate


def export(site: Site, cache: Cache, folder: Path, progress: Progress = lambda done, total: None) -> list[Diagnostic]:
    """Write every edition below `folder`, which must be empty; nothing is written when the base has faults, which are returned."""
    found = survey(site, cache)
    library, diagnostics = linked(site, found, with_drafts=False)
    if any(one.is_fault for one in diagnostics):
        return list(diagnostics)
    planned = list(plans(library, is_preview=False))
    folder.mkdir(parents=True, exist_ok=True)
    write_configuration(folder, site, (text for tag in site.tags for text in _texts(site, tag, found)))
    moulds, homes = Moulds(), []
    for number, tag in enumerate(site.tags, 1):
        edition = translate(library, tag)
        localised, files = partial(local_record, found.records, edition), {page_address(name): name for name in _shown(found.handwritten.pages, edition)}
        homes.append((f"{edition.language.segment}/{files['']}", edition.language.autonym))
        for plan in planned:
            write_page(folder, make(plan, edition, localised, moulds), edition.language.segment, files)
        _handwritten(folder, edition, found)
        _beside(folder, edition)
        for feed in feeds(edition):
            write_file(folder, edition.language.segment, feed.path, feed.content())
        _media(folder, edition)
        progress(number, len(site.tags))
    write_start(folder, site, homes)
    return list(diagnostics)


def _handwritten(folder: Path, edition: Edition, found: Survey) -> None:
    """The pages written by hand, those of other languages where this one has none."""
    site, language = edition.library.site, edition.language
    for name, other in _shown(found.handwritten.pages, edition).items():
        text = _text(site, other.tag, name)
        blocks, _ = read_blocks(text, name, name)
        place = name[:name.rfind("/") + 1]  # Links between files of Markdown start from the folder of the file, wherever its page will be served.
        lists = {(block.location.line, block.last_line): record_list(edition, block.options, place) for block in blocks}
        write_handwritten(folder, language.segment, name, text, lists, _borrowed(edition, other) if other != language else "")


def _borrowed(edition: Edition, other: Language) -> str:
    sentence = edition.catalogue.text("This page is not available in {language} yet. You are reading it in: {others}.")
    return sentence.format(language=edition.catalogue.language(edition.language.tag), others=edition.catalogue.language(other.tag))


def _shown(files: Mapping[str, tuple[str, ...]], edition: Edition) -> dict[str, Language]:
    """The files of an edition and those that it borrows, each with its language."""
    return {**dict.fromkeys(files.get(edition.language.tag, ()), edition.language), **borrowed(files, edition.library.site, edition.language)}


def _texts(site: Site, tag: str, found: Survey) -> Iterator[str]:
    return (_text(site, tag, name) for name in found.handwritten.pages.get(tag, ()))


def _text(site: Site, tag: str, name: str) -> str:
    return (site.docs_dir / tag / name).read_text(encoding="utf-8-sig")


def _beside(folder: Path, edition: Edition) -> None:
    """What lies beside the pages: pictures, styles, programs."""
    site = edition.library.site
    for name, owner in _shown(files_beside(site), edition).items():
        _copy(site.docs_dir / owner.tag / name, folder / "docs" / edition.language.segment / name)


def _media(folder: Path, edition: Edition) -> None:
    library = edition.library
    for path in library.cards:
        for file in library.entries[path].media:
            _copy(library.site.base / path / file, folder / "docs" / edition.language.segment / path / file)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
