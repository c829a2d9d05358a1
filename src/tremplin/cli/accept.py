"""`tremplin translations accept`: say that a translation is up to date with its original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

from tremplin.cli.context import Context, Faulty, Misuse, cache_of, language_tags, site_of
from tremplin.cli.progress import progress
from tremplin.cli.spoken import Command, Option
from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.locales import heading_key
from tremplin.model.fields import noop
from tremplin.model.headings import section_headings
from tremplin.model.record import Record, groups_of
from tremplin.model.site import Site
from tremplin.stamps import NotStampable, renewed, restamped, write_stamp
from tremplin.survey import Survey, survey
from tremplin.validate.faults import suggestion


@dataclass(frozen=True, slots=True)
class Choice:
    """One record that was named, and the language if a file of it was."""

    record: Record
    language: str = ""


@click.command(
    cls=Command,
    help=noop(
        "Say that translations of a RECORD (`good_practices/jobpath`, or one of its files) are up to date: a stamp of what they were made from "
        "goes into their front matter, and no other byte changes.",
    ),
)
@click.argument("records", nargs=-1, metavar="RECORD...")
@click.option("--lang", "languages", multiple=True, metavar="TAG", cls=Option, help=noop("The language that you have brought up to date; may be repeated."))
@click.option(
    "--section", "sections", multiple=True, metavar="NAME", cls=Option,
    help=noop("Only this section, by its heading or its name (`summary`, `gestures.wash-with-soap`); may be repeated."),
)
@click.option(
    "--minor", "is_minor", is_flag=True, cls=Option,
    help=noop("The change in the original meant nothing, such as a corrected typo: what is stale in any language is up to date again."),
)
@click.option("--all", "is_all", is_flag=True, cls=Option, help=noop("Everything that is not named: all languages, and without a RECORD all records."))
@click.pass_obj
def accept(context: Context, *, records: tuple[str, ...], languages: tuple[str, ...], sections: tuple[str, ...], is_minor: bool, is_all: bool) -> None:
    """Write the stamps, and say which sections of which files were accepted."""
    site = site_of(context)
    tags = language_tags(context, site, languages)
    if not records and not is_all:
        hint = message("name a record such as `good_practices/jobpath`, or write `--all` for all of them")
        raise Misuse(context.catalogue, message("`{field}` is missing", field="RECORD"), hint)
    with progress(context.catalogue.text("Reading")) as told:
        found = survey(site, cache_of(site), told)
    choices = [_choice(context, site, found, name) for name in records] if records else [Choice(record) for record in found.records.values()]
    work = [(choice.record, tag) for choice in choices for tag in _languages(context, choice, tags, is_any=bool(languages) or is_minor or is_all)]
    _require_sections(context, sections, work)
    changed = [_accepted(context, site, record, tag, sections, is_minor=is_minor) for record, tag in work]
    click.echo(context.catalogue.plural("{n} file stamped.", "{n} files stamped.", sum(changed)) if any(changed) else context.catalogue.text("Nothing to accept."))


def _choice(context: Context, site: Site, found: Survey, name: str) -> Choice:
    """The record that was named by its path, its identifier or one of its files; raises Misuse or Faulty."""
    path, language = _as_record(site, name)
    entries = {entry.path: entry for entry in found.entries}
    same_id = [entry.path for entry in found.entries if entry.id == path]
    if path not in entries and len(same_id) == 1:
        path = same_id[0]
    if path not in entries:
        raise Misuse(context.catalogue, message("there is no record `{path}`", path=path), suggestion(path, same_id or entries))
    if entries[path].card is None:
        raise Faulty(context.catalogue, list(entries[path].faults()))
    record = found.records[path]
    if language and language not in record.words:
        raise Misuse(context.catalogue, message("there is no record `{path}`", path=f"{path}/{language}.md"), suggestion(language, record.words))
    return Choice(record, language)


def _as_record(site: Site, name: str) -> tuple[str, str]:
    """Folder and id, and the language where a words file was named; a path may be seen from here or from the base."""
    place, base = Path(name).resolve(), site.base.resolve()
    inside = place.relative_to(base) if place.exists() and place.is_relative_to(base) else PurePosixPath(name.replace("\\", "/"))
    parts = inside.parts
    language = parts[2].removesuffix(".md") if len(parts) == 3 and parts[2].endswith(".md") else ""
    return "/".join(parts[:2]), language


def _languages(context: Context, choice: Choice, tags: Sequence[str], *, is_any: bool) -> list[str]:
    """The translations to accept; raises Misuse where nobody has said which of several."""
    record = choice.record
    found = [tag for tag in tags if tag in record.words and tag != record.facts.original and choice.language in {"", tag}]
    if len(found) > 1 and not is_any:
        raise Misuse(
            context.catalogue, message("`{path}` has translations in {languages}", path=record.path, languages=", ".join(found)),
            message("say which one you have brought up to date: `--lang {tag}`, or `--all`", tag=found[0]),
        )
    return found


def _require_sections(context: Context, names: Sequence[str], work: Sequence[tuple[Record, str]]) -> None:
    """Every name must be a section of one of the records at least; raises Misuse."""
    known = {group for record, _ in work for group in groups_of(record.original)}
    for name in names:
        if not any(_group(record, tag, name) in known for record, tag in work):
            raise Misuse(context.catalogue, message("there is no section `{name}`", name=name), suggestion(name, known))


def _group(record: Record, language: str, name: str) -> str:
    """A section's own name for its heading, in English, in the original's language or in the translation's."""
    found = (section_headings(record.kind_name, tag).get(heading_key(name)) for tag in (language, record.facts.original))
    return next((group for group in found if group), name)


def _accepted(context: Context, site: Site, record: Record, language: str, sections: Sequence[str], *, is_minor: bool) -> bool:
    """Stamp one file; whether that changed it."""
    only = frozenset(_group(record, language, name) for name in sections)
    stamp = restamped(record, language, only=only) if is_minor else renewed(record, language, only=only)
    before = record.words[language].stamps
    changed = [group for group in {**stamp.sections, **before} if before.get(group) != stamp.sections.get(group)]
    name = f"{record.path}/{language}.md"
    try:
        is_changed = bool(stamp.sections or before) and write_stamp(site.base / name, stamp)
    except NotStampable as error:
        raise Faulty(context.catalogue, [_not_stampable(name)]) from error
    if is_changed:
        click.echo(f"{name}: {', '.join(changed) or '–'}")
    return is_changed


def _not_stampable(name: str) -> Diagnostic:
    return Diagnostic(
        "front-matter-unclosed", Location(name), message("the stamp cannot be written here without changing something else"),
        message("write each field of the front matter on a line of its own, and accept again"),
    )
