"""Our pages as MkDocs sees them: files that links may lead to, with titles for its navigation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

CONTENT_ANCHOR = "tp-content"
"""Where "skip to content" leads."""


class RecordPage(MkDocsPage):
    """A page whose body is ours: MkDocs links to it and lists it, and never reads or renders Markdown for it."""

    def __init__(self, title: str, file: File, config: MkDocsConfig) -> None:
        super().__init__(title, file, config)
        self.title = escape(title)
        self.meta = {"hide": ["navigation", "toc"]}
        self.content = Markup("")
        self.toc = TableOfContents([AnchorLink(title, CONTENT_ANCHOR, 1)])

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""

    def render(self, config: MkDocsConfig, files: object) -> None:
        """There is no Markdown to render."""


class RecordFile(File):
    """A generated page at a fixed address. It is no documentation page to MkDocs, so the theme is not run for it."""

    def __init__(self, address: str, title: str, config: MkDocsConfig, html: Callable[[], str] | None) -> None:
        super().__init__(f"{address}index.md", src_dir=None, dest_dir=config.site_dir, use_directory_urls=True)
        self.dest_uri = f"{address}index.html"
        self.url = address
        self.generated_by = "tremplin"
        self._html = html
        self.page = RecordPage(title, self, config)

    def is_documentation_page(self) -> bool:
        """Whether MkDocs would run the theme for it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  MkDocs' own signature
        """Write the finished page, unless the build as a whole does that."""
        if self._html is not None:
            target = Path(self.abs_dest_path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self._html(), encoding="utf-8")
