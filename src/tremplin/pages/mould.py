"""A record's page is made once, and other languages are poured into the same mould.

The same record looks alike in every edition that shows the same parts of it; only words differ. The first such edition makes the page
with texts and a view that leave a gap wherever an edition speaks. For the others the gaps are filled, at a tenth of what the
template costs. The test of this is that both ways make the same bytes (docs/decisions/0009-moulds.md). An answer that does not depend on
the record, such as a heading, a label or a date, is a phrase: each edition says it once for all pages that are equally deep.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.lists import Term
from tremplin.model.kinds.record import Period, Place
from tremplin.model.marker import finding, has_markers, marker
from tremplin.model.record import Value
from tremplin.model.scalars import Count, Duration, Moment, PartialDate
from tremplin.pages import shown
from tremplin.pages.templates import escaped
from tremplin.pages.terms import Finders
from tremplin.pages.view import View

_MARKERS = finding("[0-9]+|p[0-9]+")


@dataclass(frozen=True, slots=True)
class Pouring:
    """What one edition pours into a mould."""

    local: LocalRecord
    view: View
    pieces: Mapping[str, object]
    """HTML that is made for each edition outside the template, under names."""

    @property
    def spoken(self) -> Spoken:
        """What pages of the edition, as deep as this one, have in their gaps for phrases."""
        memory, key = self.view.edition.memory, ("phrases", self.view.address.count("/"))
        if key not in memory:
            memory[key] = Spoken(self)
        spoken: Spoken = memory[key]
        return spoken


class Spoken(dict["Phrase", bytes]):
    """What is in gaps for phrases, encoded. The first page says each that is asked for: whichever page says it, it is the same."""

    def __init__(self, first: Pouring) -> None:
        super().__init__()
        self._first = first

    def __missing__(self, phrase: Phrase) -> bytes:
        text = self[phrase] = escaped(phrase.said(self._first)).encode()
        return text


class Words(NamedTuple):
    """A gap for a text of the record."""

    key: str

    def said(self, pouring: Pouring) -> object:
        """What an edition has in this gap."""
        return pouring.local.texts[self.key][1]


class Item(NamedTuple):
    """A gap for one of a list of texts."""

    key: str
    number: int

    def said(self, pouring: Pouring) -> object:
        """What an edition has in this gap."""
        return pouring.local.texts[self.key][1][self.number]


class Heading(NamedTuple):
    """A gap for the heading of a section."""

    number: int

    def said(self, pouring: Pouring) -> object:
        """What an edition has in this gap."""
        return pouring.local.sections[self.number].heading


class Piece(NamedTuple):
    """A gap for something that is made outside the template."""

    name: str

    def said(self, pouring: Pouring) -> object:
        """What an edition has in this gap."""
        return pouring.pieces[self.name]


class Title(NamedTuple):
    """A gap for the title of a source, which says its language in every edition but that of this language."""

    tag: str
    plain: Markup
    marked: Markup

    def said(self, pouring: Pouring) -> Markup:
        """What an edition has in this gap."""
        return self.plain if pouring.local.language.tag == self.tag else self.marked


class Answer(NamedTuple):
    """A gap for what a view answers."""

    method: str
    arguments: tuple[object, ...]
    named: tuple[tuple[str, object], ...] = ()
    is_late: bool = False
    """Whether arguments have gaps themselves."""

    def said(self, pouring: Pouring) -> object:
        """What an edition has in this gap."""
        if not self.is_late:
            return getattr(pouring.view, self.method)(*self.arguments, **dict(self.named))
        named = {name: _filled(one, pouring) for name, one in self.named}
        return getattr(pouring.view, self.method)(*(_filled(one, pouring) for one in self.arguments), **named)


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """An answer that all pages of an edition share: most gaps are headings and labels of ours. There is one object for each, with one marker."""

    answer: Answer
    marker: Markup

    def said(self, pouring: Pouring) -> object:
        """What an edition has in this gap."""
        return self.answer.said(pouring)


Gap = Words | Item | Heading | Piece | Title | Answer | Phrase


@dataclass(frozen=True, slots=True)
class Mould:
    """A page, or part of one, cut at its gaps and encoded, as it is written. A gap that stands in several places is filled once."""

    parts: tuple[bytes, ...]
    """What stands before, between and behind the places of gaps."""
    places: tuple[int, ...] = ()
    """The gap in each, by its number: phrases come before others."""
    phrases: tuple[Phrase, ...] = ()
    others: tuple[Gap, ...] = ()

    def pour(self, pouring: Pouring) -> bytes:
        """The page in one edition."""
        return self.filled([*map(pouring.spoken.__getitem__, self.phrases), *[escaped(gap.said(pouring)).encode() for gap in self.others]])

    def filled(self, texts: Sequence[bytes]) -> bytes:
        """The page with a text for each gap."""
        made = [b""] * (len(self.parts) + len(self.places))
        made[::2] = self.parts
        made[1::2] = map(texts.__getitem__, self.places)
        return b"".join(made)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Each gap, in the order of their numbers."""
        return (*self.phrases, *self.others)


