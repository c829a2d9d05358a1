"""The index that Pagefind makes: the same bytes every time, nothing that readers do not need, nothing made twice."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.bases import write_base
from tests.build.running import built, site_of
from tests.records import ONE_OF_EACH
from tests.trees import tree
from tremplin.cache import Cache
from tremplin.search.bundle import FACETS, Source, bundle
from tremplin.search.documents import Document, Part
from tremplin.search.index import SearchFailed, as_message, index

NAMES = ("bread", "water", "salt", "apple", "stone", "river", "cloud", "house", "chair", "table", "paper", "wheel")


def document(name: str, *, text: str = "") -> Document:
    return Document(f"things/{name}/", name.title(), (Part("", "", (text or f"A {name} and other things",)),), (("kind", "thing"), ("theme", name[0])))


def sources(made: list[str], **texts: str) -> dict[str, Source]:
    def make(name: str) -> Document:
        made.append(name)
        return document(name, text=texts.get(name, ""))

    return {f"things/{name}/": Source(texts.get(name, ""), lambda name=name: make(name)) for name in NAMES}  # type: ignore[misc]


def test_the_same_documents_give_the_same_bytes() -> None:
    messages = [as_message(one.address, one.html("fr")) for one in map(document, NAMES)]

    assert len({json.dumps({path: content.hex() for path, content in index(messages, "fr").items()}) for _ in range(4)}) == 1


def test_readers_get_the_core_and_no_widgets() -> None:
    files = index([as_message("a/", document("a").html("pl"))], "pl")

    assert {path for path in files if path.startswith(("pagefind", "wasm")) and not path.endswith("pf_meta")} == {"pagefind.js", "pagefind-entry.json", "wasm.pl.pagefind"}


def test_a_language_without_a_stemmer_is_searched_word_by_word() -> None:
    assert "wasm.unknown.pagefind" in index([as_message("a/", document("a").html("xx"))], "xx")


def test_what_pagefind_refuses_is_told() -> None:
    with pytest.raises(SearchFailed):
        index([b"bm90IEpTT04=,"], "en")


def test_each_result_knows_by_what_it_can_be_narrowed_down(tmp_path: Path) -> None:
    files = {path: content() for path, (_, content) in bundle(Cache(tmp_path), "en", "en", sources([])).items()}
    facets = json.loads(files[FACETS])
    names = {path.removesuffix(".pf_fragment").rpartition("_")[2]: gzip.decompress(content) for path, content in files.items() if path.startswith("fragment/")}
    told: dict[str, list[tuple[str, str]]] = {}
    numbers: list[int] = []
    for shared, *others, results in facets["pages"]:
        numbers = [*numbers[:shared], *others]
        told |= {name: [tuple(facets["values"][number]) for number in numbers] for name in results.split(" ")}

    assert told.keys() == names.keys()
    assert len(facets["pages"]) < len(names), "those that have the same share a line"
    for name, values in told.items():
        assert values[0] == ("kind", "thing")
        assert f'"url":"/things/{values[1][1]}'.encode() in names[name]


def test_only_documents_whose_source_has_changed_are_made(tmp_path: Path) -> None:
    cache, made = Cache(tmp_path), list[str]()
    before = bundle(cache, "en", "en", sources(made))
    assert sorted(made) == sorted(NAMES)

    made.clear()
    again = bundle(cache, "en", "en", sources(made))
    assert made == []
    assert {path: key for path, (key, _) in again.items()} == {path: key for path, (key, _) in before.items()}

    after = bundle(cache, "en", "en", sources(made, river="A brook"))
    assert made == ["river"]
    changed = {path for path in before.keys() | after.keys() if before.get(path, ("",))[0] != after.get(path, ("",))[0]}
    assert len([path for path in changed if path.startswith("fragment/")]) == 2, "the old page of the river and the new one"


def test_what_is_remembered_gives_the_same_files(tmp_path: Path) -> None:
    first = {path: content() for path, (_, content) in bundle(Cache(tmp_path), "en", "en", sources([])).items()}
    remembered = {path: content() for path, (_, content) in bundle(Cache(tmp_path), "en", "en", sources([])).items()}
    fresh = {path: content() for path, (_, content) in bundle(Cache(None), "en", "en", sources([])).items()}

    assert first == remembered == fresh


def test_a_word_in_one_language_leaves_the_search_of_the_others_alone(tmp_path: Path) -> None:
    file = tmp_path / "base" / "skills" / "teamwork" / "fr.md"
    base = write_base(tmp_path / "base", {**ONE_OF_EACH, "skills/teamwork/fr.md": "---\ntitle: Équipe\nsummary: Faire sa part.\n---\n"})
    built(base, cache=tmp_path / "cache")
    before = searched(base / "site")
    file.write_text(file.read_text(encoding="utf-8").replace("Faire", "Prendre"), encoding="utf-8")

    built(base, cache=tmp_path / "cache")

    after = searched(base / "site")
    assert {path.partition("/")[0] for path in before.keys() | after.keys() if before.get(path) != after.get(path)} == {"fr", "lt"}, "Lithuanian readers are shown French here"


def test_a_site_may_leave_the_search_out(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", ONE_OF_EACH)
    file = base / "mkdocs.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("languages:", "search: false\n      languages:"), encoding="utf-8")

    built(base)

    assert not site_of(base).has_search
    assert searched(base / "site").keys() == {f"{tag}/search/{page}index.html" for tag in ("en", "fr", "lt") for page in ("", "a-z/")}
    assert b"data-find" not in (base / "site" / "en" / "index.html").read_bytes()


def searched(site: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(site).items() if path.split("/")[1:2] == ["search"]}
