"""`mkdocs.yml` to a Site: the few settings that concern the generator, read without starting MkDocs."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from tremplin.diagnostics import Diagnostic, Location, Message, message
from tremplin.load.document import dangers, duplicate_keys, syntax_fault
from tremplin.load.text import read_text
from tremplin.model.kinds import KINDS
from tremplin.model.language import Language, language
from tremplin.model.site import Site
from tremplin.model.source import Document
from tremplin.model.source import Path as Way

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_ADDRESS = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
OPTIONS = frozenset({"languages", "fallback", "descriptions", "edition", "search"})


@dataclass
class _Reading:
    """What has been read of a configuration: its files, and everything that shapes it."""

    files: list[Path] = field(default_factory=list)
    shaping: list[str] = field(default_factory=list)
    """Texts of files and values of variables."""


def read_site(config_file: Path) -> tuple[Site | None, list[Diagnostic]]:
    """The site that `config_file` configures, or None with what is wrong."""
    name, reading = config_file.name, _Reading()
    if not config_file.exists():
        return None, [_fault(Location(name), message("there is no `{name}` here", name=name), message("go to the folder of your knowledge base, or make one with `tremplin init`"))]
    document, faults = _read(config_file, name, reading)
    if document is not None:
        faults += sorted(_faults(document, config_file.parent), key=lambda fault: fault.order)
    if document is None or faults:
        return None, faults
    return _site(config_file, document.data, hashlib.sha256("\x1f".join(reading.shaping).encode()).hexdigest()[:16]), []


def _read(file: Path, name: str, reading: _Reading) -> tuple[Document | None, list[Diagnostic]]:
    """A configuration together with the one that it inherits from."""
    reading.files.append(file.resolve())
    text, faults = read_text(file, name)
    faults = faults or list(dangers(text, name, allow_aliases=True))
    if faults:
        return None, faults
    reading.shaping.append(text)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [syntax_fault(error, text, name)]
    if not isinstance(node, yaml.MappingNode):
        return None, [_fault(Location(name), message("this must be a list of `name: value` lines"), message("begin with a line such as `site_name: Our knowledge base`"))]
    document = Document(name, _plain(node, {}, reading), node)
    faults = list(duplicate_keys(node, name))
    return _inherited(file, document, reading, faults) if "INHERIT" in document.data else document, faults


def _inherited(file: Path, document: Document, reading: _Reading, faults: list[Diagnostic]) -> Document:
    """The document with what its parent says and it does not."""
    named = _text(document.data["INHERIT"])
    parent = file.parent / named
    if parent.resolve() in reading.files or not parent.is_file():
        hint = message("write the path of another file, or delete the line")
        faults.append(_fault(document.place(("INHERIT",)), message("`INHERIT` names `{file}`, which is not there or inherits from this file", file=named), hint))
        return document
    above, found = _read(parent, os.path.relpath(parent, reading.files[0].parent), reading)
    faults += found
    return Document(document.path, _merged(above.data if above else {}, document.data), document.node)


def _merged(above: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, Any]:
    both = {name: _merged(above[name], value) for name, value in below.items() if isinstance(value, dict) and isinstance(above.get(name), dict)}
    return {**above, **below, **both}


def _plain(node: yaml.Node, known: dict[int, Any], reading: _Reading) -> Any:
    """The value of a node. What an alias repeats is one and the same value, so that no alias can make it large."""
    if id(node) in known:
        return known[id(node)]
    if node.tag == "!ENV":
        return _variable(node, reading)
    if isinstance(node, yaml.MappingNode):
        mapping = known[id(node)] = {}
        mapping.update((str(key.value), _plain(value, known, reading)) for key, value in node.value)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        sequence = known[id(node)] = []
        sequence.extend(_plain(item, known, reading) for item in node.value)
        return sequence
    return None if not getattr(node, "style", None) and node.value in {"", "~", "null"} else node.value


def _variable(node: yaml.Node, reading: _Reading) -> str | None:
    """What the environment says, or the last name of several as it stands."""
    names = [str(item.value) for item in node.value] if isinstance(node, yaml.SequenceNode) else [str(node.value)]
    value = next((os.environ[name] for name in names if name in os.environ), names[-1] if len(names) > 1 else None)
    reading.shaping.append(str(value))
    return value


def _plugin_options(data: Mapping[str, Any]) -> tuple[Any, Way] | None:
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


def _faults(document: Document, base: Path) -> Iterator[Diagnostic]:
    found = _plugin_options(document.data)
    if found is None:
        yield _fault(document.place(("plugins",)), message("the plugin `tremplin` is missing under `plugins:`"), message("add `- tremplin:` with `languages: [en, fr]` below it"))
    elif not isinstance(found[0] or {}, Mapping):
        yield _fault(document.place(found[1]), message("the options of `tremplin` must be `name: value` lines"), message("write `languages: [en, fr]` below `- tremplin:`"))
    else:
        yield from _option_faults(document, found[0] or {}, found[1])
    yield from _folder_faults(document, base)
    theme = document.data.get("theme")
    if (theme.get("name") if isinstance(theme, Mapping) else theme) != "material":
        yield _fault(document.place(("theme", "name")), message("the theme must be `material`"), message("write `theme:` and below it `name: material`"))
    for name in ("site_url", "repo_url"):
        if document.data.get(name) and not _is_address(_text(document.data[name])):
            yield _fault(document.place((name,)), message("`{value}` is not a web address", value=_text(document.data[name])), message("write it in full: `https://example.org/page`"))


def _is_address(text: str) -> bool:
    """Whether an address can be taken apart: a host without its closing bracket would stop MkDocs."""
    try:
        return bool(_ADDRESS.match(text) and urlsplit(text).hostname)
    except ValueError:
        return False


def _option_faults(document: Document, options: Mapping[str, Any], way: Way) -> Iterator[Diagnostic]:
    for option in sorted(set(options) - OPTIONS):
        yield _fault(document.place((*way, option)), message("unknown option `{option}`", option=option), message("known options: {options}", options=", ".join(sorted(OPTIONS))))
    tags = options.get("languages")
    if not isinstance(tags, list) or not tags:
        yield _fault(
            document.place((*way, "languages")), message("`languages` must list at least one language"), message("write `languages: [en, fr]`; the first one is the default"),
        )
        return
    for position, tag in enumerate(tags):
        if not isinstance(tag, str) or not _TAG.fullmatch(tag) or tag in tags[:position]:
            yield _fault(
                document.place((*way, "languages", position)), message("`{tag}` is not a language tag, or stands here twice", tag=_text(tag)),
                message("use BCP 47 tags such as `fr` or `pt-BR`"),
            )
    for option, example in (("fallback", "fallback: {lt: [en]}"), ("descriptions", "descriptions: {en: …}")):
        if not isinstance(options.get(option) or {}, Mapping):
            yield _fault(
                document.place((*way, option)), message("`{option}` must have a line for each language", option=option), message("write for example `{example}`", example=example),
            )
    if options.get("search", "true") not in {"true", "false"}:
        yield _fault(document.place((*way, "search")), message("`search` must be `true` or `false`"), message("write `search: false` to leave the search out"))
    yield from _foreign_tags(document, options, way, tags)


def _foreign_tags(document: Document, options: Mapping[str, Any], way: Way, tags: list[Any]) -> Iterator[Diagnostic]:
    """Languages that are named in other options and are none of the site's."""
    fallback, descriptions, edition = options.get("fallback"), options.get("descriptions"), options.get("edition")
    chains = fallback.items() if isinstance(fallback, Mapping) else ()
    named: list[tuple[tuple[str, ...], Any]] = [
        (("fallback", tag), other) for tag, chain in chains for other in (tag, *(chain if isinstance(chain, list) else [chain]))
    ]
    named += [(("descriptions", tag), tag) for tag in (descriptions if isinstance(descriptions, Mapping) else ())]
    named += [(("edition",), edition)] if edition else []
    for step, tag in named:
        if tag is not None and not (isinstance(tag, str) and tag in tags):
            yield _fault(document.place((*way, *step)), message("`{tag}` is not among `languages`", tag=_text(tag)), message("add it to `languages`, or remove it here"))


