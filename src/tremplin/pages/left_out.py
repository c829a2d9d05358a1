"""In previews, the page of a record that is left out: what is wrong and what to do, in the reader's language."""

from __future__ import annotations

from tremplin.model.edition import Edition
from tremplin.model.kinds import BY_NAME
from tremplin.model.page import Crumb, Page
from tremplin.pages.templates import render
from tremplin.pages.view import View


def left_out_page(edition: Edition, path: str) -> Page:
    """The faults of one record."""
    entry = edition.library.entries[path]
    kind = BY_NAME[entry.kind_name]
    view = View(edition, f"{path}/")
    translate = edition.catalogue.text
    faults = [(fault.location, fault.code, fault.message.text(translate), fault.hint.text(translate) if fault.hint else "") for fault in entry.faults()]
    html = render("left_out.html", view=view, path=path, faults=faults)
    return Page(
        address=f"{path}/", language=edition.language.tag, title=view._("Left out: {path}").format(path=path), description="", html=html.encode(), section=kind.folder,
        crumbs=(Crumb(view._(kind.plural), f"{kind.folder}/"),), source=f"{path}/record.yml", editions=("",),
    )
