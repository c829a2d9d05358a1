"""The box above a page written by hand that says how far it is in the reader's language. It looks like the box above a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from tremplin.model.language import Language
from tremplin.render.mkdocs.work import EditionWork, translation_link

_BEGINNING = re.compile(r"<h1\b.*?</h1>\s*(?:<p>.*?</p>)?", re.DOTALL)
"""A page's title and the paragraph below it."""


def with_notice(html: str, work: EditionWork, name: str, meta: Mapping[str, Any], other: Language | None) -> str:
    """A page with its notice, if it needs one. `other` is the language that it borrows; `meta` is the page's front matter."""
    if other is not None:
        return f'{_box("fallback", _borrowed(work, other), translation_link(work, name, other))}\n<div lang="{other.tag}" dir="{other.direction}">\n{html}\n</div>'
    box = "".join(_box(kind, text) for kind, text in _told(work, meta))
    found = _BEGINNING.search(html)
    end = found.end() if found else 0
    return f"{html[:end]}\n{box}{html[end:]}" if box else html


def _borrowed(work: EditionWork, other: Language) -> str:
    sentence = work.catalogue.text("This page is not available in {language} yet. You are reading it in: {others}.")
    return sentence.format(language=work.catalogue.language(work.language.tag), others=work.catalogue.language(other.tag))


def _told(work: EditionWork, meta: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The front matter says as much as that of a record's words: `translation: machine`, until there is a `reviewed_by`."""
    reader = meta.get("reviewed_by")
    if reader:
        yield "reviewed", work.catalogue.text("This translation was read and corrected by {name}.").format(name=reader)
    elif meta.get("translation") == "machine":
        yield "machine", work.catalogue.text("This is a machine translation that no reviewer has read yet.")


def _box(kind: str, text: str, link: str = "") -> str:
    return f'<aside class="tp-notice" role="note"><p class="tp-notice__line tp-notice__line--{kind}">{escape(text)}{link}</p></aside>'
