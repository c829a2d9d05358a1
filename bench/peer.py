"""Write the pages of a generated base as plain Markdown for mkdocs-material with mkdocs-static-i18n: `python bench/peer.py BASE DIR`.

One page per record and language; the hand-written pages, their live lists written out; for each kind a catalogue; and the
pages of partners, projects, themes, countries and the glossary (peer_lists.py). How much of a record a page shows is a
choice, see `Texts`, and so are the pages beside those of records, see `Pages`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import yaml
from peer_lists import LIST_FOLDERS, Lists, Words, cards, label, list_pages, pointed_at
from plan import FOLDERS
from voice import LANGUAGES

Texts = Literal["sections", "all"]
"""`sections`: the title, the summary and the sections of prose. `all`: everything that our own page shows, so also
gestures, criteria, timetables, figures and sources, as somebody would write them in Markdown by hand."""

Pages = Literal["records", "all"]
"""`all`: every page that we make but the search. `records`: of the others only the home page and the catalogues, and these only
name their records, where ours show cards."""

Navigation = Literal["mkdocs", "short"]
"""`mkdocs`: the navigation that MkDocs makes by itself, with every page in it, as nearly all sites have it. `short`: only the
catalogues are in it, which nobody writes by hand unless time presses: Material writes the whole navigation into every page."""

# The best configuration for this work that we found, apart from the navigation, which is a choice:
# - No search, on either side, and no plugin but the one for languages.
# - The theme is set up as ours is. `font: false` saves both sides links to Google Fonts.
# - `fallback_to_default: false`: every page is there in every language, so the plugin need not look elsewhere. It saves 7 %.
# - MkDocs' own Markdown extensions (toc, tables, fenced_code) and none of pymdownx, which is slower and not needed here.
_CONFIGURATION = """site_name: Bench
site_url: https://bench.example.org/
theme:
  name: material
  font: false
  features: [navigation.tabs]
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
{languages}
"""
_SHORT = """nav:
  - index.md
{catalogues}
not_in_nav: |
{records}
"""

_RECORD_LINK = re.compile(r"\]\(\.\./\.\./([a-z_]+/[a-z0-9-]+)/[a-z]+\.md\)")
_BLOCK = re.compile(r"^/// records\n    kind: (\w+)\n    limit: (\d+)\n///$", re.MULTILINE)
_NOT_SHOWN = frozenset({"title", "summary", "translation", "reviewed_by", "translated_from"})
"""Fields of the words that stand elsewhere on a page, or on no page."""


def write_peer(base: Path, folder: Path, *, texts: Texts = "all", pages: Pages = "all", navigation: Navigation = "mkdocs") -> None:
    """Write the pages of `base` into `folder`, which must be new or empty."""
    lists = Lists(*(_mapping((base / name).read_text(encoding="utf-8")) for name in ("partners.yml", "projects.yml", "vocabulary.yml", "glossary.yml")))
    show = cards if pages == "all" else _links
    _write(folder / "mkdocs.yml", _configuration(navigation, pages))
    for language in LANGUAGES:
        found = {kind: tuple(_words(base, name, language, texts)) for kind, name in FOLDERS.items()}
        docs = folder / "docs" / language
        _write(docs / "index.md", _home((base / "docs" / language / "index.md").read_text(encoding="utf-8"), found, show))
        for kind, records in found.items():
            _write(docs / FOLDERS[kind] / "index.md", f"# {label(FOLDERS[kind])}\n\n{show(records, '../')}\n")
            for words in records:
                _write(docs / f"{words.path}.md", f"# {words.title}\n\n{words.text}")
        for path, text in list_pages(lists, found, language) if pages == "all" else ():
            _write(docs / path, text)


def _configuration(navigation: Navigation, pages: Pages) -> str:
    folders = (*FOLDERS.values(), *(LIST_FOLDERS if pages == "all" else ()))
    languages = "\n".join(f"        - {{locale: {tag}, name: {tag}, build: true{', default: true' if tag == LANGUAGES[0] else ''}}}" for tag in LANGUAGES)
    whole = _CONFIGURATION.format(languages=languages)
    return whole if navigation == "mkdocs" else whole + _SHORT.format(
        catalogues="\n".join(f"  - {folder}/index.md" for folder in folders),
        records="\n".join(f"  /*/{folder}/*.md\n  !/*/{folder}/index.md" for folder in folders),
    )


def _words(base: Path, folder: str, language: str, texts: Texts) -> Iterator[Words]:
    """What each record of one kind says in one language."""
    if not (base / folder).is_dir():
        return
    for record in sorted((base / folder).iterdir()):
        _, front, body = (record / f"{language}.md").read_text(encoding="utf-8").split("---\n", 2)
        values = _mapping(front)
        # A page of the peer stands one folder higher than a record's file: `good_practices/x.md` and not `good_practices/x/en.md`.
        parts, facts = [values["summary"], _RECORD_LINK.sub(r"](../\1.md)", body)], _mapping((record / "record.yml").read_text(encoding="utf-8"))
        if texts == "all":
            parts += [*_fields({name: value for name, value in values.items() if name not in _NOT_SHOWN}), *_facts(facts)]
        yield Words(f"{folder}/{record.name}", values["title"], values["summary"], "\n\n".join(part.strip() for part in parts) + "\n", pointed_at(facts))


def _mapping(text: str) -> Mapping[str, Any]:
    values = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    assert isinstance(values, Mapping)
    return values


def _fields(values: Mapping[str, Any]) -> Iterator[str]:
    """Texts of the front matter: a part with a heading for each field, its values as a nested list."""
    for name, value in values.items():
        yield f"## {label(name)}\n\n" + (value if isinstance(value, str) else "\n".join(_items(value, "")))


def _items(value: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield f"{indent}- {label(name)}{': ' + item if isinstance(item, str) else ''}"
            yield from () if isinstance(item, str) else _items(item, indent + "    ")
    elif isinstance(value, list):
        yield from (f"{indent}- {item}" for item in value)


def _facts(values: Mapping[str, Any]) -> Iterator[str]:
    """A table with a line for each fact, and a list of the sources."""
    yield "| | |\n| --- | --- |\n" + "\n".join(f"| {label(name)} | {', '.join(_flat(value))} |" for name, value in values.items() if name != "sources")
    yield "## Sources\n\n" + "\n".join(f"- [{source['title']}]({source['url']}), {source['publisher']}, {source['year']}" for source in values["sources"])


def _flat(value: object) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
            yield from _flat(item)


def _home(text: str, found: Mapping[str, tuple[Words, ...]], show: Callable[[Iterable[Words], str], str]) -> str:
    """A hand-written page, its live lists of records replaced by what they would show."""
    return _BLOCK.sub(lambda block: show(found[block[1]][: int(block[2])], ""), text)


def _links(records: Iterable[Words], up: str) -> str:
    return "\n".join(f"- [{words.title}]({up}{words.path}.md)" for words in records)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and write the pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("base", type=Path, metavar="BASE", help="a base that bench/generate.py has written")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write the peer's files")
    parser.add_argument("--texts", choices=("sections", "all"), default="all", help="how much of a record its page shows (%(default)s)")
    parser.add_argument("--pages", choices=("records", "all"), default="all", help="which pages it has beside those of records (%(default)s)")
    parser.add_argument("--navigation", choices=("mkdocs", "short"), default="mkdocs", help="which pages its navigation lists (%(default)s)")
    options = parser.parse_args(arguments)
    write_peer(options.base, options.folder, texts=options.texts, pages=options.pages, navigation=options.navigation)
    return 0


if __name__ == "__main__":
    sys.exit(main())
