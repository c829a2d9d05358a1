"""The command line: the only place that prints, asks or exits. A command is added by adding one file and one line here."""

from __future__ import annotations

from pathlib import Path

import click

from tremplin import __version__
from tremplin.cli.context import Context, Misuse, catalogue_of, nearest_base
from tremplin.cli.spoken import Entry, InterfaceLanguage, LazyGroup, Option
from tremplin.diagnostics import message
from tremplin.model.fields import noop

COMMANDS = {
    "build": Entry("tremplin.cli.build:build", noop("Build the site in every language.")),
    "serve": Entry("tremplin.cli.serve:serve", noop("Show the site in a browser and keep it up to date while you write.")),
    "check": Entry("tremplin.cli.check:check", noop("Find everything that is wrong, without building.")),
    "explain": Entry("tremplin.cli.explain:explain", noop("Explain a finding by its code.")),
    "translations": Entry("tremplin.cli.translations:translations", noop("Show what is translated and what is out of date.")),
    "export": Entry("tremplin.cli.export:export", noop("Write the site as plain Markdown for other tools.")),
    "schema": Entry("tremplin.cli.schema:schema", noop("Print or write the JSON Schemas for editors.")),
    "init": Entry("tremplin.cli.init:init", noop("Make a new knowledge base with a guided example.")),
}
"""Every command: where it is, and what it does. A command is imported when it is called, so that none waits for the others."""


@click.group(
    cls=LazyGroup, table=COMMANDS, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help=noop("Tremplin compiles good practices and micro-trainings, written in many languages, into a public site."),
)
@click.option("--language", type=InterfaceLanguage(), is_eager=True, cls=Option, help=noop("The language of messages; otherwise that of your computer."))
@click.option("--base", "-C", type=click.Path(path_type=Path), cls=Option, help=noop("The folder of the knowledge base; otherwise the nearest one with a `mkdocs.yml`."))
@click.version_option(__version__, prog_name="tremplin", message="%(prog)s %(version)s", cls=Option, help=noop("Print the version."))
@click.pass_context
def main(ctx: click.Context, language: str | None, base: Path | None) -> None:
    """Gather what every command needs to know; without a command, say which there are."""
    if base is not None and not base.is_dir():
        hint = message("go to the folder of your knowledge base, or make one with `tremplin init`")
        said = message("`{path}` is a file", path=base) if base.is_file() else message("there is no `{name}` here", name=base)
        raise Misuse(catalogue_of(ctx), said, hint)
    ctx.obj = Context(catalogue_of(ctx), base if base is not None else nearest_base(Path.cwd()))
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