class Argument(NamedTuple):
    """A text with gaps that a view is asked with."""

    mould: Mould
    is_markup: bool

    def filled(self, pouring: Pouring) -> object:
        """What is handed to the view of an edition."""
        if self.mould.parts == (b"", b""):
            return self.mould.gaps[0].said(pouring)
        if self.is_markup:
            return Markup(self.mould.pour(pouring).decode())  # noqa: S704  its parts are markup and the rest is escaped
        return self.mould.filled([str(gap.said(pouring)).encode() for gap in self.mould.gaps]).decode()


def _filled(value: object, pouring: Pouring) -> object:
    if isinstance(value, Argument):
        return value.filled(pouring)
    return [_filled(one, pouring) for one in value] if type(value) is tuple else value


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every phrase of a build."""

    numbered: list[Phrase] = field(default_factory=list)
    known: dict[Hashable, Phrase] = field(default_factory=dict)
    """By what tells them apart; see `_identity`."""

    def new(self, answer: Answer, identity: Hashable) -> Phrase:
        """A phrase for an answer that nobody has asked for yet."""
        phrase = self.known[identity] = Phrase(answer, marker(f"p{len(self.numbered)}"))
        self.numbered.append(phrase)
        return phrase


@dataclass
class Moulds:
    """What the pages of one build share: moulds by record and shape, phrases, and the glossary's words. They stay in the process that made them and its children."""

    known: dict[Hashable, Mould] = field(default_factory=dict)
    phrases: Phrases = field(default_factory=Phrases)
    _finders: Finders | None = None

    def finders(self, terms: Mapping[str, Term]) -> Finders:
        """What finds the words of the build's glossary in texts."""
        if self._finders is None:
            self._finders = Finders(terms)
        return self._finders

    def __reduce__(self) -> tuple[type[Moulds], tuple[()]]:
        return Moulds, ()


