"""The project's own virtual environment: made when missing, brought up to date when the lock files have changed.

Only the standard library, and no syntax newer than Python 3.6 knows: an old Python has to get as far as the sentence below.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        f"Tremplin needs Python 3.11 or newer, and this is Python {sys.version_info[0]}.{sys.version_info[1]} ({sys.executable}).\n"
        f"Install a newer one and start the script with it, for example: python3.11 {sys.argv[0]}",
    )

import hashlib
import importlib.util
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NoReturn

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
INTERRUPTED = 130
"""What a shell sees of a program that Ctrl-C has ended."""

_STAMP = VENV / "tremplin.json"
"""Written when a set-up has finished and removed before the next one starts, so that half an environment has none."""

_FOREIGN = ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER")
"""Variables with which another environment would get in: packages from elsewhere, or ours installed there."""

_OFFLINE = ("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError", "Failed to establish a new connection")


class SetUpError(Exception):
    """What the environment cannot be made without; the message tells people what to do."""


def enter(lock: str) -> None:
    """Return inside the project's environment with everything in `lock` installed; otherwise make it so and start this script again there."""
    _leave_other_environments()
    try:
        changed = _prepare(lock)
    except KeyboardInterrupt:
        _say("\nInterrupted. The next start sets everything up again.")
        sys.exit(INTERRUPTED)
    except (SetUpError, OSError) as error:
        sys.exit(f"Setting up {VENV} failed.\n{error}")
    if changed or Path(sys.prefix).resolve() != VENV.resolve():
        become([str(PYTHON), *sys.argv])


def become(command: Sequence[str]) -> NoReturn:
    """Go on as another program, which gets the terminal, Ctrl-C and the exit code to itself."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        # There, exec returns to the shell at once and leaves the new program in the background.
        sys.exit(run(command))
    os.execv(command[0], list(command))


def run(command: Sequence[str], cwd: Path | None = None) -> int:
    """The exit code of `command`. Ctrl-C is the command's to answer: wait until it has cleaned up, then raise KeyboardInterrupt here."""
    interrupts = []
    # A handler, not SIG_IGN: the command would inherit that and never hear of Ctrl-C.
    before = signal.signal(signal.SIGINT, lambda number, _frame: interrupts.append(number))
    try:
        code = subprocess.call(command, cwd=cwd)
    finally:
        signal.signal(signal.SIGINT, before)
    if interrupts:
        raise KeyboardInterrupt
    return code


def _leave_other_environments() -> None:
    for name in _FOREIGN:
        os.environ.pop(name, None)
    programs = str(PROGRAMS)
    os.environ["VIRTUAL_ENV"] = str(VENV)
    path = [folder for folder in os.environ.get("PATH", os.defpath).split(os.pathsep) if folder != programs]
    os.environ["PATH"] = os.pathsep.join([programs, *path])


def _prepare(lock: str) -> bool:
    """Whether anything had to be done."""
    if _is_ready(lock):
        return False
    with _turn():
        if not _is_ready(lock):  # Another process may have done it while this one waited.
            _set_up(lock)
    return True


def _set_up(lock: str) -> None:
    started = time.monotonic()
    if _stamp().get("home") != _home() or not _is_whole():
        _make_environment()
    _STAMP.unlink(missing_ok=True)
    _say(f"Installing the packages of {lock}; the first time takes a minute.")
    _pip("--require-hashes", "--no-deps", "--requirement", str(ROOT / lock))
    _say("Installing Tremplin itself.")
    _pip("--no-deps", "--editable", str(ROOT))
    _STAMP.write_text(json.dumps({"home": _home(), "inputs": _inputs(), "lock": lock}), encoding="utf-8")
    _say(f"Ready after {time.monotonic() - started:.0f} s.")


def _make_environment() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(
            f"This Python ({sys.executable}) cannot make virtual environments: its `venv` module is missing.\n"
            f"On Debian and Ubuntu: apt-get install python3-venv (or python{sys.version_info[0]}.{sys.version_info[1]}-venv). "
            "Elsewhere: install Python from python.org.",
        )
    _say("Making a virtual environment in .venv." if not VENV.exists() else "Making .venv anew: it is unfinished, or was made elsewhere.")
    _require([sys.executable, "-m", "venv", "--clear", str(VENV)])


def _pip(*arguments: str) -> None:
    _require([str(PYTHON), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check", "install", "--progress-bar", "off", *arguments])


def _require(command: Sequence[str]) -> None:
    """Run `command` in silence; a SetUpError tells what it printed if it fails."""
    finished = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False)
    if finished.returncode == 0:
        return
    if any(sign in finished.stdout for sign in _OFFLINE):
        raise SetUpError(
            "The packages could not be downloaded. Is there a network connection, and does pip need a proxy here?\n"
            f"Start the same command again when there is one. The last that pip said: {finished.stdout.strip().splitlines()[-1]}",
        )
    raise SetUpError(f"This command ended with code {finished.returncode}: {' '.join(command)}\n{finished.stdout.strip()}")


def _is_ready(lock: str) -> bool:
    stamp = _stamp()
    return _is_whole() and stamp.get("home") == _home() and stamp.get("inputs") == _inputs() and stamp.get("lock") in {lock, DEVELOPMENT}


def _is_whole() -> bool:
    """Whether Python is there, and would know that it is one of a virtual environment."""
    return PYTHON.exists() and (VENV / "pyvenv.cfg").exists()


def _stamp() -> dict[str, str]:
    try:
        return dict(json.loads(_STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _home() -> str:
    """What an environment cannot outlive: its place, which its programs contain, and the Python that it borrows."""
    return f"{ROOT} {PYTHON.resolve()}"


def _inputs() -> str:
    """The hash of all that says what is to be installed."""
    together = hashlib.sha256()
    for name in ("pyproject.toml", RUNTIME, DEVELOPMENT):
        together.update((ROOT / name).read_bytes())
    return together.hexdigest()


@contextmanager
def _turn() -> Iterator[None]:
    """Hold the right to change the environment. It ends with the process that holds it, however that ends."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "environment.lock").open("a", encoding="utf-8") as file:
        if not _is_locked(file):
            _say("Another process is setting up .venv; waiting for it.")
            while not _is_locked(file):
                time.sleep(0.2)
        yield


def _is_locked(file: IO[str]) -> bool:
    """Whether `file` could be locked for this process."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _say(line: str) -> None:
    """Tell the person who waits. Standard output belongs to the command that comes after."""
    print(line, file=sys.stderr, flush=True)
