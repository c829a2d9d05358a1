"""`tremplin explain`: what a finding means and what to do about it."""

from __future__ import annotations

import click

from tremplin.cli.columns import aligned
from tremplin.cli.context import Context, Misuse
from tremplin.cli.spoken import Command
from tremplin.diagnostics import message
from tremplin.model.fields import noop
from tremplin.rules import codes, explanation
from tremplin.validate.faults import suggestion


@click.command(cls=Command, help=noop("Explain the finding with this CODE; without a code, list them all."))
@click.argument("code", required=False)
@click.pass_obj
def explain(context: Context, code: str | None) -> None:
    """Print one help page, or the first line of each."""
    translate = context.catalogue.text
    if code is None:
        click.echo(aligned([(name, translate(explanation(name) or "").partition("\n")[0]) for name in codes()]), nl=False)
        return
    code = code.lower()
    page = explanation(code)
    if page is None:
        raise Misuse(context.catalogue, message("there is no finding with the code `{code}`", code=code), suggestion(code, codes()))
    click.echo(f"{code}\n\n{translate(page)}")
