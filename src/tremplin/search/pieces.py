"""Smaller pieces of an index. Pagefind cuts it into pieces of some thirty kilobytes, which a cheap phone fetches for every word."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import cbor2

LARGEST = 20_000
"""Bytes before they are packed, about a third of that after. A word that is on every page may need more."""
KIN = 3
"""Words that begin with the same letters stay together if they can: a browser looks for half a word in one piece only."""
_SIGN = b"pagefind_dcd"
_INDEX, _META = ".pf_index", ".pf_meta"
Word = tuple[str, bytes]
"""A stem, and everything about it as Pagefind wrote it."""


def smaller(files: dict[str, bytes]) -> dict[str, bytes]:
    """The same index in smaller pieces; as it was, where Pagefind writes in another form than we know."""
    try:
        return _cut(files)
    except (KeyError, IndexError, TypeError, ValueError, StopIteration, cbor2.CBORDecodeError):
        return files


def _cut(files: dict[str, bytes]) -> dict[str, bytes]:
    name = next(path for path in files if path.endswith(_META))
    version, pages, chunks, *rest = _unpacked(files[name])
    language = chunks[0][2].partition("_")[0]
    words = [word for _, _, chunk in chunks for word in _words(files[f"index/{chunk}{_INDEX}"])]
    pieces = list(_pieces(words))
    made = {f"{language}_{_hash(content)[:7]}": content for content in (_packed(_array([_array([word for _, word in piece])])) for piece in pieces)}
    if len(made) != len(pieces):
        return files
    meta = _packed(cbor2.dumps([version, pages, [[*ends, chunk] for ends, chunk in zip(_ends(pieces), made, strict=True)], *rest]))
    digest = f"{language}_{_hash(meta)[:10]}"
    entry = json.loads(files["pagefind-entry.json"])
    next(iter(entry["languages"].values()))["hash"] = digest
    kept = {path: content for path, content in files.items() if not path.endswith((_INDEX, _META))}
    cut = {f"index/{chunk}{_INDEX}": content for chunk, content in made.items()}
    return dict(sorted({**kept, **cut, f"pagefind.{digest}{_META}": meta, "pagefind-entry.json": json.dumps(entry, separators=(",", ":")).encode()}.items()))


def _words(content: bytes) -> Iterator[Word]:
    [words] = _unpacked(content)
    return ((word[0], cbor2.dumps(word)) for word in words)


def _pieces(words: Sequence[Word]) -> Iterator[list[Word]]:
    piece: list[Word] = []
    size = 0
    for word in words:
        is_kin = bool(piece) and piece[-1][0][:KIN] == word[0][:KIN]
        if piece and size + len(word[1]) > (2 * LARGEST if is_kin else LARGEST):
            yield piece
            piece, size = [], 0
        piece.append(word)
        size += len(word[1])
    if piece:
        yield piece


def _ends(pieces: Sequence[list[Word]]) -> Iterator[tuple[str, str]]:
    """From where to where each piece goes, in as few letters as tell it from its neighbours."""
    borders = [("", pieces[0][0][0]), *((one[-1][0], other[0][0]) for one, other in pairwise(pieces)), (pieces[-1][-1][0], "")]
    starts, stops = [_told(first, last) for last, first in borders[:-1]], [_told(last, first) for last, first in borders[1:]]
    return zip(starts, stops, strict=True)


def _told(word: str, other: str) -> str:
    """The beginning of a word that the other one has not."""
    same = next((position for position, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return word[: same + 1]


def _array(items: Sequence[bytes]) -> bytes:
    return cbor2.dumps(list(range(len(items))))[: _head(len(items))] + b"".join(items)


def _head(number: int) -> int:
    """How many bytes say that an array of so many items follows."""
    return 1 if number < 24 else 2 if number < 256 else 3 if number < 65536 else 5


def _unpacked(content: bytes) -> Any:
    raw = gzip.decompress(content)
    if not raw.startswith(_SIGN):
        raise ValueError("not a file of Pagefind's")
    return cbor2.loads(raw[len(_SIGN):])


def _packed(content: bytes) -> bytes:
    return gzip.compress(_SIGN + content, 9, mtime=0)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
