"""What the records of a catalogue can be narrowed down by, and in which orders they can stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from tremplin.locales import heading_key
from tremplin.model.choices import LABELS
from tremplin.model.edition import LocalCard, Text
from tremplin.model.fields import noop
from tremplin.pages import shown
from tremplin.pages.view import View


class Choice(NamedTuple):
    """A value that readers may tick."""

    value: str
    label: str | Markup
    number: int
    """How many records have it."""


class Facet(NamedTuple):
    """Values of one sort."""

    name: str
    title: str
    choices: tuple[Choice, ...]


class _Sort(NamedTuple):
    """A sort of values, before any records are looked at."""

    name: str
    title: str
    values: Callable[[LocalCard], Sequence[str]]
    label: Callable[[View, str], str | Text]
    order: Sequence[str] = ()
    """That of the closed list; without one, values stand in the order of the reader's alphabet."""


def _entry(kind: str) -> Callable[[View, str], Text]:
    return lambda view, name: view.entry_title(kind, name)


def _labelled(choice: str) -> Callable[[View, str], str]:
    return lambda view, value: view.label(choice, value)


def _of(kind: str, values: Callable[[LocalCard], Sequence[str]]) -> Callable[[LocalCard], Sequence[str]]:
    return lambda one: values(one) if one.card.kind_name == kind else ()


def _known(value: str) -> Sequence[str]:
    return (value,) if value else ()


_SORTS: tuple[_Sort, ...] = (
    _Sort("theme", noop("Theme"), lambda one: one.card.themes, _entry("theme")),
    _Sort("outcome", noop("Outcome"), lambda one: _known(one.card.polarity), _labelled("polarity"), tuple(LABELS["polarity"])),
    _Sort("duration", noop("Duration"), lambda one: _known(one.card.duration_band or ""), _labelled("duration_band"), tuple(LABELS["duration_band"])),
    _Sort("kind", noop("Kind"), lambda one: _known(one.card.event_kind), _labelled("event_kind"), tuple(LABELS["event_kind"])),
    _Sort("country", noop("Country"), lambda one: one.card.countries, lambda view, code: view.country(code)),
    _Sort("audience", noop("For whom"), _of("practice", lambda one: one.card.audience), _labelled("target_group"), tuple(LABELS["target_group"])),
    _Sort("addressee", noop("Addressed to"), _of("recommendation", lambda one: one.card.audience), _labelled("addressee"), tuple(LABELS["addressee"])),
    _Sort("project", noop("Project"), lambda one: _known(one.card.project), _entry("project")),
    _Sort("origin", noop("Origin"), lambda one: (one.card.origin,), _labelled("origin"), tuple(LABELS["origin"])),
    _Sort("documented", noop("How far documented"), lambda one: (one.card.documented,), _labelled("documented"), tuple(LABELS["documented"])),
    _Sort("video", noop("Film"), lambda one: _known("yes" if one.card.has_video else ""), lambda view, _: view._("with a film"), ("yes",)),
    _Sort("own", noop("Language"), lambda one: _known("" if one.title.is_fallback else "yes"), lambda view, _: view._("available in this language"), ("yes",)),
)
"""In the order in which readers see them. Names and values stand in addresses, as those of the search do."""


def facets(view: View, cards: Sequence[LocalCard]) -> tuple[Facet, ...]:
    """What tells these records apart. A value that all of them have is no use to anybody, nor are as many values as there are records."""
    found = (_facet(sort, view, cards) for sort in _SORTS)
    return tuple(facet for facet in found if len(facet.choices) < len(cards) and any(one.number < len(cards) for one in facet.choices))


def _facet(sort: _Sort, view: View, cards: Sequence[LocalCard]) -> Facet:
    counted = Counter(value for one in cards for value in dict.fromkeys(sort.values(one)))
    labels = {value: sort.label(view, value) for value in counted}
    ordered = sorted(counted, key=sort.order.index if sort.order else lambda value: heading_key(str(labels[value])))
    return Facet(sort.name, view._(sort.title), tuple(Choice(value, _shown(labels[value]), counted[value]) for value in ordered))


def _shown(label: str | Text) -> str | Markup:
    return shown.text(label) if isinstance(label, Text) else label


def found_by(one: LocalCard, names: frozenset[str]) -> str:
    """What the filters and orders of a catalogue go by, in one attribute: `theme:homes country:FR minutes:90`."""
    sorts = (f"{sort.name}:{value}" for sort in _SORTS if sort.name in names for value in sort.values(one))
    return " ".join((*sorts, *_measures(one)))


def _measures(one: LocalCard) -> Iterator[str]:
    card = one.card
    if any(card.sort):
        year, month, day = card.sort
        yield f"date:{year:04}{month:02}{day:02}"
    if card.changed:
        yield f"changed:{card.changed.replace('-', ''):0<8}"
    if card.minutes:
        yield f"minutes:{card.minutes}"
    if card.evidence is not None:
        yield f"evidence:{card.evidence}"


def orders(view: View, cards: Sequence[LocalCard]) -> tuple[tuple[str, str], ...]:
    """The orders in which these records can stand, the one in which they do first. What never happened anywhere is new when it is written or changed."""
    has_dates = any(any(one.card.sort) for one in cards)
    found = (
        ("newest", noop("Newest first"), has_dates),
        ("title", noop("Title, A to Z"), True),
        ("changed", noop("Newest first"), not has_dates and len({one.card.changed for one in cards}) > 1),
        ("shortest", noop("Shortest first"), any(one.card.minutes for one in cards)),
        ("evidence", noop("Strongest evidence first"), any(one.card.evidence is not None for one in cards)),
    )
    return tuple((name, view._(label)) for name, label, is_useful in found if is_useful)
