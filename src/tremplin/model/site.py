"""What `mkdocs.yml` says about the site, as far as the generator needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from tremplin.diagnostics import Diagnostic, Location
from tremplin.model.language import Language

LONGEST_ADDRESS = 6000
"""Characters of an address that browsers and hosts accept without trouble."""
_PAGE = re.compile(r"(?!/|[a-zA-Z][\w+.-]*:)[^#?]*\.md(?:[#?].*)?")


@dataclass(frozen=True, slots=True)
class NavEntry:
    """Something that `nav` names: the path of a page, or an address."""

    target: str
    location: Location
    title: str = ""
    """How `nav` calls it, if it does."""


def names_page(target: str) -> bool:
    """Whether an entry of `nav` means a page of this site."""
    return _PAGE.fullmatch(target) is not None


def is_elsewhere(picture: str) -> bool:
    """Whether a picture is named by its whole address."""
    return picture.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class Site:
    """The configuration of a knowledge base, read from its `mkdocs.yml`."""

    base: Path
    """The folder that holds mkdocs.yml and the records."""
    config_file: Path
    name: str
    url: str
    """Where the site is published, with a slash at the end; empty when that is not known."""
    languages: tuple[Language, ...]
    docs_dir: Path
    site_dir: Path
    theme_dir: Path | None = None
    """The base's own theme overrides (`theme.custom_dir`)."""
    logo: str = ""
    """A picture in the place of our mark: a path in every edition, or a whole address."""
    favicon: str = ""
    """The same for the icon that browsers show."""
    repo_url: str = ""
    edit_uri: str = "edit/main/"
    descriptions: Mapping[str, str] = field(default_factory=dict)
    """One sentence about the site in each language."""
    has_search: bool = True
    """Whether readers can search; without it, the search page is a list from A to Z."""
    inherited: tuple[Path, ...] = ()
    """The files from which mkdocs.yml inherits."""
    read_by_others: tuple[Path, ...] = ()
    """Files and folders that hooks and snippets of mkdocs.yml read; they are watched in a preview."""
    is_extended: bool = False
    """Whether plugins, hooks or extensions of others may read what we do not know of."""
    tells_lost_links: bool = True
    """Whether links of hand-written pages that lead nowhere are told; `validation` in mkdocs.yml may say otherwise."""
    nav: tuple[NavEntry, ...] = ()
    """What the menu names, where mkdocs.yml says it."""
    digest: str = ""
    """Changes whenever mkdocs.yml does."""
    remarks: tuple[Diagnostic, ...] = ()
    """Warnings about mkdocs.yml, which keep nothing from being built."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The language tags, in the order of mkdocs.yml; the first is the default."""
        return tuple(language.tag for language in self.languages)

    @property
    def chains(self) -> tuple[tuple[str, ...], ...]:
        """For each language, its tag and where its missing texts are looked for."""
        return tuple((language.tag, *language.fallback) for language in self.languages)

    @property
    def default(self) -> Language:
        """The language of visitors of whom nothing is known (`x-default`)."""
        return self.languages[0]

    @property
    def path(self) -> str:
        """Where the site begins at its host: `/`, or `/kb/` where it has a folder of its own."""
        return urlsplit(self.url).path or "/"

    @property
    def cache_dir(self) -> Path:
        """Where runs on this base keep what they remember."""
        return self.base / ".cache" / "tremplin"

    def picture_address(self, picture: str, up: str) -> str:
        """Where a picture of the look is for a page above the editions; `up` leads from that page to the beginning of the site."""
        return picture if is_elsewhere(picture) else f"{up}{self.default.segment}/{picture}"

    @property
    def branch(self) -> str:
        """The branch on which changes are suggested."""
        return self.edit_uri.strip("/").rpartition("/")[2] or "main"

    def edit_address(self, file: str) -> str:
        """Where a file can be changed at the code host; empty when the site names no repository or nobody knows the file."""
        return f"{self.repo_url}/edit/{self.branch}/{file}" if self.repo_url and file else ""

    def new_file_address(self, folder: str, name: str, content: str) -> str:
        """Where a file can be begun at the code host with a content that is quoted already; empty when the site names no repository."""
        return f"{self.repo_url}/new/{self.branch}/{folder}?filename={quote(name)}&value={content}" if self.repo_url else ""

    def language(self, tag: str) -> Language:
        """The language with this tag; raises KeyError when the site has none such."""
        for language in self.languages:
            if language.tag == tag:
                return language
        raise KeyError(tag)
