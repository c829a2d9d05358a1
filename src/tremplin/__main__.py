"""`tremplin` and `python -m tremplin`."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""What programs end with after Ctrl-C: 128 and the number of the signal."""


def run() -> None:
    """Carry a command out. Whoever presses Ctrl-C in the first moment, before anything can be said, is not answered with a traceback."""
    try:
        from tremplin.cli import main

        main(prog_name="tremplin")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
