"""A live list of records in a hand-written page is not written as it must be, or has an option that is not known.

A list looks like this: a line `/// records`, options indented by four spaces (`kind: practice`, `theme: local-services`, `limit: 3`), and a line `///`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Message, message
from tremplin.model.kinds import BY_NAME
from tremplin.model.library import Library
from tremplin.model.source import limit_of

OPTIONS = ("kind", "theme", "project", "limit")


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Options of live lists that would show nothing or something else."""
    for block in library.blocks:
        for option, value in block.options.items():
            hint = _hint(library, option, value)
            if hint:
                yield Diagnostic("records-block", block.places[option], message("`{option}: {value}` is not possible in a list of records", option=option, value=value), hint)


def _hint(library: Library, option: str, value: str) -> Message | None:
    known = {"kind": list(BY_NAME), "theme": list(library.lists.themes), "project": list(library.lists.projects)}
    if option not in OPTIONS:
        return message("possible here: {names}", names=", ".join(OPTIONS))
    if option == "limit":
        return None if limit_of(value) else message("write a number: `limit: 3`")
    return None if value in known[option] else message("possible here: {names}", names=", ".join(known[option]) or "–")
