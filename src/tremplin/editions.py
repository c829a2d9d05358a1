"""The pages of one edition brought up to date in the twin tree: the part of a build that runs in parallel."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tremplin.cache import Cache, code_digest, digest, digest_of
from tremplin.load.handwritten import files_beside
from tremplin.locales import catalogues_digest, source_digest
from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.kinds import KINDS, LISTS
from tremplin.model.language import Language
from tremplin.model.library import Library
from tremplin.model.page import Page
from tremplin.model.record import Record
from tremplin.pages import Plan, make
from tremplin.pages.blocks import live
from tremplin.pages.country import ABOUT as COUNTRIES_ABOUT
from tremplin.pages.country import ADDRESS as COUNTRIES
from tremplin.pages.country import TITLE as COUNTRIES_TITLE
from tremplin.pages.country import countries
from tremplin.pages.feeds import feeds
from tremplin.pages.glossary import DEFINITIONS, definitions
from tremplin.pages.mould import Moulds
from tremplin.pages.search import ADDRESS as SEARCH
from tremplin.pages.search import ALL, ALL_TITLE, INDEX, WORDS, words
from tremplin.pages.search import TITLE as SEARCH_TITLE
from tremplin.pages.search import key_of as search_key
from tremplin.pages.terms import names_digest
from tremplin.pages.theme import themes
from tremplin.publish import Ledger, keep, place_media, retire, write
from tremplin.render.mkdocs.face import face, sheet_of
from tremplin.render.mkdocs.gaps import fill_gaps
from tremplin.render.mkdocs.work import EditionWork, Frame, Remark, Stub, borrowed
from tremplin.search import documents
from tremplin.search.bundle import SYNONYMS, Source, bundle, synonyms
from tremplin.translate import local_record, translate

Count = Callable[[int], None]
"""Called with how many pages have just been finished."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all editions of one build share."""

    library: Library
    records: Mapping[str, Record]
    plans: tuple[Plan, ...]
    cache: Cache
    site_tree: Path
    next_tree: Path
    published: Ledger
    twin: Ledger
    moulds: Moulds = field(default_factory=Moulds)
    keeps_search: bool = False
    """Whether the search may stay as it is published."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one edition."""

    tag: str
    ledger: Ledger
    written: int
    remarks: tuple[Remark, ...]


def bring_up_to_date(job: Job, tag: str, count: Count) -> Done:
    """Write the pages of one edition that are not in the twin tree already."""
    edition = translate(job.library, tag)
    frame = _frame(job, edition)
    writer = _Writer(job, edition.language.segment, {})
    localised = partial(local_record, job.records, edition)
    _handwritten(job, edition, frame, writer)
    _planned(job, edition, frame, localised, writer, count)
    _beside(job, edition, frame, writer)
    _media(job, writer)
    if job.library.site.has_search and not (job.keeps_search and _is_search_kept(job, edition, writer)):
        _search(job, edition, frame, localised, writer)
    edition.memory.clear()  # Some of it leads back to the edition, which would stay in memory until somebody looks for circles.
    return Done(tag, writer.ledger, writer.written, frame.remarks)


def _handwritten(job: Job, edition: Edition, frame: Frame, writer: _Writer) -> None:
    """What MkDocs made: pages written by hand, styles, programs."""
    planned = {f"{plan.address}index.html" for plan in job.plans}
    for path, content in frame.files.items():
        if path in planned:
            continue  # Records come first; `duplicate-id` has told whoever wrote a page in their place.
        if path in frame.lists:
            writer.put(path, _list_key(job, content, edition), partial(_filled, frame, path, edition))
        else:
            writer.put(path, digest_of(content), partial(bytes, content))


