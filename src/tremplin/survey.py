"""Everything that is in a base: every record read, judged and remembered, so that an edit costs what it touches."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tremplin.cache import Cache, digest
from tremplin.diagnostics import Diagnostic
from tremplin.link import link
from tremplin.load.boundary import link_faults, listing
from tremplin.load.folder import read_record, record_folders, stray_files
from tremplin.load.handwritten import read_handwritten, theme_faults
from tremplin.load.lists import raw_list, read_list
from tremplin.load.text import LARGEST, content_of
from tremplin.locales import catalogues_digest
from tremplin.model.draft import Draft, Texts
from tremplin.model.edition import chain
from tremplin.model.fields import Model, WrongValue, judged
from tremplin.model.figures import doubts_of, known_in
from tremplin.model.freshness import coverages
from tremplin.model.handwritten import Handwritten
from tremplin.model.kinds import BY_FOLDER, LISTS
from tremplin.model.kinds.module import ModuleFacts
from tremplin.model.kinds.record import Kind
from tremplin.model.kinds.trial import TrialFacts
from tremplin.model.library import LIST_FOLDERS, Library, Lists
from tremplin.model.record import Card, Doubt, Entry, Record, Reference
from tremplin.model.site import Site
from tremplin.model.source import ListSource, RecordSource
from tremplin.model.summary import card_of
from tremplin.rules import examine, examine_library, examine_list, examine_texts
from tremplin.validate import validate
from tremplin.validate.lists import validate_list
from tremplin.validate.references import links_in, list_references, references_in

_RACY_NS = 2_000_000_000
"""A file that changed this shortly before it was read may change again without a new time stamp."""

_NOT_READ = -1
"""The size of a link that is not followed, and of a pipe or a device, which may never end."""
_Print = tuple[str, int, int]
"""What shows that a file has changed: its path, its size in bytes, its time of change in nanoseconds."""

Progress = Callable[[int, int], None]
"""Called with how many records are done and how many there are."""


@dataclass(frozen=True)
class Survey:
    """What was found in a base."""

    entries: tuple[Entry, ...]
    records: Mapping[str, Record]
    lists: Lists
    handwritten: Handwritten
    list_diagnostics: tuple[Diagnostic, ...] = ()
    changed: frozenset[str] = field(default_factory=frozenset)
    """The records that had to be read again."""

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Everything that was found in single files."""
        yield from self.list_diagnostics
        for entry in self.entries:
            yield from entry.diagnostics


def linked(site: Site, found: Survey, *, with_drafts: bool) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library of a base, and everything that is wrong in it, sorted. A record with faults is left out, also if only others show them."""
    entries = {entry.path: entry for entry in found.entries}
    said = dict.fromkeys(found.diagnostics())
    while True:
        library = link(site, entries.values(), found.lists, found.handwritten, with_drafts=with_drafts)
        fresh = [diagnostic for diagnostic in examine_library(library) if diagnostic not in said]
        said |= dict.fromkeys(fresh)
        faulty = _by_record([diagnostic for diagnostic in fresh if diagnostic.is_fault], entries)
        if not faulty:
            return library, _sorted(list(said))
        entries |= {path: _left_out(entries[path], faults) for path, faults in faulty.items()}


def _by_record(faults: list[Diagnostic], entries: Mapping[str, Entry]) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for fault in faults:
        path = "/".join(fault.location.path.split("/")[:2])
        if path in entries:
            found.setdefault(path, []).append(fault)
    return found


def _left_out(entry: Entry, faults: list[Diagnostic]) -> Entry:
    return replace(entry, card=None, card_digests={}, digest=digest(entry.digest, faults), diagnostics=_sorted([*entry.diagnostics, *faults]))


class Changed(Exception):
    """A record is no longer what it was when its base was read: somebody has gone on writing."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class _Shelf(Mapping[str, Record]):
    """The valid records by path. Those that did not change are read when somebody asks for them, which an edit seldom does: keeping all of them would cost more."""

    def __init__(self, site: Site, paths: Collection[str], read: dict[str, Record]) -> None:
        self._site, self._paths, self._read = site, paths, read

    def __getitem__(self, path: str) -> Record:
        if path not in self._read and path in self._paths:
            self._read[path] = self._again(path)
        return self._read[path]

    def _again(self, path: str) -> Record:
        folder, _, record_id = path.partition("/")
        record, _, found = validate(read_record(self._site.base, BY_FOLDER[folder], record_id), self._site.tags)
        if record is None or any(fault.is_fault for fault in found):
            raise Changed(path)
        return record

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def survey(site: Site, cache: Cache, progress: Progress = lambda done, total: None) -> Survey:
    """Read what has changed in the base, and remember the rest."""
    started = time.time_ns()
    name = f"index-{digest(site.chains, catalogues_digest(site.tags), str(site.base.resolve()))}"
    known: dict[str, tuple[object, Entry]] = cache.read(name) or {}
    index: dict[str, tuple[object, Entry]] = {}
    read: dict[str, Record] = {}
    folders = list(record_folders(site.base))
    for done, (kind, record_id) in enumerate(folders):
        path = f"{kind.folder}/{record_id}"
        index[path] = _remembered(site, kind, record_id, known.get(path), started, read)
        progress(done + 1, len(folders))
    if index != known:
        cache.write(name, index)
    entries = tuple(entry for _, entry in index.values())
    lists, faults = _lists(site, cache)
    handwritten = read_handwritten(site)
    return Survey(
        entries, _Shelf(site, dict.fromkeys(entry.path for entry in entries if entry.card), read), lists, handwritten,
        (*site.remarks, *stray_files(site.base), *faults, *handwritten.diagnostics, *theme_faults(site)), frozenset(path for path in index if index[path] is not known.get(path)),
    )


