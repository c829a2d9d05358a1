"""A record together with the files it was read from: what the rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tremplin.diagnostics import Location
from tremplin.model.prose import line_and_column
from tremplin.model.record import Record, Wording
from tremplin.model.source import Path, RecordSource


@dataclass(frozen=True)
class Texts:
    """The words of a record, whether its facts are right or not."""

    folder: str
    words: Mapping[str, Wording]

    @cached_property
    def prose(self) -> tuple[tuple[Wording, str, str, int], ...]:
        """Every section: its wording, its key, its text and the line at which the text begins. Many rules look at them, one after the other."""
        return tuple(
            (wording, key, text, line) for wording in self.words.values() for key, line in wording.lines.items() if isinstance(text := wording.texts.get(key), str)
        )

    def prose_place(self, wording: Wording, first_line: int, text: str, offset: int) -> Location:
        """Where the character at `offset` of a section's text stands."""
        line, column = line_and_column(text, offset)
        return Location(f"{self.folder}/{wording.language}.md", first_line + line, column)


@dataclass(frozen=True, slots=True)
class Draft:
    """A record as far as its values have the right form, before anybody has said that they make sense."""

    source: RecordSource
    record: Record

    def place(self, *path: str | int) -> Location:
        """Where a value of record.yml stands."""
        assert self.source.facts is not None  # Without facts there is no record.
        return self.source.facts.place(path)

    def texts_place(self, wording: Wording, key: str) -> Location:
        """Where the text of a section begins."""
        return Location(f"{self.source.folder}/{wording.language}.md", wording.lines[key], 1)

    def words_place(self, language: str, path: Path) -> Location:
        """Where a value of a front matter stands."""
        return self.source.words[language].front.place(path)
