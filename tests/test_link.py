"""References between records, seen from both ends."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.bases import write_base
from tests.libraries import Reading, reading
from tests.records import ONE_OF_EACH
from tremplin.diagnostics import Location
from tremplin.link import link
from tremplin.model.fields import RefersTo
from tremplin.model.handwritten import Handwritten
from tremplin.model.kinds import BY_NAME, KINDS
from tremplin.model.library import LIST_FOLDERS, Backlink, Library, target_path
from tremplin.model.record import Entry, Reference
from tremplin.pages.record import RELATIONS

SEEN_BOTH_WAYS: Mapping[tuple[str, str], str] = {
    ("good_practices/open-door", "project"): "projects/bridge", ("good_practices/open-door", "authors"): "partners/south", ("good_practices/open-door", "themes"): "themes/gardens",
    ("good_practices/open-door", "related"): "skills/teamwork", ("good_practices/open-door", "answered_by"): "good_practices/wide-gate",
    ("microtrainings/turn-a-key", "theme"): "themes/gardens", ("microtrainings/turn-a-key", "provider"): "partners/north",
    ("microtrainings/turn-a-key", "awarding_body"): "partners/south", ("microtrainings/turn-a-key", "transversal"): "skills/teamwork",
    ("microtrainings/turn-a-key", "next_steps"): "good_practices/open-door", ("recommendations/open-all", "topic"): "themes/gardens",
    ("recommendations/open-all", "based_on"): "trials/first-try", ("events/kiel-2023", "host"): "partners/north", ("events/kiel-2023", "theme"): "themes/homes",
    ("twg_conclusions/north-1", "partner"): "partners/north", ("twg_conclusions/north-1", "theme"): "themes/homes",
    ("twg_conclusions/north-1", "practices_discussed"): "good_practices/open-door", ("twg_conclusions/north-1", "feeds"): "events/kiel-2023",
    ("trials/first-try", "module"): "microtrainings/turn-a-key", ("trials/first-try", "partner"): "partners/south", ("skills/teamwork", "reviewed_by"): "partners/reader",
}
"""For every field of a record that refers to something: a record with it, and what it names there."""
TRANSLATION = "---\ntitle: Équipe\ntranslation: machine\nreviewed_by: reader\n---\n"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return reading(write_base(tmp_path_factory.mktemp("base"), {**ONE_OF_EACH, "skills/teamwork/fr.md": TRANSLATION}))


def marked(model: object) -> Iterator[tuple[str, RefersTo]]:
    """The fields of a model that refer to something, however deep they stand."""
    for name, info in model.model_fields.items() if isinstance(model, type) and issubclass(model, BaseModel) else ():
        yield from ((name, mark) for mark in (*info.metadata, *_metadata(info.annotation)) if isinstance(mark, RefersTo))
        for inner in _parts(info.annotation):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                yield from marked(inner)


def _metadata(annotation: object) -> Iterator[object]:
    for part in (annotation, *_parts(annotation)):
        yield from getattr(part, "__metadata__", ())


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for part in typing.get_args(annotation):
        yield from _parts(part)


def test_no_field_that_refers_to_something_is_forgotten_here() -> None:
    fields = {name for kind in KINDS for model in (kind.facts, kind.words) for name, _ in marked(model)} | {"reviewed_by"}

    assert {field for _, field in SEEN_BOTH_WAYS} == fields


@pytest.mark.parametrize(("path", "field"), SEEN_BOTH_WAYS)
def test_every_reference_is_seen_from_both_ends(found: Reading, path: str, field: str) -> None:
    target = SEEN_BOTH_WAYS[path, field]

    assert (field, target) in found.library.outgoing[path]
    assert Backlink(field, path) in found.library.backlinks[target]


@pytest.mark.parametrize("field", sorted({name for kind in KINDS for name, mark in marked(kind.facts) if not mark.kind or mark.kind in BY_NAME}))
def test_readers_are_told_of_every_reference_between_records_on_both_pages(field: str) -> None:
    assert {is_outgoing for name, is_outgoing, _ in RELATIONS if name == field} == {True, False}


@pytest.mark.parametrize(("path", "field"), [key for key, target in SEEN_BOTH_WAYS.items() if not target.startswith("themes/")])
def test_pages_of_both_ends_lead_to_each_other(found: Reading, path: str, field: str) -> None:
    target = SEEN_BOTH_WAYS[path, field]
    here, there = f"{path}/", f"{target}/"

    if field != "reviewed_by":  # The page says that it was translated by a machine until somebody has read it.
        assert f'href="../../{there}"' in found.page(here, "en").body
    assert f'href="../../{here}"' in found.page(there, "en").body


def test_a_record_that_is_named_twice_by_one_field_is_linked_once(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "skills/teamwork/record.yml": "original: en\norigin: editorial\ndocumented: partial\nrelated: [good_practices/open-door, good_practices/open-door]\n"}

    library = reading(write_base(tmp_path, files)).library

    assert library.outgoing["skills/teamwork"] == (("related", "good_practices/open-door"),)
    assert library.backlinks["good_practices/open-door"].count(Backlink("related", "skills/teamwork")) == 1


DRAFT = "original: en\norigin: editorial\ndocumented: partial\nstatus: draft\nproject: bridge\nrelated: [skills/teamwork]\n"


@pytest.mark.parametrize("is_preview", [True, False])
def test_drafts_and_what_they_point_to_are_shown_in_previews_only(tmp_path: Path, is_preview: bool) -> None:  # noqa: FBT001
    draft = "skills/patience"
    library = reading(write_base(tmp_path, {**ONE_OF_EACH, f"{draft}/record.yml": DRAFT, f"{draft}/en.md": "---\ntitle: Patience\n---\n"}), is_preview=is_preview).library

    assert (draft in library.cards) == is_preview
    assert (Backlink("related", draft) in library.backlinks["skills/teamwork"]) == is_preview
    assert (Backlink("project", draft) in library.backlinks["projects/bridge"]) == is_preview
    assert (draft in library.outgoing) == is_preview
    assert draft in library.entries


def test_an_archived_record_is_published(tmp_path: Path) -> None:
    facts = ONE_OF_EACH["skills/teamwork/record.yml"] + "status: archived\n"  # type: ignore[operator]  # this one is text

    assert "skills/teamwork" in reading(write_base(tmp_path, {**ONE_OF_EACH, "skills/teamwork/record.yml": facts})).library.cards


def test_a_record_with_faults_is_known_and_not_shown(tmp_path: Path) -> None:
    library = reading(write_base(tmp_path, {**ONE_OF_EACH, "events/kiel-2023/record.yml": "original: en\norigin: nowhere\n"}), is_preview=True).library

    assert "events/kiel-2023" in library.entries
    assert "events/kiel-2023" not in library.cards
    assert "events/kiel-2023" not in library.backlinks


@pytest.mark.parametrize(
    ("kind", "target", "path"),
    [
        ("", "good_practices/open-door", "good_practices/open-door"), ("module", "turn-a-key", "microtrainings/turn-a-key"), ("partner", "north", "partners/north"),
        ("project", "bridge", "projects/bridge"), ("term", "gesture", "glossary/gesture"), ("theme", "homes", "themes/homes"),
    ],
)
def test_a_reference_leads_to_its_target(found: Reading, kind: str, target: str, path: str) -> None:
    there, nowhere = Reference("field", kind, target, Location("a")), Reference("field", kind, f"{target}-x", Location("a"))

    assert (target_path(there), found.library.resolve(there)) == (path, path)
    assert (target_path(nowhere), found.library.resolve(nowhere)) == (f"{path}-x", None)


def test_each_short_list_has_a_folder_in_which_its_entries_are_named() -> None:
    assert set(LIST_FOLDERS) == {"partner", "project", "term", "theme"}


@given(data=st.data())
def test_the_order_in_which_records_are_read_changes_nothing(found: Reading, data: st.DataObject) -> None:
    def linked(entries: typing.Iterable[Entry]) -> Library:
        return link(found.library.site, entries, found.library.lists, Handwritten(found.library.pages, found.library.blocks), with_drafts=False)

    first = linked(found.library.entries.values())
    second = linked(data.draw(st.permutations(list(found.library.entries.values()))))

    assert first == second
    for one, other in ((first.entries, second.entries), (first.cards, second.cards), (first.outgoing, second.outgoing), (first.backlinks, second.backlinks)):
        assert list(one) == list(other)


@given(data=st.data())
def test_what_points_somewhere_is_what_is_pointed_at(found: Reading, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(list(found.library.entries.values())), unique_by=lambda entry: entry.path))
    library = link(found.library.site, chosen, found.library.lists, Handwritten({}), with_drafts=False)

    forwards = {(path, field, target) for path, references in library.outgoing.items() for field, target in references}
    backwards = {(one.path, one.field, target) for target, links in library.backlinks.items() for one in links}
    assert forwards == backwards
    assert all(target in library.cards or target.split("/")[0] in LIST_FOLDERS.values() for _, _, target in forwards)


def test_practices_on_the_same_theme_are_shown_beside_each_other_unless_one_names_the_other(tmp_path: Path) -> None:
    facts = "original: en\norigin: editorial\ndocumented: partial\nthemes: [{themes}]\n"
    made = {"one": "gardens, homes", "two": "gardens", "three": "gardens, homes", "four": "homes\nrelated: [good_practices/one]", "five": "gardens", "six": ""}
    files = {f"good_practices/{name}/record.yml": facts.format(themes=themes).replace("\nrelated: [good_practices/one]]", "]\nrelated: [good_practices/one]") for name, themes in made.items()}
    words = {f"good_practices/{name}/en.md": f"---\ntitle: {name}\n---\n" for name in made}
    library = reading(write_base(tmp_path, {**ONE_OF_EACH, **files, **words})).library

    assert library.alike["good_practices/one"][0] == "good_practices/three"
    assert "good_practices/one" not in library.alike["good_practices/four"]
    assert library.alike["good_practices/six"] == ()
    assert all(len(others) <= 3 and path not in others for path, others in library.alike.items())
