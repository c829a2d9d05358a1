"""What every template may ask for: the edition's strings, the way to other pages, labels of closed lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup, escape

from tremplin.model.edition import Edition, LocalCard, Text, TextList
from tremplin.model.kinds.record import Period, Place
from tremplin.model.language import Language
from tremplin.model.library import LIST_FOLDERS
from tremplin.model.marker import marker
from tremplin.model.scalars import Count, Duration, PartialDate
from tremplin.pages import licences, shown
from tremplin.pages.templates import escaped, macro

T = TypeVar("T")
_ROOT = marker("root")
"""Stands for the way up to the edition's first page in a card, which is made once for pages of any depth."""


@dataclass(frozen=True)
class View:
    """One page's window on its edition."""

    edition: Edition
    address: str

    def _(self, sentence: str) -> str:
        return self.edition.catalogue.text(sentence)

    def say(self, sentence: str, **values: object) -> Markup:
        """A sentence with values in its gaps."""
        # Markup.format does the same at five times the cost.
        return Markup(shown.filled(escaped(self._(sentence)), {name: escaped(value) for name, value in values.items()}))  # noqa: S704  all is escaped

    def stop(self, before: str) -> str:
        """The full stop after something; none where that ends with one itself."""
        return shown.stop(before)

    def listing(self, items: Sequence[str]) -> str:
        """Items joined as the language joins them: a, b and c."""
        return self.edition.catalogue.listing(items)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The sentence that fits the number."""
        return self.edition.catalogue.plural(one, many, number)

    def label(self, choice: str, value: object) -> str:
        """The label of a value of a closed list."""
        return shown.label(self.edition.catalogue, choice, value)

    def to(self, address: str) -> str:
        """The way to another page of the edition."""
        return shown.relative(address, self.address)

    def absolute(self) -> str:
        """The page's full address, as far as the site knows its own."""
        return f"{self.edition.library.site.url or '/'}{self.edition.language.segment}/{self.address}"

    def card(self, path: str) -> LocalCard | None:
        """The card of a record, None when it is not published."""
        return self.edition.cards.get(path)

    def link(self, path: str) -> Markup:
        """A link to a record or list entry by its path, with its title."""
        card = self.edition.cards.get(path)
        if card is not None:
            return shown.link(card, self.address)
        folder, _, name = path.partition("/")
        kind = next((kind for kind, place in LIST_FOLDERS.items() if place == folder), "")
        return self.entry(kind, name)

    def entry(self, kind: str, name: str) -> Markup:
        """A partner, project or theme under its name, linked where it has a page."""
        entry = self.edition.library.lists.of(kind).get(name)
        if entry is None:
            return escape(name)
        title = self.entry_title(kind, name)
        if kind == "theme" and f"themes/{name}" not in self.edition.library.backlinks:
            return shown.text(title)
        return Markup(f'<a href="{escape(self.to(f"{LIST_FOLDERS[kind]}/{name}/"))}">{shown.text(title)}</a>')  # noqa: S704  both are escaped

    def entry_title(self, kind: str, name: str) -> Text:
        """How a list entry is called in this edition."""
        return entry_title(self.edition, kind, name)

    def published(self, title: str, tag: str | None) -> Markup:
        """The title of a source in its own language."""
        return shown.published(title, tag, is_fallback=tag != self.edition.language.tag)

    def concept(self, address: str) -> Markup:
        """A skill or an occupation of ESCO under its name there."""
        return shown.concept(address, self.edition.language)

    def date(self, one: PartialDate) -> str:
        """A date as exact as it is known."""
        return shown.date(self.edition.catalogue, one)

    def licence(self, name: str) -> Markup:
        """A licence by its SPDX identifier, with the way to its text."""
        return licences.linked(self.edition.catalogue, name)

    def licence_name(self, name: str) -> str:
        """A licence by its SPDX identifier, as people call it."""
        return licences.name_of(self.edition.catalogue, name)

    def moment(self, date: str) -> str:
        """The date of a card, which keeps it as text: `2023-10` becomes October 2023."""
        return self.date(PartialDate.parse(date))

    def period(self, one: Period) -> str:
        """From when to when."""
        return shown.period(self.edition.catalogue, one)

    def span(self, start: PartialDate, end: PartialDate) -> str:
        """From one date to another."""
        return shown.span(self.edition.catalogue, start, end)

    def place(self, one: Place) -> Markup:
        """Town and country, with the way to what else there is in that country."""
        return shown.place(self.edition.catalogue, one, self.address)

    def duration(self, one: Duration | int) -> str:
        """Hours and minutes."""
        return shown.duration(self.edition.catalogue, one if isinstance(one, int) else one.minutes)

    def measure(self, text: str) -> str:
        """A measure without words."""
        return shown.measure(self.edition.catalogue, text)

    def figure(self, value: float, unit: str | None = None) -> str:
        """A number and its unit."""
        return shown.figure(self.edition.catalogue, value, unit)

    def sample(self, one: Count) -> Markup:
        """How many people were counted, on one line."""
        return Markup(str(self.say("n = {n}", n=self.count(one))).replace(" ", "\u00a0"))  # noqa: S704  it was escaped

    def count(self, one: Count) -> str:
        """A number of people, not shown when it is small."""
        return shown.count(self.edition.catalogue, one)

    def money(self, value: float, currency: str) -> str:
        """An amount."""
        return self.edition.catalogue.money(value, currency)

    def country(self, code: str) -> str:
        """The name of a country."""
        return self.edition.catalogue.country(code)

    def nation(self, code: str) -> Markup:
        """The name of a country in which there is a record or a partner, with the way to its page."""
        return shown.country(self.edition.catalogue, code, self.address)

    def card_html(self, one: LocalCard | str, *, with_kind: bool = True, found_by: str = "") -> Markup:
        """A record as a card; nothing when the record is not published. `found_by` is what filters of a catalogue go by."""
        card = self.card(one) if isinstance(one, str) else one
        if card is None:
            return Markup("")
        depth = self.address.count("/")
        if found_by:
            return _article(self._inside_card(card, "../" * depth, with_kind=with_kind), f' data-facts="{escape(found_by)}"')
        # Pages of themes, countries and partners are equally deep and show the same cards.
        memory, whole = self.edition.memory, ("whole card", card.card.kind_name, card.card.id, depth, with_kind)
        if whole not in memory:
            memory[whole] = _article(self._inside_card(card, "../" * depth, with_kind=with_kind))
        found: Markup = memory[whole]
        return found

    def _inside_card(self, card: LocalCard, up: str, *, with_kind: bool) -> str:
        """What a card holds on a page from which `up` leads to the edition's first."""
        memory, record = self.edition.memory, card.card
        kind, told = ("kind of card", record.kind_name, record.polarity, with_kind), ("card", record.kind_name, record.id)
        if kind not in memory:
            memory[kind] = str(macro("macros.html", "card_kind")(record, self, with_kind))
        if told not in memory:
            memory[told] = str(macro("macros.html", "card")(card, self, _ROOT)).split(_ROOT)
        before, after = memory[told]
        return f"{memory[kind]}{before}{up}{after}"

    def made_by(self, maker: Callable[[View, T], Markup], subject: T) -> Markup:
        """Something that a page's own file makes for the edition."""
        return maker(self, subject)

    def language(self, one: Language | str) -> str:
        """The name of a language, in the edition's."""
        return self.edition.catalogue.language(one if isinstance(one, str) else one.tag)

    def list_attributes(self, one: TextList) -> Markup:
        """`lang` and `dir` for a list that is not in the page's language."""
        if not one.is_fallback:
            return Markup("")
        return Markup(' lang="{lang}" dir="{dir}"').format(lang=one.language.tag, dir=one.language.direction)


def _article(inside: str, attributes: str = "") -> Markup:
    return Markup(f'<article class="tp-card"{attributes}>\n{inside}</article>')  # noqa: S704  all parts are escaped


def entry_title(edition: Edition, kind: str, name: str) -> Text:
    """How a partner, project, term or theme is called in an edition."""
    lists = edition.library.lists
    if name not in lists.of(kind):
        return Text(name, edition.language)  # In a preview its entry may be left out.
    if kind == "partner":
        partner = lists.partners[name]
        return Text(partner.short_name or partner.legal_name, edition.language)
    if kind == "project":
        return Text(lists.projects[name].acronym, edition.language)
    labelled: Mapping[str, str] = lists.terms[name].labels if kind == "term" else lists.themes[name].labels
    original = lists.terms[name].original if kind == "term" else lists.themes[name].original
    return edition.label(labelled, original)
