"""The files that hold many entries: glossary, partners, projects, vocabulary."""

from __future__ import annotations

from pathlib import Path

from tremplin.load.document import read_document
from tremplin.load.text import read_text
from tremplin.model.kinds import ListKind
from tremplin.model.source import Document, ListSource


def read_list(base: Path, kind: ListKind) -> ListSource:
    """The entries of one list; a base may do without any of them."""
    file = base / kind.file
    if not file.exists():
        return ListSource(kind.name, Document(kind.file, {}))
    text, faults = read_text(file, kind.file)
    if faults:
        return ListSource(kind.name, Document(kind.file, {}), tuple(faults))
    document, faults = read_document(text, kind.file)
    return ListSource(kind.name, document or Document(kind.file, {}), tuple(faults))
