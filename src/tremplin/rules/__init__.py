"""The readable table of rules. A rule is added by adding one file and one line here.

A module's docstring is the rule's help page (`tremplin explain CODE`). Codes without a function are found by an
earlier stage, while files are read and values are given their types.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from itertools import islice

from tremplin.diagnostics import MOST, Diagnostic
from tremplin.model.draft import Draft, Texts
from tremplin.model.fields import Model, judged
from tremplin.model.library import Library
from tremplin.model.source import Document
from tremplin.rules import (
    broken_link,
    coordinator_differs,
    critical_criterion,
    duplicate_id,
    duplicate_label,
    duration_range,
    gesture_count,
    handwritten_page,
    heading_level,
    html_in_prose,
    left_out_reference,
    long_sentences,
    media_path,
    media_type,
    missing_media,
    numbers_differ,
    parts_duration,
    period_order,
    quotation_depth,
    records_block,
    remote_picture,
    site_configuration,
    small_count,
    translation_unlabelled,
    trial_counts,
    uncited_source,
    unknown_criterion,
    unknown_figure,
    unknown_file,
    unknown_identifier,
    unknown_reference,
    unknown_value,
    unsafe_link,
    unsupported_recommendation,
    video_incomplete,
)

FOUND_WHILE_READING = (
    "unreadable-file", "file-too-large", "not-utf8", "empty-file", "yaml-syntax", "yaml-tab", "yaml-alias", "yaml-too-deep", "duplicate-key",
    "text-cut-off", "not-a-mapping", "conflict-marker", "unclosed-code", "front-matter-missing", "front-matter-unclosed", "missing-record-file", "link-outside",
    "unknown-file", "unknown-folder",
    "missing-home-page", "handwritten-page",
)
FOUND_BY_THE_SCHEMA = (
    "unknown-field", "missing-field", "wrong-type", "unknown-value", "not-a-duration", "not-a-date", "not-a-count", "not-a-moment", "not-a-number",
    "not-true-or-false", "not-an-address", "not-an-id", "not-a-language", "not-a-country", "unknown-language", "missing-original", "missing-section",
    "duplicate-section", "unknown-heading", "unknown-words", "missing-words",
)
OF_ONE_RECORD = (
    duplicate_id, gesture_count, critical_criterion, duration_range, parts_duration, unknown_identifier, period_order, small_count, trial_counts,
    media_path, media_type, missing_media, unknown_file, video_incomplete, translation_unlabelled, uncited_source, numbers_differ, long_sentences,
    unsupported_recommendation, unknown_value,
)
OF_TEXTS = (html_in_prose, unsafe_link, heading_level, quotation_depth, remote_picture)
OF_THE_LIBRARY = (
    duplicate_id, unknown_reference, left_out_reference, unsupported_recommendation, unknown_criterion, broken_link, records_block,
    media_type, unknown_figure, coordinator_differs, site_configuration, handwritten_page,
)
OF_A_LIST = (duplicate_label, duplicate_id, period_order, unknown_value)


def examine(draft: Draft) -> Iterator[Diagnostic]:
    """What the rules find in one record; a rule that meets a gap in it stops there."""
    for rule in OF_ONE_RECORD:
        yield from islice(judged(rule.check(draft)), MOST)


def examine_texts(texts: Texts) -> Iterator[Diagnostic]:
    """What the rules find in the words of one record, whose facts may be wrong."""
    for rule in OF_TEXTS:
        yield from islice(rule.check_texts(texts), MOST)


def examine_list(entries: Mapping[str, Model], document: Document) -> Iterator[Diagnostic]:
    """What the rules find in one of the short lists."""
    for rule in OF_A_LIST:
        yield from islice(judged(rule.check_list(entries, document)), MOST)


def examine_library(library: Library) -> Iterator[Diagnostic]:
    """What the rules find between records."""
    for rule in OF_THE_LIBRARY:
        yield from rule.check_library(library)


def codes() -> tuple[str, ...]:
    """Every code that a diagnostic may carry, sorted."""
    modules = (*OF_ONE_RECORD, *OF_TEXTS, *OF_A_LIST, *OF_THE_LIBRARY)
    names = (module.__name__.rpartition(".")[2].replace("_", "-") for module in modules)
    return tuple(sorted({*FOUND_WHILE_READING, *FOUND_BY_THE_SCHEMA, *names}))


def explanation(code: str) -> str | None:
    """The help page of a code in English (a gettext id), or None when there is no such code."""
    if code not in codes():
        return None
    module = importlib.import_module(f"tremplin.rules.{code.replace('-', '_')}")
    return (module.__doc__ or "").strip()
