"""The search of one edition as files: made anew only when what is searched has changed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

from tremplin.cache import Cache, digest
from tremplin.model.edition import Edition
from tremplin.search.documents import Document
from tremplin.search.index import as_message, index
from tremplin.search.pieces import smaller

FACETS = "facets.json"
SYNONYMS = "synonyms.json"


class Source(NamedTuple):
    """A document that may not have to be made."""

    key: str
    """Changes whenever the document may have changed."""
    make: Callable[[], Document]


class _Made(NamedTuple):
    """A document as it is kept between builds."""

    print: str
    message: bytes
    facets: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Known:
    """What is remembered of the last search of an edition."""

    prints: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """For each address, the key of its source and a hash of its document."""
    files: Mapping[str, str] = field(default_factory=dict)
    """For each file, a hash of its content."""


def bundle(cache: Cache, name: str, tag: str, sources: Mapping[str, Source]) -> Mapping[str, tuple[str, Callable[[], bytes]]]:
    """Every file of the index of some documents by address: a hash of its content, and how to make it. `name` tells this edition from others."""
    known: _Known = cache.read(f"search/{name}") or _Known()
    shelf = _Shelf(cache, name, tag, sources)
    prints = {address: _print(shelf, known, address, source.key) for address, source in sources.items()}
    shelf.prints = {address: print_ for address, (_, print_) in prints.items()}
    is_same = known.files and [*shelf.prints.items()] == [(address, print_) for address, (_, print_) in known.prints.items()]
    files = known.files if is_same else {path: digest(content) for path, content in shelf.files.items()}
    if prints != known.prints or not is_same:
        cache.write(f"search/{name}", _Known(prints, files))
    return {path: (key, partial(_file, shelf, path)) for path, key in files.items()}


def _file(shelf: _Shelf, path: str) -> bytes:
    return shelf.files[path]


def _print(shelf: _Shelf, known: _Known, address: str, key: str) -> tuple[str, str]:
    before = known.prints.get(address)
    return before if before and before[0] == key else (key, shelf.made(address).print)


@dataclass
class _Shelf:
    """The documents of an edition, each made or taken from the cache when somebody asks for it."""

    cache: Cache
    name: str
    tag: str
    sources: Mapping[str, Source]
    prints: Mapping[str, str] = field(default_factory=dict)
    fresh: dict[str, _Made] = field(default_factory=dict)

    def made(self, address: str) -> _Made:
        """The document at an address, made now."""
        if address not in self.fresh:
            document = self.sources[address].make()
            message = as_message(address, document.html(self.tag))
            self.fresh[address] = _Made(digest(message, document.facets), message, document.facets)
        return self.fresh[address]

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Every file of the index."""
        kept: Mapping[str, _Made] = self.cache.read(f"search/{self.name}-documents") or {}
        documents = {address: kept[address] if address in kept and kept[address].print == print_ else self.made(address) for address, print_ in self.prints.items()}
        if documents != kept:
            self.cache.write(f"search/{self.name}-documents", documents)
        found = smaller(index([one.message for one in documents.values()], self.tag))
        return {**found, FACETS: facets(found, {address: one.facets for address, one in documents.items()})}


def facets(files: Mapping[str, bytes], known: Mapping[str, Sequence[tuple[str, str]]]) -> bytes:
    """By what each result can be narrowed down: small enough to be loaded whole, so that the page can count as it likes.

    Each line holds how many values it shares with the line before, its other values, and the names of the results that have just these.
    """
    values = sorted({facet for each in known.values() for facet in each})
    number = {facet: position for position, facet in enumerate(values)}
    names: dict[tuple[int, ...], list[str]] = {}
    for path, content in sorted(files.items()):
        if path.startswith("fragment/"):
            has = tuple(sorted(number[facet] for facet in known[_address(content)]))
            names.setdefault(has, []).append(path.partition("_")[2].partition(".")[0])
    return json.dumps({"values": values, "pages": list(_lines(names))}, separators=(",", ":")).encode()


def _lines(names: Mapping[tuple[int, ...], Sequence[str]]) -> Iterator[tuple[int | str, ...]]:
    before: tuple[int, ...] = ()
    for has in sorted(names):
        shared = next((n for n, (one, other) in enumerate(zip(before, has, strict=False)) if one != other), min(len(before), len(has)))
        yield shared, *has[shared:], " ".join(names[has])
        before = has


def _address(fragment: bytes) -> str:
    return str(json.loads(gzip.decompress(fragment).partition(b"{")[2].join((b"{", b"")))["url"]).removeprefix("/")


def synonyms(edition: Edition) -> bytes:
    """For each term, its labels in the edition's language, and the abbreviations that other languages have for it."""
    tag = edition.language.tag
    groups = []
    for term in edition.library.lists.terms.values():
        own = _distinct((*([term.labels[tag]] if tag in term.labels else ()), *term.other_labels.get(tag, ()), *term.abbreviations.get(tag, ())))
        foreign = _distinct(one for other, labels in term.abbreviations.items() if other != tag for one in labels)
        if own and (len(own) > 1 or foreign):
            groups.append((own, [one for one in foreign if one not in own]))
    return json.dumps(groups, ensure_ascii=False, separators=(",", ":")).encode()


def _distinct(labels: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(labels))
