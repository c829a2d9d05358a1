"""Whether a translation still says what its original says: computed from hashes, never stored."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from itertools import filterfalse

from tremplin.model.record import Coverage, Record, Wording, group_of, groups_of

HASH_LENGTH = 6
"""Hexadecimal digits: enough to notice a change, short enough for a front matter that people read."""


def fingerprint(wording: Wording, keys: tuple[str, ...]) -> str:
    """A hash of some texts that ignores how they are wrapped and composed."""
    parts: list[str] = []
    for key in sorted(keys):
        if key in wording.texts:
            value = wording.texts[key]
            parts += (key.rpartition(".")[2], *map(_plain, (value,) if isinstance(value, str) else value))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:HASH_LENGTH]


def _plain(text: str) -> str:
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def stale_groups(record: Record, language: str) -> frozenset[str]:
    """The groups of texts whose original has changed, or is gone, since they were translated."""
    return _stale(record, language, _groups_in(record.words[language]), {})


def _groups_in(wording: Wording) -> frozenset[str]:
    return frozenset(map(group_of, wording.texts))


def _stale(record: Record, language: str, own: frozenset[str], known: dict[str, dict[str, str]]) -> frozenset[str]:
    """As `stale_groups`, of the translation's own groups; `known` keeps the fingerprints of originals for the record's other translations."""
    wording = record.words[language]
    if not wording.stamps or language == record.facts.original:
        return frozenset()
    source = record.words.get(wording.stamp_language) or record.original
    if source.language not in known:
        known[source.language] = {group: fingerprint(source, keys) for group, keys in groups_of(source).items()}
    prints = known[source.language]
    if wording.stamps == prints:
        return frozenset()  # Most translations are up to date, and each has many groups.
    return frozenset(group for group, stamp in wording.stamps.items() if group in own and prints.get(group) != stamp)


def coverages(record: Record, languages: Iterable[str]) -> dict[str, Coverage]:
    """How far a record is translated into each language."""
    originals, known = tuple(groups_of(record.original)), dict[str, dict[str, str]]()
    return {language: _coverage(record, language, originals, known) for language in languages}


def _coverage(record: Record, language: str, originals: tuple[str, ...], known: dict[str, dict[str, str]]) -> Coverage:
    wording = record.words.get(language)
    if wording is None:
        return Coverage(len(originals), 0, missing=originals)
    if language == record.facts.original:
        return Coverage(len(originals), len(originals))
    own = _groups_in(wording)
    missing = tuple(filterfalse(own.__contains__, originals))
    return Coverage(
        total=len(originals), translated=len(originals) - len(missing), stale=tuple(sorted(_stale(record, language, own, known))), missing=missing,
        unstamped=tuple(group for group in filterfalse(wording.stamps.__contains__, originals) if group in own), method=wording.method, reviewed_by=wording.reviewed_by,
    )
