"""`tremplin`, and `python -m tremplin`."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from typing import NoReturn

from tremplin.cli import main


def run() -> NoReturn:
    """Carry out what the command line says, and end the process."""
    status: object = 0
    try:
        main(prog_name="tremplin")
    except SystemExit as end:
        status = end.code
    atexit._run_exitfuncs()  # noqa: SLF001  what Python itself calls now
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # There is none, or nobody listens any more.
            stream.flush()
    # Python would give back, one by one, the hundreds of thousands of values of a base; the system does it at once.
    os._exit(status if isinstance(status, int) else int(status is not None))


if __name__ == "__main__":
    run()
