"""Whoever reads a record is led to what it names, and from there back."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup

from tests.bases import EVERY_KIND
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.model.library import Library
from tremplin.pages import make, plans
from tremplin.pages.mould import Moulds
from tremplin.survey import linked, survey
from tremplin.translate import localise, translate

OF_ONE_LANGUAGE = frozenset({"reviewed_by"})
"""Said of the words in another language, not in the English edition."""


@pytest.fixture(scope="module")
def library() -> Library:
    """A base with one record of every kind."""
    return _built()[0]


@pytest.fixture(scope="module")
def pages() -> Mapping[str, frozenset[str]]:
    """For each address of the English edition, the addresses that its page links to."""
    return _built()[1]


def _built() -> tuple[Library, Mapping[str, frozenset[str]]]:
    site, _ = read_site(EVERY_KIND / "mkdocs.yml")
    assert site is not None
    found = survey(site, Cache(None))
    library, _ = linked(site, found, with_drafts=False)
    edition = translate(library, "en")
    made = [make(plan, edition, lambda path: localise(found.records[path], edition), Moulds()) for plan in plans(library, is_preview=False)]
    return library, {page.address: _links(page.body, page.address) for page in made}


def _links(body: str, address: str) -> frozenset[str]:
    hrefs = (str(one["href"]) for one in BeautifulSoup(body, "html.parser").select("a[href]"))
    return frozenset(urldefrag(urljoin(f"/{address}", href)).url.removeprefix("/") for href in hrefs)


def test_each_reference_is_a_link_on_both_pages(library: Library, pages: Mapping[str, frozenset[str]]) -> None:
    pairs = {(f"{path}/", f"{target}/") for path, references in library.outgoing.items() for field, target in references if field not in OF_ONE_LANGUAGE}
    shown = {(source, target) for source, target in pairs if source in pages and target in pages}

    assert len(shown) > 20
    assert sorted(f"{source} → {target}" for source, target in shown if target not in pages[source]) == []
    assert sorted(f"{target} → {source}" for source, target in shown if source not in pages[target]) == []


def test_what_is_named_has_a_page_or_is_a_term(library: Library, pages: Mapping[str, frozenset[str]]) -> None:
    targets = {target for references in library.outgoing.values() for _, target in references}

    assert sorted(target for target in targets if f"{target}/" not in pages and not target.startswith("glossary/")) == []
