"""What MkDocs says while it makes an edition, and why it stops, kept to be reported like everything else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import jinja2
from click import ClickException
from mkdocs.exceptions import Abort, ConfigurationError

from tremplin.model.site import names_page
from tremplin.render.mkdocs.programs import stopped_in
from tremplin.render.mkdocs.remarks import remark
from tremplin.render.mkdocs.work import EditionWork, Rejected, Remark


class Listener(logging.Handler):
    """Keeps what MkDocs logs of an edition."""

    def __init__(self, work: EditionWork) -> None:
        super().__init__(logging.WARNING)
        self.work = work
        self.lines: list[str] = []
        self.failures: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what was logged, apart if it is an error."""
        (self.failures if record.levelno >= logging.ERROR else self.lines).append(record.getMessage())

    def warnings(self) -> tuple[Remark, ...]:
        """The warnings, each once, without those of pages that the menu lacks, which `check` tells."""
        found = dict.fromkeys(remark(line, self.work) for line in self.lines)
        return tuple(one for one in found if not (one.option == "nav" and names_page(one.target)))

    def reasons(self) -> tuple[Remark, ...]:
        """The errors that are about a page or an option."""
        return tuple(dict.fromkeys(found for line in self.failures if (found := remark(line, self.work)).option or found.page))


@contextmanager
def listening(work: EditionWork) -> Iterator[Listener]:
    """Keep what MkDocs logs meanwhile, in the place of whoever else would print it."""
    logger, listener = logging.getLogger("mkdocs"), Listener(work)
    before, propagate = logger.level, logger.propagate
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield listener
    finally:
        logger.removeHandler(listener)
        logger.setLevel(before)
        logger.propagate = propagate


@contextmanager
def explaining(listener: Listener) -> Iterator[None]:
    """Raise Rejected in the place of what the configuration, a page, a program or a template of the base made MkDocs raise; everything else as it is."""
    try:
        yield
    except Abort as error:
        raise _refusal(error, listener) from error
    except jinja2.TemplateNotFound as error:
        raise Rejected(_naming(error, listener)) from error
    except (Rejected, ClickException):
        raise  # What MkDocs says by itself is told elsewhere.
    except (Exception, SystemExit) as error:  # What the system refuses, too, unless it refuses it to a program of the base, is told elsewhere.
        stopped = stopped_in(error, listener.work.site.base)
        if stopped is None:
            raise
        raise Rejected((stopped,)) from error


def _refusal(error: Abort, listener: Listener) -> Exception:
    """Why MkDocs asks the program to end: an error that a program of the base has raised on purpose, or what stands in its log."""
    stopped = stopped_in(error.__context__, listener.work.site.base) if error.__context__ else None
    reasons = (stopped,) if stopped else listener.reasons()
    return Rejected(reasons) if reasons else ConfigurationError("; ".join(dict.fromkeys([*listener.failures, *listener.lines])) or error.format_message())


def _naming(error: jinja2.TemplateNotFound, listener: Listener) -> tuple[Remark, ...]:
    """A template that is not there, at the page, the template or the option that names it. Icons are templates, too."""
    name, said = str(error.name), f"{error.name}: template not found"
    if reasons := listener.reasons():
        return tuple(replace(reason, text=said, target=name) for reason in reasons)
    stopped = stopped_in(error, listener.work.site.base)
    icon = name.removeprefix(".icons/").removesuffix(".svg")
    return (replace(stopped, text=said) if stopped else Remark(said, option="theme", target=icon),)
