"""The peer's pages beside those of records: partners, projects, themes, countries and the glossary, as somebody would write them by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plan import FOLDERS

LIST_FOLDERS = ("partners", "projects", "themes", "countries", "glossary")
"""Folders that the navigation names beside those of records."""


@dataclass(frozen=True)
class Words:
    """What the peer shows of a record."""

    path: str
    title: str
    summary: str
    text: str
    pointed_at: frozenset[str]
    """The partners, projects, themes and countries that its facts name."""


@dataclass(frozen=True)
class Lists:
    """What stands in the lists of a base, each entry by its identifier."""

    partners: Mapping[str, Any]
    projects: Mapping[str, Any]
    themes: Mapping[str, Any]
    glossary: Mapping[str, Any]


def pointed_at(facts: Mapping[str, Any]) -> frozenset[str]:
    """The partners, projects, themes and countries that a record names."""
    names = [facts.get(name) for name in ("project", "theme", "topic", "host", "partner")]
    many = [one for name in ("authors", "themes", "countries") for one in facts.get(name, ())]
    return frozenset(name for name in (*names, *many, facts.get("place", {}).get("country")) if name)


def list_pages(lists: Lists, found: Mapping[str, tuple[Words, ...]], language: str) -> Iterator[tuple[str, str]]:
    """Every such page in one language: its path in the edition's folder, and its Markdown."""
    yield "partners/index.md", "# Partners\n\n" + _listed(((name, one["legal_name"]) for name, one in lists.partners.items()))
    for name, partner in lists.partners.items():
        yield f"partners/{name}.md", _page(partner["legal_name"], partner["descriptions"][language], _partner(partner), _by_kind(found, name))
    yield "projects/index.md", "# Projects\n\n" + _listed((name, f"{one['acronym']}: {one['titles'][language]}") for name, one in lists.projects.items())
    for name, project in lists.projects.items():
        members = ((f"../partners/{key}", one["legal_name"]) for key, one in lists.partners.items() if name in (each["project"] for each in one["memberships"]))
        yield f"projects/{name}.md", _page(
            f"{project['acronym']}: {project['titles'][language]}", project["summaries"][language], _project(project, language),
            _by_kind(found, name, with_summary=False), f"## Partners\n\n{_listed(members)}",
        )
    yield "themes/index.md", "# Themes\n\n" + _listed((name, one["labels"][language]) for name, one in lists.themes.items())
    for name, theme in lists.themes.items():
        yield f"themes/{name}.md", _page(theme["labels"][language], _by_kind(found, name))
    countries = sorted({one["country"] for one in lists.partners.values()})
    yield "countries/index.md", "# Countries\n\n" + _listed((code.lower(), code) for code in countries)
    for code in countries:
        there = ((f"../partners/{key}", one["legal_name"]) for key, one in lists.partners.items() if one["country"] == code)
        yield f"countries/{code.lower()}.md", _page(code, _by_kind(found, code), f"## Partners\n\n{_listed(there)}")
    yield "glossary/index.md", _page("Glossary", *(_term(term, language) for term in lists.glossary.values()))


def cards(records: Iterable[Words], up: str) -> str:
    """Records with what each is about."""
    return "\n".join(f"- [{words.title}]({up}{words.path}.md): {words.summary}" for words in records)


def label(name: str) -> str:
    """A name of a field or folder, as people would write it."""
    return name.replace("_", " ").replace("-", " ").capitalize()


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *(part.strip() for part in parts if part)]) + "\n"


def _listed(entries: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- [{title}]({name}.md)" for name, title in entries) + "\n"


def _by_kind(found: Mapping[str, tuple[Words, ...]], name: str, *, with_summary: bool = True) -> str:
    """The records that name something, a part for each kind."""
    groups = ((kind, [words for words in records if name in words.pointed_at]) for kind, records in found.items())
    return "\n\n".join(
        f"## {label(FOLDERS[kind])}\n\n{cards(records, '../') if with_summary else _listed((f'../{words.path}', words.title) for words in records)}"
        for kind, records in groups if records
    )


def _table(facts: Iterable[tuple[str, str]]) -> str:
    return "| | |\n| --- | --- |\n" + "\n".join(f"| {name} | {value} |" for name, value in facts)


def _partner(partner: Mapping[str, Any]) -> str:
    facts = [(label(name), partner[name]) for name in ("short_name", "country", "city", "kind", "url")]
    return _table([*facts, *((one["project"], one["role"]) for one in partner["memberships"])])


def _project(project: Mapping[str, Any], language: str) -> str:
    facts = _table((label(name), project[name]) for name in ("programme", "start", "end", "coordinator", "url"))
    objectives = "\n".join(f"- {one}" for one in project["objectives"][language])
    promises = _table((one["labels"][language], one["planned"]) for one in project["commitments"])
    return f"{facts}\n\n## Objectives\n\n{objectives}\n\n## Commitments\n\n{promises}"


def _term(term: Mapping[str, Any], language: str) -> str:
    """A term, what it means and what it is called elsewhere."""
    names = _table(term["labels"].items())
    notes = [term[name][language] for name in ("definitions", "scope_notes") if language in term.get(name, {})]
    return "\n\n".join([f"## {term['labels'][language]}", *notes, names])
