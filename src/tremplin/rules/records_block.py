"""A live list of records in a hand-written page is not written as it must be, or has an option that is not known.

A list looks like this: a line `/// records`, options indented by four spaces (`kind: practice`, `theme: local-services`, `limit: 3`), and a line `///`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tremplin.diagnostics import Diagnostic, Message, message
from tremplin.model.kinds import BY_NAME
from tremplin.model.library import LIST_FOLDERS, Library
from tremplin.model.record import Reference
from tremplin.model.source import BlockSource, limit_of

OPTIONS = ("kind", "theme", "project", "limit")


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Options of live lists that would show nothing or something else."""
    for block in library.blocks:
        for option, value in block.options.items():
            hint = _hint(library, block, option, value)
            if hint:
                yield Diagnostic("records-block", block.places[option], message("`{option}: {value}` is not possible in a list of records", option=option, value=value), hint)


def _hint(library: Library, block: BlockSource, option: str, value: str) -> Message | None:
    """What to write in place of a value that is not possible; None for one that is, or that is left out because of its own faults."""
    known = {"kind": list(BY_NAME), "theme": list(library.lists.themes), "project": list(library.lists.projects)}
    if option not in OPTIONS:
        return message("possible here: {names}", names=", ".join(OPTIONS))
    if option == "limit":
        return None if limit_of(value) else message("write a number: `limit: 3`")
    is_left_out = option in LIST_FOLDERS and library.is_left_out(Reference(option, option, value, block.location))
    return None if value in known[option] or is_left_out else message("possible here: {names}", names=", ".join(known[option]) or "–")
