"""What is new, for programs that readers let watch the site (RSS 2.0): in each edition one feed for everything, and one for each kind."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import format_datetime
from functools import lru_cache

from tremplin.cache import code_digest, digest
from tremplin.locales import source_digest
from tremplin.model.edition import Edition, LocalCard
from tremplin.model.feed import FEED
from tremplin.model.kinds import KINDS
from tremplin.model.scalars import PartialDate
from tremplin.pages.templates import escaped

NEWEST = 30
"""Records in one feed: programs fetch the file again and again."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest records of an edition, or of one kind in it."""

    edition: Edition
    folder: str
    """The folder of the kind; empty for everything."""
    title: str
    about: str
    cards: tuple[LocalCard, ...]

    @property
    def path(self) -> str:
        """The file, relative to the edition."""
        return f"{self._page}{FEED}"

    @property
    def key(self) -> str:
        """Changes whenever something does that the feed tells."""
        library, tag = self.edition.library, self.edition.language.tag
        shown = [(one.card.path, library.entries[one.card.path].card_digests[tag]) for one in self.cards]
        return digest(code_digest(), library.site.digest, source_digest(tag), shown)

    def content(self) -> bytes:
        """The feed as XML; all that comes from records is escaped."""
        root = f"{self.edition.library.site.url}{self.edition.language.segment}/"
        newest = max((one.card.changed for one in self.cards), default="")
        lines = (
            '<?xml version="1.0" encoding="UTF-8"?>', '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">', "<channel>",
            _element("title", self.title), _element("link", root + self._page), _element("description", self.about or self.title),
            _element("language", self.edition.language.tag), *([_element("lastBuildDate", _moment(newest))] if newest else []), "<generator>Tremplin</generator>",
            f'<atom:link href="{escaped(root + self.path)}" rel="self" type="application/rss+xml"/>',
            *(line for one in self.cards for line in self._item(one, root)), "</channel>", "</rss>", "",
        )
        return _NOT_XML.sub("", "\n".join(lines)).encode()

    @property
    def _page(self) -> str:
        return f"{self.folder}/" if self.folder else ""

    def _item(self, one: LocalCard, root: str) -> Iterator[str]:
        address = root + one.card.address
        yield "<item>"
        yield _element("title", one.title.value)
        yield _element("link", address)
        yield f'<guid isPermaLink="true">{escaped(address)}</guid>'
        if one.summary and not one.summary.is_fallback:
            yield _element("description", one.summary.value)
        yield _element("category", self.edition.catalogue.text(one.card.kind.label))
        if one.card.changed:
            yield _element("pubDate", _moment(one.card.changed))
        yield "</item>"


def feeds(edition: Edition) -> Iterator[Feed]:
    """All feeds of an edition; none where the site does not know its own address, which every entry names.

    A feed tells what can be read in the language of its edition: no reader is sent to a page in another one.
    """
    site, translate = edition.library.site, edition.catalogue.text
    if not site.url:
        return
    own = [one for one in edition.cards.values() if edition.language.tag in one.card.titles]
    own.sort(key=lambda one: one.card.changed or one.card.date, reverse=True)
    yield Feed(edition, "", site.name, site.descriptions.get(edition.language.tag, ""), tuple(own[:NEWEST]))
    for kind in KINDS:
        cards = tuple(one for one in own if one.card.kind_name == kind.name)[:NEWEST]
        yield Feed(edition, kind.folder, f"{site.name}: {translate(kind.plural)}", translate(kind.about), cards)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escaped(' '.join(text.split()))}</{name}>"


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that YAML can spell and that no XML file may have, not even escaped."""


@lru_cache(maxsize=4096)
def _moment(date: str) -> str:
    """A date as RSS writes it; one that is known less exactly counts from its beginning."""
    one = PartialDate.parse(date)
    return format_datetime(datetime.datetime(one.year, one.month or 1, one.day or 1, tzinfo=datetime.UTC))
