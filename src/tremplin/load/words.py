"""`<language>.md` to a WordsSource: the front matter, and the sections below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.load.document import composed, read_document
from tremplin.load.plain import plain_fields
from tremplin.load.text import read_text
from tremplin.model.source import Document, RawSection, WordsSource

_FENCE = re.compile(r"^ {0,3}(?P<item>(?:[-*+]|\d{1,9}[.)]) {1,4})?(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
"""Where code begins, also at the beginning of an item of a list."""
# Each begins with a letter that is quickly found: these patterns walk through every file.
_HEADING = re.compile(r"\n {0,3}##(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*(?=\n|\Z)")
_OPENS = re.compile(r"---[^\S\n]*(?=\n|\Z)")
_CLOSES = re.compile(r"\n(?:---|\.\.\.)[^\S\n]*(?=\n|\Z)")
"""The lines around a front matter."""
_BLANK = re.compile(r"(?:[^\S\n]*\n)*")
"""Empty lines at the beginning of a text."""
_NOTHING = re.compile(r"(?:\s|#[^\n]*(?:\n|\Z))*")
"""Empty lines and remarks."""


class Parts(NamedTuple):
    """A text that begins with a front matter."""

    front: str
    body: str | None
    """What follows, with the line feed before its first line; None where the front matter does not end."""
    first_line: int
    """That of the body."""


class _Code(NamedTuple):
    """A fenced block of code."""

    lines: range
    """Their indices, those of the fences among them."""
    fence: str
    is_closed: bool


def read_words(file: str | Path, name: str, language: str) -> tuple[WordsSource | None, list[Diagnostic]]:
    """The words in `file`, or None with what is wrong."""
    text, faults = read_text(file, name)
    if faults:
        return None, faults
    parts = parted(text)
    if parts is None:
        return None, [_without_front_matter(name)]
    if parts.body is None:
        return None, [unclosed(name)]
    fields, faults = front(parts.front, name)
    if fields is None:
        return None, faults
    code = tuple(_code_in(parts.body.split("\n")[1:])) if "```" in text or "~~~" in text else ()
    faults += [_never_ends(one, parts.first_line, name) for one in code if not one.is_closed]
    return WordsSource(language, fields, tuple(sections(parts.body, parts.first_line, code))), faults


def parted(text: str) -> Parts | None:
    """The front matter of a text and what follows; None where there is none."""
    opening = _OPENS.match(text)
    if opening is None:
        return None
    closing = _CLOSES.search(text, opening.end())
    if closing is None:
        return Parts(text[opening.end() + 1 :], None, 0)
    return Parts(text[opening.end() + 1 : closing.start() + 1], text[closing.end() :], text.count("\n", 0, closing.end()) + 2)


def front(text: str, name: str) -> tuple[Document | None, list[Diagnostic]]:
    """The fields in a front matter, which begins in the second line of its file, or None with what is wrong."""
    if _NOTHING.fullmatch(text):
        return Document(name, {}, first_line=2), []
    read = plain_fields(text)
    return read_document(text, name, first_line=2) if read is None else (Document(name, read.values, cache(partial(composed, text)), 2, read.starts), [])


def sections(body: str, first_line: int, code: Iterable[_Code] = ()) -> list[RawSection]:
    """The parts between headings of level 2, as GitHub sees them: headings inside fenced code do not count."""
    found: list[RawSection] = []
    hidden = {first_line + index for one in code for index in one.lines}
    heading, heading_line, start, line = "", first_line, 1, first_line
    for match in _HEADING.finditer(body):
        number = line + body.count("\n", start, match.start() + 1)
        if number not in hidden:
            _keep(found, heading, heading_line, body[start : match.start() + 1], line)
            heading, heading_line, start, line = (match[1] or "").strip(), number, match.end() + 1, number + 1
    _keep(found, heading, heading_line, body[start:], line)
    return found


def _code_in(lines: list[str]) -> Iterator[_Code]:
    """The fenced blocks of code. One that begins with an item of a list ends with it at the latest."""
    fence, indent, first = "", 0, 0
    for index, line in enumerate(lines):
        if fence and indent and line.strip() and line[:indent].strip():
            yield _Code(range(first, index), fence, is_closed=True)
            fence = ""
        if not fence:
            opening = _FENCE.match(line)
            fence, indent, first = (opening["fence"], opening.start("fence") if opening["item"] else 0, index) if opening else ("", 0, 0)
        elif _closes(line[indent:], fence):
            yield _Code(range(first, index + 1), fence, is_closed=True)
            fence = ""
    if fence:
        yield _Code(range(first, len(lines)), fence, is_closed=False)


def _closes(line: str, fence: str) -> bool:
    found = _FENCE.match(line)
    return found is not None and not found["item"] and found["fence"].startswith(fence) and not line.strip().strip(fence[0])


def _never_ends(code: _Code, first_line: int, name: str) -> Diagnostic:
    return Diagnostic(
        "unclosed-code", Location(name, first_line + code.lines.start), message("this block of code is not closed: everything below belongs to it"),
        message("write a line with only `{fence}` below the code, or delete this line", fence=code.fence), Severity.WARNING,
    )


def _keep(found: list[RawSection], heading: str, line: int, lines: str, text_line: int) -> None:
    blank = _BLANK.match(lines)
    assert blank  # It matches nothing, too.
    text = lines[blank.end() :].rstrip()
    if heading or text:
        found.append(RawSection(heading, line, text, text_line + lines.count("\n", 0, blank.end())))


def _without_front_matter(name: str) -> Diagnostic:
    return Diagnostic(
        "front-matter-missing", Location(name), message("this file does not begin with `---`"),
        message("write `---`, then `title:` and `summary:`, then `---` again, before the text"),
    )


def unclosed(name: str) -> Diagnostic:
    """The finding that the fields at the top of a file have no end."""
    return Diagnostic(
        "front-matter-unclosed", Location(name), message("the part that begins with `---` is not closed"),
        message("write a line with only `---` after the last field"),
    )
