"""`tremplin translations`: what is translated, what is missing and what is out of date."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import click

from tremplin.cli.accept import accept
from tremplin.cli.columns import aligned
from tremplin.cli.context import Context, cache_of, language_tags, site_of
from tremplin.cli.progress import progress
from tremplin.cli.spoken import Group, OneOf, Option
from tremplin.locales import Catalogue
from tremplin.model.fields import noop
from tremplin.model.record import Coverage
from tremplin.survey import Survey, survey


@dataclass(frozen=True, slots=True)
class Row:
    """One record in one language that is not its original."""

    record: str
    language: str
    coverage: Coverage

    @property
    def percent(self) -> int:
        """How much is translated; a text that is almost there is never called complete."""
        return 100 * self.coverage.translated // self.coverage.total if self.coverage.total else 100


@dataclass(frozen=True, slots=True)
class Total:
    """All records in one language; texts and sections are counted, records in `machine` and `reviewed`."""

    language: str
    originals: int
    """Records that were written in it."""
    records: int
    """Those that were not, whose translations are counted."""
    total: int
    translated: int
    stale: int
    missing: int
    unstamped: int
    machine: int
    reviewed: int


@click.group(
    cls=Group, invoke_without_command=True,
    help=noop(
        "Show, per language and per record, what is translated, what is missing, what is stale (its original has changed since) "
        "and what is unstamped (nobody has said from which version it was made).",
    ),
)
@click.option("--lang", "languages", multiple=True, metavar="TAG", cls=Option, help=noop("This language only; may be repeated."))
@click.option("--stale", "is_stale", is_flag=True, cls=Option, help=noop("Only what is out of date."))
@click.option("--format", "form", type=OneOf(("text", "json")), default="text", cls=Option, help=noop("A table for people, or JSON for scripts."))
@click.pass_context
def translations(ctx: click.Context, *, languages: tuple[str, ...], is_stale: bool, form: str) -> None:
    """Print the table, unless a subcommand does something else."""
    if ctx.invoked_subcommand is not None:
        return
    context: Context = ctx.obj
    site = site_of(context)
    wanted = language_tags(context, site, languages)
    with progress(context.catalogue.text("Reading")) as told:
        found = survey(site, cache_of(site), told)
    rows = [row for row in rows_of(found, wanted) if row.coverage.stale or not is_stale]
    originals = Counter(entry.card.original for entry in found.entries if entry.card)
    totals = [total_of(tag, rows, originals[tag]) for tag in wanted]
    left_out = [entry.path for entry in found.entries if entry.card is None]
    if form == "json":
        click.echo(_json(totals, rows, left_out), nl=False)
    elif is_stale and not rows:
        click.echo(context.catalogue.text("No translation is stale."))
    else:
        click.echo(_text(context.catalogue, totals, rows, left_out), nl=False)


translations.add_command(accept)


def rows_of(found: Survey, languages: Sequence[str]) -> list[Row]:
    """Every valid record in every language that it is translated into or should be, sorted by record."""
    valid = [(entry, entry.card) for entry in found.entries if entry.card is not None]
    return [Row(entry.path, tag, entry.coverage[tag]) for entry, card in valid for tag in languages if tag != card.original]


def total_of(language: str, rows: Sequence[Row], originals: int) -> Total:
    """What the rows of one language add up to, beside the records that were written in it."""
    own = [row.coverage for row in rows if row.language == language]
    return Total(
        language, originals, len(own), sum(one.total for one in own), sum(one.translated for one in own), sum(len(one.stale) for one in own),
        sum(len(one.missing) for one in own), sum(len(one.unstamped) for one in own),
        sum(one.method == "machine" and not one.reviewed_by for one in own), sum(bool(one.reviewed_by) for one in own),
    )


def _text(catalogue: Catalogue, totals: Sequence[Total], rows: Sequence[Row], left_out: Sequence[str]) -> str:
    lines = [_languages(catalogue, totals)]
    if rows:
        lines += ["\n", _records(catalogue, rows)]
    if left_out:
        said = catalogue.plural(
            "{n} record has faults and is not counted; see `tremplin check`.", "{n} records have faults and are not counted; see `tremplin check`.", len(left_out),
        )
        lines += ["\n", said, "\n"]
    return "".join(lines)


def _languages(catalogue: Catalogue, totals: Sequence[Total]) -> str:
    text = catalogue.text
    counted = (text("originals"), text("to translate"), text("translated"), text("stale"), text("missing"), text("unstamped"), text("by machine"), text("reviewed"))
    return aligned([(text("language"), "", *counted), *(_total_cells(catalogue, one) for one in totals)], right=range(2, 10))


def _records(catalogue: Catalogue, rows: Sequence[Row]) -> str:
    text = catalogue.text
    head = (text("record"), text("language"), text("translated"), text("stale"), text("missing"), text("unstamped"), text("made by"), text("stale sections"))
    return aligned([head, *(_cells(catalogue, row) for row in rows)], right=range(2, 6))


def _total_cells(catalogue: Catalogue, one: Total) -> list[str]:
    numbers = (one.stale, one.missing, one.unstamped, one.machine, one.reviewed)
    return [one.language, catalogue.language(one.language), str(one.originals), str(one.records), _percent(one.translated, one.total), *map(str, numbers)]


def _cells(catalogue: Catalogue, row: Row) -> list[str]:
    found = row.coverage
    counts = (str(len(found.stale)), str(len(found.missing)), str(len(found.unstamped)))
    return [row.record, row.language, f"{row.percent} %", *counts, _made_by(catalogue, found), ", ".join(found.stale)]


def _made_by(catalogue: Catalogue, coverage: Coverage) -> str:
    if coverage.reviewed_by:
        return catalogue.text("read by {organisation}").format(organisation=coverage.reviewed_by)
    return {"machine": catalogue.text("machine"), "human": catalogue.text("human")}.get(coverage.method, "–")


def _percent(part: int, whole: int) -> str:
    return f"{100 * part // whole} %" if whole else "–"


def _json(totals: Sequence[Total], rows: Sequence[Row], left_out: Sequence[str]) -> str:
    report = {
        "languages": [asdict(one) for one in totals],
        "records": [{"record": row.record, "language": row.language, "percent": row.percent, **row.coverage._asdict()} for row in rows],
        "left_out": list(left_out),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
