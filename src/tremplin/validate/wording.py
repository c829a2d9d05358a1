"""Front matter and sections of one language to flat texts, with sections recognised by their headings."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tremplin.diagnostics import MOST, Diagnostic, Location, Message, Severity, message
from tremplin.locales import catalogue, heading_key
from tremplin.model.headings import section_headings, section_meant
from tremplin.model.kinds.record import UNTRANSLATED, Kind, Words
from tremplin.model.prose import without_code
from tremplin.model.record import Value, Wording
from tremplin.model.source import RawSection, WordsSource
from tremplin.validate.faults import suggestion

_MISSPELT = 0.8
"""How alike a heading and that of a section must be to be taken for a slip of the pen: an original may have headings of its own, such as "What helped" beside "What changed"."""
_LONGEST_HEADING = 200


def wording(source: WordsSource, words: Words, kind: Kind) -> tuple[Wording, list[Diagnostic]]:
    """The texts of one language, and headings that are written twice."""
    texts = _flat(words)
    lines: dict[str, int] = {}
    heading_lines: dict[str, int] = {}
    headings: dict[str, str] = {}
    faults: list[Diagnostic] = []
    known = section_headings(kind.name, source.language)
    for section in source.sections:
        key = known.get(heading_key(section.heading), "") if section.heading else ""
        if key in lines:
            faults.append(Diagnostic(
                "duplicate-section", Location(source.front.path, section.line), message("the heading “{heading}” stands here a second time", heading=section.heading),
                message("put both texts under the first heading, at line {line}", line=heading_lines[key]),
            ))
            continue
        if not key:
            key = f"free-{len(headings) + 1}"
            headings[key] = section.heading
        lines[key], heading_lines[key] = section.text_line, section.line
        if section.text:
            texts[key] = section.text
    stamp = words.unless_wrong("translated_from")
    return Wording(
        source.language, texts, lines, headings, words.unless_wrong("translation") or "", words.unless_wrong("reviewed_by") or "",
        stamp.unless_wrong("language", "") if stamp else "", dict(stamp.unless_wrong("sections", {})) if stamp else {},
    ), faults


def missing_sections(source: WordsSource, wording: Wording, kind: Kind) -> Iterator[Diagnostic]:
    """The sections that a documented record has and this original lacks, with the heading to write."""
    translate = catalogue(source.language).text
    known = section_headings(kind.name, source.language)
    written = {known.get(heading_key(section.heading), ""): section.line for section in reversed(source.sections)}
    for section in kind.sections:
        if section.is_expected and section.id not in wording.texts:
            yield Diagnostic(
                "missing-section", Location(source.front.path, written.get(section.id, 1)),
                message("the section “{heading}” is missing or empty: {help}", heading=translate(section.heading), help=Message(section.help)),
                message("write a line `## {heading}` and the text below it, or `documented: partial` in record.yml if no source tells it", heading=translate(section.heading)),
            )


def unknown_headings(source: WordsSource, wording: Wording, original: Wording, kind: Kind) -> Iterator[Diagnostic]:
    """Free headings of a translation that stand where sections of the original are missed: no more than the original's own free sections may be meant as such."""
    missed = _missed(wording, kind, original.texts)
    free = _free(source, kind)
    surplus = len(free) - sum(bool(heading) for heading in original.headings.values())
    if not missed or surplus <= 0:
        return
    likeliest = sorted(free, key=lambda section: -_likeness(section.heading, missed, wording, kind))[:surplus]
    for section in likeliest:
        hint = _translated(section.heading, missed, wording, kind) or suggestion(section.heading, missed.values())
        yield _unknown_heading(source, section, hint)


