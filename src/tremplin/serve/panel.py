"""What a page of the preview says about the base: every fault, and which records are left out because of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tremplin.diagnostics import Diagnostic, Message
from tremplin.locales import Catalogue, catalogue
from tremplin.model.kinds import BY_FOLDER
from tremplin.serve.state import Panel

SHOWN = 50
"""How many faults a panel lists; the terminal lists all."""


def panels(tags: Sequence[str], diagnostics: Iterable[Diagnostic], stopped: tuple[Message, Message | None] | None) -> Mapping[str, Panel]:
    """The panel in each language; `stopped` says why the last build came to nothing, and what to do."""
    faults = [diagnostic for diagnostic in diagnostics if diagnostic.is_fault]
    return {tag: _panel(catalogue(tag), faults, stopped) for tag in tags}


def _panel(spoken: Catalogue, faults: Sequence[Diagnostic], stopped: tuple[Message, Message | None] | None) -> Panel:
    items = [_item("", *stopped, spoken)] if stopped else []
    items += [_item(str(fault.location), fault.message, fault.hint, spoken) for fault in faults]
    if not items:
        return {}
    more = len(items) - SHOWN
    return {
        "language": spoken.tag, "direction": spoken.locale.text_direction,
        "title": spoken.plural("{n} fault", "{n} faults", len(items)), "close": spoken.text("Close"), "faults": items[:SHOWN],
        "more": spoken.plural("{n} more; the terminal shows them all.", "{n} more; the terminal shows them all.", more) if more > 0 else "",
        "leftOut": _left_out_line(spoken, left_out(faults)),
    }


def _item(place: str, said: Message, hint: Message | None, spoken: Catalogue) -> Mapping[str, str]:
    return {"place": place, "message": said.text(spoken.text), "hint": hint.text(spoken.text) if hint else ""}


def _left_out_line(spoken: Catalogue, paths: Sequence[str]) -> str:
    if not paths:
        return ""
    said = spoken.plural("{n} record is left out because it has faults:", "{n} records are left out because they have faults:", len(paths))
    return f"{said} {spoken.listing(paths)}"


def left_out(faults: Iterable[Diagnostic]) -> list[str]:
    """The records in whose folders there are faults, sorted: those which a preview does without."""
    places = (fault.location.path.split("/") for fault in faults)
    return sorted({"/".join(steps[:2]) for steps in places if steps[0] in BY_FOLDER and len(steps) > 1})
