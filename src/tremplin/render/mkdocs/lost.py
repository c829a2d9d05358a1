"""What an edition tells visitors whose page is not there: where they can go on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tremplin.render.mkdocs.work import EditionWork

WAYS = ("good_practices/", "microtrainings/", "skills/", "recommendations/", "glossary/", "search/")
"""Where most visitors want to go, in the order of the menu."""


def lost(work: EditionWork, title: str) -> str:
    """The body of the page. It is served at addresses that nobody knows beforehand, so its links begin at the host."""
    advice = work.catalogue.text("Perhaps it has moved. You can start again here:")
    root = f"{work.site.path}{work.language.segment}/"
    links = "".join(f'<li><a href="{escape(root + address)}">{escape(name)}</a></li>' for name, address in _ways(work))
    return f'<h1>{escape(title)}</h1><p>{escape(advice)}</p><ul class="tp-links tp-lost">{links}</ul>'


def _ways(work: EditionWork) -> Iterator[tuple[str, str]]:
    titles = {stub.address: stub.title for stub in work.stubs}
    yield work.catalogue.text("Home"), ""
    yield from ((titles[address], address) for address in WAYS if address in titles)
