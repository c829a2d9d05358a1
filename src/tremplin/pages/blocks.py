"""Live lists of records inside hand-written pages."""

from __future__ import annotations

from collections.abc import Mapping

from tremplin.model.edition import Edition, LocalCard
from tremplin.pages.catalogue import newest_first
from tremplin.pages.templates import render
from tremplin.pages.view import View


def record_list(edition: Edition, options: Mapping[str, str], address: str) -> str:
    """The HTML of one list; `address` is the page that it stands on."""
    cards = sorted((card for card in edition.cards.values() if _fits(card, options)), key=newest_first)
    limit = options.get("limit", "")
    shown = cards[: int(limit)] if limit.isdigit() and int(limit) > 0 else cards
    return render("record_list.html", cards=shown, view=View(edition, address))


def _fits(one: LocalCard, options: Mapping[str, str]) -> bool:
    card = one.card
    return (
        options.get("kind", card.kind_name) == card.kind_name
        and (not options.get("theme") or options["theme"] in card.themes)
        and options.get("project", card.project) == card.project
    )
