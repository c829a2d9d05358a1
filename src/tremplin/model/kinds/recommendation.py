"""Policy recommendations, each resting on records of the base."""

from __future__ import annotations

from tremplin.model import choices
from tremplin.model.fields import AnyRecord, ThemeId, expected, noop, optional
from tremplin.model.kinds.record import Facts, Kind, Section, Words
from tremplin.model.scalars import Text


class RecommendationFacts(Facts):
    """The facts of a recommendation."""

    addressees: tuple[choices.Addressee, ...] = expected("Addressed to", "Who can act on it.", ["public-employment-service"], default=())
    topic: ThemeId | None = optional("Topic", "One of the five topics of the final seminar, from vocabulary.yml.", "certification")
    priority: choices.Priority | None = optional("Priority", "`high`, `medium` or `low`.", "high")
    based_on: tuple[AnyRecord, ...] = expected("Based on", "The records that support it; at least one.", ["good_practices/jobpath"], default=(), is_excusable=False)


class RecommendationWords(Words):
    """The texts of a recommendation."""

    advantages: tuple[Text, ...] = optional("Advantages", "What speaks for it.", ["Learners finish what they began"], default=())
    weaknesses: tuple[Text, ...] = optional("Weaknesses", "What speaks against it or is unknown.", ["No figures on lasting employment"], default=())


KIND = Kind(
    name="recommendation", folder="recommendations", label=noop("Recommendation"), plural=noop("Recommendations"),
    about=noop("What to change so that long-term unemployed people can learn in small steps, and what speaks for and against it."),
    facts=RecommendationFacts, words=RecommendationWords, schema_type="Report",
    sections=(
        Section("statement", noop("What we recommend"), noop("One clear demand.")),
        Section("rationale", noop("Why"), noop("What the records show.")),
    ),
)
