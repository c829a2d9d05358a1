"""One complete record of every kind, with every fact that its kind knows, and the lists that they name."""

from collections.abc import Mapping

CONFIGURATION = """\
site_name: A base
site_url: https://base.example.org/kb/
repo_url: https://code.example.org/base
theme: {name: material, font: false}
plugins:
  - tremplin:
      languages: [en, fr, lt]
      fallback: {lt: [fr]}
"""
"""English, French, and Lithuanian, which falls back to French."""

LISTS: Mapping[str, str] = {
    "partners.yml": """\
north:
  legal_name: Nordkooperative
  short_name: North
  country: DE
  city: Kiel
  memberships: [{project: bridge, role: coordinator}]
  url: https://north.example.org/
  kind: ngo
  source_url: https://sources.example.org/north
  descriptions: {en: Helps people in the north., fr: Aide les gens du nord.}
south:
  legal_name: Sudensemble
  memberships: [{project: bridge, role: partner}]
reader:
  legal_name: Lectorat
  memberships: [{project: bridge, role: associated}]
""",
    "projects.yml": """\
bridge:
  acronym: BRIDGE
  titles: {en: Bridges to work, fr: Des ponts vers le travail}
  summaries: {en: Short trainings for people far from work.}
  programme: Erasmus+
  action: Cooperation partnerships
  code: 2021-1-XX
  code_status: confirmed
  start: 2022-03
  end: 2024-02
  coordinator: north
  url: https://bridge.example.org/
  source_url: https://sources.example.org/bridge
  objectives: {en: [Offer short training]}
  commitments:
    - {id: modules, labels: {en: Micro-trainings}, planned: 25, counts: microtrainings}
    - {id: seminars, labels: {en: Seminars}, planned: 5, planned_up_to: 6, counts: events, event_kinds: [seminar, final-seminar]}
    - {id: learners, labels: {en: Learners}, planned: 125, unit: people}
  funding_notice:
    eu_funded: true
    authority: EACEA
    texts: {en: Funded by the European Union.}
    unconfirmed: [lt]
""",
    "vocabulary.yml": """\
gardens:
  labels: {en: Gardens, fr: Jardins}
  groups: [module, working-group, final-seminar]
  project: bridge
homes:
  labels: {en: Homes, fr: Maisons}
  groups: [working-group]
""",
    "glossary.yml": """\
gesture:
  labels: {en: gesture, fr: geste}
  definitions: {en: What a hand does., fr: Ce que fait une main.}
  broader: [training]
posture:
  labels: {en: posture, fr: posture}
  definitions: {en: How a body stands.}
  related: [gesture]
training:
  labels: {en: training, fr: formation}
  other_labels: {en: [schooling]}
  abbreviations: {fr: [F.]}
  definitions: {en: How one learns., fr: Comment on apprend.}
  scope_notes: {en: Not a lesson.}
  narrower: [posture]
  exact_match: ["http://eurovoc.europa.eu/3515"]
  close_match: ["https://terms.example.org/training"]
  source: A dictionary
  source_url: https://sources.example.org/dictionary
  review: {fr: unchecked}
""",
}
"""Partners, a project, themes and terms."""

PRACTICE: Mapping[str, str] = {
    "good_practices/open-door/record.yml": """\
original: en
origin: editorial
project: bridge
created: 2024-01-15
updated: 2024-02
authors: [south]
licence: CC-BY-SA-4.0
themes: [gardens]
countries: [FR]
sources:
  - {id: report, title: A report on doors, publisher: Press house, year: 2021, url: "https://sources.example.org/report", accessed: 2024-01-10, language: fr}
  - {id: letter, title: A letter, kind: secondary}
related: [skills/teamwork]
polarity: mixed
place: {country: IE, name: Dublin, nuts: IE061}
period: {start: 2019, end: 2023-06}
operators: [Opener, Closer]
target_groups: [long-term-unemployed, older-workers]
evolution:
  - {id: in-work, kind: employment, design: comparison, source: report, direction: better, value: 72.5, unit: "%", baseline: 43, comparison: 55, n: 1820, period: {start: 2021}}
  - {id: contracts, kind: participation, design: monitoring, source: report, value: 1410, unit: contracts}
  - {id: mood, kind: wellbeing, design: narrative, source: letter, direction: unchanged}
transferability:
  - {id: tutor, what: method}
  - {id: key, what: tool}
cost: {amount: 11300, up_to: 13700, currency: EUR, source: report}
answered_by: [good_practices/wide-gate]
comparable: [BE]
privacy_check: true
""",
    "good_practices/open-door/en.md": """\
---
title: The open door
summary: People come in when they like.
plain_summary: You come in. We listen.
target_group: People out of work for a year.
cost_note: per person and year
tools: [Interview guide, Door bell]
evolution:
  in-work: {indicator: in work within 12 months, comment: Participants were younger.}
  contracts: {indicator: contracts signed}
  mood: {indicator: how people feel}
transferability:
  tutor: {what: A tutor in the firm, to_whom: Small firms, limits: Needs time}
  key: {what: A key for all}
---
## The problem

Doors were closed.

## How it works

Open the door.

## What changed

They came back.

## What went wrong

Too many people came.

## Conditions

A door.

## What we learn

Open it.

## A note of our own

Something that no form asks for.
""",
    "good_practices/wide-gate/record.yml": "original: en\norigin: project-output\nproject: bridge\ndocumented: announced\n",
    "good_practices/wide-gate/en.md": "---\ntitle: The wide gate\n---\n",
}
"""A good practice, and one that answers the same problem better."""

