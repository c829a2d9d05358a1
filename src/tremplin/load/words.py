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
_HEADING = re.compile(r"^ {0,3}##(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")


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
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, [_without_front_matter(name)]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        return None, [unclosed(name)]
    fields, faults = front(lines[1:end], name)
    if fields is None:
        return None, faults
    body, first_line = lines[end + 1 :], end + 2
    code = tuple(_code_in(body)) if "```" in text or "~~~" in text else ()
    faults += [_never_ends(one, first_line, name) for one in code if not one.is_closed]
    return WordsSource(language, fields, tuple(sections(body, first_line, code))), faults


def front(lines: list[str], name: str) -> tuple[Document | None, list[Diagnostic]]:
    """The fields at the top of a file whose second line is the first of `lines`, or None with what is wrong."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return Document(name, {}, first_line=2), []
    text = "\n".join(lines) + "\n"
    read = plain_fields(text)
    return read_document(text, name, first_line=2) if read is None else (Document(name, read.values, cache(partial(composed, text)), 2, read.starts), [])


def sections(lines: list[str], first_line: int, code: Iterable[_Code] = ()) -> list[RawSection]:
    """The parts between headings of level 2, as GitHub sees them: headings inside fenced code do not count."""
    found: list[RawSection] = []
    hidden = {index for one in code for index in one.lines}
    heading, heading_line, start = "", first_line, 0
    for index, line in enumerate(lines):
        match = _HEADING.match(line) if "##" in line and index not in hidden else None  # Most lines are no headings.
        if match:
            _keep(found, heading, heading_line, lines[start:index], first_line + start)
            heading, heading_line, start = (match[1] or "").strip(), first_line + index, index + 1
    _keep(found, heading, heading_line, lines[start:], first_line + start)
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


def _keep(found: list[RawSection], heading: str, line: int, lines: list[str], text_line: int) -> None:
    blank = next((i for i, text in enumerate(lines) if text.strip()), len(lines))
    text = "\n".join(lines[blank:]).rstrip()
    if heading or text:
        found.append(RawSection(heading, line, text, text_line + blank))


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
