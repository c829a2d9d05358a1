"""What a reader should know before reading a record: one calm box, a line for each thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tremplin.model.edition import LocalRecord
from tremplin.model.fields import noop
from tremplin.model.language import Language
from tremplin.pages.contribute import how_to_contribute, suggest_translation
from tremplin.pages.view import View

_MACHINE = noop("This is a machine translation that no reviewer has read yet.")


@dataclass(frozen=True, slots=True)
class Notice:
    """One line of the box; its action leads somewhere, or there is none."""

    kind: str
    text: str
    href: str = ""
    action: str = ""


def notices(local: LocalRecord, view: View) -> Iterator[Notice]:
    """Draft or archived, documented in part, and how far the page is in the reader's language."""
    facts = local.record.facts
    if facts.status == "draft":
        yield Notice("draft", view._("This is a draft. It is shown in previews only."))
    if facts.status == "archived":
        yield Notice("archived", view._("This is kept for the record. Nobody keeps it up to date any more."))
    if facts.documented != "full":
        yield Notice("partial", view._("Not everything about this is documented yet."), how_to_contribute(view.edition, view.address), view._("You can add what you know."))
    yield from _of_language(local, view)


def _of_language(local: LocalRecord, view: View) -> Iterator[Notice]:
    """Fallback, stale, read by somebody, or made by a machine."""
    others = local.fallbacks
    if others or not local.has_own_words:
        yield _fallback(local, others, view)
    if not local.has_own_words:
        return
    if local.stale:
        yield Notice("stale", view._("Some parts were translated from an earlier version of the original. They are marked."))
    if reviewer := local.record.words[local.language.tag].reviewed_by:
        yield Notice("reviewed", view._("This translation was read and corrected by {name}.").format(name=reviewer))
    if local.is_machine_translated:
        yield Notice("machine", view._(_MACHINE), suggest_translation(local, view.edition), view._("Review it"))


def _fallback(local: LocalRecord, others: Sequence[Language], view: View) -> Notice:
    names, href = view.listing([view.language(one) for one in others]), suggest_translation(local, view.edition)
    if local.has_own_words:
        return Notice("fallback", view._("Parts of this page are not translated yet. They are shown in: {others}.").format(others=names), href, view._("Translate them"))
    text = view._("This page is not available in {language} yet. You are reading it in: {others}.").format(language=view.language(local.language), others=names)
    return Notice("fallback", text, href, view._("Translate it"))


def machine_translated(view: View, languages: Collection[str]) -> Iterator[Notice]:
    """For an entry of a list, which languages of its texts nobody has read."""
    if view.edition.language.tag in languages:
        yield Notice("machine", view._(_MACHINE))
