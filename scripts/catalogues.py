"""Collect every sentence of the interface and bring the catalogues of all languages up to date.

    python3 scripts/catalogues.py            update src/tremplin/locales/*/tremplin.po
    python3 scripts/catalogues.py --missing  say what still has to be translated

Sentences are the first arguments of `message(…)`, `noop(…)`, `.text(…)`, `.plural(…)`, labels and helps of fields,
`_(…)` in templates, and the docstrings of rules. Translations that exist are kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.environment import RUNTIME, enter

if __name__ == "__main__":
    enter(RUNTIME)

# isort: split
# What follows is there once the environment is
import argparse
import ast
import datetime
import io
from collections.abc import Iterator, Sequence

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "tremplin"
LOCALES = PACKAGE / "locales"
LANGUAGES = ("fr", "es", "it", "pl", "de", "ro", "lt")
"""The languages beside English, whose sentences are the identifiers."""
_ONE = frozenset({"_", "say", "message", "noop", "text", "tremplin_ui", "translate"})
"""Functions whose first argument is a sentence."""
_TWO = frozenset({"required", "expected", "optional", "mapping"})
"""Functions whose first two arguments are a sentence each."""
_PLURAL = {"plural": (1, 2), "plurals": (1, 2), "ngettext": (1, 2)}
"""Functions whose first two arguments are the singular and the plural of a sentence."""
_Sentence = str | tuple[str, ...] | list[str]
KEYWORDS = {**dict.fromkeys(_ONE), **_PLURAL}


def main() -> int:
    """Update the catalogues, or list what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", action="store_true")
    if parser.parse_args().missing:
        return _say_missing()
    template = collected()
    for language in LANGUAGES:
        catalogue = _existing(language)
        catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalogue.obsolete.clear()
        _write(catalogue, language)
    return 0


def collected() -> Catalog:
    """Every sentence of the interface with the files it is used in."""
    found = Catalog(project="Tremplin", charset="utf-8")
    for file in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")]):
        place = file.relative_to(PACKAGE).as_posix()
        for sentence in _sentences(file):
            found.add(sentence, locations=[(place, 0)])
    return found


def _sentences(file: Path) -> Iterator[str | tuple[str, ...]]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        yield from _in_template(text)
        return
    yield from _in_program(text)
    if file.parent.name == "rules" and file.name != "__init__.py":
        yield (ast.get_docstring(ast.parse(text), clean=False) or "").strip()


def _in_template(text: str) -> Iterator[str | tuple[str, ...]]:
    # Templates reach the catalogue through their view; Jinja's extractor knows plain function names only.
    plain = text.replace("view._(", "_(").replace("view.say(", "say(").replace("view.ngettext(", "ngettext(")
    yield from (sentence for _, sentence, _, _ in extract("jinja2.ext:babel_extract", io.BytesIO(plain.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}) if sentence)


def _in_program(text: str) -> Iterator[str | tuple[str, ...]]:
    # Babel's extractor reads tokens, and with some versions of Python an f-string is a single one: what is said inside would be lost.
    for call in (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else call.func.id if isinstance(call.func, ast.Name) else ""
        said = tuple(one.value for one in call.args[:2] if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value)
        if name in _TWO:
            yield from said
        elif name in _PLURAL and len(said) == len(_PLURAL[name]):
            yield said
        elif name in _ONE and call.args and isinstance(call.args[0], ast.Constant):
            yield from said[:1]


def _existing(language: str) -> Catalog:
    file = LOCALES / language / "tremplin.po"
    if not file.exists():
        return Catalog(locale=language, project="Tremplin", charset="utf-8", header_comment=_header(language))
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def _header(language: str) -> str:
    return f"# Tremplin's interface in {language}.\n# Machine translation, not yet reviewed by a native reader."


def _write(catalogue: Catalog, language: str) -> None:
    file = LOCALES / language / "tremplin.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = _header(language)
    catalogue.fuzzy, catalogue.project, catalogue.last_translator, catalogue.language_team = False, "Tremplin", "machine translation", "none yet"
    catalogue.copyright_holder, catalogue.msgid_bugs_address, catalogue.version = "The Tremplin contributors", "the project's issues", ""
    # A fixed date keeps the file's history quiet: Git knows when it changed.
    catalogue.creation_date = catalogue.revision_date = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    with file.open("wb") as stream:
        write_po(stream, catalogue, width=0, sort_output=True, include_lineno=False)


def _say_missing() -> int:
    wanted = [entry.id for entry in collected() if entry.id]
    missing = {language: _untold(_existing(language), wanted) for language in LANGUAGES}
    for language, sentences in missing.items():
        print(f"{language}: {len(wanted) - len(sentences)} of {len(wanted)}")
        for sentence in sentences[:5]:
            print(f"    {sentence!r}")
    return 1 if any(missing.values()) else 0


def _untold(catalogue: Catalog, wanted: Sequence[_Sentence]) -> list[_Sentence]:
    return [one for one in wanted if not (entry := catalogue.get(one)) or not all(_strings(entry.string))]


def _strings(string: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (string or "",)


if __name__ == "__main__":
    sys.exit(main())
