"""Findings as they come in a run of `check`, for every format to tell."""

from tremplin.diagnostics import Diagnostic, Location, Severity, message

FINDINGS = (
    Diagnostic(
        "unknown-field", Location("good_practices/jobpath/record.yml", 14, 3), message("unknown field `{field}`", field="benefciaries"),
        message("did you mean `{name}`?", name="beneficiaries"),
    ),
    Diagnostic("translation-unlabelled", Location("skills/équipe, a/fr.md", 2), message("100% of this: {value}", value="a\nb"), severity=Severity.WARNING),
    Diagnostic("small-count", Location("trials/été 2023/record.yml", 9, 12), message("fewer than five"), message("write `<5`"), severity=Severity.NOTE),
)
