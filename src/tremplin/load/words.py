"""`<language>.md` to a WordsSource: the front matter, and the sections below it."""

from __future__ import annotations

import re
from pathlib import Path

from tremplin.diagnostics import Diagnostic, Location, Severity, message
from tremplin.load.document import read_document
from tremplin.load.text import read_text
from tremplin.model.source import Document, RawSection, WordsSource

_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"^ {0,3}##(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")


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
    if "```" in text or "~~~" in text:
        faults += _unclosed_code(body, first_line, name)
    return WordsSource(language, fields, tuple(sections(body, first_line))), faults


def front(lines: list[str], name: str) -> tuple[Document | None, list[Diagnostic]]:
    """The fields at the top of a file whose second line is the first of `lines`, or None with what is wrong."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return Document(name, {}, None, 2), []
    return read_document("\n".join(lines) + "\n", name, first_line=2)


def sections(lines: list[str], first_line: int) -> list[RawSection]:
    """The parts between headings of level 2, as GitHub sees them: headings inside fenced code do not count."""
    found: list[RawSection] = []
    heading, heading_line, start, fence = "", first_line, 0, ""
    for index, line in enumerate(lines):
        if "#" not in line and "`" not in line and "~" not in line:
            continue  # Most lines are neither headings nor fences.
        if fence:
            fence = "" if _closes(line, fence) else fence
            continue
        opening = _FENCE.match(line)
        if opening:
            fence = opening[1]
            continue
        match = _HEADING.match(line) if "##" in line else None
        if match:
            _keep(found, heading, heading_line, lines[start:index], first_line + start)
            heading, heading_line, start = (match[1] or "").strip(), first_line + index, index + 1
    _keep(found, heading, heading_line, lines[start:], first_line + start)
    return found


def _closes(line: str, fence: str) -> bool:
    found = _FENCE.match(line)
    return found is not None and found[1].startswith(fence) and not line.strip().strip(fence[0])


def _unclosed_code(lines: list[str], first_line: int, name: str) -> list[Diagnostic]:
    """The block of code that goes on to the end of the file, if there is one."""
    fence, opened = "", 0
    for index, line in enumerate(lines):
        found = None if fence else _FENCE.match(line)
        if found:
            fence, opened = found[1], index
        elif fence and _closes(line, fence):
            fence = ""
    return [Diagnostic(
        "unclosed-code", Location(name, first_line + opened), message("this block of code is not closed: everything below belongs to it"),
        message("write a line with only `{fence}` below the code, or delete this line", fence=fence), Severity.WARNING,
    )] if fence else []


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
