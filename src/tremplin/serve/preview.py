"""The preview of one base: its server, its watcher and its builds, one after the other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from tremplin.build import Progress
from tremplin.cache import Cache
from tremplin.diagnostics import Said
from tremplin.load.site import read_site
from tremplin.model.site import Site
from tremplin.publish import Busy, Ledger
from tremplin.serve.files import Place
from tremplin.serve.inputs import Change, inputs_of
from tremplin.serve.memory import WarmCache
from tremplin.serve.panel import panels
from tremplin.serve.rebuild import Explain, Outcome, Overtaken, failed, previewed, rebuilt
from tremplin.serve.renewal import renew
from tremplin.serve.server import SiteServer, mount_of
from tremplin.serve.state import Hub
from tremplin.serve.watch import Watcher

_NAP = 0.2
"""Seconds between two attempts while another build holds the site."""
_LISTEN = 1.0
"""Seconds after which the wait for changes is taken up anew: on Windows Ctrl-C is only heard in between. When nobody has written for so long, the search follows."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The site was built again because some files changed; they are relative to the base where they lie in it."""

    outcome: Outcome
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outdated:
    """Our own code has changed, which this process has already loaded."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another build holds the site; this one follows as soon as it can."""


News = Rebuilt | Outdated | Waiting


@dataclass
class Preview:
    """Serves a site from the moment it is made; `build` and then `news` keep it up to date. Raises OSError when the port is taken."""

    site: Site
    host: str
    port: int
    explain: Explain
    refuse: Callable[[Site], Said | None]
    """Says why nothing must be written where the configuration wants the site; None when it may."""
    _hub: Hub = field(default_factory=Hub)
    _owes_search: bool = False
    """Whether pages have changed since the search was made. It takes longer than they do, and nobody who writes should wait for it."""
    _shown: Ledger = field(default_factory=dict)
    """What this preview published last, which is what open pages show."""
    _is_outdated: bool = False
    """Whether our code on the disk is another than the one that runs. Files of the package that came with it are then left alone, since what
    is remembered would otherwise be filed under the new code."""

    def __post_init__(self) -> None:
        self._server = SiteServer(self.host, self.port, _place(self.site), self._hub)
        self._watcher = Watcher()
        self._inputs = inputs_of(self.site)
        self._cache: Cache = _cache(self.site)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)

    def __enter__(self) -> Self:
        self._watcher.__enter__()
        self._follow()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._watcher.__exit__(kind, error, trace)
        self._hub.close()
        if self._thread.is_alive():
            self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        """Where the site is to be seen."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104  only compared: all addresses of this computer, of which one is shown
        return f"http://{f'[{host}]' if ':' in host else host}:{self._server.server_port}{self._server.place.mount}"

    def build(self, progress: Progress) -> Outcome:
        """The first build, after which the site is served; raises Busy."""
        outcome = self._compared(rebuilt(self.site, self._cache, progress, self.explain))
        self._tell(outcome, is_style_only=False)
        self._thread.start()
        return outcome

    def news(self) -> Iterator[News]:
        """Everything that happens from now on, without end."""
        while True:
            change = self._inputs.change(self._watcher.wait(_LISTEN))
            if change.code:
                self._is_outdated = True
                yield Outdated(self._names(change.code))
            paths = frozenset(path for path in change.paths if not (self._is_outdated and Change(frozenset({path})).is_ours))
            if paths:
                yield from self._follow_change(Change(paths))
            elif self._owes_search and not change.paths:
                yield from self._catch_up()

    def _follow_change(self, change: Change) -> Iterator[News]:
        if change.is_ours:
            renew()
            self._cache = _cache(self.site)
        attempts = 0
        while (outcome := self._attempt(keeps_search=True)) is None:
            if not attempts:
                yield Waiting()
            attempts += 1
            time.sleep(_NAP)
        self._owes_search = self.site.has_search
        self._tell(outcome, is_style_only=change.is_style_only)
        yield Rebuilt(outcome, self._names(change.paths))

    def _catch_up(self) -> Iterator[News]:
        """Bring the search up to date, as long as nobody writes. No page is loaded anew for it, and the terminal hears of it only where it cannot be made."""
        outcome = self._attempt(self._unless_overtaken)
        if outcome is None:
            return
        self._owes_search = False
        self._hub.tell(panels(self.site.tags, outcome.diagnostics, outcome.stopped), pages=False, styles=False)
        if outcome.stopped:
            yield Rebuilt(outcome)

    def _unless_overtaken(self, stage: str, done: int, total: int) -> None:
        if self._watcher.has_news:
            raise Overtaken

    def _attempt(self, progress: Progress = lambda stage, done, total: None, *, keeps_search: bool = False) -> Outcome | None:
        """One build with the configuration as it is now; None when another one holds the site, or is wanted first."""
        try:
            return self._configured() or self._compared(rebuilt(self.site, self._cache, progress, self.explain, keeps_search=keeps_search))
        except (Busy, Overtaken):
            return None

    def _compared(self, outcome: Outcome) -> Outcome:
        """The outcome as the pages of this preview see it: a second preview of the same base may have built what they do not show yet."""
        if not outcome.ledger:
            return outcome
        shown, self._shown = self._shown, outcome.ledger
        return replace(outcome, has_changed=outcome.ledger != shown)

    def _configured(self) -> Outcome | None:
        """Take over what mkdocs.yml says now; the outcome when that cannot be used."""
        try:
            site, faults = read_site(self.site.config_file)
        except Exception as error:  # noqa: BLE001  whatever is written there must not end the preview
            return failed(error, self.explain)
        if site is None:
            return Outcome(tuple(faults))
        refused = self.refuse(site)
        if refused:
            return Outcome(stopped=refused)
        if site != self.site:
            self.site = site
            self._server.place, self._inputs = _place(site, self._server.place), inputs_of(site)
        self._follow()
        return None

    def _follow(self) -> None:
        self._watcher.follow(self._inputs.folders, self._inputs.parents)

    def _tell(self, outcome: Outcome, *, is_style_only: bool) -> None:
        told = panels(self.site.tags, outcome.diagnostics, outcome.stopped)
        self._hub.tell(told, pages=outcome.has_changed and not is_style_only, styles=outcome.has_changed and is_style_only)

    def _names(self, paths: frozenset[Path]) -> tuple[str, ...]:
        base = self._inputs.base
        return tuple(sorted(path.relative_to(base).as_posix() if path.is_relative_to(base) else str(path) for path in paths))


def _place(site: Site, before: Place | None = None) -> Place:
    mount = mount_of(site.url)
    mounts = dict.fromkeys([*before.former, before.mount] if before else [])
    return Place(previewed(site).site_dir, mount, tuple(former for former in mounts if former != mount))


def _cache(site: Site) -> WarmCache:
    return WarmCache(site.cache_dir)