def _planned(job: Job, edition: Edition, frame: Frame, localised: Callable[[str], LocalRecord], writer: _Writer, count: Count) -> None:
    """The pages of records, catalogues and lists."""
    tag, library = edition.language.tag, job.library
    namespace = digest(code_digest(), library.site.digest, source_digest(tag), frame.shells_digest, tag, names_digest(library.lists.terms))
    cards = {path: library.entries[path].card_digests[tag] for path in library.cards}
    for number, plan in enumerate(job.plans, 1):
        writer.put(f"{plan.address}index.html", f"{namespace}:{plan.key}:{_joined(plan.near, cards)}", partial(_page, job, plan, edition, frame, localised))
        if number % _OFTEN == 0 or number == len(job.plans):
            count((number - 1) % _OFTEN + 1)


_OFTEN = 50
"""Pages after which the progress bar hears of them."""


def _beside(job: Job, edition: Edition, frame: Frame, writer: _Writer) -> None:
    """What pages or other programs ask for: the meanings of words, the feeds."""
    writer.put(DEFINITIONS, digest(code_digest(), job.library.site.digest, job.library.lists.terms_digest, edition.language.tag), partial(definitions, edition))
    for feed in feeds(edition):
        if feed.path not in frame.files:
            writer.put(feed.path, feed.key, feed.content)


def _joined(near: tuple[str, ...], cards: Mapping[str, str]) -> str:
    """A hash of the cards that a page shows; nothing where it shows none. Their own hashes are equally long, so they need nothing between them."""
    return digest_of("".join([cards[path] for path in near]).encode()) if near else ""


@dataclass
class _Writer:
    """Puts files of one edition into the twin tree, each only if it has changed."""

    job: Job
    segment: str
    ledger: Ledger
    written: int = 0
    _former: Mapping[str, str] = field(init=False)
    """The paths that the twin has in this edition, by what is left of them where case is ignored."""

    def __post_init__(self) -> None:
        self._former = {path.casefold(): path for path in self.job.twin if path.startswith(f"{self.segment}/")}

    def put(self, path: str, key: str, content: Callable[[], bytes]) -> None:
        """Bring one file up to date."""
        full = f"{self.segment}/{path}"
        if not self._is_there(full, key):
            write(self.job.next_tree, full, content())
            self.written += 1

    def put_media(self, path: str, key: str, source: Path) -> None:
        """Bring one film or picture up to date."""
        full = f"{self.segment}/{path}"
        if not self._is_there(full, key):
            place_media(self.job.next_tree, full, source)
            self.written += 1

    def _is_there(self, full: str, key: str) -> bool:
        """Whether the twin has a file as it is to be, or can take it from the published site."""
        self.ledger[full] = key
        if self.job.twin.get(full) == key:
            return True
        former = self._former.get(full.casefold(), full)
        if former != full:  # On Windows and macOS the old name would be one more name of the new file, and be removed with it.
            retire(self.job.next_tree, former)
        return self.job.published.get(full) == key and keep(self.job.next_tree, self.job.site_tree, full)


def _page(job: Job, plan: Plan, edition: Edition, frame: Frame, localised: Callable[[str], LocalRecord]) -> bytes:
    page = make(plan, edition, localised, job.moulds)
    return finished(page, frame, edition)


def finished(page: Page, frame: Frame, edition: Edition) -> bytes:
    """A page in its theme."""
    shell = frame.shells[page.section, page.depth]
    return shell.fill(face(sheet_of(page), edition.library.site, edition.language, edition.catalogue), page.html)


def _filled(frame: Frame, path: str, edition: Edition) -> bytes:
    """A hand-written page with its live lists."""
    address = path.removesuffix("index.html")
    # A file of HTML may be in any encoding: what is none of ours comes out as it went in.
    return fill_gaps(frame.files[path].decode(errors="surrogateescape"), lambda options: live(edition, options, address)).encode(errors="surrogateescape")


def _list_key(job: Job, content: bytes, edition: Edition) -> str:
    cards = [job.library.entries[path].card_digests[edition.language.tag] for path in job.library.cards]
    library, spoken = job.library, source_digest(edition.language.tag)
    return digest(code_digest(), library.site.digest, digest_of(content), cards, spoken, library.lists.digest, library.lists.terms_digest)