@dataclass(frozen=True, slots=True)
class Casting:
    """A page on its way to becoming a mould: the gaps that were left so far."""

    phrases: Phrases
    """Those of all moulds that may share them."""
    gaps: list[Gap] = field(default_factory=list)

    def leave(self, gap: Gap) -> Markup:
        """A marker for a new gap, which goes through templates as it is."""
        self.gaps.append(gap)
        return marker(len(self.gaps) - 1)

    def mould(self, html: str) -> Mould:
        """What a template has made of markers, cut at them."""
        pieces = _MARKERS.split(html)
        names = pieces[1::2]
        phrases, others = dict.fromkeys(name for name in names if name[0] == "p"), dict.fromkeys(name for name in names if name[0] != "p")
        number = {name: number for number, name in enumerate((*phrases, *others))}
        return Mould(
            tuple([piece.encode() for piece in pieces[::2]]), tuple([number[name] for name in names]),
            tuple([self.phrases.numbered[int(name[1:])] for name in phrases]), tuple([self.gaps[int(name)] for name in others]),
        )

    def local(self, one: LocalRecord) -> LocalRecord:
        """A record whose texts are gaps."""
        texts = {key: (tag, self._text(key, value)) for key, (tag, value) in one.texts.items()}
        sections = tuple(
            section._replace(heading=section.heading and self.leave(Heading(number)), text=section.text._replace(value=str(texts[section.id][1])))
            for number, section in enumerate(one.sections)
        )
        return one._replace(texts=texts, sections=sections)

    def _text(self, key: str, value: Value) -> Value:
        if isinstance(value, str):
            return value and self.leave(Words(key))
        return tuple(self.leave(Item(key, number)) for number in range(len(value)))

    def view(self, one: View) -> CastingView:
        """A view that leaves a gap whenever it is asked for something that depends on the edition."""
        return CastingView(one.edition, one.address, self)

    def answer(self, method: str, arguments: tuple[object, ...], named: Mapping[str, object]) -> Markup:
        """A gap for what a view answers. Arguments may have gaps themselves."""
        identity = None if method in _OF_PAGE else _identity(method, arguments, named)
        phrase = self.phrases.known.get(identity)
        if phrase is not None:  # Nearly everything was asked before.
            return phrase.marker
        kept, kept_named = tuple(map(self._argument, arguments)), tuple((name, self._argument(one)) for name, one in named.items())
        values = (*kept, *(one for _, one in kept_named))
        answer = Answer(method, kept, kept_named, any(isinstance(one, Argument | tuple) for one in values))
        return self.phrases.new(answer, identity).marker if identity is not None and _is_shared(values) else self.leave(answer)

    def _argument(self, value: object) -> object:
        if isinstance(value, list | tuple):
            return tuple(map(self._argument, value))
        return Argument(self.mould(value), isinstance(value, Markup)) if isinstance(value, str) and has_markers(value) else value


def _identity(method: str, arguments: tuple[object, ...], named: Mapping[str, object]) -> Hashable | None:
    """What tells a question from every other; None where nothing does."""
    if not named and len(arguments) == 1 and type(arguments[0]) is str:  # Three quarters of all questions.
        return method, arguments[0]
    parts = (method, *map(_told_apart, arguments), *named, *map(_told_apart, named.values()))
    return None if None in parts else parts


def _told_apart(value: object) -> Hashable | None:
    if type(value) is str:
        return value
    if isinstance(value, list | tuple):
        parts = tuple(map(_told_apart, value))
        return None if None in parts else parts
    # Markup equals the text that it is made of, and 1 is `True`.
    return (type(value), value) if isinstance(value, _VALUES) else None


def _is_shared(value: object) -> bool:
    """Whether an argument says the same on all pages: it has no gaps but for phrases."""
    if isinstance(value, Argument):
        return not value.mould.others
    return type(value) is not tuple or all(map(_is_shared, value))


_OF_PAGE = frozenset({"absolute", "made_by"})
"""What a view answers differently on each page; the rest is alike on pages that are equally deep."""
_VALUES = (str, int, float, bool, type(None), PartialDate, Duration, Count, Moment, Period, Place)
"""Types by whose values phrases can be told apart."""
_NEUTRAL = frozenset({"to", "card", "list_attributes"})
"""What a view answers alike in every edition of one shape, or what only pages without moulds ask it."""


@dataclass(frozen=True)
class CastingView(View):
    """A view that leaves gaps."""

    casting: Casting

    def published(self, title: str, tag: str | None) -> Markup:
        """The title of a source, or a gap for it: hardly any is asked for twice, and editions differ in its mark only."""
        plain, marked = (shown.published(title, tag, is_fallback=is_fallback) for is_fallback in (False, True))
        return self.casting.leave(Title(tag, plain, marked)) if tag else plain


def _leaving(method: str) -> Callable[..., Markup]:
    """What stands in the place of a method of a view: it leaves a gap."""
    def answer(self: CastingView, *arguments: object, **named: object) -> Markup:
        return self.casting.answer(method, arguments, named)
    return answer


for _name in vars(View):
    if not _name.startswith("__") and _name not in _NEUTRAL | vars(CastingView).keys():
        setattr(CastingView, _name, _leaving(_name))


def shape_of(local: LocalRecord) -> Hashable:
    """What a page of a record has besides words: two editions of one shape can share a mould."""
    own = local.language.tag
    texts = tuple([(key, "" if tag == own else tag, bool(value) if isinstance(value, str) else len(value)) for key, (tag, value) in local.texts.items()])
    return texts, local.stale, local.has_own_words, tuple(bool(section.heading) for section in local.sections)
