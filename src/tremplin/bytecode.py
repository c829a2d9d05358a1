"""What Jinja makes of templates, kept where Python keeps what it makes of modules."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Kept(FileSystemBytecodeCache):
    """Compiled templates in files beside those of `module`. `made_by` changes whenever something does that would make something else of the same template."""

    def __init__(self, module: Path, made_by: str) -> None:
        super().__init__(str(Path(cache_from_source(str(module))).parent), f"{sys.implementation.cache_tag}-{made_by}-%s.jinja")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, unless Python keeps nothing or may not write there."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)
