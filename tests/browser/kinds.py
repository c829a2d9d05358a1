"""One page of each kind, and the languages in which all of them are."""

from collections.abc import Mapping

LANGUAGES = ("en", "fr", "es", "it", "pl", "de", "ro", "lt")
ADDRESSES: Mapping[str, str] = {
    "home": "", "written by hand": "about/", "catalogue": "good_practices/", "practice": "good_practices/jobpath/", "failed practice": "good_practices/vocational-training-lithuania/",
    "module": "microtrainings/hand-hygiene/", "skill": "skills/work-in-teams/", "recommendation": "recommendations/recognise-gestures-in-small-steps/", "event": "events/bologna-2022/",
    "conclusion": "twg_conclusions/mirec-1/", "trial": "trials/textile-sorting-val-doise-2023/", "partners": "partners/", "partner": "partners/mirec/", "projects": "projects/",
    "project": "projects/sky/", "themes": "themes/", "theme": "themes/local-services/", "countries": "countries/", "country": "countries/fr/", "glossary": "glossary/", "search": "search/", "a-z": "search/a-z/",
    "lost": "404.html",
}
"""Relative to the edition. The conclusion is written in English only: in the other languages it is the page of a fallback."""
