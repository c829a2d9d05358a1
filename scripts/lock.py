"""Write the lock files anew from pyproject.toml: `python3 scripts/lock.py`.

What the lock files already pin stays as it is; `--upgrade` takes the newest version of everything. Both files hold for every
system and every Python from 3.11 on, and the second one never differs from the first in a version.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import DEVELOPMENT, PROGRAMS, ROOT, RUNTIME, VENV

# isort: split
# That import says so when Python is too old, so it comes before all that an old one does not have
import argparse
import subprocess
import tempfile
from collections.abc import Sequence

UV = "uv==0.13.9"
"""Only this script needs it, in an environment that is thrown away."""


def main(arguments: Sequence[str]) -> None:
    """Compile both lock files."""
    parser = argparse.ArgumentParser(description="Write the lock files anew from pyproject.toml.", allow_abbrev=False)
    parser.add_argument("--upgrade", action="store_true", help="take the newest version of everything")
    upgrade = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    with tempfile.TemporaryDirectory() as folder:
        programs = Path(folder) / PROGRAMS.relative_to(VENV)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV], check=True)
        _compile(programs / "uv", RUNTIME, *upgrade)
        _compile(programs / "uv", DEVELOPMENT, "--group", "dev", "--group", "bench", "--constraints", RUNTIME, *upgrade)


def _compile(uv: Path, lock: str, *options: str) -> None:
    target = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-emit-index-url"]
    header = ["--custom-compile-command", f"python3 {Path(__file__).relative_to(ROOT).as_posix()}"]
    subprocess.run([uv, "pip", "compile", "--quiet", "pyproject.toml", "--output-file", lock, *target, *header, *options], cwd=ROOT, check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
