"""The closed lists of the field: each value, and the label under which readers see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tremplin.model.fields import noop

Origin = Literal["project-output", "editorial"]
Documented = Literal["full", "partial", "announced"]
Status = Literal["draft", "published", "archived"]
SourceKind = Literal["primary", "secondary"]
Polarity = Literal["positive", "mixed", "negative"]
EvolutionKind = Literal["employment", "skill", "wellbeing", "poverty", "participation", "cost"]
Design = Literal["narrative", "monitoring", "before-after", "comparison", "randomised"]
Direction = Literal["better", "worse", "unchanged", "mixed"]
Transferable = Literal["tool", "scheme", "method", "approach"]
TargetGroup = Literal[
    "long-term-unemployed", "very-long-term-unemployed", "jobseekers", "benefit-recipients", "older-workers",
    "young-people", "migrants", "people-with-disabilities", "low-qualified", "vulnerable-people",
]
Mode = Literal["workshop", "classroom", "workbased", "online", "blended"]
PartKind = Literal["welcome", "demonstration", "practice", "reflection", "assessment", "break"]
Method = Literal["observe", "question", "product"]
Assessment = Literal["practical", "continuous", "portfolio", "artefact", "quiz", "oral"]
VideoState = Literal["published", "pending", "withdrawn"]
VideoProvider = Literal["file", "commons", "peertube", "youtube", "vimeo"]
Consent = Literal["on_file", "not_applicable"]
FindingKind = Literal["strength", "weakness", "need", "proposal"]
EventKind = Literal["steering", "meeting", "seminar", "final-seminar", "multiplier-event", "test"]
Attendance = Literal["onsite", "online", "mixed"]
Addressee = Literal["european-union", "national-authority", "regional-authority", "public-employment-service", "training-body", "employer"]
Priority = Literal["high", "medium", "low"]
KeyCompetence = Literal["literacy", "multilingual", "mathematical-stem", "digital", "personal-social-learning", "citizenship", "entrepreneurship", "cultural"]
LifeComp = Literal["P1", "P2", "P3", "S1", "S2", "S3", "L1", "L2", "L3"]
DigComp = Literal["information", "communication", "content-creation", "safety", "problem-solving"]
EntreComp = Literal["ideas-opportunities", "resources", "into-action"]
GreenComp = Literal["values", "complexity", "futures", "action"]
Capacity = Literal["trainers", "employers", "public-employment-services", "public-authorities", "social-workers", "associations", "jobseekers"]
ThemeUse = Literal["module", "working-group", "final-seminar"]
RecordFolder = Literal["good_practices", "microtrainings", "skills", "recommendations", "events", "twg_conclusions", "trials"]
Role = Literal["coordinator", "partner", "associated"]
OrganisationKind = Literal["network", "training-body", "ngo", "foundation", "association", "higher-education", "company", "public-body"]
CodeStatus = Literal["confirmed", "unknown"]
TranslationMethod = Literal["machine", "human"]
Pass = Literal["all", "critical"]
DurationBand = Literal["half-day", "day", "longer"]

LABELS: Mapping[str, Mapping[str, str]] = {
    "origin": {"project-output": noop("About the project's own work"), "editorial": noop("Written by the editors of this site")},
    "theme_use": {"module": noop("Micro-trainings"), "working-group": noop("Working groups"), "final-seminar": noop("Final seminar")},
    "documented": {"full": noop("Documented"), "partial": noop("Documented in part"), "announced": noop("Announced, not documented yet")},
    "status": {"draft": noop("Draft"), "published": noop("Published"), "archived": noop("Archived")},
    "source_kind": {"primary": noop("primary source"), "secondary": noop("secondary source")},
    "polarity": {"positive": noop("Positive"), "mixed": noop("Mixed"), "negative": noop("Negative")},
    "evolution_kind": {
        "employment": noop("Work"), "skill": noop("Skills"), "wellbeing": noop("Well-being"), "poverty": noop("Income and poverty"),
        "participation": noop("Taking part"), "cost": noop("Cost"),
    },
    "design": {
        "narrative": noop("told by those involved"), "monitoring": noop("counted, nothing to compare with"),
        "before-after": noop("compared before and after"), "comparison": noop("compared with similar people"),
        "randomised": noop("compared with people drawn by lot"),
    },
    "duration_band": {"half-day": noop("up to half a day"), "day": noop("half a day to a day"), "longer": noop("longer than a day")},
    "direction": {"better": noop("better"), "worse": noop("worse"), "unchanged": noop("unchanged"), "mixed": noop("mixed")},
    "transferable": {"tool": noop("A tool"), "scheme": noop("A scheme"), "method": noop("A method"), "approach": noop("An approach")},
    "target_group": {
        "long-term-unemployed": noop("Long-term unemployed people"), "very-long-term-unemployed": noop("People out of work for several years"),
        "jobseekers": noop("Jobseekers"), "benefit-recipients": noop("People on income support"), "older-workers": noop("People over 50"),
        "young-people": noop("Young people"), "migrants": noop("Migrants"), "people-with-disabilities": noop("People with disabilities"),
        "low-qualified": noop("People with few qualifications"), "vulnerable-people": noop("People in vulnerable situations"),
    },
    "mode": {
        "workshop": noop("Workshop"), "classroom": noop("Classroom"), "workbased": noop("At the workplace"), "online": noop("Online"),
        "blended": noop("Blended"),
    },
    "part_kind": {
        "welcome": noop("Welcome"), "demonstration": noop("Demonstration"), "practice": noop("Practice"), "reflection": noop("Reflection"),
        "assessment": noop("Assessment"), "break": noop("Break"),
    },
    "method": {"observe": noop("observed"), "question": noop("asked"), "product": noop("seen in the result")},
    "assessment": {
        "practical": noop("Practical assessment"), "continuous": noop("Continuous assessment"), "portfolio": noop("Portfolio"),
        "artefact": noop("Piece of work"), "quiz": noop("Quiz"), "oral": noop("Oral assessment"),
    },
    "finding_kind": {"strength": noop("Strength"), "weakness": noop("Weakness"), "need": noop("Need"), "proposal": noop("Proposal")},
    "event_kind": {
        "steering": noop("Steering committee"), "meeting": noop("Transnational meeting"), "seminar": noop("Transnational seminar"),
        "final-seminar": noop("Final seminar"), "multiplier-event": noop("Multiplier event"), "test": noop("Test of micro-trainings"),
    },
    "attendance": {"onsite": noop("On site"), "online": noop("Online"), "mixed": noop("On site and online")},
    "addressee": {
        "european-union": noop("European Union"), "national-authority": noop("National authorities"), "regional-authority": noop("Regional and local authorities"),
        "public-employment-service": noop("Public employment services"), "training-body": noop("Training bodies"), "employer": noop("Employers"),
    },
    "priority": {"high": noop("High"), "medium": noop("Medium"), "low": noop("Low")},
    "key_competence": {
        "literacy": noop("Literacy"), "multilingual": noop("Multilingual competence"), "mathematical-stem": noop("Mathematics, science, technology and engineering"),
        "digital": noop("Digital competence"), "personal-social-learning": noop("Personal, social and learning to learn competence"),
        "citizenship": noop("Citizenship competence"), "entrepreneurship": noop("Entrepreneurship competence"), "cultural": noop("Cultural awareness and expression"),
    },
    "lifecomp": {
        "P1": noop("Self-regulation"), "P2": noop("Flexibility"), "P3": noop("Wellbeing"), "S1": noop("Empathy"), "S2": noop("Communication"),
        "S3": noop("Collaboration"), "L1": noop("Growth mindset"), "L2": noop("Critical thinking"), "L3": noop("Managing learning"),
    },
    "digcomp": {
        "information": noop("Information and data literacy"), "communication": noop("Communication and collaboration"),
        "content-creation": noop("Digital content creation"), "safety": noop("Safety with digital tools"), "problem-solving": noop("Problem solving"),
    },
    "entrecomp": {"ideas-opportunities": noop("Ideas and opportunities"), "resources": noop("Resources"), "into-action": noop("Into action")},
    "greencomp": {
        "values": noop("Embodying sustainability values"), "complexity": noop("Embracing complexity in sustainability"),
        "futures": noop("Envisioning sustainable futures"), "action": noop("Acting for sustainability"),
    },
    "capacity": {
        "trainers": noop("trainers"), "employers": noop("employers"), "public-employment-services": noop("public employment services"),
        "public-authorities": noop("public authorities"), "social-workers": noop("social workers"), "associations": noop("associations"), "jobseekers": noop("jobseekers"),
    },
    "role": {"coordinator": noop("Coordinator"), "partner": noop("Partner"), "associated": noop("Associated partner")},
    "organisation_kind": {
        "network": noop("Network"), "training-body": noop("Training body"), "ngo": noop("Non-governmental organisation"), "foundation": noop("Foundation"),
        "association": noop("Association"), "higher-education": noop("Higher education"), "company": noop("Company"), "public-body": noop("Public body"),
    },
    "evidence": {
        "0": noop("No evidence"), "1": noop("Told"), "2": noop("Counted"), "3": noop("Before and after"),
        "4": noop("Comparison group"), "5": noop("Drawn by lot"),
    },
    "unit": {
        "people": noop("people"), "days": noop("days"), "weeks": noop("weeks"), "months": noop("months"), "hours": noop("hours"),
        "percentage points": noop("percentage points"), "placements": noop("placements"), "contracts": noop("contracts"),
    },
    "pass": {"all": noop("every criterion is met"), "critical": noop("every critical criterion is met")},
}
"""Choice, value, label (English, a gettext id)."""
