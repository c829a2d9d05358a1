"""Micro-trainings: 1 h 30 to 24 h, two or three professional gestures, each judged by the trainer."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model import choices
from tremplin.model.fields import AnyRecord, Model, PartnerId, SkillId, ThemeId, expected, mapping, noop, optional, required
from tremplin.model.kinds.record import Facts, Kind, Section, Words
from tremplin.model.scalars import Address, CountryCode, Duration, EscoOccupation, EscoSkill, Flag, LanguageCode, Moment, PartialDate, Slug, Spdx, Text


class Criterion(Model):
    """Something that a trainer can see and tick (Open Badges ResultDescription)."""

    id: Slug = required("Identifier", "A short name under which the words describe it.", "wets-first")
    critical: Flag = optional("Critical", "`true` when the gesture cannot be passed without it.", True, default=False)
    measure: Text | None = optional("Measure", "A time, a count or a tolerance, without words.", "40–60 s")
    method: choices.Method = optional("Method", "Whether the trainer observes it, asks for it or sees it in the result.", "observe", default="observe")
    source: Slug | None = optional("Source", "The identifier of the source it was drawn from; none when it is ours.", "who-2009")


class Gesture(Model):
    """A professional gesture or posture (schema.org HowToStep)."""

    id: Slug = required("Identifier", "A short name under which the words describe it.", "wash-with-soap")
    criteria: tuple[Criterion, ...] = required("Criteria", "What the trainer can see and tick; at least one is critical.", [{"id": "wets-first", "critical": True}])


class Part(Model):
    """A timed part of the course of the session."""

    id: Slug = required("Identifier", "A short name under which the words describe it.", "show")
    kind: choices.PartKind = required("Kind", "Demonstration, practice, reflection, assessment …", "demonstration")
    duration: Duration = required("Duration", "How long it lasts.", "20 min")
    gesture: Slug | None = optional("Gesture", "The gesture it is about, if only one.", "wash-with-soap")


class Chapter(Model):
    """A moment of a film where something begins (schema.org Clip)."""

    at: Moment = required("At", "Minutes and seconds from the start.", "0:03")
    gesture: Slug = required("Gesture", "The gesture that begins there.", "wash-with-soap")


class Video(Model):
    """A film that shows the gestures (schema.org VideoObject)."""

    id: Slug = required("Identifier", "A short name under which the words describe it.", "demonstration")
    state: choices.VideoState = optional("State", "`pending` while the film does not exist yet, `withdrawn` when it may no longer be shown.", "published", default="published")
    provider: choices.VideoProvider = optional("Hosting", "`file` for a film in this folder, otherwise where it is hosted.", "file", default="file")
    file: Text | None = optional("File", "Path of the film in this folder.", "media/demonstration.webm")
    url: Address | None = optional("Address", "Page of the film at its host.", "https://commons.wikimedia.org/wiki/File:Clean_hands_short.webm")
    poster: Text | None = optional("Poster", "Path of a still picture in this folder.", "media/demonstration.webp")
    duration: Moment | None = optional("Length", "Minutes and seconds.", "0:23")
    upload_date: PartialDate | None = optional("Published on", "When the film was published.", "2026-11-21")
    licence: Spdx | None = optional("Licence", "SPDX identifier.", "CC-PDDC")
    attribution: Text | None = optional("Attribution", "Who must be named.", "Centers for Disease Control and Prevention")
    source_url: Address | None = optional("Source", "Where the film and its licence can be checked.", "https://commons.wikimedia.org/wiki/File:Clean_hands_short.webm")
    captions: Mapping[LanguageCode, Text] = mapping("Captions", "For each language, the path of a WebVTT file in this folder.", {"en": "media/demonstration.en.vtt"})
    audio_description: Text | None = optional("Audio description", "Path of a version of the film in which a voice tells what can be seen.", "media/demonstration-described.webm")
    chapters: tuple[Chapter, ...] = optional("Chapters", "Where each gesture begins.", [{"at": "0:03", "gesture": "wash-with-soap"}], default=())
    spoken_language: LanguageCode | None = optional("Spoken language", "The language spoken in it; none when it is silent.", "en")
    consent: choices.Consent | None = optional("Consent", "`on_file` when people who can be recognised have agreed in writing.", "not_applicable")


class PassRule(Model):
    """When a gesture is acquired."""

    criteria: choices.Pass = required("Criteria", "`all` criteria, or the `critical` ones.", "critical")
    attempts: int | None = optional("Attempts", "How many attempts a learner has.", 3, ge=1, le=20)


class ModuleFacts(Facts):
    """The facts of a micro-training."""

    theme: ThemeId | None = expected("Theme", "A theme from vocabulary.yml: green jobs, local services or a need of the territory.", "local-services")
    duration: Duration | None = expected("Duration", "From 1h30 to 24h.", "1h30")
    mode: choices.Mode | None = expected("Mode", "Where and how it is held.", "workshop")
    gestures: tuple[Gesture, ...] = expected("Gestures", "Two or three professional gestures or postures, each with its criteria.", [{"id": "wash-with-soap", "criteria": [{"id": "wets-first", "critical": True}]}], default=())
    parts: tuple[Part, ...] = expected("Course of the session", "Timed parts that add up to the duration.", [{"id": "show", "kind": "demonstration", "duration": "20 min"}], default=())
    pass_rule: PassRule | None = expected("Pass rule", "When a gesture is acquired.", {"criteria": "critical"})
    country: CountryCode | None = optional("Country", "Country of the issuer.", "FR")
    provider: PartnerId | None = optional("Provider", "Who gives the course, from partners.yml.", "agfe")
    awarding_body: PartnerId | None = optional("Awarding body", "Who certifies the gestures, from partners.yml.", "agfe")
    assessment_type: choices.Assessment | None = optional("Type of assessment", "How the gestures are assessed.", "practical")
    quality_assurance: Text | None = optional("Quality assurance", "The scheme that assures quality.", "Qualiopi")
    eqf_level: int | None = optional("EQF level", "Level in the European Qualifications Framework; leave out when it has none.", 2, ge=1, le=8)
    supervision: Flag | None = optional("Supervised assessment", "`true` when a trainer is present and knows the learner.", True)
    digital_accompaniment: Flag = optional("Digital accompaniment", "`true` when digital tools accompany the job.", True, default=False)
    isced_f: Text | None = optional("ISCED-F field", "Four digits of the ISCED-F 2013 classification.", "0921", pattern="^[0-9]{4}$")
    esco_occupations: tuple[EscoOccupation, ...] = optional("ESCO occupations", "Addresses of ESCO occupations.", ["http://data.europa.eu/esco/occupation/1391bdf9-bd61-4fb5-91ca-c29036ab2b60"], default=())
    esco_skills: tuple[EscoSkill, ...] = optional("ESCO skills", "Addresses of ESCO skills.", ["http://data.europa.eu/esco/skill/d9449998-c1f5-478c-a103-2255398cf0b6"], default=())
    national_refs: tuple[Text, ...] = optional("National references", "Codes in national catalogues, with the catalogue's name.", ["ROME K1304"], default=())
    transversal: tuple[SkillId, ...] = optional("Transversal skills", "Skills of this base that the module trains.", ["work-in-teams"], default=())
    next_steps: tuple[AnyRecord, ...] = optional("What to go on to", "Records that continue where the module ends.", ["microtrainings/clean-a-washroom"], default=())
    videos: tuple[Video, ...] = optional("Videos", "Films that show the gestures.", [{"id": "demonstration", "file": "media/demonstration.webm"}], default=())


class GestureWords(Model):
    """How a gesture is described."""

    title: Text = required("Title", "A verb phrase.", "Wash your hands with soap")
    why: Text | None = optional("Why", "Why it is done this way.", "Hands carry germs from one person to the next.")
    steps: tuple[Text, ...] = optional("Steps", "What to do, in order.", ["Wet your hands"], default=())
    criteria: Mapping[Slug, Text] = required("Criteria", "For each criterion in record.yml, what the trainer sees.", {"wets-first": "Wets the hands before taking soap"})


class PartWords(Model):
    """How a part of the session is described."""

    title: Text = required("Title", "What happens.", "The trainer shows the whole gesture")
    description: Text | None = optional("Description", "How to run it.", "Once at normal speed, once slowly and in silence")


class VideoWords(Model):
    """How a film is described."""

    title: Text = required("Title", "What the film shows.", "Washing hands with soap")
    text_alternative: Text | None = optional("Text alternative", "What can be seen, for those who cannot see it.", "Two hands under a tap …")
    transcript: Text | None = optional("Transcript", "What is said, for films with speech.", "First we wet our hands …")


class ModuleWords(Words):
    """The texts of a micro-training."""

    learning_outcomes: tuple[Text, ...] = optional("Learning outcomes", "What the learner can do afterwards.", ["Washes hands at the right moment and in the right way"], default=())
    prerequisites: Text | None = optional("Prerequisites", "What learners need beforehand.", "None")
    tools: tuple[Text, ...] = optional("Materials", "What is needed to run it.", ["Sink", "Soap"], default=())
    protective_equipment: tuple[Text, ...] = optional("Protective equipment", "What protects learners.", ["Gloves"], default=())
    gestures: Mapping[Slug, GestureWords] = mapping("Gestures", "For each gesture in record.yml, its description.", {"wash-with-soap": {"title": "Wash your hands with soap", "criteria": {"wets-first": "Wets the hands before taking soap"}}})
    parts: Mapping[Slug, PartWords] = mapping("Course of the session", "For each part in record.yml, its description.", {"show": {"title": "The trainer shows the whole gesture"}})
    videos: Mapping[Slug, VideoWords] = mapping("Videos", "For each film in record.yml, its description.", {"demonstration": {"title": "Washing hands with soap"}})


KIND = Kind(
    name="module", folder="microtrainings", label=noop("Micro-training"), plural=noop("Micro-trainings"),
    about=noop("Short trainings of two or three professional gestures, 1 h 30 to 24 h, each gesture judged by a trainer."),
    facts=ModuleFacts, words=ModuleWords, schema_type="Course",
    sections=(
        Section("why", noop("Why it is useful"), noop("Which job it opens, and what changes when the gesture is right.")),
        Section("safety", noop("Safety"), noop("What can hurt, and how to prevent it."), is_expected=False),
        Section("what-can-go-wrong", noop("What can go wrong"), noop("Frequent mistakes, and what to do about them."), is_expected=False),
        Section("trainer-notes", noop("Notes for the trainer"), noop("How to prepare, how to adapt it to the group."), is_expected=False),
        Section("going-further", noop("Going further"), noop("What learners can do next."), is_expected=False),
    ),
)
