"""Every reference that some facts make, with its place: fields marked with RefersTo, however deep they stand."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from posixpath import normpath
from urllib.parse import unquote

from pydantic import BaseModel

from tremplin.model.draft import Texts
from tremplin.model.fields import Model, RefersTo
from tremplin.model.kinds.record import Facts
from tremplin.model.links import relative_path, targets_in
from tremplin.model.media import media_paths
from tremplin.model.record import Reference, Wording
from tremplin.model.source import Document, Path, RecordSource

_MOST_LINKS = 5000
"""In one record. A text that has more was not written for readers, and each is looked up whenever a link may have broken."""


def references_in(facts: Model, document: Document, path: Path = ()) -> Iterator[Reference]:
    """The references in `facts`, which `document` holds below `path`. What is wrong there refers to nothing."""
    for name, refers_to in _marked_fields(type(facts)):
        value = facts.unless_wrong(name)
        if value:
            yield from _references(value, refers_to, document, (*path, name))


def _references(value: object, refers_to: RefersTo | None, document: Document, path: Path) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _references(item, refers_to, document, (*path, index))
    elif isinstance(value, str):
        if refers_to is not None:
            yield Reference(next(str(step) for step in reversed(path) if isinstance(step, str)), refers_to.kind, value, document.place(path))
    elif isinstance(value, Model):
        yield from references_in(value, document, path)


@cache
def _marked_fields(model: type[BaseModel]) -> tuple[tuple[str, RefersTo | None], ...]:
    """The fields that refer to something, and those that hold models which may."""
    found: list[tuple[str, RefersTo | None]] = []
    for name, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, RefersTo)] or list(_marks(info.annotation))
        if marks:
            found.append((name, marks[0]))
        elif any(_marked_fields(inner) for inner in _models(info.annotation)):
            found.append((name, None))
    return tuple(found)


def _marks(annotation: object) -> Iterator[RefersTo]:
    for part in getattr(annotation, "__metadata__", ()):
        if isinstance(part, RefersTo):
            yield part
    for part in typing.get_args(annotation):
        yield from _marks(part)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not typing.get_args(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)


def links_in(texts: Texts) -> Iterator[Reference]:
    """The first thousands of relative links in a record's prose, as paths from the base: `good_practices/jobpath`, `good_practices/jobpath/media/x.pdf`."""
    return islice(_all_links(texts), _MOST_LINKS)


def _all_links(texts: Texts) -> Iterator[Reference]:
    for wording, key, text, line in texts.prose:
        for start, target in targets_in(text):
            path = relative_path(target)
            if path:
                yield Reference(key, "", prose_target(texts.folder, path), texts.prose_place(wording, line, text, start))


def named_media(source: RecordSource, facts: Facts, words: Mapping[str, Wording]) -> tuple[str, ...]:
    """The files in a record's `media` that its facts name, or that its prose links to or shows, sorted: only these are published."""
    found = {file for file in source.media if file.startswith("media/")}
    if not found:
        return ()
    named = {file for _, file in media_paths(facts)}
    linked = {link.target.removeprefix(f"{source.folder}/") for link in links_in(Texts(source.folder, words))}
    return tuple(sorted(found & (named | linked)))


def prose_target(folder: str, path: str) -> str:
    """Where a relative link in a record's prose leads, as a path from the base; `..` or `/` in front when it leaves the base."""
    return normpath(f"{folder}/{unquote(path)}") if not path.startswith("/") else path


def list_references(entries: Mapping[str, Model], document: Document) -> Iterator[Reference]:
    """The references that the entries of a list make."""
    for name, entry in entries.items():
        yield from references_in(entry, document, (name,))
