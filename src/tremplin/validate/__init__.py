"""Sources to records: every fault reported; a faulty record is left out, the rest goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pydantic import ValidationError

from tremplin.diagnostics import MOST, Diagnostic, Location, Message, message
from tremplin.model.fields import EXCUSED, WRONG, expected_fields, is_excusable, judged
from tremplin.model.kinds import BY_NAME
from tremplin.model.kinds.record import Facts, Kind, Words
from tremplin.model.language import exists, meant_by
from tremplin.model.record import Record, Wording
from tremplin.model.source import RecordSource, WordsSource
from tremplin.validate.faults import faults_of, identifier_faults, written_out
from tremplin.validate.identifiers import Identifiers, identifiers_in, unknown_identifiers, without_words
from tremplin.validate.mended import mended
from tremplin.validate.references import named_media
from tremplin.validate.wording import disguised_headings, missing_sections, misspelt_headings, unknown_headings, wording


def validate(source: RecordSource, languages: tuple[str, ...]) -> tuple[Record | None, dict[str, Wording], list[Diagnostic]]:
    """The record in `source`, as far as its facts are right; its words, as far as they are; and everything that is wrong with it.

    A record may come back together with faults: rules can then still look at it, but it is not published. It may lack its original, and have gaps in the place of wrong values.
    """
    kind = BY_NAME[source.kind]
    found = [*source.diagnostics, *identifier_faults(source.id, Location(source.folder)), *_foreign_languages(source, languages)]
    facts = _facts(source, kind, found)
    words = {tag: made for tag, words in source.words.items() if tag in languages and (made := _wording(words, kind, found)) is not None}
    if facts is None:
        return None, words, found
    record = Record(kind.name, source.id, facts, words, named_media(source, facts, words))
    found += (fault for file in record.media for fault in source.media[file].faults)
    known = identifiers_in(record)
    found += judged(_missing_facts(source, facts))
    found += judged(_of_the_original(source, record, known))
    found += (fault for tag in words for fault in islice(unknown_identifiers(source.words[tag].front, known), MOST))
    return record, words, found


def _facts(source: RecordSource, kind: Kind, found: list[Diagnostic]) -> Facts | None:
    if source.facts is None:
        return None
    try:
        return kind.facts.model_validate(source.facts.data)
    except ValidationError as error:
        found += faults_of(error, source.facts, kind.facts)
        return mended(error, source.facts.data, kind.facts)


def _wording(source: WordsSource, kind: Kind, found: list[Diagnostic]) -> Wording | None:
    words: Words | None
    try:
        words = kind.words.model_validate(source.front.data)
    except ValidationError as error:
        found += faults_of(error, source.front, kind.words)
        words = mended(error, source.front.data, kind.words)
    if words is None:
        return None
    made, faults = wording(source, words, kind)
    found += [*faults, *disguised_headings(source, made, kind)]
    return made


def _foreign_languages(source: RecordSource, languages: tuple[str, ...]) -> Iterator[Diagnostic]:
    for tag in sorted({*source.words, *source.unread} - set(languages)):
        yield Diagnostic(
            "unknown-language", Location(f"{source.folder}/{tag}.md"), message("`{tag}` is not a language of this site", tag=tag),
            _renaming(source, tag, languages) or _naming(tag, languages),
        )


def _naming(name: str, languages: tuple[str, ...]) -> Message:
    """What to do with the file of a language that the site lacks, or of none."""
    tag = name if exists(name) else meant_by(name)
    if not tag:
        return message("name the file after its language: {languages}", languages=", ".join(languages))
    if tag != name:
        return message("rename it `{tag}.md`, and add `{tag}` to `languages` in mkdocs.yml", tag=tag)
    return message("name the file after one of {languages}, or add `{tag}` to `languages` in mkdocs.yml", languages=", ".join(languages), tag=tag)


def _renaming(source: RecordSource, name: str, languages: tuple[str, ...]) -> Message | None:
    """What to do with `EN.md`, `en (1).md` and `english.md`; None for a name that begins with no language of the site."""
    meant = next((tag for tag in languages if re.fullmatch(rf"{tag}([^a-z-].*|-?(copy|old|new|final)\b.*)?", name.replace("_", "-"), re.IGNORECASE)), None)
    if meant is None and not exists(name) and meant_by(name) in languages:
        meant = meant_by(name)
    if meant is None:
        return None
    is_taken = meant in {*source.words, *source.unread}
    return message("`{tag}.md` is there already: delete one of the two", tag=meant) if is_taken else message("rename it `{tag}.md`", tag=meant)


def _unknown_headings(source: RecordSource, words: Mapping[str, Wording], original: Wording, kind: Kind) -> Iterator[Diagnostic]:
    for tag, translation in words.items():
        if translation is not original:
            yield from unknown_headings(source.words[tag], translation, original, kind)


def _of_the_original(source: RecordSource, record: Record, known: Identifiers) -> Iterator[Diagnostic]:
    """What the words in the language of the original lack, and headings of the others that it does not have."""
    facts, kind, original = record.facts, record.kind, record.words.get(record.facts.original)
    if original is None:
        yield from _missing_original(source, facts)
        return
    written = source.words[facts.original]
    yield from misspelt_headings(written, original, kind)
    yield from _unknown_headings(source, record.words, original, kind)
    yield from islice(without_words(original, written.front, known), MOST)
    if facts.documented not in EXCUSED:
        yield from missing_sections(written, original, kind)


def _missing_original(source: RecordSource, facts: Facts) -> Iterator[Diagnostic]:
    if facts.original in {*source.words, *source.unread}:
        return  # The file is there; what is wrong with it is reported already.
    assert source.facts is not None
    yield Diagnostic(
        "missing-original", source.facts.place(("original",)), message("the original language is `{tag}`, but there is no `{tag}.md`", tag=facts.original),
        message("write `{folder}/{tag}.md`, or name the language of a file that is there", folder=source.folder, tag=facts.original),
    )


def _missing_facts(source: RecordSource, facts: Facts) -> Iterator[Diagnostic]:
    assert source.facts is not None
    for name in expected_fields(type(facts)) if facts.documented not in EXCUSED else ():
        if facts.unless_wrong(name, WRONG) in (None, ()) and is_excusable(type(facts), name):  # A rule asks for the others, whatever is documented.
            info = type(facts).model_fields[name]
            yield Diagnostic(
                "missing-field", source.facts.place((name,)), message("`{field}` is missing: {help}", field=name, help=Message(info.description or "")),
                message("write `{field}: {example}`, or `documented: partial` if no source tells it", field=name, example=_example(info.examples)),
            )


def _example(examples: list[object] | None) -> str:
    text = written_out((examples or ["…"])[0])
    return text if len(text) < 60 else "…"
