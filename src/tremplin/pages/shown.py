"""Values as readers see them: texts with their language, dates, durations, labels. Everything here is escaped."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from tremplin.locales import Catalogue, Exact
from tremplin.model import esco
from tremplin.model.choices import LABELS
from tremplin.model.edition import LocalCard, Text, TextList
from tremplin.model.fields import noop
from tremplin.model.kinds.record import Period, Place
from tremplin.model.language import Language, language
from tremplin.model.scalars import Count, PartialDate
from tremplin.model.typography import spaced


def marked(value: str | Markup, language: Language, *, is_fallback: bool, tag: str = "span") -> Markup:
    """A text that says its language when it is not the page's (WCAG 3.1.2)."""
    if not is_fallback:
        return value if isinstance(value, Markup) else escape(value)
    return Markup(f'<{tag} lang="{language.tag}" dir="{language.direction}">{escape(value)}</{tag}>')  # noqa: S704  tags are checked, the value is escaped


def text(one: Text) -> Markup:
    """A plain text with its language."""
    return marked(one.value, one.language, is_fallback=one.is_fallback)


def foreign(*texts: Text | TextList) -> str:
    """The class of a block, or a card, that has a text in another language than the page: one mark for all. The notice above says in which."""
    return " is-foreign" if any(one.is_fallback for one in texts) else ""


def foreign_only(*texts: Text | TextList) -> Markup:
    """The same as an attribute, for blocks that have no other class."""
    return Markup(' class="is-foreign"') if foreign(*texts) else Markup("")


def unknown(words: str) -> Markup:
    """What nobody has documented, told apart from a value."""
    return Markup('<span class="tp-unknown">{}</span>').format(words)


def published(value: str, tag: str | None, *, is_fallback: bool) -> Markup:
    """A title as it was published, with its language where that is known and not the page's."""
    return marked(spaced(value, tag), language(tag), is_fallback=is_fallback) if tag else escape(value)


def concept(address: str, page: Language) -> Markup:
    """A link to a concept of ESCO under its name there, in the page's language if we have it, else in English; under its address if we have none."""
    names = esco.names(address)
    tag = page.tag if page.tag in names else "en"
    title = marked(names[tag], language(tag), is_fallback=tag != page.tag) if tag in names else address.partition("://")[2]
    return Markup(f'<a href="{escape(address)}" rel="external">{escape(title)}</a>')  # noqa: S704  both are escaped


def stop(before: str) -> str:
    """The full stop after something; none where that ends with a stop itself, as an abbreviation or a question does."""
    return "" if _STOPPED.search(before) else "."


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """A sentence with values in its gaps, and no full stop after a value that ends with one: Lithuanian dates do."""
    if "}." in sentence:
        sentence = _STOP_AFTER_A_GAP.sub(lambda found: f"{{{found[1]}}}{stop(values[found[1]])}", sentence)
    return sentence.format(**values)


_STOPPED = re.compile(r"[.!?…](?:</[a-z]+>)*$")
"""A stop at the end of a text, or of markup."""
_STOP_AFTER_A_GAP = re.compile(r"\{(\w+)\}\.(?!\w)")


def lines(items: Sequence[str]) -> Markup:
    """Labels or names one below the other: joined in a sentence, most would need a small letter, and no program knows which are names."""
    if len(items) == 1:
        return escape(items[0])
    return Markup('<ul class="tp-lines">{}</ul>').format(Markup("").join(Markup("<li>{}</li>").format(one) for one in items))


def label(catalogue: Catalogue, choice: str, value: object) -> str:
    """The label of a value of a closed list."""
    return catalogue.text(LABELS[choice][str(value)])


def date(catalogue: Catalogue, one: PartialDate) -> str:
    """A date as exact as it is known."""
    exact = _exact(one)
    return str(one.year) if exact == "year" else catalogue.month(_first_day(one)) if exact == "month" else catalogue.day(_first_day(one))


