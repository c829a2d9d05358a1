"""A source is listed, and nothing in the record rests on it.

Readers want to know what a source was used for. Name it where a value rests on it (`source: its-id`), or write under the source which
sections rest on it: `supports: [why]`. Delete it when nothing does.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Draft
from tremplin.model.fields import WRONG, Model, judged, model_in
from tremplin.model.kinds.record import Source


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Sources that no value names and that support no section."""
    facts = draft.record.facts
    sections = {section.id for section in draft.record.kind.sections}
    yield from judged(_uncited(draft))
    for index, source in enumerate(facts.sources):
        for position, name in enumerate(source.unless_wrong("supports", ())):
            if name is not None and name not in sections:
                yield Diagnostic(
                    "uncited-source", draft.place("sources", index, "supports", position), message("`{name}` is no section of such a record", name=name),
                    message("possible here: {names}", names=", ".join(sorted(sections))), Severity.WARNING,
                )


def _uncited(draft: Draft) -> Iterator[Diagnostic]:
    facts = draft.record.facts
    bare = [(index, name) for index, source in enumerate(facts.sources) if _is_bare(source) and (name := source.unless_wrong("id"))]
    cited = set(_cited(facts)) if bare else set()
    for index, name in bare:
        if name not in cited:
            yield Diagnostic(
                "uncited-source", draft.place("sources", index, "id"), message("nothing in this record rests on the source `{id}`", id=name),
                message("name it where a value rests on it, write `supports: [section]`, or delete it"), Severity.WARNING,
            )


def _is_bare(source: Source) -> bool:
    """Whether a source tells neither the sections that rest on it nor the figures that it holds up, be they wrong or right."""
    return not source.unless_wrong("supports", WRONG) and not source.unless_wrong("figures", WRONG)


@cache
def _citing(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that name a source, and those that hold forms which may."""
    return tuple(name for name, info in model.model_fields.items() if name == "source" or ((form := model_in(info.annotation)) and _citing(form)))


def _cited(value: object) -> Iterator[str]:
    """The identifiers of all sources that some value names. Raises WrongValue for one in whose place others may be named."""
    if isinstance(value, Model):
        for name in _citing(type(value)):
            one = getattr(value, name)
            if name == "source" and isinstance(one, str):
                yield one
            else:
                yield from _cited(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _cited(one)
