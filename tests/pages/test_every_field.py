"""What people fill in is shown to somebody: a field that nothing reads would be work for nothing."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

import tremplin
from tests.bases import EVERY_KIND
from tests.libraries import reading
from tests.model.test_kinds import models
from tremplin.model.fields import Model, RefersTo
from tremplin.model.kinds import KINDS, LISTS
from tremplin.pages import make, plans
from tremplin.pages.mould import Moulds
from tremplin.search import documents
from tremplin.translate import local_record, localise

ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = Path(tremplin.__file__).parent
_READERS = (*(str(_PACKAGE / folder) for folder in ("pages", "rules", "search", "model", "editions.py", "link.py", "translate.py")), "jinja2")
"""Code that does something with a field because of what it means. What loads and validates looks at all of them alike."""


@pytest.fixture(scope="module")
def read() -> Iterator[set[str]]:
    """The fields that are read while the rules look at two bases and all pages of one edition are made."""
    found: set[str] = set()

    def watched(self: Model, name: str) -> object:
        here = inspect.currentframe()
        assert here is not None
        assert here.f_back is not None
        caller = here.f_back.f_code.co_filename
        if name in type(self).model_fields and any(reader in caller for reader in _READERS):
            found.update(f"{model.__name__}.{name}" for model in type(self).__mro__)
        return object.__getattribute__(self, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Model, "__getattribute__", watched)
        for base in (EVERY_KIND, ROOT):
            one = reading(base, is_preview=True)
            edition, moulds = one.edition("en"), Moulds()
            for plan in plans(one.library, is_preview=True):
                make(plan, edition, partial(local_record, one.records, edition), moulds)
            for path in one.library.cards:
                documents.of_record(localise(one.records[path], edition), edition)
        yield found


def _parts(annotation: object, metadata: Sequence[object] = ()) -> Iterator[object]:
    """What a type is made of, with all that is said about it."""
    yield from metadata
    for part in typing.get_args(annotation):
        yield part
        yield from _parts(part)


_GATHERED = {"Source.figures"}
"""Numbers that `model/figures.py` gathers from all values alike, for the rule that looks for them in prose."""
_FACTS = {model for root in (*(kind.facts for kind in KINDS), *(listed.entry for listed in LISTS)) for model in models(root)}
FIELDS = sorted(
    f"{model.__name__}.{name}" for model in _FACTS for name, info in model.model_fields.items()
    if f"{model.__name__}.{name}" not in _GATHERED and not any(isinstance(part, RefersTo) for part in _parts(info.annotation, info.metadata))
)
"""Fields of facts and of lists. Words are shown under flat keys, and `test_both_ends` follows references."""


@pytest.mark.parametrize("name", FIELDS)
def test_what_people_fill_in_is_read_by_a_page_or_a_rule(read: set[str], name: str) -> None:
    assert name in read, "nobody would ever see it"
