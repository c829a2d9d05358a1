"""Documents to an index that a browser can search piece by piece. Pagefind makes it; only its core goes to readers, not its widgets."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from tremplin.diagnostics import ENDED_BY_THE_SYSTEM, Message, message

_WIDGETS = ("ui", "highlight", "worker")
"""What Pagefind offers besides its core: `pagefind-ui.js` and the like. Its worker is as large as the core and saves nothing on a few thousand pages."""
_CHUNK = 1 << 20
_MOMENT = 0.5
"""Seconds in which a program ends that has closed what it says."""
_MISSING = message("the search cannot be made, because the program Pagefind is not installed")


REMEDY = message(
    "install it again with `{python} -m pip install --force-reinstall pagefind-bin`, or do without: `search: false` below `tremplin:` in `mkdocs.yml` builds a site "
    "whose search box leads to a list from A to Z; the site is as it was",
    python=sys.executable,
)
"""What to do when the search cannot be made."""


class SearchFailed(RuntimeError):
    """Pagefind is missing, or did not do what it was asked for."""

    def __init__(self, said: Message, remedy: Message = REMEDY) -> None:
        super().__init__(said, remedy)  # All that it holds, so that it can be handed from one process to another.
        self.said, self.remedy = said, remedy

    def __str__(self) -> str:
        return self.said.text()


def as_message(address: str, html: str) -> bytes:
    """A document as Pagefind is given it."""
    return _encoded({"type": "AddFile", "index_id": 0, "url": f"/{address}", "file_contents": html, "file_path": None})


def index(messages: Sequence[bytes], tag: str) -> dict[str, bytes]:
    """Every file of the index of some documents in one language. The same documents in the same order give the same bytes."""
    config = {"type": "NewIndex", "config": {"force_language": tag.partition("-")[0].lower()}}
    answers = _answers([_encoded(config), *messages, _encoded({"type": "GetFiles", "index_id": 0})])
    found = {file["path"]: base64.b64decode(file["content"]) for file in answers["files"]}
    return {path: content for path, content in sorted(found.items()) if _is_needed(path, found)}


def _is_needed(path: str, files: Mapping[str, bytes]) -> bool:
    name = path.rpartition("/")[2]
    if name.startswith("wasm."):
        return len([one for one in files if one.startswith("wasm.")]) == 1 or not name.startswith("wasm.unknown.")
    return not any(widget in name.partition(".")[0].split("-") for widget in _WIDGETS)


def _encoded(payload: Mapping[str, Any]) -> bytes:
    return base64.b64encode(json.dumps({"message_id": 0, "payload": payload}, ensure_ascii=False).encode()) + b","


def _answers(messages: Sequence[bytes]) -> Any:
    """What Pagefind answers to the last of some messages. Its own client for Python waits a tenth of a second after each."""
    with _running() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        writer = threading.Thread(target=_write, args=(process.stdin, messages), daemon=True)
        writer.start()
        last = None
        try:
            for _, last in zip(messages, _read(process.stdout), strict=False):
                if last["type"] == "Error":
                    raise SearchFailed(message("the search cannot be made, because Pagefind says: {reason}", reason=last["message"]))
        except (ValueError, KeyError, TypeError):
            last = None  # Something that is not Pagefind.
        finally:
            is_ended_by_others = (last is None or last["type"] not in {"Error", "GetFiles"}) and _is_ended(process)
            if last is None or last["type"] == "Error":
                process.kill()
        writer.join()
        with suppress(BrokenPipeError):  # It has ended before it was told everything, which its answers show.
            process.stdin.close()
    if is_ended_by_others and process.returncode < 0:
        raise SearchFailed(*ENDED_BY_THE_SYSTEM)
    if last is None or last["type"] != "GetFiles":
        raise SearchFailed(message("the search cannot be made, because the program Pagefind (`{program}`) is broken", program=_program()))
    return last


def _is_ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether it has ended, or is about to: whoever does closes what is read first."""
    try:
        process.wait(_MOMENT)
    except subprocess.TimeoutExpired:
        return False
    return True


def _program() -> Path | None:
    """Where Pagefind is, if it is installed."""
    # Imported here, because its client for Python brings all of asyncio along, and most builds have an index that is still good.
    from pagefind.service import get_executable

    return get_executable()


def _running() -> subprocess.Popen[bytes]:
    program = _program()
    if program is None:
        raise SearchFailed(_MISSING)
    try:
        return subprocess.Popen([str(program), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603  it comes with our own package
    except FileNotFoundError:
        raise SearchFailed(_MISSING) from None
    except OSError as error:
        reason = error.strerror or error
        raise SearchFailed(message("the search cannot be made, because the program Pagefind (`{program}`) does not start: {reason}", program=program, reason=reason)) from None


def _write(stream: IO[bytes], messages: Sequence[bytes]) -> None:
    try:
        stream.writelines(messages)
        stream.flush()
    except (OSError, ValueError):
        return  # It has ended; the reader notices.


def _read(stream: IO[bytes]) -> Iterator[Any]:
    """Every answer; they end with a comma each."""
    rest = b""
    while chunk := stream.read1(_CHUNK):  # type: ignore[attr-defined]  # Pipes have it; their type does not say so.
        *whole, rest = (rest + chunk).split(b",") if b"," in chunk else (rest + chunk,)
        yield from (json.loads(base64.b64decode(one))["payload"] for one in whole)
