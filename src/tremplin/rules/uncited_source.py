"""A source is listed, and nothing in the record rests on it.

Readers want to know what a source was used for. Name it where a value rests on it (`source: its-id`), or write under the source which
sections rest on it: `supports: [why]`. Delete it when nothing does.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.model.draft import Draft
from tremplin.model.fields import Model
from tremplin.model.kinds.record import Source


def check(draft: Draft) -> Iterator[Diagnostic]:
    """Sources that no value names and that support no section."""
    facts = draft.record.facts
    sections = {section.id for section in draft.record.kind.sections}
    cited = set(_cited(facts)) if any(map(_is_bare, facts.sources)) else set()
    for index, source in enumerate(facts.sources):
        for position, name in enumerate(source.supports):
            if name not in sections:
                yield Diagnostic(
                    "uncited-source", draft.place("sources", index, "supports", position), message("`{name}` is no section of such a record", name=name),
                    message("possible here: {names}", names=", ".join(sorted(sections))), Severity.WARNING,
                )
        if _is_bare(source) and source.id not in cited:
            yield Diagnostic(
                "uncited-source", draft.place("sources", index, "id"), message("nothing in this record rests on the source `{id}`", id=source.id),
                message("name it where a value rests on it, write `supports: [section]`, or delete it"), Severity.WARNING,
            )


def _is_bare(source: Source) -> bool:
    """Whether a source tells neither the sections that rest on it nor the figures that it holds up."""
    return not source.supports and not source.figures


def _cited(value: object) -> Iterator[str]:
    """The identifiers of all sources that some value names."""
    if isinstance(value, Model):
        for name in type(value).model_fields:
            one = getattr(value, name)
            if name == "source" and isinstance(one, str):
                yield one
            else:
                yield from _cited(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _cited(one)
