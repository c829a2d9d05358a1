"""Smaller pieces of an index, which a cheap phone fetches for every word. Pagefind cuts it into pieces of some thirty kilobytes, and one word may need more."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import cbor2

LARGEST = 5_000
"""Bytes before they are packed, about half of that after. A word that is on every page may need more."""
KIN = 3
"""Words that begin with the same letters stay together if they can: a browser looks for half a word in one piece only."""
OFTEN = 0.5
"""The share of pages on which a word is no longer worth all its places."""
ENOUGH = 2
"""How many places on a page such a word keeps: it is found everywhere and tells no page from another."""
SHORT = 4
"""Signs of a hash that do for a name, where no other begins alike. Readers fetch the names of all pages, twice, with their first search."""
_SIGN = b"pagefind_dcd"
_INDEX, _META, _PAGE = ".pf_index", ".pf_meta", ".pf_fragment"
Word = tuple[str, bytes]
"""A stem, and everything about it as Pagefind writes it."""


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
    words = [word for _, _, chunk in chunks for word in _words(files[f"index/{chunk}{_INDEX}"], OFTEN * len(pages))]
    cut = list(_pieces(words))
    made = [_packed(_array([_array([word for _, word in piece])])) for piece in cut]
    chunk_names, page_names = _short([f"{language}_{_hash(content)}" for content in made]), _short([page[0] for page in pages])
    ends = [[*ends, chunk] for ends, chunk in zip(_ends(cut), chunk_names.values(), strict=True)]
    meta = _packed(cbor2.dumps([version, [[page_names[page[0]], *page[1:]] for page in pages], ends, *rest]))
    digest = f"{language}_{_hash(meta)[:10]}"
    entry = json.loads(files["pagefind-entry.json"])
    next(iter(entry["languages"].values()))["hash"] = digest
    kept = {path: content for path, content in files.items() if not path.endswith((_INDEX, _META, _PAGE))}
    return dict(sorted({
        **kept, **{_page(short): files[_page(long)] for long, short in page_names.items()},
        **{f"index/{chunk}{_INDEX}": content for chunk, content in zip(chunk_names.values(), made, strict=True)},
        f"pagefind.{digest}{_META}": meta, "pagefind-entry.json": json.dumps(entry, separators=(",", ":")).encode(),
    }.items()))


def _page(name: str) -> str:
    return f"fragment/{name}{_PAGE}"


def _short(names: Sequence[str]) -> Mapping[str, str]:
    """For each name, as much of its beginning as no other has. Equal names are an error."""
    ordered = sorted(names)
    if len(set(ordered)) < len(ordered):
        raise ValueError("two of the same name")
    least = len(ordered[0].partition("_")[0]) + 1 + SHORT
    neighbours = zip(["", *ordered], ordered, [*ordered[1:], ""], strict=False)
    found = {name: name[: max(least, len(_told(name, before)), len(_told(name, after)))] for before, name, after in neighbours}
    return {name: found[name] for name in names}


def _words(content: bytes, often: float) -> Iterator[Word]:
    [words] = _unpacked(content)
    return ((stem, cbor2.dumps([stem, _lean(pages, often), [[form, _lean(its, often)] for form, its in forms]])) for stem, pages, forms in words)


def _lean(pages: list[Any], often: float) -> list[Any]:
    """The pages of a word with its places on each, fewer of them if it is on most pages."""
    return [[page, _first(places), *rest] for page, places, *rest in pages] if len(pages) > often else pages


def _first(places: Sequence[int]) -> Sequence[int]:
    """The first places, each told by its distance from the one before; a number below zero is a weight, which holds until the next."""
    found = 0
    for position, place in enumerate(places):
        if place >= 0:
            found += 1
            if found > ENOUGH:
                return places[:position]
    return places


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
