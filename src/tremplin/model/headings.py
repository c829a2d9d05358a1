"""The headings by which the sections of a kind are recognised, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tremplin.locales import available, catalogue, heading_key
from tremplin.model.kinds import BY_NAME


@cache
def section_headings(kind_name: str, language: str) -> Mapping[str, str]:
    """How each section's heading is compared, and its identifier. English headings are understood in every language."""
    translate = catalogue(language).text
    sections = BY_NAME[kind_name].sections
    return {heading_key(text): section.id for section in sections for text in (section.heading, translate(section.heading))}


@cache
def _in_any_language(kind_name: str) -> Mapping[str, str]:
    """The same for the headings of every language; of two sections with one heading, the first."""
    return {key: section for tag in reversed(available()) for key, section in section_headings(kind_name, tag).items()}


def section_meant(kind_name: str, language: str, heading: str) -> str:
    """The section that has this heading in `language` or, failing that, in any other; empty when none has."""
    key = heading_key(heading)
    return section_headings(kind_name, language).get(key) or _in_any_language(kind_name).get(key, "")


def heading_in(kind_name: str, language: str, section_id: str) -> str:
    """The heading of a section, as it is written in `language`."""
    return next(catalogue(language).text(section.heading) for section in BY_NAME[kind_name].sections if section.id == section_id)
