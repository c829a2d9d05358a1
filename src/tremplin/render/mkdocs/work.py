"""What one MkDocs build needs to know of an edition. Nothing here imports MkDocs: most builds of ours start none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from tremplin.locales import Catalogue
from tremplin.model.handwritten import page_address
from tremplin.model.language import Language
from tremplin.model.site import LONGEST_ADDRESS, Site
from tremplin.render.mkdocs.face import Sheet
from tremplin.render.mkdocs.shell import Shell


@dataclass(frozen=True, slots=True)
class Stub:
    """A record page as navigation and links know it."""

    address: str
    title: str
    section: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that MkDocs says, in its own words, and what it says it about."""

    text: str
    option: str = ""
    """The option of mkdocs.yml that is meant, if one is."""
    page: str = ""
    """The hand-written page that is meant, or the program or template of the base, as a path from the base, if one is."""
    target: str = ""
    """What the page or the option names there, such as a link that leads nowhere."""
    line: int = 0
    """The line at which a program or a template of the base stopped."""


class Rejected(Exception):
    """MkDocs refuses the configuration or a page, or a program or a template of the base has stopped it; the remarks say why."""

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        super().__init__(remarks)  # All that it holds, so that it can be handed from one process to another.
        self.remarks = remarks


@dataclass(frozen=True)
class EditionWork:
    """What one MkDocs build needs to know of an edition."""

    site: Site
    language: Language
    catalogue: Catalogue
    stubs: tuple[Stub, ...]
    pages: Mapping[str, tuple[str, ...]]
    """Hand-written pages of every language."""
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What lies beside the pages of every language: pictures, styles, programs."""
    finished: Callable[[str], tuple[Sheet, bytes]] | None = None
    """Makes the page at an address: its sheet and its body. None when the record pages are written elsewhere."""
    media: tuple[str, ...] = ()
    """Films and pictures of records, relative to the base; none where they are copied elsewhere."""
    fill: Callable[[str, Mapping[str, str]], str] | None = None
    """Makes a live list for the page at an address. None when gaps are filled elsewhere."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What MkDocs made of an edition, without its record pages."""

    files: Mapping[str, bytes]
    """Everything MkDocs wrote, by path relative to the edition."""
    lists: Mapping[str, tuple[Mapping[str, str], ...]]
    """Pages that wait for live lists, and the options of each list."""
    shells: Mapping[tuple[str, int], Shell]
    """The theme's page for each section and depth."""
    shells_digest: str
    remarks: tuple[Remark, ...] = ()
    """What MkDocs had to say about hand-written pages and its settings."""


def borrowed(files: Mapping[str, tuple[str, ...]], site: Site, language: Language) -> dict[str, Language]:
    """Hand-written pages, or files beside them, that this language lacks, and the language from which each is taken instead."""
    taken = {page_address(name) for name in files.get(language.tag, ())}
    found: dict[str, Language] = {}
    for tag in (*language.fallback, *site.tags):
        theirs = [name for name in files.get(tag, ()) if page_address(name) not in taken]
        found |= dict.fromkeys(theirs, site.language(tag))
        taken |= set(map(page_address, theirs))
    return dict(sorted(found.items()))


def translation_link(work: EditionWork, name: str, other: Language) -> str:
    """A link that opens a new file in the edition's language, prefilled with the text to translate; empty when no repository is named."""
    site = work.site
    if not site.repo_url:
        return ""
    folder = (site.docs_dir / work.language.tag).relative_to(site.base).as_posix()
    written = (site.docs_dir / other.tag / name).read_text(encoding="utf-8", errors="replace")[:LONGEST_ADDRESS]
    href = site.new_file_address(folder, name, quote(written)[:LONGEST_ADDRESS].rpartition("%0A")[0])
    return f' <a href="{escape(href)}">{escape(work.catalogue.text("Translate it"))}</a>'
