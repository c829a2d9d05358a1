"""How long a test waits for something that happens elsewhere: in another process, or in a browser."""

import time
from collections.abc import Callable

PATIENCE = 300.0
"""Seconds until something that never happens fails a test: long, because a busy computer is no fault."""


def until(happened: Callable[[], object], *, what: str = "what was waited for") -> None:
    """Look again and again until something has happened; the test fails when it never does."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"{what}: it did not happen within {PATIENCE:.0f} seconds"
        time.sleep(0.01)
