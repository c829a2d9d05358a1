"""What is wrong with the settings of a configuration, as far as it is seen without starting MkDocs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tremplin.diagnostics import Diagnostic, Severity, message
from tremplin.load.boundary import leads_out
from tremplin.load.configuration import is_text, text_of, wrong
from tremplin.load.nav import unsafe_entries
from tremplin.load.shapes import shape_faults
from tremplin.locales import available
from tremplin.model.kinds import KINDS
from tremplin.model.language import exists
from tremplin.model.source import Document
from tremplin.model.source import Path as Way

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_ADDRESS = re.compile(r"https?://[^\s/][^\s\"<>\\^`{|}]*", re.IGNORECASE)
"""Without the signs that an address may not have (RFC 3986)."""
_NO = frozenset({"false", "no", "off"})
OPTIONS = frozenset({"languages", "fallback", "descriptions", "edition", "search"})


def option_faults(document: Document, base: Path) -> Iterator[Diagnostic]:
    """Everything that is wrong with the settings."""
    found = plugin_options(document.data)
    if found is None:
        yield wrong(document.place(("plugins",)), message("the plugin `tremplin` is missing under `plugins:`"), message("add `- tremplin:` with `languages: [en, fr]` below it"))
    elif not isinstance(found[0] or {}, Mapping):
        yield wrong(document.place(found[1]), message("the options of `tremplin` must be `name: value` lines"), message("write `languages: [en, fr]` below `- tremplin:`"))
    else:
        yield from _faults_of_ours(document, found[0] or {}, found[1])
    if text_of(document.data.get("use_directory_urls")).lower() in _NO:
        said = message("the address of every page is a folder: `use_directory_urls` cannot be `false`")
        yield wrong(document.place(("use_directory_urls",)), said, message("delete the line"))
    yield from shape_faults(document)
    yield from unsafe_entries(document)
    yield from _folder_faults(document, base)
    yield from _home_page_faults(document)
    yield from _theme_folder_faults(document, base)
    theme = document.data.get("theme")
    if (theme.get("name") if isinstance(theme, Mapping) else theme) != "material":
        yield wrong(document.place(("theme", "name")), message("the theme must be `material`"), message("write `theme:` and below it `name: material`"))
    for name in ("site_url", "repo_url"):
        if document.data.get(name) and not _is_address(text_of(document.data[name])):
            yield wrong(document.place((name,)), message("`{value}` is not a web address", value=text_of(document.data[name])), message("write it in full: `https://example.org/page`"))


def _is_address(text: str) -> bool:
    """Whether an address can be taken apart: a host without its closing bracket would stop MkDocs."""
    try:
        return bool(_ADDRESS.fullmatch(text) and urlsplit(text).hostname)
    except ValueError:
        return False


def _faults_of_ours(document: Document, options: Mapping[str, Any], way: Way) -> Iterator[Diagnostic]:
    for option in sorted(set(options) - OPTIONS):
        hint = message("known options: {options}", options=", ".join(sorted(OPTIONS)))
        yield wrong(document.key_place((*way, option)), message("unknown option `{option}`", option=option), hint)
    tags = options.get("languages")
    if not isinstance(tags, list) or not tags:
        yield wrong(
            document.place((*way, "languages")), message("`languages` must list at least one language"), message("write `languages: [en, fr]`; the first one is the default"),
        )
        return
    for position, tag in enumerate(tags):
        if not isinstance(tag, str) or not _TAG.fullmatch(tag) or tag in tags[:position]:
            yield wrong(
                document.place((*way, "languages", position)), message("`{tag}` is not a language tag, or stands here twice", tag=text_of(tag)),
                message("use BCP 47 tags such as `fr` or `pt-BR`"),
            )
        elif not exists(tag):
            yield wrong(document.place((*way, "languages", position)), message("there is no language `{tag}`", tag=tag), message("use BCP 47 tags such as `fr` or `pt-BR`"))
    for option, example in (("fallback", "fallback: {lt: [en]}"), ("descriptions", "descriptions: {en: …}")):
        if not isinstance(options.get(option) or {}, Mapping):
            yield wrong(
                document.place((*way, option)), message("`{option}` must have a line for each language", option=option), message("write for example `{example}`", example=example),
            )
    if options.get("search", "true") not in ("true", "false"):
        yield wrong(document.place((*way, "search")), message("`search` must be `true` or `false`"), message("write `search: false` to leave the search out"))
    yield from _foreign_tags(document, options, way, tags)


def unspoken(document: Document) -> Iterator[Diagnostic]:
    """Warnings: languages of the site that the interface does not speak."""
    found = plugin_options(document.data)
    spoken = set(available())
    for position, tag in enumerate(found[0]["languages"] if found else ()):
        if not spoken & {tag, tag.partition("-")[0]}:
            place = document.place((*found[1], "languages", position)) if found else document.place()
            said = message("the pages in `{tag}` have their own words in English, such as the menu: nobody has translated those yet", tag=tag)
            hint = message("this is no fault of your base; `CONTRIBUTING.md` of Tremplin says how to translate them")
            yield Diagnostic("site-configuration", place, said, hint, Severity.WARNING)


def _foreign_tags(document: Document, options: Mapping[str, Any], way: Way, tags: list[Any]) -> Iterator[Diagnostic]:
    """Languages that are named in other options and are none of the site's."""
    fallback, edition = options.get("fallback"), options.get("edition")
    named = [
        (document.key_place((*way, option, tag)), tag)
        for option in ("fallback", "descriptions") if isinstance(by_language := options.get(option), Mapping) for tag in by_language
    ]
    for tag, chain in fallback.items() if isinstance(fallback, Mapping) else ():
        if isinstance(chain, list):
            named += [(document.place((*way, "fallback", tag, position)), other) for position, other in enumerate(chain)]
        elif chain is not None:
            named.append((document.place((*way, "fallback", tag)), chain))
    named += [(document.place((*way, "edition")), edition)] if edition else []
    for place, tag in named:
        if not (isinstance(tag, str) and tag in tags):
            yield wrong(place, message("`{tag}` is not among `languages`", tag=text_of(tag, "null")), message("add it to `languages`, or remove it here"))


