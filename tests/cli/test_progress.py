"""The bar that shows how far something long has come."""

import io
import sys

import pytest

from tremplin.cli.progress import progress


class Terminal(io.StringIO):
    """What is shown to somebody who looks on."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("kind", "is_drawn"), [("xterm", True), ("dumb", False)])
def test_a_bar_is_drawn_where_it_can_be_taken_away_again(monkeypatch: pytest.MonkeyPatch, kind: str, *, is_drawn: bool) -> None:
    monkeypatch.setenv("TERM", kind)
    monkeypatch.setattr(sys, "stderr", Terminal())

    with progress("Reading") as told:
        told(1, 2)

    assert isinstance(sys.stderr, Terminal)
    assert bool(sys.stderr.getvalue()) is is_drawn
