"""A language of the site: its BCP 47 tag, its own name, its direction and the address of its edition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site."""

    tag: str
    autonym: str
    direction: str
    fallback: tuple[str, ...] = ()
    """Where to look for a text that is missing, before its original."""

    @property
    def segment(self) -> str:
        """The first part of the edition's addresses."""
        # The tag and the URL segment differ: `pt-BR` is served at `/pt-br/`.
        return self.tag.lower()


@cache
def locale_of(tag: str) -> Locale:
    """CLDR's data for a BCP 47 tag; English where CLDR does not know the language."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def language(tag: str, fallback: tuple[str, ...] = ()) -> Language:
    """The language of a tag, with its own name as CLDR writes it."""
    locale = locale_of(tag)
    name = locale.get_display_name(tag.replace("-", "_")) or tag
    return Language(tag, name[:1].upper() + name[1:], locale.text_direction, fallback)
