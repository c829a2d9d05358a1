"""The entries of glossary, partners, projects and vocabulary: each valid one is kept, each fault is reported."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from tremplin.diagnostics import Diagnostic, Message, Severity, message
from tremplin.model.fields import Model
from tremplin.model.kinds import LIST_BY_NAME
from tremplin.model.language import exists, meant_by
from tremplin.model.source import Document, ListSource, Path
from tremplin.validate.faults import faults_of, identifier_faults, suggestion
from tremplin.validate.mended import mended


def validate_list(source: ListSource, languages: tuple[str, ...]) -> tuple[Mapping[str, Model], Mapping[str, Model], list[Diagnostic]]:
    """The valid entries under their identifiers, sorted; the others, as far as they are right, for rules to look at; and everything that is wrong."""
    model = LIST_BY_NAME[source.kind].entry
    entries: dict[str, Model] = {}
    found = list(source.diagnostics)
    faulty: set[str] = set()
    for name, value in source.document.data.items():
        faults = identifier_faults(name, source.document.key_place((name,)))
        entry: Model | None
        try:
            entry = model.model_validate(value)
        except ValidationError as error:
            faults += faults_of(error, source.document, model, (name,))
            entry = mended(error, value, model)
        found += faults
        faulty |= {name} if faults else set()
        entries |= {name: entry} if entry is not None else {}
    found += _foreign_languages(entries, source.document, languages)
    return {name: entries[name] for name in sorted(entries.keys() - faulty)}, {name: entry for name, entry in entries.items() if name in faulty}, found


def _foreign_languages(entries: Mapping[str, Model], document: Document, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Each language in which something is said here and that the site does not have, where it stands first."""
    said: set[str] = set()
    for name, entry in entries.items():
        for path, tag in _languages_in(entry, (name,)):
            if tag not in languages and tag not in said:
                said.add(tag)
                yield Diagnostic(
                    "unknown-language", document.key_place(path), message("`{tag}` is not a language of this site", tag=tag), _instead_of(tag, languages), Severity.WARNING,
                )


def _instead_of(tag: str, languages: tuple[str, ...]) -> Message:
    if difflib.get_close_matches(tag, languages, 1, 0.6):
        return suggestion(tag, languages)
    if not exists(tag):
        return message("did you mean `{name}`?", name=meant_by(tag)) if meant_by(tag) in languages else suggestion(tag, languages)
    return message("write one of {languages}, or add `{tag}` to `languages` in mkdocs.yml", languages=", ".join(languages), tag=tag)


def _languages_in(model: Model, path: Path) -> Iterator[tuple[Path, str]]:
    """The languages of every text, with the way to each: what maps anything in a list maps languages."""
    for field, value in model.__dict__.items():
        if isinstance(value, Mapping):
            yield from (((*path, field, tag), tag) for tag in value)
        elif isinstance(value, Model):
            yield from _languages_in(value, (*path, field))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _languages_in(item, (*path, field, index)) if isinstance(item, Model) else ()
