"""A field names a source, a gesture or a part that the record does not have.

The claim would stand without its source, or the chapter without its gesture. Write the identifier as it stands under `sources`, `gestures` or `parts`, or add what is missing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.kinds.module import ModuleFacts
from tremplin.model.kinds.practice import PracticeFacts
from tremplin.model.kinds.trial import TrialFacts

_Named = tuple[tuple[str | int, ...], str]


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Identifiers that nothing in the same record answers to."""
    facts = draft.record.facts
    yield from _unknown(draft, _sources(draft), {source.id for source in facts.sources}, "sources")
    if isinstance(facts, ModuleFacts):
        yield from _unknown(draft, _gestures(facts), {gesture.id for gesture in facts.gestures}, "gestures")


def _sources(draft: Draft) -> Iterator[_Named]:
    facts = draft.record.facts
    if isinstance(facts, PracticeFacts):
        for index, change in enumerate(facts.evolution):
            yield ("evolution", index, "source"), change.source
        if facts.cost:
            yield ("cost", "source"), facts.cost.source
    if isinstance(facts, TrialFacts) and facts.source:
        yield ("source",), facts.source
    if isinstance(facts, ModuleFacts):
        for g, gesture in enumerate(facts.gestures):
            for c, criterion in enumerate(gesture.criteria):
                if criterion.source:
                    yield ("gestures", g, "criteria", c, "source"), criterion.source


def _gestures(facts: ModuleFacts) -> Iterator[_Named]:
    for index, part in enumerate(facts.parts):
        if part.gesture:
            yield ("parts", index, "gesture"), part.gesture
    for v, video in enumerate(facts.videos):
        for c, chapter in enumerate(video.chapters):
            yield ("videos", v, "chapters", c, "gesture"), chapter.gesture


def _unknown(draft: Draft, named: Iterable[_Named], known: set[str], field: str) -> Iterator[Diagnostic]:
    for path, name in named:
        if name not in known:
            yield Diagnostic(
                "unknown-identifier", draft.place(*path), message("there is no `{id}` among the `{field}` of this record", id=name, field=field),
                message("known: {known}", known=", ".join(sorted(known)) or "–"),
            )
