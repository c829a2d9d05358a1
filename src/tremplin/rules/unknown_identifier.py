"""A field names a source, a gesture or a part that the record does not have.

The claim would stand without its source, or the chapter without its gesture. Write the identifier as it stands under `sources`, `gestures` or `parts`, or add what is missing there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tremplin.diagnostics import Diagnostic, message
from tremplin.model.draft import Draft
from tremplin.model.fields import judged
from tremplin.model.kinds.module import ModuleFacts
from tremplin.model.kinds.practice import PracticeFacts
from tremplin.model.kinds.record import Facts
from tremplin.model.kinds.trial import TrialFacts

_Named = tuple[tuple[str | int, ...], str | None]
"""The way to a value, and what it names; None where it names nothing, or is wrong."""


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Identifiers that nothing in the same record answers to."""
    facts = draft.record.facts
    yield from judged(_unknown(draft, _sources(draft), facts, "sources"))
    if isinstance(facts, ModuleFacts):
        yield from judged(_unknown(draft, _gestures(facts), facts, "gestures"))


def _sources(draft: Draft) -> Iterator[_Named]:
    facts = draft.record.facts
    if isinstance(facts, PracticeFacts):
        for index, change in enumerate(facts.unless_wrong("evolution", ())):
            yield ("evolution", index, "source"), change.unless_wrong("source")
        if cost := facts.unless_wrong("cost"):
            yield ("cost", "source"), cost.unless_wrong("source")
    if isinstance(facts, TrialFacts):
        yield ("source",), facts.unless_wrong("source")
    if isinstance(facts, ModuleFacts):
        for g, gesture in enumerate(facts.unless_wrong("gestures", ())):
            for c, criterion in enumerate(gesture.unless_wrong("criteria", ())):
                yield ("gestures", g, "criteria", c, "source"), criterion.unless_wrong("source")


def _gestures(facts: ModuleFacts) -> Iterator[_Named]:
    for index, part in enumerate(facts.unless_wrong("parts", ())):
        yield ("parts", index, "gesture"), part.unless_wrong("gesture")
    for v, video in enumerate(facts.unless_wrong("videos", ())):
        for c, chapter in enumerate(video.unless_wrong("chapters", ())):
            yield ("videos", v, "chapters", c, "gesture"), chapter.unless_wrong("gesture")


def _unknown(draft: Draft, named: Iterable[_Named], facts: Facts, field: str) -> Iterator[Diagnostic]:
    """Names that none of what stands in a list answers to. Raises WrongValue when one of its own identifiers is wrong, which may be the one that is meant."""
    known = {item.id for item in facts.get(field)}
    for path, name in named:
        if name and name not in known:
            yield Diagnostic(
                "unknown-identifier", draft.place(*path), message("there is no `{id}` among the `{field}` of this record", id=name, field=field),
                message("known: {known}", known=", ".join(sorted(known)) or "–"),
            )
