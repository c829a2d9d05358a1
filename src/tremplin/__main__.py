"""`tremplin` and `python -m tremplin`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

INTERRUPTED = 130
"""What programs end with after Ctrl-C: 128 and the number of the signal."""


def run() -> None:
    """Carry a command out. Whoever presses Ctrl-C in the first moment, before anything can be said, is not answered with a traceback."""
    # A base becomes hundreds of thousands of small values that all stay. Looking for circles among them again and again costs more than parsing.
    gc.set_threshold(400_000, 50, 1000)
    try:
        from tremplin.cli import main

        main(prog_name="tremplin")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as ended:
        if isinstance(ended.code, int) and not (sys.gettrace() or sys.getprofile()):  # Whoever measures or debugs wants to go on.
            _leave(ended.code)
        raise


def _leave(code: int) -> None:
    """End the process at once, as mypy does: taking a base in memory apart, value by value, costs a twentieth of a build.

    Comes back where nobody takes what is still to be said.
    """
    atexit._run_exitfuncs()  # noqa: SLF001  There is no other way to it, and only memory is to be left as it is.
    with suppress(OSError):  # Python itself then says that it could not print.
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(code)


if __name__ == "__main__":
    run()
