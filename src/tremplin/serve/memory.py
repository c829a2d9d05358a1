"""A cache for a process that stays: what was read once is not read again as long as its file is the same."""

from __future__ import annotations

import os
from collections import OrderedDict
from pathlib import Path
from typing import Any

from tremplin.cache import Cache

KEPT = 64
"""How many values stay in memory: the index, the lists, the ledgers, the frames of every language, and what their searches hold."""


class WarmCache(Cache):
    """The same cache, with the values used last kept in memory too. Values are never changed, so they can be shared."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self._kept: OrderedDict[str, tuple[object, Any]] = OrderedDict()

    def read(self, name: str) -> Any:
        """The value under `name`, from memory unless another process has written it since."""
        identity = self._identity(name)
        kept = self._kept.get(name)
        if identity is not None and kept is not None and kept[0] == identity:
            self._kept.move_to_end(name)
            return kept[1]
        value = super().read(name)
        if value is not None:
            self._keep(name, identity, value)
        return value

    def write(self, name: str, value: Any) -> None:
        """Keep `value` under `name`, on the disk and in memory."""
        super().write(name, value)
        self._keep(name, self._identity(name), value)

    def forget(self, name: str) -> None:
        """Drop what is kept under `name`."""
        super().forget(name)
        self._kept.pop(name, None)

    def _keep(self, name: str, identity: object, value: Any) -> None:
        self._kept[name] = identity, value
        self._kept.move_to_end(name)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _identity(self, name: str) -> object:
        """What tells a file from one that was written later in its place; None when there is none."""
        if self.folder is None:
            return None
        try:
            stat = os.stat(self.folder / name)
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns
