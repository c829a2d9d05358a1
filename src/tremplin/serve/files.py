"""From an address to a file of the published tree, as an ordinary host for static sites would find it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

_TYPES = {
    ".css": "text/css", ".html": "text/html", ".ico": "image/vnd.microsoft.icon", ".js": "text/javascript", ".json": "application/json",
    ".map": "application/json", ".md": "text/markdown", ".mjs": "text/javascript", ".mp4": "video/mp4", ".pdf": "application/pdf", ".svg": "image/svg+xml",
    ".txt": "text/plain", ".vtt": "text/vtt", ".wasm": "application/wasm", ".webm": "video/webm", ".webmanifest": "application/manifest+json",
    ".webp": "image/webp", ".woff2": "font/woff2", ".xml": "application/xml", ".yml": "application/yaml",
}
"""Types that a page depends on, so that they do not depend on what this computer believes of a suffix."""
_OTHERS = mimetypes.MimeTypes()
_TEXTS = frozenset({"application/json", "application/manifest+json", "application/xml", "application/yaml", "image/svg+xml"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site lies on the disk, and the path at which it will be published (`/`, or `/tremplin/` for a site in a folder)."""

    tree: Path
    mount: str = "/"
    former: tuple[str, ...] = ()
    """The paths at which it was to be published before. Pages that are open still ask there."""


@dataclass(frozen=True, slots=True)
class Found:
    """The file to send; `is_lost` when it stands in for a page that does not exist."""

    file: Path
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Another address to ask for."""

    address: str


def find(place: Place, path: str) -> Found | Moved | None:
    """What answers to the path of an address; None when there is not even a page for lost visitors."""
    found = _found_at(place, path)
    return (_followed(place, path) or found) if _is_lost(found) else found


def _followed(place: Place, path: str) -> Moved | None:
    """Where a page is now that was there as long as the site was at another path."""
    addresses = (place.mount + path.removeprefix(mount) for mount in place.former if path.startswith(mount))
    return next((Moved(address) for address in addresses if not _is_lost(_found_at(place, address))), None)


def _is_lost(found: Found | Moved | None) -> bool:
    return found is None or (isinstance(found, Found) and found.is_lost)


def _found_at(place: Place, path: str) -> Found | Moved | None:
    if path == "/" != place.mount:
        return Moved(place.mount)
    steps = [unquote(step) for step in path.split("/") if step]
    mount = [step for step in place.mount.split("/") if step]
    if steps[: len(mount)] != mount or not all(map(_is_name, steps)):
        return _lost(place.tree, [])
    try:
        return _found(place.tree, path, steps, steps[len(mount) :])
    except OSError:  # The steps together are longer than file systems bear.
        return _lost(place.tree, [])


def _found(tree: Path, path: str, steps: list[str], inside: list[str]) -> Found | Moved | None:
    target = tree.joinpath(*inside)
    if not target.resolve().is_relative_to(tree.resolve()):
        return _lost(tree, [])
    if target.is_dir():
        if not path.endswith("/"):
            return Moved("/" + "".join(f"{quote(step)}/" for step in steps))
        target /= "index.html"
    elif path.endswith("/"):
        return _lost(tree, inside)
    return Found(target) if target.is_file() else _lost(tree, inside)


_LONGEST_NAME = 255
"""Bytes."""


def _is_name(step: str) -> bool:
    """Whether a step of a path can be the name of a file: nothing that leads up or out, and nothing longer than file systems bear."""
    return len(step.encode(errors="replace")) <= _LONGEST_NAME and step not in {".", ".."} and not any(sign in step for sign in "/\\:\0")


def _lost(tree: Path, steps: list[str]) -> Found | None:
    """The page for lost visitors: that of the edition in which they are, or else that of the site."""
    candidates = [*([tree / steps[0] / "404.html"] if steps else []), tree / "404.html"]
    return next((Found(file, is_lost=True) for file in candidates if file.is_file()), None)


def type_of(file: Path) -> str:
    """The value of `Content-Type` for a file."""
    kind = _TYPES.get(file.suffix.lower()) or _OTHERS.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _TEXTS else kind
