"""Our own strings in every language (gettext), and dates, numbers and names as CLDR writes them (Babel)."""

from __future__ import annotations

import gettext
import io
import os
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import filterfalse
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, parse_pattern
from babel.lists import format_list
from babel.numbers import NumberPattern, format_decimal, get_currency_symbol
from babel.numbers import parse_pattern as number_pattern

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

FOLDER = Path(__file__).parent
Exact = Literal["day", "month", "year"]
"""As how exact a date is known."""


@dataclass(frozen=True)
class Catalogue:
    """What the interface says in one language."""

    tag: str
    locale: Locale
    translations: gettext.NullTranslations

    def text(self, message: str) -> str:
        """The translation of an English sentence, or the sentence itself."""
        return self.translations.gettext(message) if message else ""

    def plural(self, one: str, many: str, number: int) -> str:
        """The translation that fits the number, with `{n}` filled in."""
        return self.translations.ngettext(one, many, number).format(n=self.number(number))

    def number(self, value: float) -> str:
        """A number with this language's separators: 12 345,6."""
        is_plain = type(value) is int and 0 <= value < _grouped_from(self.tag)
        return str(value) if is_plain else _number(self.tag, value)

    @property
    def decimal_sign(self) -> str:
        """What stands between whole numbers and decimals."""
        return str(self.locale.number_symbols["latn"]["decimal"])

    def money(self, value: float, currency: str) -> str:
        """An amount without cents when it has none."""
        return str(_amount(self.tag, currency, is_whole=value % 1 == 0).apply(value, self.locale))

    def day(self, date: datetime.date) -> str:
        """A full date: 19 October 2023."""
        return _day(self.tag, date)

    def month(self, date: datetime.date) -> str:
        """A month and its year: October 2023."""
        return _month(self.tag, date)

    def span(self, start: datetime.date, end: datetime.date, exact: Exact) -> str:
        """From one date to another, without what both have in common: 19–20 October 2023."""
        return _span(self.tag, start, end, exact)

    def country(self, code: str) -> str:
        """The name of a country."""
        return _country(self.tag, code)

    def language(self, tag: str) -> str:
        """The name of a language."""
        return _language(self.tag, tag)

    def listing(self, items: Sequence[str]) -> str:
        """Items joined as the language joins them: a, b and c."""
        return _listing(self.tag, tuple(items))


@cache
def locale_of(tag: str) -> Locale:
    """CLDR's data for a BCP 47 tag; English where CLDR does not know the language."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


@cache
def _written(tag: str) -> Locale:
    """The locale that dates and lists follow: texts in English are British here."""
    locale = locale_of(tag)
    return Locale.parse("en_GB") if str(locale) == "en" else locale


# CLDR's answers are kept: a page asks for the same few names and numbers as the page before.
@lru_cache(maxsize=4096)
def _number(tag: str, value: float) -> str:
    return format_decimal(value, locale=locale_of(tag), group_separator=round(abs(value), _DECIMALS) >= _grouped_from(tag))


@cache
def _grouped_from(tag: str) -> int:
    """The smallest whole number with a separator."""
    # CLDR groups four digits in few of these languages; Babel does not read its minimumGroupingDigits.
    digits = _UNGROUPED if tag.partition("-")[0] in {"es", "it", "pl", "pt"} else locale_of(tag).decimal_formats[None].grouping[0]
    return int(10**digits)


_UNGROUPED = 4
_DECIMALS = 3
"""As many as CLDR's patterns for numbers have at most."""


@lru_cache(maxsize=1024)
def _amount(tag: str, currency: str, *, is_whole: bool) -> NumberPattern:
    """How amounts are written. The currency's sign is part of the pattern: for a place where it may stand, Babel would look up its name in full for each amount."""
    locale = locale_of(tag)
    pattern = locale.currency_formats["standard"].pattern
    sign = f"'{get_currency_symbol(currency, locale)}'"
    return number_pattern((pattern.replace(".00", "") if is_whole else pattern).replace("¤", sign))


@lru_cache(maxsize=4096)
def _day(tag: str, date: datetime.date) -> str:
    return _ordinal(tag, format_date(date, "long", locale=_written(tag)))


def _ordinal(tag: str, text: str) -> str:
    # Babel has no ordinals, and French dates begin with 1er.
    return re.sub(r"^1(?!\d)", "1er", text) if tag.partition("-")[0] == "fr" else text


@lru_cache(maxsize=4096)
def _month(tag: str, date: datetime.date) -> str:
    return format_skeleton("yMMMM", date, locale=_written(tag))


@lru_cache(maxsize=4096)
def _span(tag: str, start: datetime.date, end: datetime.date, exact: Exact) -> str:
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    parts, locale = zip(_span_pattern(tag, exact, differs), (start, end), strict=True), _written(tag)
    return "".join(_ordinal(tag, parse_pattern(part).apply(date, locale)) for part, date in parts)