MODULE: Mapping[str, str | bytes] = {
    "microtrainings/turn-a-key/record.yml": """\
original: en
origin: project-output
project: bridge
theme: gardens
duration: 1h30
mode: workshop
gestures:
  - id: insert
    criteria: [{id: slowly, critical: true, measure: 40–60 s}, {id: names-parts, method: question}]
  - id: turn
    criteria: [{id: fully, critical: true, method: product}]
parts:
  - {id: show, kind: demonstration, duration: 20 min, gesture: insert}
  - {id: try, kind: practice, duration: 50 min}
  - {id: judge, kind: assessment, duration: 20 min}
pass_rule: {criteria: critical, attempts: 2}
country: DE
provider: north
awarding_body: south
assessment_type: practical
quality_assurance: Qualiopi
eqf_level: 2
supervision: true
digital_accompaniment: true
isced_f: "0921"
esco_occupations: ["http://data.europa.eu/esco/occupation/1391bdf9-bd61-4fb5-91ca-c29036ab2b60"]
esco_skills: ["http://data.europa.eu/esco/skill/d9449998-c1f5-478c-a103-2255398cf0b6"]
national_refs: [ROME K1304]
transversal: [teamwork]
next_steps: [good_practices/open-door]
videos:
  - id: film
    file: media/film.webm
    poster: media/film.webp
    duration: "0:23"
    upload_date: 2024-01-15
    licence: CC-PDDC
    attribution: Film maker
    source_url: https://sources.example.org/film
    captions: {en: media/film.en.vtt}
    chapters: [{at: "0:03", gesture: insert}]
    spoken_language: en
    consent: not_applicable
  - {id: later, state: pending}
  - {id: hosted, provider: commons, url: "https://commons.wikimedia.org/wiki/File:Key.webm", licence: CC0-1.0}
  - {id: gone, state: withdrawn, provider: vimeo, url: "https://vimeo.com/1", licence: CC0-1.0}
""",
    "microtrainings/turn-a-key/en.md": """\
---
title: Turn a key
summary: Insert it and turn it.
plain_summary: You learn to turn a key.
learning_outcomes: [Opens any lock]
prerequisites: Nothing at all
tools: [A key, A lock]
protective_equipment: [Gloves]
gestures:
  insert:
    title: Insert the key
    why: It fits one way only.
    steps: [Look at it, Push it in]
    criteria: {slowly: Inserts slowly, names-parts: Names the parts}
  turn:
    title: Turn the key
    criteria: {fully: Turns it fully}
parts:
  show: {title: The trainer shows it, description: Twice and in silence}
  try: {title: Everybody tries}
  judge: {title: Everybody is judged}
videos:
  film: {title: A key turns, text_alternative: A hand and a lock.}
  later: {title: A key rests}
  hosted: {title: Somebody turns a key, text_alternative: Another hand.}
  gone: {title: A key is lost}
---
## Why it is useful

Behind every lock there is a job.

## Safety

Mind your fingers.

## What can go wrong

It squeaks.

## Notes for the trainer

Oil it.

## Going further

Try a gate.
""",
    "microtrainings/turn-a-key/media/film.webm": b"\x1aE\xdf\xa3 a film",
    "microtrainings/turn-a-key/media/film.webp": b"RIFF a still",
    "microtrainings/turn-a-key/media/film.en.vtt": b"WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nA key.\n",
}
"""A micro-training with a film, one that is not made yet, one hosted elsewhere and one that may no longer be shown."""

