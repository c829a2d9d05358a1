"""The entries of glossary, partners, projects and vocabulary: each valid one is kept, each fault is reported."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from pydantic import ValidationError

from tremplin.diagnostics import Diagnostic
from tremplin.model.fields import Model
from tremplin.model.kinds import LIST_BY_NAME
from tremplin.model.source import Document, ListSource
from tremplin.validate.faults import faults_of, identifier_faults


def validate_list(source: ListSource) -> tuple[Mapping[str, Model], list[Diagnostic]]:
    """The valid entries under their identifiers, sorted, and everything that is wrong."""
    model = LIST_BY_NAME[source.kind].entry
    entries: dict[str, Model] = {}
    found = list(source.diagnostics)
    for name, value in source.document.data.items():
        wrong = identifier_faults(name, source.document.place((name,)))
        found += wrong
        try:
            entry = model.model_validate(value)
        except ValidationError as error:
            found += faults_of(error, entry_document(source.document, name), model)
            continue
        if not wrong:
            entries[name] = entry
    return dict(sorted(entries.items())), found


def entry_document(document: Document, name: str) -> Document:
    """One entry of a list as a document of its own, whose places are still those of the file."""
    pairs = document.node.value if document.node else []
    for key, value in pairs:
        if key.value == name:
            node = value if isinstance(value, yaml.MappingNode) else yaml.MappingNode("", [(key, value)])
            data = document.data[name] if isinstance(document.data[name], Mapping) else {name: document.data[name]}
            return Document(document.path, data, node, document.first_line)
    return document
