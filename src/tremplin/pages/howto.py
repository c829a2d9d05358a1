"""What search engines learn of the gestures of a micro-training: how each is made, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.module import Gesture, ModuleFacts
from tremplin.pages.view import View


def how_to(local: LocalRecord, view: View) -> Mapping[str, Any]:
    """The part of a course that is a schema.org HowTo, with a section for each gesture whose steps are written; nothing where none is."""
    facts = local.record.facts
    assert isinstance(facts, ModuleFacts)
    sections = [dict(_section(local, gesture, view)) for gesture in facts.gestures if local.items(f"gestures.{gesture.id}.steps")]
    if not sections:
        return {}
    found: dict[str, Any] = {"@type": "HowTo", "name": local.words("title").value, "inLanguage": local.words("title").language.tag, "step": sections}
    for name, key in (("tool", "tools"), ("supply", "protective_equipment")):
        if local.items(key):
            found[name] = list(local.items(key).items)
    return {"hasPart": found}


def _section(local: LocalRecord, gesture: Gesture, view: View) -> Iterator[tuple[str, Any]]:
    key = f"gestures.{gesture.id}"
    yield "@type", "HowToSection"
    yield "name", local.words(f"{key}.title").value
    if local.words(f"{key}.why"):
        yield "description", local.words(f"{key}.why").value
    if view.edition.library.site.url:
        yield "url", f"{view.absolute()}#gesture-{gesture.id}"
    yield "itemListElement", [{"@type": "HowToStep", "position": number, "text": text} for number, text in enumerate(local.items(f"{key}.steps").items, 1)]