def _folder_faults(document: Document, base: Path) -> Iterator[Diagnostic]:
    """Folders that the site must not be written into, and pages outside the base."""
    docs, site = text_of(document.data.get("docs_dir"), "docs"), text_of(document.data.get("site_dir"), "site")
    if os.path.isabs(docs) or os.path.normpath(docs).startswith(("..", ".")):
        yield wrong(document.place(("docs_dir",)), message("`docs_dir` must be a folder inside the base"), message("write `docs_dir: docs`"))
    root, target = os.path.realpath(base), os.path.realpath(base / site)
    written_by_hand = (os.path.realpath(base / docs), *(os.path.join(root, kind.folder) for kind in KINDS))
    if os.path.commonpath([root, target]) == target or any(_is_below(target, folder) for folder in written_by_hand):
        yield wrong(document.place(("site_dir",)), message("the site would be written over the base itself"), message("write `site_dir: site`, or name another folder of its own"))


def _home_page_faults(document: Document) -> Iterator[Diagnostic]:
    """Settings that would leave the home page of every edition out."""
    for name in sorted({"exclude_docs", "draft_docs"} & document.data.keys()):
        from pathspec import GitIgnoreSpec  # noqa: PLC0415  # Hardly any base has such patterns, and loading what knows them takes a while.

        if GitIgnoreSpec.from_lines(text_of(document.data.get(name)).splitlines()).match_file("index.md"):
            said = message("`{option}` leaves the home page out, which every edition needs", option=name)
            yield wrong(document.place((name,)), said, message("add a line `!index.md` below it"))


def _theme_folder_faults(document: Document, base: Path) -> Iterator[Diagnostic]:
    """A folder for changes to the theme that is not there, or that holds other things: all files in it are published."""
    theme = document.data.get("theme")
    if not isinstance(theme, Mapping) or "custom_dir" not in theme:
        return
    name, place = theme["custom_dir"], document.place(("theme", "custom_dir"))
    hint = message("make a folder for your changes to the look, and write for example `{example}`", example="custom_dir: look")
    if not is_text(document, ("theme", "custom_dir")):
        yield wrong(place, message("`{field}` holds something of another kind", field="custom_dir"), hint)
    elif os.path.isabs(name) or not _is_apart(os.path.realpath(base / name), document, base):
        yield wrong(place, message("`custom_dir` must be a folder inside the base that holds no pages and no records"), hint)
    elif not (base / name).is_dir():
        yield wrong(place, message("there is no folder `{name}`", name=name), hint)


def _is_apart(folder: str, document: Document, base: Path) -> bool:
    """Whether a folder lies inside the base, and neither around its pages, its records and its site nor among these two."""
    root = os.path.realpath(base)
    made = [os.path.join(root, kind.folder) for kind in KINDS] + [os.path.realpath(base / text_of(document.data.get("site_dir"), "site"))]
    docs = os.path.realpath(base / text_of(document.data.get("docs_dir"), "docs"))
    around = folder == root or any(_is_below(place, folder) for place in (*made, docs))
    return not (around or leads_out(folder, root) or any(_is_below(folder, place) for place in made))


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)


def tells_lost_links(data: Mapping[str, Any]) -> bool:
    """Whether MkDocs is to warn of links that lead nowhere, as it does when nobody says otherwise."""
    every = _group(data.get("validation"))
    return text_of(_group(every.get("links")).get("not_found", every.get("not_found", "warn"))).lower() == "warn"


def _group(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def plugin_options(data: Mapping[str, Any]) -> tuple[Any, Way] | None:
    """The options of our plugin and the way to them; None when it is not there."""
    plugins = data.get("plugins") or []
    if isinstance(plugins, Mapping):
        return (plugins["tremplin"], ("plugins", "tremplin")) if "tremplin" in plugins else None
    for index, plugin in enumerate(plugins if isinstance(plugins, list) else ()):
        if plugin == "tremplin":
            return None, ("plugins", index)
        if isinstance(plugin, Mapping) and "tremplin" in plugin:
            return plugin["tremplin"], ("plugins", index, "tremplin")
    return None
