"""What stands in the four short lists: terms, partners, projects and the vocabulary of themes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from tremplin.model import choices
from tremplin.model.fields import Model, PartnerId, ProjectId, TermId, mapping, optional, required
from tremplin.model.scalars import Address, CountryCode, Flag, LanguageCode, PartialDate, Slug, Text, Whole

Labels = Mapping[LanguageCode, Text]
Review = Literal["native", "unchecked"]


def _machine_translated() -> Any:
    return optional("Translated by a machine", "Languages whose texts a machine has translated and nobody has read. The page says so.", ["it", "pl"], default=())


class Term(Model):
    """A term of the glossary (skos:Concept)."""

    original: LanguageCode = optional("Original language", "The language the definition was first written in.", "en", default="en")
    labels: Labels = required("Labels", "The preferred label in each language.", {"en": "micro-training"})
    other_labels: Mapping[LanguageCode, tuple[Text, ...]] = mapping("Other labels", "Synonyms in each language.", {"en": ["short training"]})
    abbreviations: Mapping[LanguageCode, tuple[Text, ...]] = mapping("Abbreviations", "Abbreviations in each language.", {"fr": ["CLD"]})
    definitions: Labels = required("Definitions", "What it means, in each language.", {"en": "A short training of 1 h 30 to 24 h."})
    scope_notes: Labels = mapping("Notes on use", "When to use the term and when not.", {"en": "Not a shortened long course."})
    broader: tuple[TermId, ...] = optional("Broader", "Terms that include this one.", ["training"], default=())
    narrower: tuple[TermId, ...] = optional("Narrower", "Terms that this one includes.", ["gesture"], default=())
    related: tuple[TermId, ...] = optional("Related", "Terms of the same subject.", ["micro-credential"], default=())
    exact_match: tuple[Address, ...] = optional("Same as", "The same concept in EuroVoc, ESCO or IATE.", ["http://eurovoc.europa.eu/3515"], default=())
    close_match: tuple[Address, ...] = optional("Close to", "A similar concept elsewhere.", ["https://www.cedefop.europa.eu/en/tools/vet-glossary"], default=())
    source: Text | None = optional("Source", "Where the definition comes from.", "SKY project glossary")
    source_url: Address | None = optional("Source address", "Where it can be read.", "http://skyltu.eu/?lang=en&page_id=46")
    origin: choices.Origin = optional("Origin", "`project-output` for definitions that a project validated.", "editorial", default="editorial")
    marked: Flag = optional("Marked in texts", "`false` for a word that texts also use in other senses.", False, default=True)
    review: Mapping[LanguageCode, Review] = mapping("Review", "For each language, whether a native reader has checked it.", {"fr": "unchecked"})


class Membership(Model):
    """The part that an organisation plays in a project."""

    project: ProjectId = required("Project", "The project, from projects.yml.", "sky")
    role: choices.Role = required("Role", "`coordinator`, `partner` or `associated`.", "partner")


class Partner(Model):
    """An organisation (schema.org Organization)."""

    legal_name: Text = required("Legal name", "The name in its own language.", "Fundacja Pomocy Wzajemnej Barka")
    short_name: Text | None = optional("Short name", "How people call it.", "Barka")
    country: CountryCode | None = optional("Country", "ISO 3166-1 code.", "PL")
    city: Text | None = optional("Town", "Under its own name.", "Charleroi")
    memberships: tuple[Membership, ...] = required("Projects", "Projects and roles.", [{"project": "sky", "role": "partner"}])
    url: Address | None = optional("Web site", "Its own site.", "https://www.mirec.net/")
    kind: choices.OrganisationKind | None = optional("Kind", "What kind of organisation it is, if that is known.", "training-body")
    source_url: Address | None = optional("Source", "Where this is documented.", "https://www.convergences-emploi.fr/projet-sky/")
    descriptions: Labels = mapping("Descriptions", "What it does, in each language.", {"en": "Inclusion organisation in Charleroi."})
    machine_translated: tuple[LanguageCode, ...] = _machine_translated()


class Commitment(Model):
    """Something that a project promised, with its planned number."""

    id: Slug = required("Identifier", "A short name.", "micro-trainings")
    labels: Labels = required("Labels", "What was promised, in each language.", {"en": "Micro-trainings"})
    planned: Whole | None = optional("Planned", "How many were promised.", 25, ge=0)
    planned_up_to: Whole | None = optional("Planned, up to", "The upper end of a range.", 20, ge=0)
    unit: Literal["records", "people"] = optional("Unit", "`people` for learners, otherwise `records`.", "records", default="records")
    counts: choices.RecordFolder | None = optional("Counted as", "The folder whose records of this project count as documented; of `people`, learners in trials are counted.", "microtrainings")
    event_kinds: tuple[choices.EventKind, ...] = optional("Kinds of event", "For events, which kinds count.", ["seminar", "final-seminar"], default=())
    source_url: Address | None = optional("Source", "Where it was promised.", "http://skyltu.eu/?lang=en&page_id=46")


class FundingNotice(Model):
    """What the funder asks to be said. It is shown as the project's notice, never as the site's own."""

    eu_funded: Flag = required("Funded by the European Union", "`true` or `false`.", True)
    authority: Text | None = optional("Granting authority", "Who granted the money.", "EACEA")
    texts: Labels = mapping("Texts", "The official wording, in each language where it is confirmed.", {"en": "Funded by the European Union. …"})
    unconfirmed: tuple[LanguageCode, ...] = optional("Not confirmed", "Languages whose official wording could not be confirmed.", ["lt"], default=())


class Project(Model):
    """A partnership and what it promised (schema.org Project)."""

    acronym: Text = required("Acronym", "Its short name.", "SKY")
    titles: Labels = required("Titles", "Its full title in each language.", {"en": "SKills for long term unemploYed"})
    original: LanguageCode = optional("Original language", "The language the texts were first written in.", "en", default="en")
    summaries: Labels = required("Summaries", "What it is about, in each language.", {"en": "Short trainings for people far from work."})
    programme: Text = required("Programme", "The programme that funded it.", "Erasmus+")
    action: Text | None = optional("Action", "The action within the programme.", "Cooperation partnerships")
    code: Text | None = optional("Code", "The project's reference.", "2016-1-FR01-KA202-023852")
    code_status: choices.CodeStatus = optional("Status of the code", "`confirmed` or `unknown`.", "confirmed", default="unknown")
    start: PartialDate = required("Start", "First month.", "2022-03")
    end: PartialDate = required("End", "Last month.", "2024-02")
    coordinator: PartnerId = required("Coordinator", "From partners.yml.", "cec")
    url: Address | None = optional("Web site", "Its own site.", "http://skyltu.eu/")
    source_url: Address | None = optional("Source", "Where this is documented.", "http://skyltu.eu/?lang=en&page_id=46")
    objectives: Mapping[LanguageCode, tuple[Text, ...]] = mapping("Objectives", "What it set out to do, in each language.", {"en": ["Offer short training"]})
    commitments: tuple[Commitment, ...] = optional("Commitments", "What it promised, with planned numbers.", [{"id": "micro-trainings", "labels": {"en": "Micro-trainings"}, "planned": 25}], default=())
    funding_notice: FundingNotice | None = optional("Funding notice", "What the funder asks to be said.", {"eu_funded": True})
    machine_translated: tuple[LanguageCode, ...] = _machine_translated()


class Theme(Model):
    """A theme or topic of the controlled vocabulary (skos:Concept)."""

    labels: Labels = required("Labels", "Its label in each language.", {"en": "Sustainable development"})
    original: LanguageCode = optional("Original language", "The language it was first written in.", "en", default="en")
    groups: tuple[choices.ThemeUse, ...] = required("Used for", "Which lists it belongs to.", ["working-group"])
    project: ProjectId | None = optional("Project", "The project it comes from.", "sky")
    source_url: Address | None = optional("Source", "Where it is documented.", "https://www.insiemeperillavoro.it/")
    machine_translated: tuple[LanguageCode, ...] = _machine_translated()