def _remembered(site: Site, kind: Kind, record_id: str, known: tuple[object, Entry] | None, started: int, read: dict[str, Record]) -> tuple[object, Entry]:
    """What is known of a record, read again only if its files have changed."""
    files = tuple(_files(site.base / kind.folder / record_id, site.base))
    print_ = files if all(changed < started - _RACY_NS for _, _, changed in files) else None
    if known and print_ is not None and known[0] == print_:
        return known
    content = _content_digest(site, kind, record_id, files)
    if known and known[1].digest == content:
        return (print_, known[1]) if known[0] != print_ else known
    entry, record = _judge(site, kind, record_id, content)
    if record is not None:
        read[entry.path] = record
    return print_, entry


def _files(folder: Path, base: Path, prefix: str = "") -> Iterator[_Print]:
    """Every file below a folder, sorted."""
    if os.path.islink(folder):
        yield _linked(folder, base, prefix)
        return
    for entry in listing(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), base, f"{prefix}{entry.name}/")
        elif entry.is_symlink():
            yield _linked(Path(entry.path), base, prefix + entry.name)
        else:
            status = entry.stat()
            yield prefix + entry.name, _size(status), status.st_mtime_ns


def _linked(link: Path, base: Path, name: str) -> _Print:
    """A link counts as what it leads to, as far as it may be followed."""
    faults = link_faults(link, base)
    status = link.lstat() if faults else link.stat()
    return (f"{name}: {faults[0].message.template}", _NOT_READ, status.st_mtime_ns) if faults else (name, _size(status), status.st_mtime_ns)


def _size(status: os.stat_result) -> int:
    return status.st_size if stat.S_ISREG(status.st_mode) else _NOT_READ


def _content_digest(site: Site, kind: Kind, record_id: str, files: tuple[_Print, ...]) -> str:
    """A hash of all texts of a record, of the headings by which its sections are recognised, and of where missing texts are looked for.

    Films and pictures count by size and time, since they are copied and not read.
    """
    found = hashlib.blake2b(repr((site.chains, catalogues_digest(site.tags), kind.name, record_id)).encode(), digest_size=12)
    folder = str(site.base / kind.folder / record_id)
    for name, size, changed in files:
        is_text = name.endswith((".md", ".yml")) and _NOT_READ < size <= LARGEST
        try:
            content = content_of(os.path.join(folder, name)) if is_text else repr((size, changed)).encode()
        except OSError:
            content = b"unreadable"
        found.update(repr((name, len(content))).encode() + content)
    return found.hexdigest()


def _judge(site: Site, kind: Kind, record_id: str, content: str) -> tuple[Entry, Record | None]:
    """One record read, validated and examined; the record is None when it has faults."""
    source = read_record(site.base, kind, record_id)
    record, words, found = validate(source, site.tags)
    texts = Texts(source.folder, words)
    found += examine_texts(texts)
    if record is None:
        return Entry(kind.name, record_id, content, None, links=tuple(links_in(texts)), media=tuple(sorted(source.media)), diagnostics=_sorted(found)), None
    assert source.facts is not None
    draft = Draft(source, record)
    found += examine(draft)
    references = tuple(references_in(record.facts, source.facts)) + tuple(_reviewers(source, record))
    figures, doubts = _figures(draft)
    faulty = Entry(
        kind.name, record_id, content, None, {}, references, tuple(links_in(texts)), frozenset(judged(_criteria(record))), tuple(judged(_results(source, record))),
        media=record.media, idle=tuple(sorted(source.media.keys() - set(record.media))), figures=figures, doubts=doubts, diagnostics=_sorted(found),
    )
    if any(diagnostic.is_fault for diagnostic in found):
        return faulty, None
    card = card_of(record, [reference.target for reference in references if reference.kind == "partner"])
    return replace(faulty, card=card, card_digests=_card_digests(site, card), coverage=coverages(record, site.tags)), record


