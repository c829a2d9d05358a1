"""The library in one language; each text knows its language and whether it is a fallback or stale."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tremplin.locales import Catalogue
from tremplin.model.language import Language, language
from tremplin.model.library import Library
from tremplin.model.record import Card, Record, Value
from tremplin.model.typography import spaced


class Text(NamedTuple):
    """A text as an edition shows it. Never markup: prose is Markdown until it is rendered."""

    value: str
    language: Language
    is_fallback: bool = False
    is_stale: bool = False

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


class TextList(NamedTuple):
    """A list of texts that is translated as one."""

    items: tuple[str, ...]
    language: Language
    is_fallback: bool = False
    is_stale: bool = False

    def __bool__(self) -> bool:
        return bool(self.items)


class LocalSection(NamedTuple):
    """A section of prose in one edition."""

    id: str
    heading: str
    """In the edition's language for sections that the kind knows; free headings are in the text's own language."""
    text: Text
    is_free: bool = False


class LocalCard(NamedTuple):
    """A record's card in one edition."""

    card: Card
    title: Text
    summary: Text
    plain: bool


class LocalRecord(NamedTuple):
    """A record in one edition."""

    record: Record
    card: Card
    language: Language
    texts: Mapping[str, tuple[str, Value]]
    """For each key, the language in which it is shown and its value."""
    stale: frozenset[str]
    """Keys whose translation is older than its original."""
    languages: Mapping[str, Language]
    sections: tuple[LocalSection, ...] = ()

    @property
    def has_own_words(self) -> bool:
        """Whether anything of it is in the edition's language."""
        return self.language.tag in self.record.words

    @property
    def is_machine_translated(self) -> bool:
        """Whether a machine translated it and no named reviewer has read it."""
        wording = self.record.words.get(self.language.tag)
        return wording is not None and wording.method == "machine" and not wording.reviewed_by

    @property
    def fallbacks(self) -> tuple[Language, ...]:
        """The languages in which some of its texts are shown instead of the edition's."""
        found = {tag for tag, _ in self.texts.values() if tag != self.language.tag}
        return tuple(self.languages[tag] for tag in sorted(found))

    def words(self, key: str) -> Text:
        """The text under `key`, empty when there is none in any language."""
        tag, value = self.texts.get(key, (self.language.tag, ""))
        shown = value if isinstance(value, str) else ", ".join(value)
        return Text(shown, self.languages[tag], tag != self.language.tag, key in self.stale)

    def items(self, key: str) -> TextList:
        """The list of texts under `key`, empty when there is none."""
        tag, value = self.texts.get(key, (self.language.tag, ()))
        shown = (value,) if isinstance(value, str) else value
        return TextList(shown, self.languages[tag], tag != self.language.tag, key in self.stale)

    def section(self, section_id: str) -> LocalSection | None:
        """The section with this identifier, None when no language has it."""
        return next((section for section in self.sections if section.id == section_id), None)


@dataclass(frozen=True, slots=True)
class Edition:
    """The library as read in one language."""

    library: Library
    language: Language
    catalogue: Catalogue
    cards: Mapping[str, LocalCard]
    languages: Mapping[str, Language]
    """All languages of the site by tag."""
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What several pages show alike, as far as one of them has made it."""

    def label(self, labels: Mapping[str, str], original: str = "en") -> Text:
        """The label in this edition's language, or the nearest language that has it."""
        for tag in (*chain(self.language, original), *sorted(labels)):
            if tag in labels:
                return Text(spaced(labels[tag], tag), self.languages.get(tag) or language(tag), tag != self.language.tag)
        return Text("", self.language)

    def cards_of(self, kind: str) -> Iterator[LocalCard]:
        """The cards of one kind, in the order of the library."""
        return (card for card in self.cards.values() if card.card.kind_name == kind)


def chain(language: Language, original: str) -> tuple[str, ...]:
    """Where a text is looked for: the language itself, its fallbacks from mkdocs.yml, then the original."""
    return tuple(dict.fromkeys((language.tag, *language.fallback, original)))
