"""Tests of micro-trainings with learners, in aggregate figures only."""

from __future__ import annotations

from tremplin.model.fields import Model, ModuleId, PartnerId, expected, noop, optional, required
from tremplin.model.kinds.record import Facts, Kind, Period, Place, Section, Words
from tremplin.model.scalars import Count, Slug, Whole


class CriterionResult(Model):
    """How many learners met one criterion of a gesture."""

    gesture: Slug = required("Gesture", "The gesture's identifier in the module.", "wash-with-soap")
    criterion: Slug = required("Criterion", "The criterion's identifier in the gesture.", "wets-first")
    met: Count = required("Met", "How many met it.", 6)
    n: Count = required("Observed", "How many were observed.", 6)


class FollowUp(Model):
    """What became of the learners later."""

    months: int = required("Months", "How many months afterwards.", 6, ge=1, le=120)
    employed: Count | None = optional("In work", "How many were in work.", 12)
    training: Count | None = optional("In training", "How many were in further training.", 8)
    lost: Count | None = optional("Not reached", "How many could not be reached.", 5)


class Satisfaction(Model):
    """What learners said of the training, as a count."""

    asked: Count = required("Asked", "How many learners were asked.", 6)
    satisfied: Count = required("Satisfied", "How many of them were satisfied.", 6)


class TrialFacts(Facts):
    """The facts of a trial (schema.org Observation)."""

    module: ModuleId | None = expected("Micro-training", "The module that was tested.", "textile-sorting-val-doise")
    partner: PartnerId | None = expected("Partner", "The partner that ran the test.", "agfe")
    period: Period | None = expected("Period", "When it was run.", {"start": "2023-10-19", "end": "2023-10-20"})
    place: Place | None = optional("Place", "Where it was run.", {"country": "FR", "name": "Val-d'Oise"})
    planned: Count | None = optional("Planned", "How many learners were planned.", 25)
    enrolled: Count | None = expected("Enrolled", "How many began.", 6)
    completed: Count | None = expected("Completed", "How many finished.", 6)
    certified: Count | None = expected("Certified", "How many were certified.", 6)
    sessions: Whole | None = optional("Sessions", "How many sessions were held.", 2, ge=1)
    criteria_results: tuple[CriterionResult, ...] = optional("Criteria met", "For each criterion, how many met it.", [{"gesture": "wash-with-soap", "criterion": "wets-first", "met": 6, "n": 6}], default=())
    followup: tuple[FollowUp, ...] = optional("Follow-up", "What became of the learners later.", [{"months": 6, "employed": 12}], default=())
    satisfaction: Satisfaction | None = optional("Satisfaction", "How many learners were satisfied, of those who were asked.", {"asked": 6, "satisfied": 6})
    source: Slug | None = expected("Source", "The identifier of one of this record's sources.", "skyltu-2023")


class TrialWords(Words):
    """The texts of a trial."""


KIND = Kind(
    name="trial", folder="trials", label=noop("Trial"), plural=noop("Trials"),
    about=noop("What came of micro-trainings when they were tested with learners: figures in aggregate, limits stated."),
    facts=TrialFacts, words=TrialWords, schema_type="Dataset",
    sections=(
        Section("course", noop("How it was run"), noop("Who was invited and what was done."), is_expected=False),
        Section("results", noop("What came of it"), noop("What the figures show."), is_expected=False),
        Section("limitations", noop("Limits"), noop("What the figures cannot show.")),
    ),
)