SKILL: Mapping[str, str] = {
    "skills/teamwork/record.yml": """\
original: en
origin: editorial
esco_uri: http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0
esco_group: T4.3
lifecomp: [S3, P2]
key_competence: personal-social-learning
""",
    "skills/teamwork/en.md": """\
---
title: Work in teams
summary: Doing one's part.
signs:
  small_organisation: [Comes when called, Comes unasked]
  trainee: [I come when called]
  training_centre: [Follows with help]
activities: [Carry a table together]
---
## What it is

Doing one's part.

## Seen by a small organisation

Nobody can do everything.

## Seen by the trainee

I am not alone.

## Seen by the training centre

Let them carry a table.
""",
}
"""A transversal skill."""

RECOMMENDATION: Mapping[str, str] = {
    "recommendations/open-all/record.yml": """\
original: en
origin: editorial
addressees: [employer, european-union]
topic: gardens
priority: high
based_on: [good_practices/open-door, trials/first-try]
""",
    "recommendations/open-all/en.md": """\
---
title: Open all doors
summary: Everywhere and soon.
advantages: [Fresh air]
weaknesses: [Cold in winter]
---
## What we recommend

Open them.

## Why

It worked.
""",
}
"""A recommendation that rests on a practice and a trial."""

EVENT: Mapping[str, str] = {
    "events/kiel-2023/record.yml": """\
original: en
origin: project-output
project: bridge
kind: seminar
start: 2023-10-19
end: 2023-10-20
order: 3
host: north
place: {country: DE, name: Kiel}
attendance: mixed
theme: homes
documents:
  - {title: Minutes of the days, url: "https://sources.example.org/minutes.pdf"}
""",
    "events/kiel-2023/en.md": """\
---
title: Seminar in Kiel
summary: Two days by the sea.
---
## What it was about

Homes.

## What came of it

Keys.
""",
}
"""A seminar."""

CONCLUSION: Mapping[str, str] = {
    "twg_conclusions/north-1/record.yml": """\
original: en
origin: project-output
project: bridge
partner: north
session: 1
theme: homes
date: 2022-09
place: {country: DE, name: Kiel}
participants: {count: 15, categories: [trainers, employers]}
conclusions:
  - {id: warm, kind: strength}
  - {id: short, kind: need}
  - {id: shorter, kind: need}
practices_discussed: [good_practices/open-door]
feeds: kiel-2023
""",
    "twg_conclusions/north-1/en.md": """\
---
title: First session in Kiel
summary: They met in autumn.
conclusions: {warm: The rooms are warm, short: Courses must be short, shorter: Breaks must be long}
---
## Context

Autumn.

## Discussion

They agreed.
""",
}
"""A session of a working group."""

TRIAL: Mapping[str, str] = {
    "trials/first-try/record.yml": """\
original: en
origin: project-output
project: bridge
module: turn-a-key
partner: south
period: {start: 2023-10-19, end: 2023-10-20}
place: {country: FR, name: Lille}
planned: 25
enrolled: 12
completed: 9
certified: 8
sessions: 2
source: minutes
sources: [{id: minutes, title: Minutes of the trial}]
criteria_results:
  - {gesture: insert, criterion: slowly, met: 8, n: 9}
followup: [{months: 6, employed: 7, training: 5, lost: 0}]
""",
    "trials/first-try/en.md": """\
---
title: First try
summary: Twelve people and a lock.
---
## How it was run

In two mornings.

## What came of it

Nine finished.

## Limits

One lock only.
""",
}
"""A trial of the micro-training."""

HOMES: Mapping[str, str] = {"docs/en/index.md": "# Welcome\n", "docs/fr/index.md": "# Bienvenue\n", "docs/lt/index.md": "# Sveiki\n"}

ONE_OF_EACH: Mapping[str, str | bytes] = {
    "mkdocs.yml": CONFIGURATION, **HOMES, **LISTS, **PRACTICE, **MODULE, **SKILL, **RECOMMENDATION, **EVENT, **CONCLUSION, **TRIAL,
}
"""A base with all of them."""

PATHS: Mapping[str, str] = {
    "practice": "good_practices/open-door", "module": "microtrainings/turn-a-key", "skill": "skills/teamwork", "recommendation": "recommendations/open-all",
    "event": "events/kiel-2023", "conclusion": "twg_conclusions/north-1", "trial": "trials/first-try",
}
"""For each kind, its complete record."""