def _exact(one: PartialDate) -> Exact:
    return "year" if one.month is None else "month" if one.day is None else "day"


def _first_day(one: PartialDate) -> datetime.date:
    return datetime.date(one.year, one.month or 1, one.day or 1)


def period(catalogue: Catalogue, one: Period) -> str:
    """From when to when; open where no end is known."""
    if one.end is None:
        return catalogue.text("since {date}").format(date=date(catalogue, one.start))
    return span(catalogue, one.start, one.end)


def span(catalogue: Catalogue, start: PartialDate, end: PartialDate) -> str:
    """From one date to another, in which no part stands twice if both are equally exact."""
    if start == end:
        return date(catalogue, start)
    if _exact(start) != _exact(end):
        return f"{date(catalogue, start)} – {date(catalogue, end)}"
    return catalogue.span(_first_day(start), _first_day(end), _exact(start))


def country(catalogue: Catalogue, code: str, address: str) -> Markup:
    """The name of a country, with the way to its page from the page at `address`."""
    return Markup(f'<a href="{escape(relative(f"countries/{code.lower()}/", address))}">{escape(catalogue.country(code))}</a>')  # noqa: S704  both are escaped


def place(catalogue: Catalogue, one: Place, address: str) -> Markup:
    """Town or region, and country, with the way to the country's page."""
    nation = country(catalogue, one.country, address)
    found = Markup("{name}, {nation}").format(name=one.name, nation=nation) if one.name else nation
    return Markup("{found} <small>(NUTS {code})</small>").format(found=found, code=one.nuts) if one.nuts else found


def duration(catalogue: Catalogue, minutes: int) -> str:
    """Hours and minutes: 1 h 30 min."""
    hours, rest = divmod(minutes, 60)
    known = ((noop("{n} h"), hours), (noop("{n} min"), rest))
    return " ".join(catalogue.text(sentence).format(n=number).replace(" ", "\u00a0") for sentence, number in known if number)


def measure(catalogue: Catalogue, text: str) -> str:
    """A measure without words, with the decimal sign of the language: ≤ 1,5 cm."""
    return spaced(_DECIMAL.sub(rf"\1{catalogue.decimal_sign}\2", text), catalogue.tag)


_DECIMAL = re.compile(r"(?<![\d.])(\d+)\.(\d+)(?![\d.])")
"""Neither a date nor a version."""


def figure(catalogue: Catalogue, value: float, unit: str | None) -> str:
    """A number and its unit. Of people, small numbers are not shown."""
    if not unit:
        return catalogue.number(value)
    if is_too_small(value, unit):
        return catalogue.text("fewer than 5")
    if unit == "%":
        return spaced(f"{catalogue.number(value)}%", catalogue.tag)
    name = LABELS["unit"].get(unit)
    return f"{catalogue.number(value)}\u00a0{catalogue.text(name) if name else unit}"


def is_too_small(value: float | None, unit: str | None) -> bool:
    """Whether a figure counts so few people that they could be recognised."""
    return unit == "people" and value is not None and 0 < value < Count.SMALLEST_SHOWN


def count(catalogue: Catalogue, one: Count) -> str:
    """A number of people; small ones are not shown."""
    if one.is_suppressed:
        return catalogue.text("fewer than 5")
    return catalogue.number(one.number or 0)


def link(card: LocalCard, address: str) -> Markup:
    """A link to a record, relative to the page at `address`."""
    return Markup(f'<a href="{escape(relative(card.card.address, address))}">{text(card.title)}</a>')  # noqa: S704  both are escaped


def relative(target: str, address: str) -> str:
    """The way from one page of an edition to another; both are relative to the edition, with a slash at the end."""
    return ("../" * address.count("/") + target) or "./"


def safe_json(value: str) -> Markup:
    """JSON that may stand inside a script element: nothing in it can close the element."""
    return Markup(value.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704  every sign that HTML knows is escaped
