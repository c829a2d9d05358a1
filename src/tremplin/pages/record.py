"""The page of one record: what all kinds share. What a kind adds stands in its own file and template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.fields import noop
from tremplin.model.page import Crumb, Page
from tremplin.model.record import Record
from tremplin.pages.licences import LICENCES
from tremplin.pages.mould import Casting, Mould, Moulds, Piece, Pouring, shape_of
from tremplin.pages.notices import notices
from tremplin.pages.prose import rendered
from tremplin.pages.templates import macro, render
from tremplin.pages.version import MARK, stamped
from tremplin.pages.view import View

Row = tuple[str, str | Markup]
"""A name and a value of the facts box."""
Glance = Callable[[LocalRecord, View], Iterator[Row]]
Details = Callable[[LocalRecord, View], Mapping[str, Any]]

BASED_ON = noop("Based on")
RELATIONS: tuple[tuple[str, bool, str], ...] = (
    ("answered_by", True, noop("Answered better by")),
    ("answered_by", False, noop("Answers better than")),
    ("based_on", True, BASED_ON),
    ("based_on", False, noop("Supports these recommendations")),
    ("module", True, noop("Micro-training that was tested")),
    ("module", False, noop("Trials of this micro-training")),
    ("next_steps", True, noop("What to go on to")),
    ("next_steps", False, noop("Comes after")),
    ("transversal", True, noop("Transversal skills trained")),
    ("transversal", False, noop("Micro-trainings that train it")),
    ("feeds", True, noop("Fed this event")),
    ("feeds", False, noop("Fed by these conclusions")),
    ("practices_discussed", True, noop("Good practices discussed")),
    ("practices_discussed", False, noop("Discussed by working groups")),
    ("related", True, noop("See also")),
    ("related", False, noop("See also")),
)
"""How each reference between records is shown: its field, whether it is seen from the record that makes it, its heading."""
_ORDER = {(field, is_outgoing): number for number, (field, is_outgoing, _) in enumerate(RELATIONS)}


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What one kind adds to the page of a record."""

    template: str
    glance: Glance
    details: Details
    data: Callable[[LocalRecord, View], Mapping[str, Any]]
    apart: frozenset[str] = frozenset()
    """Headings of relations that the template shows in a place of their own."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Records that this one points to, or that point to it, under one heading."""

    title: str
    links: tuple[Markup, ...]


def record_page(local: LocalRecord, edition: Edition, of_kind: RecordPage, moulds: Moulds) -> Page:
    """The page of a record in one edition, poured into the mould of an earlier one where it has the same shape."""
    record = local.record
    address, folder = record.kind.address(record.id), record.path
    view = View(edition, address)
    shape = (folder, shape_of(local))
    mould = moulds.known.get(shape)
    if mould is None:
        mould = moulds.known[shape] = mould_of(local, view, of_kind, moulds)
    pouring = Pouring(local, view, pieces_of(local, view, moulds))
    html, version = stamped(mould.pour(pouring))
    return Page(
        address=address, language=edition.language.tag, title=local.words("title").value, description=local.words("summary").value,
        html=html, section=record.kind.folder,
        crumbs=(Crumb(view._(record.kind.plural), f"{record.kind.folder}/"),), editions=tuple(tag for tag in edition.library.site.tags if tag in record.words),
        data=(_with_version(of_kind.data(local, view), version),), source=f"{folder}/{edition.language.tag if local.has_own_words else record.facts.original}.md",
    )


def mould_of(local: LocalRecord, view: View, of_kind: RecordPage, moulds: Moulds) -> Mould:
    """The page of a record with gaps wherever an edition speaks."""
    casting = Casting(moulds.phrases)
    pieces = {name: casting.leave(Piece(name)) for name in (_NOTICES, *(one.id for one in local.sections))}
    return casting.mould(html_of(casting.local(local), casting.view(view), of_kind, pieces))


def html_of(local: LocalRecord, view: View, of_kind: RecordPage, pieces: Mapping[str, Markup]) -> str:
    """What the template makes of a record, or of one whose texts are gaps."""
    record = local.record
    return render(
        of_kind.template, local=local, view=view, prose=pieces, notices=pieces[_NOTICES], glance=tuple(of_kind.glance(local, view)),
        relations=tuple(relations(record.path, view, apart=of_kind.apart)),
        version=MARK, **_languages(record, view), **_with_citations(local, of_kind.details(local, view)),
    )


