"""Programs and templates of the base, which MkDocs runs while it makes pages: where one of them has stopped."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import jinja2

import tremplin
from tremplin.render.mkdocs.work import Remark

_NOT_OF_THE_BASE = (Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve(), Path(tremplin.__file__).resolve().parent)
"""A virtual environment often lies in the base, and the generator itself in its own."""


def stopped_in(error: BaseException, base: Path) -> Remark | None:
    """What an exception says, and the line of the base's own program or template that raised it; None when none of them did.

    Parts of Python that lie in no file have names such as `<frozen codecs>`.
    """
    own, root = None, base.resolve()
    for name, line in _lines(error):
        file = Path(name).resolve()
        if file.is_relative_to(root) and file.is_file() and not any(file.is_relative_to(folder) for folder in _NOT_OF_THE_BASE):
            own = Remark(f"{type(error).__name__}: {error}", page=file.relative_to(root).as_posix(), line=line)
    return own


def _lines(error: BaseException) -> Iterator[tuple[str, int]]:
    """The files and lines on the way to an exception, the innermost last. What cannot even be read is on none of them, and names its line itself."""
    yield from ((frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__))
    if isinstance(error, (SyntaxError, jinja2.TemplateSyntaxError)):
        yield error.filename or "", error.lineno or 1
