"""What the facts and the words of every kind of record have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tremplin.model import choices
from tremplin.model.fields import AnyRecord, Model, PartnerId, ProjectId, ThemeId, optional, required
from tremplin.model.scalars import Address, CountryCode, Figure, LanguageCode, PartialDate, Slug, Spdx, Text


class Source(Model):
    """A published document that claims rest on."""

    id: Slug = required("Identifier", "A short name that claims use to point here.", "oecd-2019")
    title: Text = required("Title", "The title as published, in its own language.", "Evaluation of JobPath outcomes for Q1 2016 participants")
    publisher: Text | None = optional("Publisher", "Who published it.", "OECD")
    year: PartialDate | None = optional("Year", "When it was published, as far as that is known.", "2019")
    url: Address | None = optional("Address", "Where it can be read.", "https://example.org/report")
    accessed: PartialDate | None = optional("Read on", "The day it was read for this record.", "2026-11-21")
    kind: choices.SourceKind = optional("Kind", "`primary` when the source itself was read, `secondary` when another document reports it.", "primary", default="primary")
    language: LanguageCode | None = optional("Language", "The language it is written in.", "fr")
    supports: tuple[Slug, ...] = optional("Supports", "Sections that rest on it, where no value names it.", ["why"], default=())
    figures: tuple[Figure, ...] = optional("Figures", "Numbers that the words take from it and no other field holds, with a point for decimals.", ["151", "11.9"], default=())


class Place(Model):
    """Where something happened."""

    country: CountryCode = required("Country", "ISO 3166-1 code of the country.", "IE")
    name: Text | None = optional("Name", "Town or region, under its own name.", "Charleroi")
    nuts: Text | None = optional("NUTS code", "Code of the region in the European nomenclature, if known.", "BE32B")


class Period(Model):
    """From when to when; without an end it goes on or its end is not known."""

    start: PartialDate = required("Start", "Day, month or year.", "2020-10")
    end: PartialDate | None = optional("End", "Day, month or year.", "2024-03")


class Facts(Model):
    """The language-neutral values of one record, from its `record.yml`."""

    original: LanguageCode = required("Original language", "The language the record was first written in; its file must be complete.", "en")
    origin: choices.Origin = required("Origin", "`project-output` for what the project made or did, `editorial` for what the editors of this site wrote beyond that.", "project-output")
    documented: choices.Documented = optional("Documented", "`partial` when the sources do not tell everything, `announced` when the thing is only known to exist.", "full", default="full")
    status: choices.Status = optional("Status", "A `draft` is shown in previews only.", "published", default="published")
    project: ProjectId | None = optional("Project", "The project it belongs to, from projects.yml.", "sky")
    created: PartialDate | None = optional("Created", "When the record was first written.", "2026-11-21")
    updated: PartialDate | None = optional("Updated", "When its content last changed.", "2026-11-21")
    authors: tuple[PartnerId, ...] = optional("Authors", "The organisations that wrote the record, from partners.yml. Never a person.", ["cec"], default=())
    licence: Spdx = optional("Licence", "SPDX identifier of the licence of the texts.", "CC-BY-4.0", default="CC-BY-4.0")
    themes: tuple[ThemeId, ...] = optional("Themes", "Themes from vocabulary.yml.", ["sustainable-development"], default=())
    countries: tuple[CountryCode, ...] = optional("Countries", "ISO 3166-1 codes of the countries it is about.", ["BE"], default=())
    sources: tuple[Source, ...] = optional("Sources", "The documents that the claims of this record rest on.", [{"id": "oecd-2019", "title": "Evaluation of JobPath"}], default=())
    related: tuple[AnyRecord, ...] = optional("Related records", "Other records on the same subject: folder and id.", ["good_practices/jobpath"], default=())


class TranslatedFrom(Model):
    """The stamp that `tremplin translations accept` writes: what the translation was made from."""

    language: LanguageCode = required("Language", "The language it was translated from.", "en")
    sections: Mapping[Text, Text] = required("Sections", "For each section, a hash of the original that was translated.", {"summary": "3f2a9c"})


class Words(Model):
    """The texts of one record in one language, from the front matter of its `<language>.md`."""

    title: Text = required("Title", "What readers see in lists and at the top of the page.", "JobPath", max_length=300)
    summary: Text | None = optional("Summary", "Two or three sentences that say what it is and what came of it.", "A contracted employment service…", max_length=1200)
    plain_summary: Text | None = optional("Plain-language summary", "The same in short sentences and known words.", "JobPath helps people find work.", max_length=2000)
    translation: choices.TranslationMethod | None = optional("Translation", "`machine` or `human`, in files that are translations.", "machine")
    reviewed_by: PartnerId | None = optional("Reviewed by", "The organisation that has read and approved this translation, from partners.yml.", "mirec")
    translated_from: TranslatedFrom | None = optional("Translated from", "Written by the tool.", {"language": "en", "sections": {"title": "3f2a9c"}})


UNTRANSLATED = frozenset({"translation", "reviewed_by", "translated_from"})
"""The fields of the words that say something about the file rather than about the record."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a record's prose, recognised by its heading in the file's own language."""

    id: str
    heading: str
    help: str
    is_expected: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its folder, its facts, its words and its sections."""

    name: str
    folder: str
    label: str
    plural: str
    about: str
    facts: type[Facts]
    words: type[Words]
    sections: tuple[Section, ...]
    schema_type: str
    """The schema.org type of its pages."""

    def address(self, record_id: str) -> str:
        """The page of a record, relative to its edition."""
        return f"{self.folder}/{record_id}/"
