"""The page of a partner: who it is, its part in the projects, the records that name it."""

from __future__ import annotations

from tremplin.model.edition import Edition
from tremplin.model.kinds import KINDS
from tremplin.model.page import Crumb, Page
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
    body = render("partner.html", view=view, partner=partner, name=name, description=description, groups=[group for group in groups if group[1]])
    data = {"@context": "https://schema.org", "@type": "Organization", "name": partner.legal_name, **({"url": partner.url} if partner.url else {})}
    return Page(
        address=address, language=edition.language.tag, title=partner.legal_name, description=description.value, body=body, section="partners",
        crumbs=(Crumb(view._("Partners"), "partners/"),), data=(data,), source="partners.yml",
    )
