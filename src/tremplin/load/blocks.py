"""Live lists of records (`/// records`) in a hand-written page, and what only looks like one and would be published as it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tremplin.diagnostics import MOST, Diagnostic, Location, Message, message
from tremplin.model.source import BlockSource

_LIKE = re.compile(r" {0,3}(/{2,}) *records? *(?:[|:].*)?", re.IGNORECASE)
_START = re.compile(r" {0,3}(/{3,}) *records *", re.IGNORECASE)
_END = re.compile(r" {0,3}(/{3,}) *")
_OPTION = re.compile(r" {4,}([\w-]+) *:(?= |$)(.*)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_EXAMPLE = message("write `/// records`, below it the options with four spaces before each (`    kind: practice`), and after them a line `///`")


@dataclass
class _Page:
    """What has been read of a page, line by line: its lists, its faults, and the list that is open."""

    page: str
    name: str
    blocks: list[BlockSource] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    line: int = 0
    """Which one is being read."""
    fence: str = ""
    slashes: str = ""
    """What opened the list that is not closed yet."""
    is_over: bool = False
    """Whether its options have ended: an empty line or a text ends them."""
    stray: Location | None = None
    """The first thing in it that is no option."""
    options: dict[str, str] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    start: Location = field(default_factory=lambda: Location(""))

    def wrong(self, place: Location, said: Message) -> None:
        """Keep a finding about a list."""
        self.faults.append(Diagnostic("records-block", place, said, _EXAMPLE))


def read_blocks(text: str, page: str, name: str) -> tuple[list[BlockSource], list[Diagnostic]]:
    """The lists of a page, and what is wrong with the way in which they are written."""
    if "record" not in text.lower():
        return [], []
    read = _Page(page, name)
    for number, line in enumerate(text.split("\n"), 1):
        read.line = number
        if read.slashes:
            _inside(line, Location(name, number, len(line) - len(line.lstrip()) + 1), read)
        else:
            _outside(line, Location(name, number), read)
    _leave_open(read)
    return read.blocks, read.faults[:MOST]


def _outside(line: str, place: Location, read: _Page) -> None:
    found = _FENCE.match(line)
    if found:
        read.fence = "" if read.fence and found[1].startswith(read.fence) else read.fence or found[1]
    elif not read.fence and _LIKE.fullmatch(line):
        _begin(line, place, read)


def _begin(line: str, place: Location, read: _Page) -> None:
    started = _START.fullmatch(line)
    if not started:
        read.wrong(place, message("this looks like a list of records and is none: readers would see it as it is typed"))
        return
    read.slashes, read.start, read.is_over, read.stray, read.options, read.places = started[1], place, False, None, {}, {}


def _inside(line: str, place: Location, read: _Page) -> None:
    option, end = _OPTION.fullmatch(line), _END.fullmatch(line)
    if end and end[1] == read.slashes:
        _close(read)
    elif _LIKE.fullmatch(line):
        _leave_open(read)
        _begin(line, Location(place.path, place.line), read)
    elif option and not read.is_over:
        _add(option[1], option[2].strip(), place, read)
    else:
        read.is_over = True
        read.stray = read.stray or (place if line.strip() else None)


def _add(name: str, value: str, place: Location, read: _Page) -> None:
    if name in read.options:
        said = message("`{key}` stands here a second time", key=name)
        read.faults.append(Diagnostic("duplicate-key", place, said, message("keep one of the two; the other would be lost")))
    else:
        read.options[name], read.places[name] = value, place


def _close(read: _Page) -> None:
    """The end of a list; nothing but options may stand in it."""
    if read.stray:
        read.wrong(read.stray, message("this stands in a list of records and is no option of it"))
    _keep(read)


def _leave_open(read: _Page) -> None:
    """The end of the page, or another list, inside a list that is not closed."""
    if read.slashes:
        read.wrong(read.start, message("this list of records is not closed: the text below it would be lost"))
        _keep(read)


def _keep(read: _Page) -> None:
    read.blocks.append(BlockSource(read.page, read.start, read.options, read.places, read.line))
    read.slashes = ""
