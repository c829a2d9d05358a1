"""`tremplin build`: the site in every language."""

from __future__ import annotations

import errno
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import click

from tremplin.build import Progress, Result
from tremplin.build import build as build_site
from tremplin.cli.context import Context, Misuse, cache_of, is_coloured, site_of
from tremplin.cli.progress import progress
from tremplin.cli.spoken import Command, Option
from tremplin.diagnostics import ENDED_BY_THE_SYSTEM, Message, Said, message
from tremplin.model.fields import noop
from tremplin.model.kinds import KINDS
from tremplin.model.site import Site
from tremplin.publish import Busy, is_ours
from tremplin.report import text
from tremplin.search.index import SearchFailed
from tremplin.survey import Changed
from tremplin.workers import WorkerLost

BUSY = (message("another build of this site is going on"), message("wait until it is done; the site is as it was"))
"""Why a build does not begin while another one goes on, and what to do."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Stopped(Misuse):
    """A build that the computer or another program stands in the way of; exit code 1."""

    exit_code = 1


@click.command(
    cls=Command,
    help=noop("Build the site in every language. With faults in the base nothing is published, and the site stays as it was. The exit code is then 1, otherwise 0."),
)
@click.option("--clean", "is_clean", is_flag=True, cls=Option, help=noop("Make everything anew, and forget what earlier builds remember."))
@click.option("--site-dir", type=click.Path(path_type=Path), metavar="DIR", cls=Option, help=noop("Write the site into this folder; otherwise into that of `mkdocs.yml`."))
@click.pass_context
def build(ctx: click.Context, is_clean: bool, site_dir: Path | None) -> None:  # noqa: FBT001 (click calls it by names)
    """Build, say what was found and what came of it, and exit with 1 when there are faults."""
    context: Context = ctx.obj
    site = site_of(context)
    if site_dir is not None:
        site = replace(site, site_dir=site_dir.resolve())
    require_place(context, site)
    require_writable(context, site.site_dir.parent, message("ask for the right to write there, or name another folder for the site"))
    if is_clean:
        _forget(site)
    started = time.perf_counter()
    result = _built(context, site)
    if result.diagnostics:
        click.echo(text.render(result.diagnostics, context.catalogue.text, colour=is_coloured(sys.stderr)), err=True, nl=False)
    click.echo(_summary(context, result, time.perf_counter() - started))
    ctx.exit(0 if result.is_published else 1)


def _built(context: Context, site: Site) -> Result:
    """The build with its progress bar; raises Stopped."""
    try:
        with stages(context) as told:
            return build_site(site, cache_of(site), told)
    except Exception as error:
        explained = explain(error)
        if explained is None:
            raise
        raise Stopped(context.catalogue, *explained) from error


@contextmanager
def stages(context: Context) -> Iterator[Progress]:
    """A bar for what is read, and after it one for what is written."""
    labels = {"read": context.catalogue.text("Reading"), "write": context.catalogue.text("Writing")}
    bars: dict[str, Callable[[int, int], None]] = {}
    with ExitStack() as shown:

        def told(stage: str, done: int, total: int) -> None:
            if stage not in bars:
                shown.close()
                bars[stage] = shown.enter_context(progress(labels[stage]))
            bars[stage](done, total)

        yield told


_STOPPED_BY: Mapping[type[Exception], Said] = {Busy: BUSY, WorkerLost: ENDED_BY_THE_SYSTEM}


def explain(error: Exception) -> Said | None:
    """What stopped a build and what to do about it, in words; None for a bug and for files that cannot be read."""
    if type(error) in _STOPPED_BY:
        return _STOPPED_BY[type(error)]
    if isinstance(error, Changed):
        return message("`{path}` was changed while the site was built", path=error.path), message("build again; the site is as it was")
    if isinstance(error, SearchFailed):
        return error.said, error.remedy
    if isinstance(error, OSError) and error.errno in _FULL:
        place = error.filename2 or error.filename  # Copying names what is copied first.
        said = message("the disk is full, as `{path}` shows", path=place) if place else message("the disk is full")
        return said, message("free some space and build again; the site is as it was")
    if isinstance(error, click.ClickException):  # All that MkDocs and its plugins raise on purpose.
        said = message("MkDocs cannot build the pages: {reason}", reason=error.format_message())
        return said, message("look at `mkdocs.yml` and at the files that it names; the site is as it was")
    return None


def require_place(context: Context, site: Site) -> None:
    """Make sure that the site may be written where it is to go; raises Misuse."""
    refused = refuse(site)
    if refused:
        raise Misuse(context.catalogue, *refused)


def require_writable(context: Context, folder: Path, hint: Message) -> None:
    """Make sure that the system lets us write into a folder, which is made when it is missing; raises Stopped with what to do."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        said = message("nothing can be written into the folder `{folder}`: {reason}", folder=folder, reason=error.strerror or error)
        raise Stopped(context.catalogue, *(explain(error) or (said, hint))) from error


def refuse(site: Site) -> Said | None:
    """Why the folder of the site must not be replaced, and what to do; None when it may be."""
    folder, base = site.site_dir.resolve(), site.base.resolve()
    sources = (site.docs_dir.resolve(), *(base / kind.folder for kind in KINDS))
    if base.is_relative_to(folder) or any(folder.is_relative_to(source) for source in sources):
        said = message("the site cannot stand in `{folder}`: the knowledge base itself is there", folder=site.site_dir)
        return said, message("name a folder of its own for the site, such as `site`")
    if not is_ours(site.site_dir):
        said = message("`{folder}` holds something that is not a site", folder=site.site_dir)
        return said, message("name another folder for the site, or empty this one yourself; nothing in it has been changed")
    return None


def _forget(site: Site) -> None:
    """Remove what earlier builds remember, for every version of the code."""
    shutil.rmtree(site.cache_dir, ignore_errors=True)


def _summary(context: Context, result: Result, seconds: float) -> str:
    """One line: pages, seconds, findings."""
    spoken = context.catalogue
    findings = text.summary(result.diagnostics, spoken.text)
    if not result.is_published:
        return spoken.text("Not built, the site is as it was. {findings}").format(findings=findings)
    pages = spoken.plural("{n} page", "{n} pages", result.pages)
    return spoken.text("{pages} in {seconds} s. {findings}").format(pages=pages, seconds=spoken.number(round(seconds, 1)), findings=findings)


