"""Words of the glossary in prose: the first use of each on a page leads to what it means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from ahocorasick_rs import AhoCorasick, MatchKind
from markupsafe import Markup, escape

from tremplin.cache import digest
from tremplin.model.kinds.lists import Term

_OUTSIDE = re.compile(r"<(a|code|pre|h[1-6])\b[^>]*>.*?</\1>|<[^>]*>|&#?\w+;", re.DOTALL)
"""Where nothing is marked: tags, entities, and what is a link, a heading or code already. In attributes, nh3 writes `<` and `>` as entities, since 0.3.7."""
_SEPARATOR = re.compile(r"([\s\-\u2011]+)")
_SHORTEST_STEM = 4
_MOST = 100
"""Names that begin alike, the longest first. All of them are tried wherever one may begin, so there must not be any number of them."""
_INFLECTED = frozenset({"pl", "lt", "ro", "de"})
"""Languages whose words change at their end more than by a letter or two."""


@dataclass(frozen=True)
class _Name:
    """One of the names of a term."""

    term: str
    text: str
    tag: str
    full: str
    """For an abbreviation, what it stands for; otherwise empty."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds it, made when a text first has its stem: a build meets few of the names in all languages, and each pattern takes longer than a text."""
        return re.compile(rf"{re.escape(self.text)}(?!\w)") if self.full else re.compile(_tolerant(self.text, self.tag), re.IGNORECASE)


class Finder:
    """Finds the glossary's terms in texts of one language."""

    def __init__(self, terms: Mapping[str, Term], tag: str) -> None:
        names: dict[str, list[_Name]] = {}
        for name in _names(terms, tag):
            names.setdefault(_stem(name.text), []).append(name)
        self._stems = tuple(names)
        # A longer stem may begin with a shorter one: whoever finds the longer looks for the names of both.
        self._names = tuple(
            sorted((name for other in names if stem.startswith(other) for name in names[other]), key=lambda name: -len(name.text))[:_MOST] for stem in self._stems
        )
        self._search = AhoCorasick(list(self._stems), matchkind=MatchKind.LeftmostLongest) if self._stems else None

    def marked(self, html: str, glossary: str, seen: set[str]) -> Markup:
        """Safe HTML with links to `glossary` at the first use of every term that is not in `seen`, which grows."""
        lowered = html.lower()
        if self._search is None or len(lowered) != len(html):  # A few letters of the world change their length.
            return Markup(html)  # noqa: S704  it was safe before
        pieces: list[str] = []
        end = 0
        outside: _Outside | None = None
        for stem, at, _ in self._search.find_matches_as_indexes(lowered):
            if at < end or html[at - 1 : at].isalnum():
                continue
            found = self._name_at(html, at, stem, seen)
            if found is None:
                continue
            # Most texts have none of the words: only where one is found, the tags around it are looked for.
            outside = outside or _Outside(html)
            if not outside.has(at):
                name, match = found
                seen.add(name.term)
                pieces += (html[end:at], _link(name, match[0], glossary))
                end = match.end()
        return Markup("".join((*pieces, html[end:])) if pieces else html)  # noqa: S704  it was safe before, and so is what was added

    def _name_at(self, html: str, at: int, stem: int, seen: set[str]) -> tuple[_Name, re.Match[str]] | None:
        """The longest name that begins at a place where one of its stems does, without those of terms that were seen."""
        for name in self._names[stem]:
            if name.term not in seen and (match := name.pattern.match(html, at)):
                return name, match
        return None


class _Outside:
    """The places of one text where nothing is marked."""

    def __init__(self, html: str) -> None:
        spans = [found.span() for found in _OUTSIDE.finditer(html)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def has(self, at: int) -> bool:
        """Whether a place is one of them."""
        nearest = bisect_right(self._starts, at) - 1
        return nearest >= 0 and at < self._ends[nearest]


def _link(name: _Name, text: str, glossary: str) -> str:
    shown = f'<abbr title="{escape(name.full)}">{text}</abbr>' if name.full else text
    return f'<a class="tp-word" href="{glossary}#{name.term}" data-term="{name.term}">{shown}</a>'


def _names(terms: Mapping[str, Term], tag: str) -> Iterator[_Name]:
    """Every name in a language."""
    for name, term in terms.items():
        if not term.marked:
            continue
        label = term.labels.get(tag, "")
        for text in (label, *term.other_labels.get(tag, ())):
            if len(text) >= _SHORTEST_STEM and "(" not in text and _stem(text):
                yield _Name(name, text, tag, "")
        for text in filter(_stem, term.abbreviations.get(tag, ())):
            yield _Name(name, text, tag, label)


def _stem(text: str) -> str:
    """What every form of a name begins with."""
    first = _SEPARATOR.split(text.lower())[0]
    return first[: max(_SHORTEST_STEM, len(first) - 2)]


def _tolerant(text: str, tag: str) -> str:
    """A pattern for a name in its usual forms."""
    words = _SEPARATOR.split(text)
    return "".join(r"[\s\-\u2011]+" if number % 2 else _word(word, tag) for number, word in enumerate(words)) + r"(?!\w)"


def _word(word: str, tag: str) -> str:
    if tag in _INFLECTED and len(word) >= _SHORTEST_STEM:
        return re.escape(word[: max(_SHORTEST_STEM - 1, len(word) - 2)]) + r"\w{0,4}"
    if tag == "it" and word[-1:] in "aeio" and len(word) > _SHORTEST_STEM:
        return re.escape(word[:-1]) + "[aeio]"
    return re.escape(word.removesuffix("s")) + "(?:s|es)?"


def names_digest(terms: Mapping[str, Term]) -> str:
    """Changes whenever a name does by which texts find a term."""
    return digest([(name, term.marked, term.labels, term.other_labels, term.abbreviations) for name, term in terms.items()])


class Finders:
    """The finders of one build, made when a text in their language is first seen."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        self.of = cache(self._made)

    def _made(self, tag: str) -> Finder:
        return Finder(self._terms, tag)

    def marked(self, texts: Sequence[tuple[str, str]], glossary: str) -> list[Markup]:
        """The texts of one page, each with its language, with every term marked once."""
        seen: set[str] = set()
        return [self.of(tag).marked(html, glossary, seen) for html, tag in texts]