def _media(job: Job, writer: _Writer) -> None:
    for path in job.library.cards:
        for file in job.library.entries[path].media:
            source = job.library.site.base / path / file
            stat = source.stat()
            writer.put_media(f"{path}/{file}", digest(stat.st_size, stat.st_mtime_ns), source)


def _search(job: Job, edition: Edition, frame: Frame, localised: Callable[[str], LocalRecord], writer: _Writer) -> None:
    """What readers search, and what the script says that searches it."""
    planned = {f"{plan.address}index.html" for plan in job.plans}
    handwritten = {path: content for path, content in frame.files.items() if path.endswith("index.html") and path not in planned}
    for path, (key, content) in search_files(edition, handwritten, localised, job.cache, plans=job.plans).items():
        writer.put(path, key, content)


def _is_search_kept(job: Job, edition: Edition, writer: _Writer) -> bool:
    """Leave the search as it is published, if there is one."""
    root = f"{edition.language.segment}/"
    kept = [path for path in job.published if path.startswith((f"{root}{WORDS}", f"{root}{INDEX}"))]
    for path in kept:
        writer.put(path.removeprefix(root), job.published[path], (job.site_tree / path).read_bytes)
    return bool(kept)


def search_files(
    edition: Edition, handwritten: Mapping[str, bytes], localised: Callable[[str], LocalRecord], cache: Cache, *, plans: Collection[Plan], place: str = "",
) -> Mapping[str, tuple[str, Callable[[], bytes]]]:
    """Every file of an edition's search by path: a hash of its content, and how to make it, which raises SearchFailed where Pagefind does.

    `handwritten` are the pages that MkDocs made; `place` tells builds apart that are made of the same base in another way.
    """
    library, tag = edition.library, edition.language.tag
    # Pages that list records are found by what they are called in every language.
    shared = digest(code_digest(), library.site.digest, catalogues_digest(library.site.tags), library.lists.digest, library.lists.terms_digest)
    name = f"{tag}-{digest(str(library.site.base.resolve()), *([place] if place else []))}"
    found = bundle(cache, name, tag, {**dict(_sources(edition, handwritten, localised, shared)), **dict(_lists(edition, plans, shared))})
    return {
        WORDS: (digest(shared, search_key(library)), lambda: words(edition).encode()),
        f"{INDEX}{SYNONYMS}": (shared, partial(synonyms, edition)), **{f"{INDEX}{path}": file for path, file in found.items()},
    }


def _sources(edition: Edition, handwritten: Mapping[str, bytes], localised: Callable[[str], LocalRecord], shared: str) -> Iterator[tuple[str, Source]]:
    """Everything that is searched, by address."""
    library, lists = edition.library, edition.library.lists
    for path, card in library.cards.items():
        # What the record says, and which of its languages this edition may show.
        yield card.address, Source(digest(shared, library.entries[path].digest), partial(_document, path, localised, edition))
    for name, term in lists.terms.items():
        yield f"glossary/#{name}", Source(shared, partial(documents.of_term, name, term, edition))
    for name, partner in lists.partners.items():
        yield f"partners/{name}/", Source(shared, partial(documents.of_partner, name, partner, edition))
    for name, project in lists.projects.items():
        yield f"projects/{name}/", Source(shared, partial(documents.of_project, name, project, edition))
    for name in themes(library):
        yield f"themes/{name}/", Source(shared, partial(documents.of_theme, name, lists.themes[name], edition))
    for code in countries(library):
        yield f"countries/{code.lower()}/", Source(shared, partial(documents.of_country, code, edition))
    for path, content in handwritten.items():
        address = path.removesuffix("index.html")
        yield address, Source(digest(shared, digest_of(content)), partial(documents.of_handwritten, address, content.decode(errors="replace")))


