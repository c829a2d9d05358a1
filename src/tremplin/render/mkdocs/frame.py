"""One MkDocs build of an edition's hand-written pages and theme: the frame into which record pages are set."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import mkdocs.utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig

from tremplin.cache import digest
from tremplin.render.mkdocs.gaps import gaps_in
from tremplin.render.mkdocs.listening import explaining, listening
from tremplin.render.mkdocs.plugin import EditionPlugin
from tremplin.render.mkdocs.programs import stopped_in
from tremplin.render.mkdocs.work import EditionWork, Frame, Rejected, Remark

_ONE_EDITION = frozenset({"sitemap.xml", "sitemap.xml.gz"})
"""What MkDocs makes for a site of one edition; ours know the others."""

# MkDocs remembers which themes the installed packages have, but forgets it with each edition: a seventh of what a frame costs. Packages never change while a process lives.
mkdocs.utils.get_themes.cache_clear = lambda: None  # type: ignore[method-assign]


def make_frame(work: EditionWork, places: Iterable[tuple[str, int]], folder: Path) -> Frame:
    """Build one edition's frame in the empty `folder`; `places` are the sections and depths of its record pages.

    Raises Rejected when MkDocs refuses an option or a page or something of the base stops it, and otherwise what MkDocs raises.
    """
    Hooks._load_hook.cache_clear()  # noqa: SLF001  MkDocs loads a hook once in a process, and a preview builds many times.
    with listening(work) as listener, explaining(listener):
        config = load_config(str(work.site.config_file), site_dir=str(folder))
        plugin = config.plugins["tremplin"]
        assert isinstance(plugin, EditionPlugin)
        plugin.work = work
        _build(config, plugin, work)
        shells = {place: plugin.shell(*place) for place in sorted(set(places))}
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file() and file.name not in _ONE_EDITION}
    waiting = {name: tuple(gaps) for name, content in files.items() if name.endswith(".html") and (gaps := gaps_in(content.decode(errors="replace")))}
    return Frame(files, waiting, shells, digest([(place, shell.parts, shell.gaps) for place, shell in shells.items()]), listener.warnings())


def _build(config: MkDocsConfig, plugin: EditionPlugin, work: EditionWork) -> None:
    try:
        build(config)
    except RecursionError as error:  # Of a program that calls itself, or of a page whose lists are nested hundreds of levels deep.
        raise Rejected((stopped_in(error, work.site.base) or Remark(str(error), page=plugin.reading),)) from error
