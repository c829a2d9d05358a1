"""A library and a language to an edition: what is missing falls back, what is stale is marked, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tremplin.locales import catalogue
from tremplin.model.edition import Edition, LocalCard, LocalRecord, LocalSection, Text, chain
from tremplin.model.language import Language
from tremplin.model.library import Library
from tremplin.model.record import Card, Record, Value, group_of
from tremplin.model.typography import spaced


def translate(library: Library, tag: str) -> Edition:
    """The library as read in one of the site's languages."""
    site = library.site
    language = site.language(tag)
    languages = {one.tag: one for one in site.languages}
    cards = {path: _local_card(card, language, languages) for path, card in library.cards.items()}
    return Edition(library, language, catalogue(tag), cards, languages)


def _local_card(card: Card, language: Language, languages: Mapping[str, Language]) -> LocalCard:
    return LocalCard(card, _nearest(card.titles, card, language, languages), _nearest(card.summaries, card, language, languages), card.plain)


def _nearest(texts: Mapping[str, str], card: Card, language: Language, languages: Mapping[str, Language]) -> Text:
    tag = next((tag for tag in chain(language, card.original) if tag in texts), None)
    return Text(spaced(texts[tag], tag), languages[tag], tag != language.tag) if tag else Text("", language)


def localise(record: Record, edition: Edition) -> LocalRecord:
    """One record as the edition shows it, text by text."""
    language, order = edition.language, chain(edition.language, record.facts.original)
    texts = _texts(record, order)
    coverage = edition.library.entries[record.path].coverage
    stale_in = {tag: coverage[tag].stale for tag in record.words if tag in coverage and coverage[tag].stale}
    stale = frozenset(key for key, (tag, _) in texts.items() if group_of(key) in stale_in.get(tag, ())) if stale_in else frozenset()
    local = LocalRecord(record, edition.library.cards[record.path], language, texts, stale, edition.languages)
    return local._replace(sections=tuple(_sections(local, edition)))


def local_record(records: Mapping[str, Record], edition: Edition, path: str) -> LocalRecord:
    """The record at a path as the edition shows it."""
    return localise(records[path], edition)


def _texts(record: Record, order: tuple[str, ...]) -> dict[str, tuple[str, Value]]:
    """Every text of the record in the first language of `order` that has it, in the order of the original."""
    found: dict[str, tuple[str, Value]] = {}
    for tag in order:
        texts = record.words[tag].texts if tag in record.words else {}
        if not texts.keys() <= found.keys():  # Most translations are complete, and the original adds nothing.
            found |= {key: (tag, _spaced(value, tag)) for key, value in texts.items() if key not in found}
    in_order = list(record.original.texts)
    return found if list(found)[: len(in_order)] == in_order else {key: found[key] for key in {**record.original.texts, **found}}


def _spaced(value: Value, tag: str) -> Value:
    return spaced(value, tag) if isinstance(value, str) else tuple([spaced(one, tag) for one in value])


def _sections(local: LocalRecord, edition: Edition) -> Iterator[LocalSection]:
    for section in local.record.kind.sections:
        if section.id in local.texts:
            yield LocalSection(section.id, edition.catalogue.text(section.heading), local.words(section.id))
    for key, (tag, _) in local.texts.items():
        if key.startswith("free-"):
            yield LocalSection(key, spaced(local.record.words[tag].headings.get(key, ""), tag), local.words(key), is_free=True)
