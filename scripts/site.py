"""Build every edition of the site and serve it: `python3 scripts/site.py`, with nothing set up before.

`--no-serve` only builds. `--language` chooses the language of the messages. All other arguments, such as `--port`, go to
`tremplin serve`, or to `tremplin build` with `--no-serve`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import INTERRUPTED, PYTHON, ROOT, RUNTIME, become, enter, run

# isort: split
# That import says so when Python is too old, so it comes before all that an old one does not have
import argparse
import os
from collections.abc import Sequence
from typing import NoReturn

FAULTS = 1
"""What `tremplin build` ends with when records have faults; a preview without them can still be served."""


def main(arguments: Sequence[str]) -> NoReturn:
    """Set up, build, and unless told otherwise go on as the server."""
    options, others = _options(arguments)
    enter(RUNTIME)
    os.chdir(ROOT)
    tremplin = [str(PYTHON), "-m", "tremplin", *(["--language", options.language] if options.language else [])]
    if options.no_serve:
        become([*tremplin, "build", *others])
    try:
        code = run([*tremplin, "build"])
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    if code not in {0, FAULTS}:
        sys.exit(code)
    become([*tremplin, "serve", *others])


def _options(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """What this script understands, and the arguments that it passes on."""
    parser = argparse.ArgumentParser(
        description="Build every edition of the site and serve it.",
        epilog="Other arguments, such as --port, go to `tremplin serve`, or to `tremplin build` with --no-serve.",
        allow_abbrev=False,
    )
    parser.add_argument("--no-serve", action="store_true", help="only build")
    parser.add_argument("--language", help="the language of the messages, such as fr")
    return parser.parse_known_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
