"""Reads what the tests of the films look at: a WebM header, captions."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEGMENT, INFO, TRACKS, TRACK = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE
SCALE, DURATION, CODEC, VIDEO, WIDTH, HEIGHT = 0x2AD7B1, 0x4489, 0x86, 0xE0, 0xB0, 0xBA
CLUSTER = 0x1F43B675


@dataclass(frozen=True)
class Header:
    """What a WebM file says of itself."""

    seconds: float
    codecs: tuple[str, ...]
    width: int
    height: int


def header(path: Path) -> Header:
    """The header of a WebM film (Matroska, RFC 9559)."""
    found: dict[int, list[bytes]] = {}
    for name, content in _elements(path.read_bytes()):
        found.setdefault(name, []).append(content)
    scale = int.from_bytes(found[SCALE][0], "big")
    ticks: float = struct.unpack(">d" if len(found[DURATION][0]) == 8 else ">f", found[DURATION][0])[0]
    size = [int.from_bytes(found[name][0], "big") for name in (WIDTH, HEIGHT)]
    return Header(ticks * scale / 1e9, tuple(codec.decode("ascii") for codec in found[CODEC]), *size)


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Names and contents of the elements, those inside the ones that hold others too, up to the first pictures."""
    place = 0
    while place < len(data):
        name, place = _name(data, place)
        size, place = _size(data, place)
        if name == CLUSTER:
            return
        content = data[place : place + size]
        yield name, content
        if name in {SEGMENT, INFO, TRACKS, TRACK, VIDEO}:
            yield from _elements(content)
        place += size


def _name(data: bytes, place: int) -> tuple[int, int]:
    length = 9 - data[place].bit_length()
    return int.from_bytes(data[place : place + length], "big"), place + length


def _size(data: bytes, place: int) -> tuple[int, int]:
    length = 9 - data[place].bit_length()
    value = int.from_bytes(data[place : place + length], "big") & ((1 << 7 * length) - 1)
    return value, place + length


@dataclass(frozen=True)
class Caption:
    """A caption of a film, its times in seconds."""

    name: str
    start: float
    end: float
    text: str


_CUE = re.compile(r"(?P<name>[a-z-]+)\n(?P<start>[\d:.]+) --> (?P<end>[\d:.]+)\n(?P<text>.+)")


def captions(path: Path) -> list[Caption]:
    """The captions of a WebVTT file; raises `AssertionError` where it is not one."""
    first, *blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    assert first == "WEBVTT"
    found = [_CUE.fullmatch(block) for block in blocks]
    assert all(found), path
    return [Caption(cue["name"], _seconds(cue["start"]), _seconds(cue["end"]), cue["text"]) for cue in found if cue]


def _seconds(text: str) -> float:
    minutes, seconds = text.split(":")
    return int(minutes) * 60 + float(seconds)