def _lists(edition: Edition, plans: Collection[Plan], shared: str) -> Iterator[tuple[str, Source]]:
    """The pages that list what a base has, by address; those of kinds without a record list nothing yet."""
    for plan in plans:
        if plan.address in _LISTS and (plan.kind != "catalogue" or plan.near):
            yield plan.address, Source(shared, partial(documents.of_catalogue, plan.address, *_LISTS[plan.address], edition))


_LISTS: Mapping[str, tuple[str, str]] = {
    **{f"{kind.folder}/": (kind.plural, kind.about) for kind in KINDS}, **{f"{kind.folder}/": (kind.plural, kind.about) for kind in LISTS},
    COUNTRIES: (COUNTRIES_TITLE, COUNTRIES_ABOUT),
}
"""What the pages are called that list records or entries, and what they are about."""


def _document(path: str, localised: Callable[[str], LocalRecord], edition: Edition) -> documents.Document:
    return documents.of_record(localised(path), edition)


def _frame(job: Job, edition: Edition) -> Frame:
    """The edition's frame, made by MkDocs only when something it depends on has changed, or may have changed without a trace."""
    site, tag = job.library.site, edition.language.tag
    beside = files_beside(site)
    inputs = sorted(_inputs(job.library, beside, edition.language))
    texts = (site.config_file, *site.inherited, *(Path(name) for name, _, _ in inputs if name.endswith(".md")))
    text = "".join(file.read_text(encoding="utf-8", errors="replace") for file in texts)
    # MkDocs need not know of records that no hand-written page names, and a new record then makes no new frame; programs of others may name any.
    stubs = tuple(stub_of(plan, edition) for plan in job.plans if site.is_extended or plan.address.count("/") == 1 or plan.address.rstrip("/") in text)
    places = sorted({(plan.section, plan.address.count("/")) for plan in job.plans})
    # Every hand-written page says in which other languages it can be read.
    key = digest(code_digest(), site.digest, tag, source_digest(tag), stubs, places, inputs, sorted(job.library.pages.items()))
    name = f"frames/{tag}-{digest(str(site.base.resolve()))}"
    known = job.cache.read(name)
    if known and known[0] == key and not site.is_extended:
        frame: Frame = known[1]
        return frame
    # Imported here, because most builds find their frame in the cache and should not wait for MkDocs.
    from tremplin.render.mkdocs.frame import make_frame

    with tempfile.TemporaryDirectory(prefix="tremplin-") as folder:
        frame = make_frame(EditionWork(site, edition.language, edition.catalogue, stubs, job.library.pages, beside), places, Path(folder))
    if not site.is_extended:
        job.cache.write(name, (key, frame))
    return frame


def stub_of(plan: Plan, edition: Edition) -> Stub:
    """A planned page as navigation and links know it."""
    title = _TITLES.get(plan.address)
    return Stub(plan.address, edition.catalogue.text(title) if title else plan.subject, plan.section)


_TITLES = {SEARCH: SEARCH_TITLE, ALL: ALL_TITLE, **{address: title for address, (title, _) in _LISTS.items()}}
"""What the pages are called that are no record's and no entry's."""


def _inputs(library: Library, beside: Mapping[str, tuple[str, ...]], language: Language) -> Iterator[tuple[str, int, int]]:
    """The files that a frame is made of, with size and time: this edition's folder, what it borrows from others, the base's own theme."""
    site = library.site
    folders = [site.docs_dir / language.tag, *([site.theme_dir] if site.theme_dir else [])]
    foreign = [site.docs_dir / other.tag / name for files in (library.pages, beside) for name, other in borrowed(files, site, language).items()]
    for file in (*(found for folder in folders if folder.is_dir() for found in folder.rglob("*")), *foreign):
        if file.is_file():
            stat = file.stat()
            yield str(file), stat.st_size, stat.st_mtime_ns
