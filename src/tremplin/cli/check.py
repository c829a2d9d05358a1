"""`tremplin check`: everything that is wrong in a base."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from tremplin.check import below
from tremplin.check import check as findings_in
from tremplin.cli.context import Context, Misuse, cache_of, is_coloured
from tremplin.cli.progress import progress
from tremplin.cli.spoken import Command, OneOf, Option
from tremplin.diagnostics import Diagnostic, message
from tremplin.load.configuration import read_configuration, text_of
from tremplin.load.foreign import read_by_others
from tremplin.load.look import theme_option
from tremplin.load.site import read_site
from tremplin.model.fields import noop
from tremplin.model.kinds import KINDS, LISTS
from tremplin.report import FORMATS, text
from tremplin.schema import FOLDER

_ANOTHER_FILE = message("name another file, for example `{example}`", example="findings.txt")


@click.command(
    cls=Command,
    help=noop("Find everything that is wrong in the base, in all files at once. Nothing is built or changed. The exit code is 0 without errors, 1 with errors."),
)
@click.option(
    "--format", "form", type=OneOf(FORMATS), default="text", cls=Option,
    help=noop("How the findings are written: for people, as annotations for GitHub, as SARIF, or as JSON."),
)
@click.option("--output", type=click.Path(path_type=Path), cls=Option, help=noop("Write the findings into this file."))
@click.option("--only", type=click.Path(path_type=Path), multiple=True, cls=Option, help=noop("Report on this file or folder only; everything is still read."))
@click.pass_context
def check(ctx: click.Context, form: str, output: Path | None, only: tuple[Path, ...]) -> None:
    """Print or write the findings, and exit with 1 when there is an error among them."""
    context: Context = ctx.obj
    wanted = [_existing(context, path) for path in only]
    if output is not None:
        _require_apart(context, output)
    diagnostics = _findings(context, wanted)
    if output is None:
        click.echo(_written(context, form, diagnostics), nl=False)
    else:
        _write(context, output, FORMATS[form](diagnostics, context.catalogue.text))
        click.echo(text.summary(diagnostics, context.catalogue.text), err=True)
    ctx.exit(1 if any(diagnostic.is_fault for diagnostic in diagnostics) else 0)


def _existing(context: Context, path: Path) -> Path:
    """A path as it was typed, seen from here or from the base; raises Misuse when it leads nowhere or out of the base."""
    base = context.base.resolve()
    found = next((place for place in (path, base / path) if place.exists()), None)
    if found is None:
        raise Misuse(context.catalogue, message("there is no `{path}`", path=path), message("write it as seen from here, or from the base: `good_practices/jobpath`"))
    if not found.resolve().is_relative_to(base):
        raise Misuse(context.catalogue, message("`{path}` is not in this base", path=path), message("the base is {base}; choose another with `--base`", base=base))
    return found


def _require_apart(context: Context, output: Path) -> None:
    """Raise Misuse when the findings would be written over a file of the base, or among its pages and records."""
    target = output.resolve()
    if any(target.is_relative_to(place.resolve()) for place in _own_places(context)):
        raise Misuse(context.catalogue, message("`{path}` belongs to the knowledge base and must not be written over", path=output), _ANOTHER_FILE)


def _own_places(context: Context) -> Iterator[Path]:
    """The files of the base and the folders in which they lie, as far as its configuration can be read."""
    read, base = read_configuration(context.config_file), context.base
    yield context.config_file
    yield from read.inherited
    yield from (base / name for name in (*(kind.folder for kind in KINDS), *(kind.file for kind in LISTS), FOLDER))
    data = read.document.data if read.document else {}
    yield base / text_of(data.get("docs_dir"), "docs")
    look = theme_option(data, "custom_dir")
    yield from (*read_by_others(data, base), *([base / look] if look else []))


def _write(context: Context, output: Path, findings: str) -> None:
    """Write the file; raises Misuse where no file can be written, and OSError when the disk is full."""
    if not output.parent.is_dir():
        raise Misuse(context.catalogue, message("there is no folder `{name}`", name=output.parent), _ANOTHER_FILE)
    try:
        output.write_text(findings, encoding="utf-8", newline="\n")
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        raise Misuse(context.catalogue, message("this file cannot be read or written: {reason}", reason=error.strerror or error), _ANOTHER_FILE) from error


def _findings(context: Context, wanted: Sequence[Path]) -> list[Diagnostic]:
    site, faults = read_site(context.config_file)
    if site is None:
        return faults
    with progress(context.catalogue.text("Reading")) as told:
        found = findings_in(site, cache_of(site), told)
    if not wanted:
        return found
    chosen = {diagnostic for path in wanted for diagnostic in below(found, site.base, path)}
    return [diagnostic for diagnostic in found if diagnostic in chosen]


def _written(context: Context, form: str, diagnostics: Sequence[Diagnostic]) -> str:
    if form == "text":
        return text.render(diagnostics, context.catalogue.text, colour=is_coloured(sys.stdout))
    return FORMATS[form](diagnostics, context.catalogue.text)
