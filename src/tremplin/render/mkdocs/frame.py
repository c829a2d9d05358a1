"""One MkDocs build of an edition's hand-written pages and theme: the frame into which record pages are set."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import jinja2
import mkdocs.utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import Abort, ConfigurationError

from tremplin.cache import digest
from tremplin.model.site import names_page
from tremplin.render.mkdocs.gaps import gaps_in
from tremplin.render.mkdocs.plugin import EditionPlugin
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
        build(config)
        shells = {place: plugin.shell(*place) for place in sorted(set(places))}
    except Abort as error:  # MkDocs says why in its log, and asks the program to end.
        reasons = collector.reasons(work)
        if reasons:
            raise Rejected(reasons) from error
        raise ConfigurationError("; ".join(dict.fromkeys([*collector.failures, *collector.lines])) or error.format_message()) from error
    except jinja2.TemplateNotFound as error:
        reasons = collector.reasons(work)
        if not reasons:
            raise
        raise Rejected(tuple(replace(reason, text=f"{error.name}: template not found", target=str(error.name)) for reason in reasons)) from error
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before)
        logger.propagate = propagate
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file() and file.name not in _ONE_EDITION}
    waiting = {name: tuple(gaps) for name, content in files.items() if name.endswith(".html") and (gaps := gaps_in(content.decode(errors="replace")))}
    return Frame(files, waiting, shells, digest([(place, shell.parts, shell.gaps) for place, shell in shells.items()]), collector.told(work))
