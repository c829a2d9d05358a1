"""A language of the site: its BCP 47 tag, its own name, its direction and the address of its edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.core import get_global

from tremplin.locales import locale_of


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


@lru_cache(maxsize=1024)
def language(tag: str, fallback: tuple[str, ...] = ()) -> Language:
    """The language of a tag, with its own name as CLDR writes it; the tag itself where CLDR does not know it."""
    locale = locale_of(tag)
    first, _, more = tag.partition("-")
    is_known = locale.language == first and (not more or bool(locale.script or locale.territory))
    name = (locale.get_display_name() if is_known else None) or tag
    return Language(tag, name[:1].upper() + name[1:], locale.text_direction, fallback)


def exists(tag: str) -> bool:
    """Whether there is such a language, script and country: CLDR has a name for many more than it knows the dates and numbers of."""
    first, *more = tag.split("-")
    english = locale_of("en")
    return first in english.languages and all(part in english.scripts or part in english.territories for part in more)


def meant_by(name: str) -> str:
    """The tag of a language that is named in another way: `english`, `ita`, `gb`; empty where no language is meant."""
    plain = name.casefold()
    spoken = get_global("territory_languages").get(plain.upper(), {})
    return _by_name().get(plain) or get_global("language_aliases").get(plain, "") or max(spoken, key=lambda tag: spoken[tag]["population_percent"], default="")


@cache
def _by_name() -> Mapping[str, str]:
    """Languages by their English names."""
    return {name.casefold(): tag for tag, name in locale_of("en").languages.items()}
