"""`tremplin schema`: what editors need to complete and explain YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from tremplin.cli.columns import aligned
from tremplin.cli.context import Context, Misuse
from tremplin.cli.spoken import Command, Option
from tremplin.diagnostics import message
from tremplin.model.fields import noop
from tremplin.schema import FORMS, Form, editor_settings, schema_files, written
from tremplin.validate.faults import suggestion


@click.command(
    cls=Command,
    help=noop("Print the JSON Schema of a KIND (`practice`, `practice.record`, `glossary`) for editors; without a kind, list them. Labels and help are in your language."),
)
@click.argument("kind", required=False)
@click.option("--all", "is_all", is_flag=True, cls=Option, help=noop("All schemas at once."))
@click.option("--write", "folder", type=click.Path(path_type=Path), metavar="DIR", cls=Option, help=noop("Write each schema into a file of its own in this folder."))
@click.option("--settings", "is_settings", is_flag=True, cls=Option, help=noop("Print the settings by which Visual Studio Code finds the schemas: `.vscode/settings.json`."))
@click.pass_obj
def schema(context: Context, *, kind: str | None, is_all: bool, folder: Path | None, is_settings: bool) -> None:
    """Print or write some schemas or an editor's settings, or list all schemas that there are."""
    _refuse_two(context, {kind or "": kind is not None, "--all": is_all, "--settings": is_settings})
    _refuse_two(context, {"--write": folder is not None, "--settings": is_settings})
    if is_settings:
        click.echo(editor_settings(), nl=False)
        return
    if kind is None and not is_all and folder is None:
        click.echo(aligned([(form.name, context.catalogue.text(form.label), form.files) for form in FORMS.values()]), nl=False)
        return
    files = schema_files(context.catalogue.text)
    chosen = {form.file: files[form.file] for form in (_chosen(context, kind) if kind else FORMS.values())}
    if folder is not None:
        _write(context, folder, chosen)
    elif len(chosen) == 1:
        click.echo(next(iter(chosen.values())), nl=False)
    else:
        click.echo(written({name: json.loads(document) for name, document in chosen.items()}), nl=False)


def _refuse_two(context: Context, given: Mapping[str, bool]) -> None:
    """Raise Misuse when more than one of these was asked for."""
    asked = [name for name, is_given in given.items() if is_given]
    if len(asked) > 1:
        raise Misuse(context.catalogue, message("`{one}` and `{other}` exclude each other", one=asked[0], other=asked[1]), message("write one of the two"))


def _chosen(context: Context, kind: str) -> list[Form]:
    """The forms of a kind, or the one form of that name; raises Misuse when there is none."""
    found = [form for form in FORMS.values() if kind in {form.kind, form.name}]
    if not found:
        known = {name for form in FORMS.values() for name in (form.kind, form.name)}
        raise Misuse(context.catalogue, message("there is no kind `{kind}`", kind=kind), suggestion(kind, known))
    return found


def _write(context: Context, folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in files.items():
        (folder / name).write_text(document, encoding="utf-8", newline="\n")
    click.echo(context.catalogue.plural("{n} schema written.", "{n} schemas written.", len(files)))
