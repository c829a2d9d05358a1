"""The files that hold many entries: glossary, partners, projects, vocabulary."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tremplin.load.boundary import link_faults
from tremplin.load.document import read_document
from tremplin.load.text import LARGEST, read_text
from tremplin.model.kinds import ListKind
from tremplin.model.source import Document, ListSource


def read_list(base: Path, kind: ListKind) -> ListSource:
    """The entries of one list; a base may do without any of them."""
    file, document = base / kind.file, None
    if not os.path.lexists(file):
        return ListSource(kind.name, Document(kind.file, {}))
    text, faults = "", link_faults(file, base)
    if not faults:
        text, faults = read_text(file, kind.file)
    if not faults:
        document, faults = read_document(text, kind.file)
    return ListSource(kind.name, document or Document(kind.file, {}), tuple(faults))


def raw_list(base: Path, kind: ListKind) -> bytes:
    """The bytes of a list, by which a change is noticed; what stands for one that is missing or cannot be read stands in no list."""
    file = base / kind.file
    faults = link_faults(file, base)
    try:
        status = file.stat()
        is_read = not faults and stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST
        return file.read_bytes() if is_read else f"\0{faults} {status.st_size}".encode()
    except OSError as error:
        return f"\0{faults} {error.errno}".encode()
