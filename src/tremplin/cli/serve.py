"""`tremplin serve`: the site in a browser, kept up to date while somebody writes."""

from __future__ import annotations

import errno
import socket
import sys
import traceback
import webbrowser

import click

from tremplin.cli.build import BUSY, Stopped, explain, refuse, require_place, require_writable, stages
from tremplin.cli.columns import aligned
from tremplin.cli.context import Context, Misuse, catalogue_of, is_coloured, site_of
from tremplin.cli.spoken import Command, Option
from tremplin.diagnostics import Diagnostic, message
from tremplin.model.fields import noop
from tremplin.model.site import Site
from tremplin.publish import Busy
from tremplin.report import text
from tremplin.serve.preview import News, Outdated, Preview, Rebuilt
from tremplin.serve.rebuild import Outcome, previewed

PORT = 8000
_TRIED = 100
"""How many ports after the usual one are tried when nobody has asked for a certain one."""
_ELSEWHERE = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT})
"""What the system answers about an address that is not of this computer, whatever the port."""
_NAMED = 3
"""How many changed files are named in a line."""


class Port(click.ParamType):  # type: ignore[type-arg]  # Older versions of click cannot be asked for `ParamType[int]`.
    """A number that a server can listen at; 0 lets the system choose."""

    name = "port"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How the value is called in the help."""
        return "PORT"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; raises Misuse when it is none, or too large."""
        number = int(value) if str(value).isdecimal() else -1
        if not 0 <= number <= 65535:
            assert ctx is not None
            raise Misuse(catalogue_of(ctx), message("`{value}` is not a port", value=value), message("write a number up to 65535, such as `--port {port}`", port=PORT))
        return number


@click.command(cls=Command, help=noop("Show the site in a browser, with drafts and without the records that have faults. What you save is seen there at once. Ctrl-C ends it."))
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", cls=Option, help=noop("The address to listen at; `0.0.0.0` shows the site to other computers of your network too."))
@click.option("--port", type=Port(), cls=Option, help=noop("The port to listen at; otherwise 8000, or the next one that is free."))
@click.option("--open", "is_opened", is_flag=True, cls=Option, help=noop("Open the site in your browser."))
@click.pass_obj
def serve(context: Context, host: str, port: int | None, is_opened: bool) -> None:  # noqa: FBT001 (click calls it by names)
    """Build and serve until Ctrl-C."""
    site = site_of(context)
    require_place(context, site)
    require_writable(context, previewed(site).site_dir.parent, message("ask for the right to write there, or copy the knowledge base to a folder of your own"))
    preview = _listening(context, site, host, port)
    try:
        with preview:
            known = _first_build(context, preview)
            addresses = _addresses(context, preview)
            click.echo(addresses)
            if is_opened:
                webbrowser.open(preview.address)
            _follow(context, preview, known, addresses)
    except KeyboardInterrupt:
        click.echo(f"\n{context.catalogue.text('The preview has ended.')}")


def _listening(context: Context, site: Site, host: str, port: int | None) -> Preview:
    """The preview at the port asked for, or at the first one that is free; raises Misuse."""
    numbers = [*range(PORT, PORT + _TRIED), 0] if port is None else [port]
    for number in numbers:
        try:
            return Preview(site, host, number, explain, refuse)
        except OSError as error:
            is_elsewhere = isinstance(error, socket.gaierror) or error.errno in _ELSEWHERE
            if number != numbers[-1] and not is_elsewhere:
                continue
            said = message("the server cannot listen at {host}, port {port}: {reason}", host=host, port=number, reason=error.strerror or error)
            other = message("choose another with `--port`, or leave it out")
            raise Misuse(context.catalogue, said, message("leave `--host` out, or name an address of this computer") if is_elsewhere else other) from error
    raise AssertionError


def _first_build(context: Context, preview: Preview) -> tuple[Diagnostic, ...]:
    """What was found; raises Stopped when another build is going on."""
    try:
        with stages(context) as told:
            outcome = preview.build(told)
    except Busy:
        raise Stopped(context.catalogue, *BUSY) from None
    _say_findings(context, outcome, ())
    return outcome.diagnostics


def _follow(context: Context, preview: Preview, known: tuple[Diagnostic, ...], addresses: str) -> None:
    """Say what happens, without end, and where the site is whenever mkdocs.yml has made that another place."""
    for news in preview.news():
        if isinstance(news, Rebuilt):
            click.echo(_rebuilt_line(context, news))
            _say_findings(context, news.outcome, known)
            known = news.outcome.diagnostics
            before, addresses = addresses, _addresses(context, preview)
            if addresses != before:
                click.echo(addresses)
        else:
            click.echo(_news_line(context, news))


def _news_line(context: Context, news: News) -> str:
    if isinstance(news, Outdated):
        return context.catalogue.text("The generator itself has changed: end the preview and start it again to see it ({files}).").format(files=_names(news.names))
    return context.catalogue.text("Another build of this site is going on. The preview waits for it.")


def _rebuilt_line(context: Context, news: Rebuilt) -> str:
    outcome, spoken = news.outcome, context.catalogue
    if outcome.stopped:
        line = spoken.text("Stopped after {seconds} s: {files}")
    elif outcome.has_changed:
        line = spoken.text("Built in {seconds} s: {files}")
    else:
        line = spoken.text("Nothing new on the site after {seconds} s: {files}")
    return line.format(seconds=spoken.number(round(outcome.seconds, 2)), files=_names(news.names))


def _names(names: tuple[str, ...]) -> str:
    return text.one_line(", ".join(names[:_NAMED]) + (f" … ({len(names)})" if len(names) > _NAMED else ""))


def _say_findings(context: Context, outcome: Outcome, known: tuple[Diagnostic, ...]) -> None:
    """What is wrong, unless it has been said before."""
    spoken, colour = context.catalogue, is_coloured(sys.stderr)
    if outcome.bug is not None:
        click.echo("".join(traceback.format_exception(outcome.bug)), err=True, nl=False)
    if outcome.stopped:
        click.echo(text.error_lines(*outcome.stopped, spoken.text, colour=colour), err=True, nl=False)
    elif outcome.diagnostics != known:
        click.echo(text.render(outcome.diagnostics, spoken.text, colour=colour), err=True, nl=False)


def _addresses(context: Context, preview: Preview) -> str:
    """Where the site is to be seen, and where each edition."""
    head = context.catalogue.text("The site is ready: {address}").format(address=preview.address)
    editions = [("", language.autonym, f"{preview.address}{language.segment}/") for language in preview.site.languages]
    return f"{head}\n{aligned(editions)}{context.catalogue.text('What you save is seen there at once. Ctrl-C ends the preview.')}"