def _card_digests(site: Site, card: Card) -> dict[str, str]:
    """For each edition, a hash of the card as it shows it; a word changed in French does not touch the Polish edition."""
    facts = digest(replace(card, titles={}, summaries={}))
    chains = {language.tag: chain(language, card.original) for language in site.languages}
    return {tag: digest(facts, _shown(card.titles, tags), _shown(card.summaries, tags)) for tag, tags in chains.items()}


def _shown(texts: Mapping[str, str], tags: tuple[str, ...]) -> tuple[str, str]:
    for tag in tags:
        if tag in texts:
            return tag, texts[tag]
    return "", ""


def _reviewers(source: RecordSource, record: Record) -> Iterator[Reference]:
    for tag, wording in record.words.items():
        if wording.reviewed_by:
            yield Reference("reviewed_by", "partner", wording.reviewed_by, source.words[tag].front.place(("reviewed_by",)))


def _figures(draft: Draft) -> tuple[str, tuple[Doubt, ...]]:
    """The figures that the facts of a record hold, and those of its words that they do not; nothing is said of facts that have gaps."""
    try:
        known = known_in(draft.record.facts)
        return str(known), tuple(doubts_of(draft, known))
    except WrongValue:
        return "", ()


def _criteria(record: Record) -> Iterator[str]:
    for gesture in record.facts.gestures if isinstance(record.facts, ModuleFacts) else ():
        yield from (f"{gesture.id}/{criterion.id}" for criterion in gesture.criteria)


def _results(source: RecordSource, record: Record) -> Iterator[Reference]:
    assert source.facts is not None
    for index, result in enumerate(record.facts.criteria_results if isinstance(record.facts, TrialFacts) else ()):
        yield Reference("criteria_results", "", f"{result.gesture}/{result.criterion}", source.facts.place(("criteria_results", index)))


def _sorted(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def _lists(site: Site, cache: Cache) -> tuple[Lists, list[Diagnostic]]:
    """The four short lists and what is wrong in them, remembered as long as they stay as they are."""
    raw = {kind.name: raw_list(site.base, kind) for kind in LISTS}
    content = digest(site.tags, tuple((name, hashlib.sha256(data).hexdigest()) for name, data in raw.items()))
    name = f"lists-{digest(str(site.base.resolve()))}"
    known = cache.read(name)
    if known and known[0] == content:
        return known[1], known[2]
    lists, faults = _read_lists(site, raw)
    cache.write(name, (content, lists, faults))
    return lists, faults


def _read_lists(site: Site, raw: Mapping[str, bytes]) -> tuple[Lists, list[Diagnostic]]:
    entries: dict[str, Any] = {}
    references: list[Reference] = []
    lost: list[Reference] = []
    faults: list[Diagnostic] = []
    left_out: set[str] = set()
    for kind in LISTS:
        source = read_list(site.base, kind)
        entries[kind.name], faulty, found = validate_list(source, site.tags)
        left_out |= _left_out_of(source, entries[kind.name])
        references += list_references(entries[kind.name], source.document)
        lost += list_references(faulty, source.document)
        faults += [*found, *examine_list(entries[kind.name], source.document)]
        faults += [fault for name, entry in faulty.items() for fault in examine_list({name: entry}, source.document)]
    shown = digest(tuple((name, hashlib.sha256(data).hexdigest()) for name, data in raw.items() if name != "term"))
    lists = Lists(
        entries["partner"], entries["project"], entries["term"], entries["theme"], tuple(references), tuple(lost), frozenset(left_out),
        digest=shown, terms_digest=hashlib.sha256(raw["term"]).hexdigest(),
    )
    return lists, faults


def _left_out_of(source: ListSource, valid: Mapping[str, Model]) -> set[str]:
    """The entries of a list that have faults, and the folder of all of them when the file cannot be read."""
    folder, entries = LIST_FOLDERS[source.kind], source.document.data
    return {f"{folder}/"} if source.diagnostics and not entries else {f"{folder}/{name}" for name in entries.keys() - valid.keys()}
