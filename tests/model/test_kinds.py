"""The declarations of the kinds: what validation, schemas, forms and examples are made from."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest
from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from tremplin.model import choices
from tremplin.model.fields import Model, RefersTo, expected_fields
from tremplin.model.kinds import BY_FOLDER, BY_NAME, KINDS, LIST_BY_NAME, LISTS
from tremplin.model.kinds.record import UNTRANSLATED, Facts, Kind, Words
from tremplin.pages import RECORD_PAGES


def models(of: object) -> Iterator[type[BaseModel]]:
    """A model and all that its fields hold."""
    if isinstance(of, type) and not typing.get_args(of) and issubclass(of, BaseModel):
        yield of
        for info in of.model_fields.values():
            yield from models(info.annotation)
    for part in typing.get_args(of):
        yield from models(part)


ROOTS = [model for kind in KINDS for model in (kind.facts, kind.words)] + [listed.entry for listed in LISTS]
MODELS = {model.__name__: model for root in ROOTS for model in models(root)}
FIELDS = {f"{model.__name__}.{name}": info for model in MODELS.values() for name, info in model.model_fields.items()}

def test_a_model_of_the_same_name_is_the_same() -> None:
    assert len(MODELS) == len({model for root in ROOTS for model in models(root)})


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_field_has_a_label_and_a_help(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        assert (info.title or "")[:1].isupper(), name
        assert (info.description or "").endswith((".", "…")), name


@pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)
def test_every_field_has_an_example_that_says_something_and_is_valid(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        assert info.annotation is not None
        alone = create_model("Alone", __base__=Model, field=(info.annotation, info))
        assert info.examples, name
        for example in info.examples:
            assert example not in (None, "", [], {}), name
            alone.model_validate({"field": example})


def test_folders_that_commitments_count_are_those_of_records() -> None:
    assert set(typing.get_args(choices.RecordFolder)) == set(BY_FOLDER)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_section_bears_the_name_of_a_text(kind: Kind) -> None:
    sections = [section.id for section in kind.sections]

    assert len(set(sections)) == len(sections)
    assert set(sections) & {*kind.words.model_fields, *(name.replace("_", "-") for name in kind.words.model_fields)} == set()
    assert [section for section in sections if section.startswith("free-") or "." in section] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_section_says_under_which_heading_it_stands_and_what_belongs_there(kind: Kind) -> None:
    assert [section.id for section in kind.sections if not section.heading or not section.help.endswith(".")] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_words_say_nothing_that_facts_say(kind: Kind) -> None:
    shared = kind.facts.model_fields.keys() & kind.words.model_fields.keys()

    for name in shared:
        facts, words = kind.facts.model_fields[name], kind.words.model_fields[name]
        assert facts.annotation != words.annotation, f"{name} would be written twice"


def test_kinds_are_found_by_name_and_by_folder() -> None:
    assert (len(BY_NAME), len(BY_FOLDER)) == (len(KINDS), len(KINDS))
    assert all(BY_NAME[kind.name] is BY_FOLDER[kind.folder] is kind for kind in KINDS)
    assert not BY_NAME.keys() & LIST_BY_NAME.keys()
    assert not BY_FOLDER.keys() & {listed.folder for listed in LISTS}


def test_every_kind_has_a_page() -> None:
    assert set(RECORD_PAGES) == set(BY_NAME)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_introduces_itself(kind: Kind) -> None:
    assert kind.label
    assert kind.plural
    assert kind.about.endswith(".")
    assert issubclass(kind.facts, Facts)
    assert issubclass(kind.words, Words)
    assert kind.address("jobpath") == f"{kind.folder}/jobpath/"


def test_what_is_said_about_a_file_is_not_translated() -> None:
    assert set(Words.model_fields) > UNTRANSLATED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_expected_field_may_be_left_out_by_a_record_that_is_documented_in_part(kind: Kind) -> None:
    partial = kind.facts.model_validate({"original": "en", "origin": "editorial", "documented": "partial"})

    assert all(getattr(partial, name) in (None, ()) for name in expected_fields(kind.facts))


def test_kinds_expect_something_of_a_record_that_is_fully_documented() -> None:
    assert {kind.name for kind in KINDS if expected_fields(kind.facts)} >= {"practice", "module", "skill", "recommendation", "event", "conclusion", "trial"}


def test_every_mark_of_a_reference_names_a_kind_that_exists() -> None:
    marks = {mark.kind for info in FIELDS.values() for mark in _marks(info)}

    assert marks - {""} <= {*BY_NAME, *LIST_BY_NAME}


def _marks(info: FieldInfo) -> Iterator[RefersTo]:
    yield from (mark for mark in info.metadata if isinstance(mark, RefersTo))
    yield from _inner_marks(info.annotation)


def _inner_marks(annotation: object) -> Iterator[RefersTo]:
    yield from (mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefersTo))
    for part in typing.get_args(annotation):
        yield from _inner_marks(part)
