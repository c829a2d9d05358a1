"""What the open pages need to know, and the way it gets to them."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Panel = Mapping[str, Any]
"""What the panel shows in one language, ready for JSON; empty when there is nothing to say."""


@dataclass(frozen=True, slots=True)
class State:
    """The preview at one moment. A page that was loaded in another state knows from this what it has missed."""

    number: int = 0
    """Counts the states."""
    pages: int = 0
    """The state since which pages are as they are."""
    styles: int = 0
    """The same for stylesheets."""
    panels: Mapping[str, Panel] = field(default_factory=dict)
    """The panel in each language of the site, the default language first."""

    def panel(self, language: str) -> Panel:
        """The panel in a language, or in the default one where the site does not speak it."""
        return self.panels.get(language) or next(iter(self.panels.values()), {})


class Hub:
    """Holds the state and wakes whoever waits for the next one. Threads may share it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        first = time.time_ns() // 1_000_000  # Not 0: pages that an earlier server has sent must see that this is another one.
        self._state = State(first, first, first)
        self._is_closed = False

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    def tell(self, panels: Mapping[str, Panel], *, pages: bool = False, styles: bool = False) -> None:
        """Go on to the next state; `pages` and `styles` say what has changed on the site."""
        with self._changed:
            before = self._state
            number = before.number + 1
            self._state = State(number, number if pages else before.pages, number if styles else before.styles, panels)
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> State | None:
        """The first state that is not `number`, or the present one when nothing happens for some seconds; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._state.number != number, seconds)
            return None if self._is_closed else self._state

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