def _languages(record: Record, view: View) -> Mapping[str, str]:
    """In which languages one can read the whole record, and in which a part of it. The original is never missing."""
    coverage = view.edition.library.entries[record.path].coverage
    written = [tag for tag in view.edition.library.site.tags if tag in record.words]
    in_part = [tag for tag in written if tag in coverage and coverage[tag].missing]
    named = {"languages": [tag for tag in written if tag not in in_part], "languages_in_part": in_part}
    return {name: view.listing([view.language(tag) for tag in tags]) if tags else "" for name, tags in named.items()}


def _with_citations(local: LocalRecord, details: Mapping[str, Any]) -> Mapping[str, Any]:
    """What each source was used for: values that the kind knows of, and sections."""
    sections = {section.id: section.heading for section in local.sections}
    cited: dict[str, list[tuple[str, str | Markup]]] = {name: list(uses) for name, uses in details.get("citations", {}).items()}
    for source in local.record.facts.sources:
        uses = [(name, sections[name]) for name in source.supports if name in sections]
        if uses:
            cited.setdefault(source.id, []).extend(uses)
    return {**details, "citations": cited}


_NOTICES = "notices"


def pieces_of(local: LocalRecord, view: View, moulds: Moulds) -> Mapping[str, Markup]:
    """What is made for every edition anew: the prose of the sections, and the notices, which few editions have in common."""
    folder = local.record.path
    tagged = [(rendered(one.text.value, folder), one.text.language.tag) for one in local.sections]
    marked = moulds.finders(view.edition.library.lists.terms).marked(tagged, view.to("glossary/"))
    told = tuple(notices(local, view))
    return {**dict(zip((one.id for one in local.sections), marked, strict=True)), _NOTICES: macro("macros.html", "notices")(told) if told else Markup("")}


def relations(path: str, view: View, *, apart: frozenset[str] = frozenset()) -> Iterator[Relation]:
    """Everything that this record points to and that points to it, by kind of relation; each record once, and none that is shown apart."""
    library = view.edition.library
    found = [(_ORDER[field, True], target) for field, target in library.outgoing.get(path, ()) if (field, True) in _ORDER]
    found += [(_ORDER[one.field, False], one.path) for one in library.backlinks.get(path, ()) if (one.field, False) in _ORDER]
    seen: set[str] = {path}
    groups: dict[str, list[str]] = {}
    for number, target in sorted(found, key=itemgetter(0)):
        if target in library.cards and target not in seen:
            seen.add(target)
            groups.setdefault(RELATIONS[number][2], []).append(target)
    alike = [target for target in library.alike.get(path, ()) if target not in seen]
    if alike:
        groups[noop("On the same theme")] = alike
    for title, paths in groups.items():
        if title not in apart:
            yield Relation(view._(title), tuple(view.link(path) for path in paths))


def common_rows(local: LocalRecord, view: View) -> Iterator[Row]:
    """Facts that any kind may have: project, authors, themes."""
    facts, card = local.record.facts, local.card
    if facts.project and facts.project in view.edition.library.lists.projects:
        yield view._("Project"), view.entry("project", facts.project)
    authors = [view.entry("partner", author) for author in facts.authors if author in view.edition.library.lists.partners]
    if authors:
        yield view._("Authors"), Markup(", ").join(authors)
    themes = [view.entry("theme", theme) for theme in card.themes if theme in view.edition.library.lists.themes]
    if themes:
        yield view._("Themes"), Markup(", ").join(themes)


NO_WORKS = ("DefinedTerm", "EducationEvent")
"""What schema.org takes for no work of anybody: it has neither licence nor version."""


def base_data(local: LocalRecord, view: View, schema_type: str) -> dict[str, Any]:
    """What schema.org wants to know of any record."""
    found = {
        "@context": "https://schema.org", "@type": schema_type, "name": local.words("title").value, "description": local.words("summary").value,
        "inLanguage": local.words("title").language.tag, "license": "" if schema_type in NO_WORKS else LICENCES[local.record.facts.licence],
    }
    site = view.edition.library.site
    if site.url:
        found["url"] = f"{site.url}{view.edition.language.segment}/{view.address}"
    return {name: value for name, value in found.items() if value}


def _with_version(data: Mapping[str, Any], version: str) -> Mapping[str, Any]:
    return data if data["@type"] in NO_WORKS else {**data, "version": version}
