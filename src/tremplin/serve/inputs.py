"""Which files a preview is made of: what to watch, and what to make of a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tremplin.model.kinds import KINDS, LISTS
from tremplin.model.site import Site

PACKAGE = Path(__file__).resolve().parents[1]
"""The generator's own files, for those who work on it."""
_OWN = frozenset({".css", ".html", ".js", ".json", ".mjs", ".po", ".svg", ".woff2"})
_TEMPORARY = (".bak", ".crdownload", ".mo", ".orig", ".part", ".pyc", ".swo", ".swp", ".swpx", ".swx", ".tmp", "~", "___jb_old___", "___jb_tmp___")
_PROBE = "4913"
"""Vim tries with a file of this name whether it can write into a folder."""
_MACHINERY = frozenset({".cache", ".git", ".hg", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".svn", ".venv", "__pycache__", "node_modules"})


@dataclass(frozen=True, slots=True)
class Change:
    """Some files that have changed together."""

    paths: frozenset[Path]
    """Those the site is made of."""
    code: frozenset[Path] = frozenset()
    """Our own Python files: they take effect at the next start."""

    @property
    def is_style_only(self) -> bool:
        """Whether pages stay as they are and only look different. A sheet that is gone cannot be loaded anew in place of the one that a page has."""
        return all(path.suffix == ".css" and path.exists() for path in self.paths)

    @property
    def is_ours(self) -> bool:
        """Whether a file of the generator itself is among them."""
        return any(path.is_relative_to(PACKAGE) for path in self.paths)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files and folders of one site. All paths are absolute, without symbolic links."""

    base: Path
    files: frozenset[Path]
    folders: frozenset[Path]
    """Watched with everything below them, as soon as they exist."""
    outputs: frozenset[Path]
    """What builds write; never an input, wherever it lies."""

    @property
    def parents(self) -> frozenset[Path]:
        """The folders of single files, watched without what lies below them."""
        return frozenset({self.base, *(file.parent for file in self.files)})

    def change(self, seen: Iterable[Path]) -> Change:
        """What matters among the paths that somebody has touched."""
        paths = [path for path in seen if not self._is_noise(path)]
        return Change(frozenset(path for path in paths if self._is_input(path)), frozenset(path for path in paths if path.suffix == ".py" and path.is_relative_to(PACKAGE)))

    def _is_input(self, path: Path) -> bool:
        if path in self.files or any(path.is_relative_to(folder) for folder in self.folders - {PACKAGE}):
            return True
        return path.suffix in _OWN and path.is_relative_to(PACKAGE)

    def _is_noise(self, path: Path) -> bool:
        """Whether it is an editor's temporary file, something that tools keep, or what a build has written."""
        name = path.name
        if name.startswith((".", "#")) or name.endswith(_TEMPORARY) or name == _PROBE:
            return True
        inside = path.relative_to(self.base).parts if path.is_relative_to(self.base) else ()
        return not _MACHINERY.isdisjoint(inside) or any(path.is_relative_to(output) for output in self.outputs)


def inputs_of(site: Site) -> Inputs:
    """Everything that a site is made of."""
    base = site.base.resolve()
    others = [path.resolve() for path in site.read_by_others]
    files = [site.config_file.resolve(), *site.inherited, *(base / kind.file for kind in LISTS), *(path for path in others if not path.is_dir())]
    folders = [*(base / kind.folder for kind in KINDS), *(path for path in others if path.is_dir()), site.docs_dir, *([site.theme_dir] if site.theme_dir else []), PACKAGE]
    outputs = (site.site_dir, site.site_dir.with_name(f".{site.site_dir.name}.next"), site.site_dir.with_name(f".{site.site_dir.name}.old"))
    return Inputs(
        base, frozenset(files),
        frozenset(folder.resolve() for folder in folders), frozenset(output.resolve() for output in outputs),
    )
