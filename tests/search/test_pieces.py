"""Smaller pieces of an index: the same words, and nothing lost where the form is unknown."""

from __future__ import annotations

import gzip
from typing import Any

import cbor2
import pytest

from tremplin.search.index import as_message, index
from tremplin.search.pieces import ENOUGH, LARGEST, smaller

SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve")


def large_index() -> dict[str, bytes]:
    """An index that Pagefind cuts into several pieces, most words of which are on few pages."""
    pages = []
    for number in range(120):
        words = (f"{SYLLABLES[(number + n) % 12]}{SYLLABLES[(n // 12) % 12]}{SYLLABLES[(n * 7 + number // 3) % 12]}{SYLLABLES[n % 5]}" for n in range(400))
        pages.append(as_message(f"{number}/", f"<html lang=en><body><p>{' '.join(words)}</p></body></html>"))
    return index(pages, "xx")


def words_of(files: dict[str, bytes]) -> list[Any]:
    """Everything that the pieces of an index say, in the order in which it names them."""
    meta = unpacked(next(content for path, content in files.items() if path.endswith(".pf_meta")))
    return [word for _, _, name in meta[2] for word in unpacked(files[f"index/{name}.pf_index"])[0]]


def unpacked(content: bytes) -> Any:
    return cbor2.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return large_index()


def test_smaller_pieces_say_the_same(files: dict[str, bytes]) -> None:
    cut = smaller(dict(files))

    assert words_of(cut) == words_of(files)
    assert sum(path.endswith(".pf_index") for path in cut) > sum(path.endswith(".pf_index") for path in files)
    assert all(len(gzip.decompress(content)) <= 2 * LARGEST + 100 for path, content in cut.items() if path.endswith(".pf_index"))


def test_every_page_is_there_under_a_short_name(files: dict[str, bytes]) -> None:
    cut = smaller(dict(files))
    [names] = [[name for name, *_ in unpacked(content)[1]] for path, content in cut.items() if path.endswith(".pf_meta")]

    assert sorted(cut[f"fragment/{name}.pf_fragment"] for name in names) == sorted(content for path, content in files.items() if path.startswith("fragment/"))
    assert len(set(names)) == len(names) == sum(path.startswith("fragment/") for path in cut)
    assert max(map(len, names)) < len("xx_") + 7, "Pagefind's names have seven signs"


def test_a_word_that_is_on_most_pages_keeps_its_first_places() -> None:
    many = [as_message(f"{n}/", f"<html lang=en><body><p>{'common other ' * 9}</p><h2 id=a>rare{n} common</h2></body></html>") for n in range(9)]
    whole = index(many, "xx")
    places = {word: [its for _, its, *_ in pages] for word, pages, *_ in words_of(whole)}
    kept = {word: [its for _, its, *_ in pages] for word, pages, *_ in words_of(smaller(dict(whole)))}

    assert kept.keys() == places.keys()
    assert {len([place for place in its if place >= 0]) for its in kept["common"]} == {ENOUGH}
    assert all(its == places["common"][n][: len(its)] for n, its in enumerate(kept["common"]))
    assert kept["rare3"] == places["rare3"]


def test_each_piece_says_from_where_to_where_it_goes(files: dict[str, bytes]) -> None:
    cut = smaller(dict(files))
    meta = unpacked(next(content for path, content in cut.items() if path.endswith(".pf_meta")))

    for start, stop, name in meta[2]:
        words = [word[0] for word in unpacked(cut[f"index/{name}.pf_index"])[0]]
        assert words[0].startswith(start)
        assert words[-1].startswith(stop)
    assert [start for start, _, _ in meta[2]] == sorted({start for start, _, _ in meta[2]})


def test_a_form_that_is_not_known_stays_as_it_is() -> None:
    unknown = {"pagefind-entry.json": b"{}", "pagefind.en_0.pf_meta": gzip.compress(b"something else")}

    assert smaller(unknown) == unknown