def _folder_faults(document: Document, base: Path) -> Iterator[Diagnostic]:
    """Folders that the site must not be written into, and pages outside the base."""
    for name in ("docs_dir", "site_dir"):
        if document.data.get(name) and not isinstance(document.data[name], str):
            yield _fault(document.place((name,)), message("`{field}` holds something of another kind", field=name), message("a text is expected here"))
    docs, site = _text(document.data.get("docs_dir"), "docs"), _text(document.data.get("site_dir"), "site")
    if os.path.isabs(docs) or os.path.normpath(docs).startswith(("..", ".")):
        yield _fault(document.place(("docs_dir",)), message("`docs_dir` must be a folder inside the base"), message("write `docs_dir: docs`"))
    root, target = os.path.realpath(base), os.path.realpath(base / site)
    written_by_hand = (os.path.realpath(base / docs), *(os.path.join(root, kind.folder) for kind in KINDS))
    if os.path.commonpath([root, target]) == target or any(_is_below(target, folder) for folder in written_by_hand):
        yield _fault(document.place(("site_dir",)), message("the site would be written over the base itself"), message("write `site_dir: site`, or name another folder of its own"))


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)


def _site(config_file: Path, data: Mapping[str, Any], digest: str) -> Site:
    found = _plugin_options(data)
    options = (found[0] if found else None) or {}
    fallback = options.get("fallback") or {}
    base = config_file.parent
    url = _text(data.get("site_url"))
    return Site(
        base=base, config_file=config_file, name=_text(data.get("site_name"), base.resolve().name),
        url=url if not url or url.endswith("/") else url + "/",
        languages=tuple(_language(tag, fallback.get(tag)) for tag in options["languages"]),
        docs_dir=base / _text(data.get("docs_dir"), "docs"), site_dir=base / _text(data.get("site_dir"), "site"),
        theme_dir=_theme_dir(base, data.get("theme")), repo_url=_text(data.get("repo_url")).rstrip("/"), edit_uri=_text(data.get("edit_uri"), "edit/main/").split("docs/")[0],
        descriptions={tag: _text(text) for tag, text in (options.get("descriptions") or {}).items()}, has_search=options.get("search") != "false", digest=digest,
    )


def _theme_dir(base: Path, theme: Any) -> Path | None:
    folder = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return base / _text(folder) if folder else None


def _language(tag: str, chain: Any) -> Language:
    return language(tag, tuple(chain) if isinstance(chain, list) else (chain,) if chain else ())


def _text(value: Any, otherwise: str = "") -> str:
    """A setting that is one text; lists and groups, which aliases may have made enormous, are never written out."""
    return value if isinstance(value, str) else "…" if value else otherwise


def _fault(place: Location, text: Message, hint: Message) -> Diagnostic:
    return Diagnostic("site-configuration", place, text, hint)
