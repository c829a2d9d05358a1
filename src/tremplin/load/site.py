"""`mkdocs.yml` to a Site: the few settings that concern the generator, read without starting MkDocs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tremplin.diagnostics import Diagnostic, Location, message
from tremplin.load.configuration import Configuration, read_configuration, text_of, wrong
from tremplin.load.foreign import has_foreign_programs, read_by_others
from tremplin.load.look import idle_settings, missing_pictures, missing_sheets, theme_option
from tremplin.load.nav import nav_entries
from tremplin.load.options import option_faults, plugin_options, tells_lost_links, unspoken
from tremplin.model.language import Language, language
from tremplin.model.site import Site
from tremplin.model.source import Document


def read_site(config_file: Path) -> tuple[Site | None, list[Diagnostic]]:
    """The site that `config_file` configures, or None with what is wrong."""
    name = config_file.name
    if not config_file.exists():
        return None, [wrong(Location(name), message("there is no `{name}` here", name=name), message("go to the folder of your knowledge base, or make one with `tremplin init`"))]
    read = read_configuration(config_file)
    document, faults = read.document, list(read.faults)
    if document is not None:
        faults += sorted(option_faults(document, config_file.parent), key=lambda fault: fault.order)
    if document is None or faults:
        return None, faults
    site = _site(config_file, document, read)
    faults = list(missing_pictures(document, site))
    return None if faults else replace(site, remarks=(*site.remarks, *missing_sheets(document, site))), faults


def _site(config_file: Path, document: Document, read: Configuration) -> Site:
    data = document.data
    found = plugin_options(data)
    options = (found[0] if found else None) or {}
    fallback = options.get("fallback") or {}
    base = config_file.parent
    url = text_of(data.get("site_url"))
    return Site(
        base=base, config_file=config_file, name=text_of(data.get("site_name"), base.resolve().name),
        url=url if not url or url.endswith("/") else url + "/",
        languages=tuple(_language(tag, fallback.get(tag)) for tag in options["languages"]),
        docs_dir=base / text_of(data.get("docs_dir"), "docs"), site_dir=base / text_of(data.get("site_dir"), "site"),
        theme_dir=base / folder if (folder := theme_option(data, "custom_dir")) else None, logo=theme_option(data, "logo"), favicon=theme_option(data, "favicon"),
        repo_url=text_of(data.get("repo_url")).rstrip("/"), edit_uri=text_of(data.get("edit_uri"), "edit/main/").split("docs/")[0],
        descriptions={tag: text_of(text) for tag, text in (options.get("descriptions") or {}).items()}, has_search=options.get("search") != "false",
        inherited=read.inherited, read_by_others=tuple(read_by_others(data, base)), is_extended=has_foreign_programs(data),
        tells_lost_links=tells_lost_links(data),
        nav=tuple(nav_entries(document)), digest=read.digest, remarks=(*unspoken(document), *idle_settings(document)),
    )


def _language(tag: str, chain: Any) -> Language:
    return language(tag, tuple(chain) if isinstance(chain, list) else (chain,) if chain else ())
