"""Transversal skills from three viewpoints (JANUS+): small organisation, trainee, training centre."""

from __future__ import annotations

from tremplin.model import choices
from tremplin.model.fields import Model, expected, noop, optional
from tremplin.model.kinds.record import Facts, Kind, Section, Words
from tremplin.model.scalars import EscoSkill, Text

FOUR_LEVELS = 4


class SkillFacts(Facts):
    """The facts of a transversal skill (skos:Concept, schema.org DefinedTerm)."""

    esco_uri: EscoSkill | None = expected("ESCO", "The address of the skill in ESCO.", "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0")
    esco_group: Text | None = optional("ESCO group", "Its group among the transversal skills, T1.1 to T6.6.", "T4.3", pattern=r"^T[1-6]\.[1-6]$")
    lifecomp: tuple[choices.LifeComp, ...] = optional("LifeComp", "Competences of LifeComp that it belongs to.", ["S3"], default=())
    digcomp: tuple[choices.DigComp, ...] = optional("DigComp", "Areas of DigComp that it belongs to.", ["communication"], default=())
    entrecomp: tuple[choices.EntreComp, ...] = optional("EntreComp", "Areas of EntreComp that it belongs to.", ["into-action"], default=())
    greencomp: tuple[choices.GreenComp, ...] = optional("GreenComp", "Areas of GreenComp that it belongs to.", ["values"], default=())
    key_competence: choices.KeyCompetence | None = optional("Key competence", "One of the eight key competences of 2018.", "personal-social-learning")


class Signs(Model):
    """Observable signs on four levels, from beginner to someone others can learn from, seen from each of the three viewpoints."""

    small_organisation: tuple[Text, ...] = optional("Small organisation", "What an employer sees, one sentence per level.", ["Comes on time when reminded"], default=(), max_length=FOUR_LEVELS)
    trainee: tuple[Text, ...] = optional("Trainee", "What the learner can say, one sentence per level.", ["I come on time when reminded"], default=(), max_length=FOUR_LEVELS)
    training_centre: tuple[Text, ...] = optional("Training centre", "What a trainer sees, one sentence per level.", ["Follows the timetable with help"], default=(), max_length=FOUR_LEVELS)


class SkillWords(Words):
    """The texts of a transversal skill."""

    signs: Signs | None = optional("Observable signs", "For each viewpoint, one sentence per level.", {"trainee": ["I come on time when reminded"]})
    activities: tuple[Text, ...] = optional("Activities", "Things to do that train the skill.", ["Plan the tasks of a morning together"], default=())


KIND = Kind(
    name="skill", folder="skills", label=noop("Transversal skill"), plural=noop("Transversal skills"),
    about=noop("Skills that count in every job, seen by a small organisation, by the trainee and by the training centre."),
    facts=SkillFacts, words=SkillWords, schema_type="DefinedTerm",
    sections=(
        Section("definition", noop("What it is"), noop("The skill in two or three sentences.")),
        Section("small-organisation", noop("Seen by a small organisation"), noop("Why it matters to an employer without a personnel department.")),
        Section("trainee", noop("Seen by the trainee"), noop("What it means to the learner.")),
        Section("training-centre", noop("Seen by the training centre"), noop("How to teach it and to observe it.")),
    ),
)
