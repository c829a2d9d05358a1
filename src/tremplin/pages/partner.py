"""The page of a partner: who it is, its part in the projects, the records that name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tremplin.model.edition import Edition, Text
from tremplin.model.kinds import KINDS
from tremplin.model.kinds.lists import Partner
from tremplin.model.page import Crumb, Page
from tremplin.pages.notices import machine_translated
from tremplin.pages.templates import render
from tremplin.pages.view import View


def partner_page(edition: Edition, name: str) -> Page:
    """One organisation."""
    address = f"partners/{name}/"
    view = View(edition, address)
    partner = edition.library.lists.partners[name]
    cards = [card for path in sorted({one.path for one in edition.library.backlinks.get(f"partners/{name}", ())}) if (card := view.card(path))]
    description = edition.label(partner.descriptions)
    groups = [(view._(kind.plural), [card for card in cards if card.card.kind_name == kind.name]) for kind in KINDS]
    html = render("partner.html", view=view, partner=partner, name=name, description=description, machine=tuple(machine_translated(view, partner.machine_translated)),
        groups=[group for group in groups if group[1]])
    data = {"@context": "https://schema.org", "@type": "Organization", "name": partner.legal_name, **_more(partner, description)}
    return Page(
        address=address, language=edition.language.tag, title=partner.legal_name, description=description.value, html=html.encode(), section="partners",
        crumbs=(Crumb(view._("Partners"), "partners/"),), data=(data,), source="partners.yml",
    )


def _more(partner: Partner, description: Text) -> Mapping[str, Any]:
    """What is known of an organisation besides its name."""
    place = {"addressCountry": partner.country or "", "addressLocality": partner.city or ""}
    known = {name: value for name, value in place.items() if value}
    found = {
        "alternateName": partner.short_name, "url": partner.url, "description": description.value,
        "address": {"@type": "PostalAddress", **known} if known else None,
    }
    return {name: value for name, value in found.items() if value}
