"""`tremplin init`: a new knowledge base."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from tremplin.cli.context import Context, Misuse
from tremplin.cli.spoken import Command, InterfaceLanguage, Option
from tremplin.diagnostics import message
from tremplin.model.fields import noop
from tremplin.starter import starter

_IGNORED = frozenset({".git", ".DS_Store"})


@click.command(cls=Command, help=noop("Make a new knowledge base in DIR: settings, a home page, empty lists, and a practice and a micro-training as guided examples."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", type=InterfaceLanguage(), cls=Option, help=noop("The first language of the base; otherwise the language of messages."))
@click.pass_obj
def init(context: Context, folder: Path, language: str | None) -> None:
    """Write the files of a new base into an empty folder."""
    if folder.exists() and not folder.is_dir():
        raise Misuse(context.catalogue, message("`{path}` is a file", path=folder), message("name a folder that does not exist yet"))
    if folder.is_dir() and any(entry.name not in _IGNORED for entry in folder.iterdir()):
        hint = message("name a folder that is empty or does not exist yet; nothing has been written")
        raise Misuse(context.catalogue, message("the folder `{path}` is not empty", path=folder), hint)
    files = starter(language or context.catalogue.tag)
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
    typed = shlex.quote(str(folder))
    click.echo(context.catalogue.text("Your knowledge base is ready in {folder}. Read its README.md, then type `cd {folder}` and `tremplin serve`.").format(folder=typed))
