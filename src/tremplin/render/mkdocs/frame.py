"""One MkDocs build of an edition's hand-written pages and theme: the frame into which record pages are set."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import jinja2
import mkdocs.utils
from click import ClickException
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from tremplin.cache import digest
from tremplin.model.site import names_page
from tremplin.render.mkdocs.gaps import gaps_in
from tremplin.render.mkdocs.plugin import EditionPlugin
from tremplin.render.mkdocs.programs import stopped_in
from tremplin.render.mkdocs.remarks import remark
from tremplin.render.mkdocs.work import EditionWork, Frame, Rejected, Remark

_ONE_EDITION = frozenset({"sitemap.xml", "sitemap.xml.gz"})
"""What MkDocs makes for a site of one edition; ours know the others."""

# MkDocs remembers which themes the installed packages have, but forgets it with each edition: a seventh of what a frame costs. Packages never change while a process lives.
mkdocs.utils.get_themes.cache_clear = lambda: None  # type: ignore[method-assign]


class _Collector(logging.Handler):
    """Keeps what MkDocs logs, so that it can be reported like everything else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.failures: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was logged, apart if it is an error."""
        (self.failures if record.levelno >= logging.ERROR else self.lines).append(record.getMessage())

    def told(self, work: EditionWork) -> tuple[Remark, ...]:
        """The warnings, each once, without those of pages that the menu lacks, which `check` tells."""
        found = dict.fromkeys(remark(line, work) for line in self.lines)
        return tuple(one for one in found if not (one.option == "nav" and names_page(one.target)))

    def reasons(self, work: EditionWork) -> tuple[Remark, ...]:
        """The errors that are about a page or an option."""
        return tuple(dict.fromkeys(found for line in self.failures if (found := remark(line, work)).option or found.page))


def _where(error: jinja2.TemplateNotFound, reasons: tuple[Remark, ...], work: EditionWork) -> tuple[Remark, ...]:
    """A template that is not there, at the option or in the template that names it. Icons are templates, too."""
    name, said = str(error.name), f"{error.name}: template not found"
    stopped = stopped_in(error, work.site.base)
    if reasons or stopped is None:
        icon = name.removeprefix(".icons/").removesuffix(".svg")
        return tuple(replace(reason, text=said, target=name) for reason in reasons) or (Remark(said, option="theme", target=icon),)
    return (replace(stopped, text=said),)


def _build(config: MkDocsConfig, plugin: EditionPlugin) -> None:
    try:
        build(config)
    except RecursionError as error:  # Of a page whose lists are nested hundreds of levels deep.
        raise Rejected((Remark(str(error), page=plugin.reading),)) from error


def make_frame(work: EditionWork, places: Iterable[tuple[str, int]], folder: Path) -> Frame:
    """Build one edition's frame in the empty `folder`; `places` are the sections and depths of its record pages.

    Raises Rejected when MkDocs refuses an option or a page, and otherwise what MkDocs raises.
    """
    logger, collector = logging.getLogger("mkdocs"), _Collector()
    before, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    Hooks._load_hook.cache_clear()  # noqa: SLF001  MkDocs loads a hook once in a process, and a preview builds many times.
    try:
        config = load_config(str(work.site.config_file), site_dir=str(folder))
        plugin = config.plugins["tremplin"]
        assert isinstance(plugin, EditionPlugin)
        plugin.work = work
        _build(config, plugin)
        shells = {place: plugin.shell(*place) for place in sorted(set(places))}
    except Abort as error:  # MkDocs says why in its log, and asks the program to end.
        reasons = collector.reasons(work)
        if reasons:
            raise Rejected(reasons) from error
        raise ConfigurationError("; ".join(dict.fromkeys([*collector.failures, *collector.lines])) or error.format_message()) from error
    except jinja2.TemplateNotFound as error:
        raise Rejected(_where(error, collector.reasons(work), work)) from error
    except (Rejected, ClickException, OSError):
        raise  # What MkDocs says by itself, and what the system refuses, is told elsewhere.
    except Exception as error:
        stopped = stopped_in(error, work.site.base)
        if stopped is None:
            raise
        raise Rejected((stopped,)) from error
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before)
        logger.propagate = propagate
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file() and file.name not in _ONE_EDITION}
    waiting = {name: tuple(gaps) for name, content in files.items() if name.endswith(".html") and (gaps := gaps_in(content.decode(errors="replace")))}
    return Frame(files, waiting, shells, digest([(place, shell.parts, shell.gaps) for place, shell in shells.items()]), collector.told(work))