@cache
def _span_pattern(tag: str, exact: Exact, differs: str) -> tuple[str, str]:
    """The patterns of both dates. Where CLDR has none for months in full, they are those for short names, which only differ in these."""
    locale = _written(tag)
    known = locale.interval_formats
    own = _LITHUANIAN.get((exact, differs)) if locale.language == "lt" else None
    first, *last = own or next(known[name] for name in _SKELETONS[exact] if name in known and differs in known[name])[differs]
    # CLDR's pattern for Persian months has only one part.
    return (_in_full(first), _in_full(last[0])) if last else (f"{_in_full(first)} – ", _in_full(first))


def _in_full(pattern: str) -> str:
    return re.sub(r"(?<!M)MMM(?!M)", "MMMM", pattern).replace("dd", "d").replace("\u2009", " ")


_SKELETONS: Mapping[Exact, tuple[str, ...]] = {"day": ("yMMMMd", "yMMMd"), "month": ("yMMMM",), "year": ("y",)}
# CLDR leaves out of Lithuanian spans the `m.` and `d.` that its dates have.
_LITHUANIAN: Mapping[tuple[Exact, str], tuple[str, str]] = {
    ("day", "d"): ("y 'm'. MMMM d–", "d 'd'."), ("day", "M"): ("y 'm'. MMMM d 'd'. – ", "MMMM d 'd'."), ("day", "y"): ("y 'm'. MMMM d 'd'. – ", "y 'm'. MMMM d 'd'."),
    ("month", "M"): ("y 'm'. LLLL–", "LLLL"), ("month", "y"): ("y 'm'. LLLL – ", "y 'm'. LLLL"),
}


@lru_cache(maxsize=4096)
def _country(tag: str, code: str) -> str:
    return str(locale_of(tag).territories.get(code, code))


@lru_cache(maxsize=4096)
def _language(tag: str, other: str) -> str:
    return str(locale_of(tag).languages.get(other.partition("-")[0], other))


@lru_cache(maxsize=4096)
def _listing(tag: str, items: tuple[str, ...]) -> str:
    return format_list(list(items), locale=_written(tag))


def available() -> tuple[str, ...]:
    """The languages that the interface speaks, English first."""
    return ("en", *sorted(entry.name for entry in FOLDER.iterdir() if (entry / "tremplin.po").is_file() and entry.name != "en"))


@cache
def catalogue(tag: str) -> Catalogue:
    """The catalogue of a language; English sentences where we have none."""
    source_digest(tag)  # Before the sentences: should they be newer than their digest, what is made of them is made once more, and never kept under a newer one.
    return Catalogue(tag, locale_of(tag), _translations(tag))


@cache
def source_digest(tag: str) -> tuple[int, int]:
    """Changes whenever the catalogue's file does: its time of change and its size. Like its sentences, it is read once."""
    file = _po(tag)
    stat = file.stat() if file else None
    return (stat.st_mtime_ns, stat.st_size) if stat else (0, 0)


@cache
def catalogues_digest(tags: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Changes whenever one of several catalogues does."""
    return tuple(source_digest(tag) for tag in tags)


def _po(tag: str) -> Path | None:
    for name in (tag, tag.partition("-")[0]):
        file = FOLDER / name / "tremplin.po"
        if file.is_file():
            return file
    return None


def _translations(tag: str) -> gettext.NullTranslations:
    file = _po(tag)
    if file is None:
        return gettext.NullTranslations()
    compiled = file.with_suffix(".mo")
    if not compiled.exists() or compiled.stat().st_mtime_ns < file.stat().st_mtime_ns:
        return gettext.GNUTranslations(io.BytesIO(_compile(file, compiled)))
    with compiled.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def _compile(source: Path, target: Path) -> bytes:
    """The compiled catalogue, kept beside its source where that folder can be written to."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    changed = source.stat().st_mtime_ns
    with source.open("rb") as stream:
        parsed = read_po(stream, locale=source.parent.name)
    compiled = io.BytesIO()
    write_mo(compiled, parsed)
    draft = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_bytes(compiled.getvalue())
        os.utime(draft, ns=(changed, changed))  # Whoever has written on in the meantime has written later than this.
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
    return compiled.getvalue()


@lru_cache(maxsize=4096)
def heading_key(heading: str) -> str:
    """A heading without accents, case, punctuation at its end or doubled spaces: how headings are compared."""
    plain = unicodedata.normalize("NFKD", heading.replace("’", "'").replace("ł", "l").replace("Ł", "L"))
    return " ".join("".join(filterfalse(unicodedata.combining, plain)).casefold().split()).rstrip(" :.!?")
