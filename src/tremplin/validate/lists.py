"""The entries of glossary, partners, projects and vocabulary: each valid one is kept, each fault is reported."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from tremplin.diagnostics import Diagnostic
from tremplin.model.fields import Model
from tremplin.model.kinds import LIST_BY_NAME
from tremplin.model.source import ListSource
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
            found += faults_of(error, source.document, model, (name,))
            continue
        if not wrong:
            entries[name] = entry
    return dict(sorted(entries.items())), found
