"""Good practices: what was done for whom, what changed, what went wrong, what can be transferred."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model import choices
from tremplin.model.fields import AnyRecord, Model, expected, mapping, noop, optional, required
from tremplin.model.kinds.record import Facts, Kind, Period, Place, Section, Words
from tremplin.model.scalars import Count, CountryCode, Flag, Number, Slug, Text


class Evolution(Model):
    """One measured or told change in the people concerned (schema.org Observation)."""

    id: Slug = required("Identifier", "A short name under which the words describe this change.", "in-work")
    kind: choices.EvolutionKind = required("Kind", "What changed: work, skills, well-being …", "employment")
    design: choices.Design = required("Design", "How it is known: told, counted, compared before and after, with similar people, or with people drawn by lot.", "comparison")
    source: Slug = required("Source", "The identifier of one of this record's sources.", "oecd-2019")
    direction: choices.Direction | None = optional("Direction", "Whether people were better or worse off.", "better")
    value: Number | None = optional("Value", "The figure, without its unit.", 72)
    unit: Text | None = optional("Unit", "`%`, `people`, `EUR`, `days` …", "%")
    baseline: Number | None = optional("Before", "The same figure before.", 43)
    comparison: Number | None = optional("Comparison", "The same figure among those it is compared with.", 55)
    n: Count | None = optional("Number of people", "How many people the figure is about.", 182000)
    period: Period | None = optional("Period", "When it was measured.", {"start": "2019"})


class Transfer(Model):
    """Something of the practice that others can take over."""

    id: Slug = required("Identifier", "A short name under which the words describe it.", "local-committee")
    what: choices.Transferable = required("What", "A tool, a scheme, a method or an approach.", "method")


class Cost(Model):
    """What the practice costs."""

    amount: Number = required("Amount", "A number, or the lower end of a range.", 11300)
    up_to: Number | None = optional("Up to", "The upper end of a range.", 13700)
    currency: Text = required("Currency", "ISO 4217 code.", "EUR", pattern="^[A-Z]{3}$")
    source: Slug = required("Source", "The identifier of one of this record's sources.", "cour-des-comptes-2025")


class PracticeFacts(Facts):
    """The facts of a good practice."""

    polarity: choices.Polarity | None = expected("Outcome", "A practice can teach by success or by failure: `positive`, `mixed` or `negative`.", "positive")
    place: Place | None = expected("Place", "Where it happens.", {"country": "IE"})
    period: Period | None = expected("Period", "Since when, until when.", {"start": "2015"})
    operators: tuple[Text, ...] = expected("Operators", "The organisations that run it, under their own names.", ["MIREC"], default=())
    target_groups: tuple[choices.TargetGroup, ...] = expected("Target groups", "For whom it is made.", ["long-term-unemployed"], default=())
    evolution: tuple[Evolution, ...] = expected("Evolution", "At least one measured or told change in the people concerned, with its source.", [{"id": "in-work", "kind": "employment", "design": "monitoring", "source": "report-2021"}], default=())
    transferability: tuple[Transfer, ...] = expected("Transferability", "What others can take over.", [{"id": "tutor", "what": "method"}], default=())
    cost: Cost | None = optional("Cost", "What it costs.", {"amount": 11300, "currency": "EUR", "source": "cour-des-comptes-2025"})
    answered_by: tuple[AnyRecord, ...] = optional("Answered better by", "For a practice that failed: records that answer the same problem better.", ["good_practices/pmsmp"], default=())
    comparable: tuple[CountryCode, ...] = optional("Comparable schemes in", "Countries known to have a similar scheme.", ["BE"], default=())
    privacy_check: Flag | None = optional("Privacy check", "`true` once somebody has checked that nobody can be recognised.", True)


class EvolutionWords(Model):
    """How a change is told."""

    indicator: Text = required("Indicator", "What the figure counts, or what changed.", "in work within 12 months")
    comment: Text | None = optional("Comment", "What to keep in mind when reading it.", "Participants were younger than average.")


class TransferWords(Model):
    """How something transferable is described."""

    what: Text = required("What", "What can be taken over.", "A committee that maps useful work nobody does")
    to_whom: Text | None = optional("To whom", "Who could take it over.", "Municipalities and local networks")
    limits: Text | None = optional("Limits", "Where it would not work.", "It needs public funding for several years")


class PracticeWords(Words):
    """The texts of a good practice."""

    target_group: Text | None = optional("Target group", "For whom it is made, in a sentence.", "People out of work for at least a year")
    cost_note: Text | None = optional("Note on cost", "What the amount pays for.", "per person and year")
    tools: tuple[Text, ...] = optional("Tools", "Tools that the practice uses.", ["Interview guide"], default=())
    evolution: Mapping[Slug, EvolutionWords] = mapping("Evolution", "For each change in record.yml, how it is told.", {"in-work": {"indicator": "in work within 12 months"}})
    transferability: Mapping[Slug, TransferWords] = mapping("Transferability", "For each item in record.yml, its description.", {"tutor": {"what": "A tutor in the firm"}})


KIND = Kind(
    name="practice", folder="good_practices", label=noop("Good practice"), plural=noop("Good practices"),
    about=noop("What was tried with people far from work, what changed for them, what went wrong, and what others can take over."),
    facts=PracticeFacts, words=PracticeWords, schema_type="Report",
    sections=(
        Section("problem", noop("The problem"), noop("What was wrong before, and for whom."), is_expected=False),
        Section("method", noop("How it works"), noop("What is done, step by step, and by whom.")),
        Section("change", noop("What changed"), noop("What changed for the people concerned, beyond the figures."), is_expected=False),
        Section("what-went-wrong", noop("What went wrong"), noop("What failed or is disputed. Every practice has something.")),
        Section("conditions", noop("Conditions"), noop("What must be in place for it to work.")),
        Section("lessons", noop("What we learn"), noop("What it teaches about helping people back to work."), is_expected=False),
    ),
)
