"""Write down how this program was called, in calls.jsonl beside pyproject.toml; then do what BUILD says, if it is a build.

BUILD is an exit code, or `wait`: until Ctrl-C, and then clean up for a while.
"""

import json
import os
import sys
import time
from pathlib import Path

import springboard

ROOT = Path(__file__).parents[2]


def main() -> int:
    """The exit code."""
    call = {"arguments": sys.argv[1:], "folder": str(Path.cwd()), "prefix": sys.prefix, "springboard": springboard.VERSION, "path": os.environ.get("PYTHONPATH")}
    with (ROOT / "calls.jsonl").open("a", encoding="utf-8") as calls:
        calls.write(json.dumps(call) + "\n")
    ending = os.environ.get("BUILD", "0") if "build" in sys.argv else "0"
    return wait() if ending == "wait" else int(ending)


def wait() -> int:
    """Until Ctrl-C; then write `cleaned up`, later than an impatient parent would wait."""
    try:
        while True:
            time.sleep(0.1)
    except KeyboardInterrupt:
        time.sleep(1)
        (ROOT / "cleaned up").touch()
        return 130


if __name__ == "__main__":
    sys.exit(main())
