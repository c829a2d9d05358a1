"""`mkdocs.yml` to a Site: the few settings that concern the generator, read without starting MkDocs."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tremplin.diagnostics import Diagnostic, Location, Message, message
from tremplin.model.language import Language, language
from tremplin.model.site import Site
from tremplin.model.source import Document

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAG = re.compile(r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
OPTIONS = frozenset({"languages", "fallback", "descriptions", "edition"})


def read_site(config_file: Path) -> tuple[Site | None, list[Diagnostic]]:
    """The site that `config_file` configures, or None with what is wrong."""
    name = config_file.name
    try:
        raw = config_file.read_bytes()
        document = Document(name, *_compose(config_file, raw))
    except FileNotFoundError:
        return None, [_fault(Location(name), message("there is no `{name}` here", name=name), message("go to the folder of your knowledge base, or make one with `tremplin init`"))]
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Location(name, mark.line + 1, mark.column + 1) if mark else Location(name)
        return None, [_fault(place, message("this is not readable as YAML"), message("check the indentation, the colons and the quotation marks"))]
    options, index = _plugin_options(document.data)
    faults = list(_faults(document, options, index))
    if faults:
        return None, faults
    return _site(config_file, document.data, options, hashlib.sha256(raw).hexdigest()[:16]), []


def _compose(config_file: Path, raw: bytes) -> tuple[dict[str, Any], yaml.MappingNode]:
    node = yaml.compose(raw.decode("utf-8-sig"), Loader=_Loader)
    if not isinstance(node, yaml.MappingNode):
        raise yaml.YAMLError("not a mapping")
    data = _plain(node)
    parent = data.pop("INHERIT", None)
    if parent:
        inherited, _ = _compose(config_file.parent / parent, (config_file.parent / parent).read_bytes())
        data = {**inherited, **data}
    return data, node


def _plain(node: yaml.Node) -> Any:
    if node.tag == "!ENV":
        names = [item.value for item in node.value] if isinstance(node, yaml.SequenceNode) else [node.value]
        return next((os.environ[name] for name in names if name in os.environ), names[-1] if len(names) > 1 else None)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return None if not node.style and node.value in {"", "~", "null"} else node.value


def _plugin_options(data: Mapping[str, Any]) -> tuple[Mapping[str, Any] | None, int | str]:
    """The options of our plugin and its position among `plugins:`; None when it is not there."""
    plugins = data.get("plugins") or []
    if isinstance(plugins, Mapping):
        return (plugins["tremplin"] or {}, "tremplin") if "tremplin" in plugins else (None, 0)
    for index, plugin in enumerate(plugins):
        if plugin == "tremplin":
            return {}, index
        if isinstance(plugin, Mapping) and "tremplin" in plugin:
            return plugin["tremplin"] or {}, index
    return None, 0


def _faults(document: Document, options: Mapping[str, Any] | None, index: int | str) -> Iterator[Diagnostic]:
    if options is None:
        yield _fault(document.place(("plugins",)), message("the plugin `tremplin` is missing under `plugins:`"), message("add `- tremplin:` with `languages: [en, fr]` below it"))
        return
    path = ("plugins", index) if isinstance(index, str) else ("plugins", index, "tremplin")
    for option in sorted(set(options) - OPTIONS):
        yield _fault(document.place((*path, option)), message("unknown option `{option}`", option=option), message("known options: {options}", options=", ".join(sorted(OPTIONS))))
    tags = options.get("languages")
    if not isinstance(tags, list) or not tags:
        yield _fault(document.place((*path, "languages")), message("`languages` must list at least one language"), message("write `languages: [en, fr]`; the first one is the default"))
        return
    for position, tag in enumerate(tags):
        if not isinstance(tag, str) or not _TAG.match(tag) or tag in tags[:position]:
            yield _fault(document.place((*path, "languages", position)), message("`{tag}` is not a language tag, or stands here twice", tag=tag), message("use BCP 47 tags such as `fr` or `pt-BR`"))
    fallback = options.get("fallback") or {}
    for tag, chain in fallback.items() if isinstance(fallback, Mapping) else ():
        for other in [tag, *(chain or [])]:
            if other not in tags:
                yield _fault(document.place((*path, "fallback", tag)), message("`{tag}` is not among `languages`", tag=other), message("add it to `languages`, or remove it here"))


def _site(config_file: Path, data: Mapping[str, Any], options: Mapping[str, Any] | None, digest: str) -> Site:
    options = options or {}
    fallback = options.get("fallback") or {}
    base = config_file.parent
    url = str(data.get("site_url") or "")
    return Site(
        base=base, config_file=config_file, name=str(data.get("site_name") or base.resolve().name),
        url=url if not url or url.endswith("/") else url + "/",
        languages=tuple(_language(tag, fallback) for tag in options["languages"]),
        docs_dir=base / str(data.get("docs_dir") or "docs"), site_dir=base / str(data.get("site_dir") or "site"),
        theme_dir=_theme_dir(base, data.get("theme")), repo_url=str(data.get("repo_url") or "").rstrip("/"), edit_uri=str(data.get("edit_uri") or "edit/main/").split("docs/")[0],
        descriptions=dict(options.get("descriptions") or {}), digest=digest,
    )


def _theme_dir(base: Path, theme: Any) -> Path | None:
    folder = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    return base / folder if folder else None


def _language(tag: str, fallback: Mapping[str, Any]) -> Language:
    return language(tag, tuple(fallback.get(tag) or ()))


def _fault(place: Location, text: Message, hint: Message) -> Diagnostic:
    return Diagnostic("site-configuration", place, text, hint)