def misspelt_headings(source: WordsSource, wording: Wording, kind: Kind) -> Iterator[Diagnostic]:
    """Free headings of an original that are nearly those of sections which it lacks, or theirs in another language: others may well be meant as they are."""
    missed = _missed(wording, kind, [section.id for section in kind.sections])
    keys = {heading_key(heading): heading for heading in missed.values()}
    for section in _free(source, kind)[:MOST] if missed else ():
        close = difflib.get_close_matches(heading_key(section.heading)[:_LONGEST_HEADING], keys, 1, _MISSPELT)
        hint = message("did you mean `{name}`?", name=keys[close[0]]) if close else None
        hint = _translated(section.heading, missed, wording, kind) or hint
        if hint is not None:
            yield _unknown_heading(source, section, hint)


def _missed(wording: Wording, kind: Kind, wanted: Collection[str]) -> dict[str, str]:
    """Those of the wanted sections that a text lacks, with the headings to write."""
    return {section.id: catalogue(wording.language).text(section.heading) for section in kind.sections if section.id in wanted and section.id not in wording.lines}


def _free(source: WordsSource, kind: Kind) -> list[RawSection]:
    """The sections whose headings the kind does not know."""
    known = section_headings(kind.name, source.language)
    return [section for section in source.sections if section.heading and heading_key(section.heading) not in known]


def _translated(heading: str, missed: Mapping[str, str], wording: Wording, kind: Kind) -> Message | None:
    """The heading to write in place of one that is right in another language."""
    meant = missed.get(section_meant(kind.name, wording.language, heading))
    return message("write `## {heading}`", heading=meant) if meant else None


def _unknown_heading(source: WordsSource, section: RawSection, hint: Message) -> Diagnostic:
    said = message("no section of this kind is called `{heading}`", heading=section.heading)
    return Diagnostic("unknown-heading", Location(source.front.path, section.line), said, hint, Severity.WARNING)


def disguised_headings(source: WordsSource, wording: Wording, kind: Kind) -> Iterator[Diagnostic]:
    """Lines that name a section which this text lacks, and are not written as its heading: `##Safety`, `### Safety`, `**Safety**`."""
    known = section_headings(kind.name, source.language)
    for section in source.sections:
        is_likely = "#" in section.text or "*" in section.text or "_" in section.text
        for number, line in enumerate(without_code(section.text).split("\n") if is_likely else ()):
            heading = _meant_as_heading(line.strip())
            if heading and known.get(heading_key(heading), "") not in {"", *wording.lines}:
                yield Diagnostic(
                    "unknown-heading", Location(source.front.path, section.text_line + number), message("this is not read as the heading of its section"),
                    message("write `## {heading}`", heading=heading), Severity.WARNING,
                )


def _meant_as_heading(line: str) -> str:
    """What a line says that looks like a heading of another level, or is bold as a whole; empty for any other."""
    if len(line) > _LONGEST_HEADING:
        return ""
    if line.startswith("##"):
        return line.strip("#").strip(" :\u00a0")
    bare = line.removesuffix(":")
    return bare[2:-2].strip(" :\u00a0") if bare[:2] in {"**", "__"} and bare[-2:] == bare[:2] else ""


def _likeness(heading: str, missed: Mapping[str, str], wording: Wording, kind: Kind) -> float:
    """How likely a heading is meant as one of those that are missed: most, when it is one of theirs in another language."""
    if _translated(heading, missed, wording, kind):
        return 1
    return max(difflib.SequenceMatcher(None, heading_key(heading), heading_key(other)).ratio() for other in missed.values())


def _flat(words: Words) -> dict[str, Value]:
    """All texts under flat keys: `title`, `gestures.wash.title`."""
    texts: dict[str, Value] = {}
    for name, value in words.__dict__.items():
        if value and name not in UNTRANSLATED:
            _gather(value, name, texts)
    return texts


def _gather(value: Any, key: str, texts: dict[str, Value]) -> None:
    """Put a text, or all texts of a form or a mapping, into `texts`: a record has hundreds, and a generator for each would cost more than the rest."""
    if isinstance(value, (str, tuple)):
        if isinstance(value, str) or None not in value:  # A list with a wrong text in it cannot be compared.
            texts[key] = value
        return
    for name, inner in (value if isinstance(value, dict) else value.__dict__).items():
        if inner:
            _gather(inner, f"{key}.{name}", texts)
