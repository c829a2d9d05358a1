"""Links that open the right file at the code host, prefilled, so that a change begins with one click."""

from __future__ import annotations

from urllib.parse import quote

from tremplin.locales import catalogue
from tremplin.model.edition import Edition, LocalRecord
from tremplin.model.site import LONGEST_ADDRESS
from tremplin.pages.shown import relative


def suggest_translation(local: LocalRecord, edition: Edition) -> str:
    """The address that begins or continues the translation of a record; empty when the site names no repository."""
    site, tag, record = edition.library.site, edition.language.tag, local.record
    if not site.repo_url:
        return ""
    if local.has_own_words:
        return site.edit_address(f"{record.path}/{tag}.md")
    return site.new_file_address(record.path, f"{tag}.md", _prefilled(local, tag))


def _prefilled(local: LocalRecord, tag: str) -> str:
    """The beginning of a translation: fields and headings in the reader's language, texts of the original to replace."""
    translate = catalogue(tag).text
    lines = ["---", *(f"{key}: {_quoted(_typed(local, key))}" for key in ("title", "summary") if local.words(key)), "translation: human", "---"]
    front = len(lines)
    for section in local.record.kind.sections:
        if section.id in local.texts:
            lines += [f"## {translate(section.heading)}", "", _typed(local, section.id), ""]
    whole = quote("\n".join(lines))
    while len(whole) > LONGEST_ADDRESS and len(lines) > front:
        lines = lines[:-1]
        whole = quote("\n".join(lines))
    return whole


def _typed(local: LocalRecord, key: str) -> str:
    """A text as its authors typed it; pages set some of its spaces differently."""
    return str(local.record.words[local.words(key).language.tag].texts[key])


def _quoted(text: str) -> str:
    """A YAML text in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


HOW = "contribute.md"
"""The hand-written page that says how to add something."""


def how_to_contribute(edition: Edition, address: str) -> str:
    """The way from a page to the one that says how to add something; empty where nobody has written one. In other languages than its own it is a fallback."""
    is_written = any(HOW in pages for pages in edition.library.pages.values())
    return relative(f"{HOW.removesuffix('.md')}/", address) if is_written else ""
