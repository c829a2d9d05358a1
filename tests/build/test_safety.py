"""Whatever people write, in whatever field, it is shown as text: no element, attribute, script or address of theirs gets into a page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import built, site_of
from tests.reading import Read, read
from tremplin.cache import Cache
from tremplin.check import check
from tremplin.pages.prose import rendered

PAYLOADS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '" onfocus="alert(1)" autofocus="', "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>", "--><svg onload=alert(1)>", "<!--<script>alert(1)</script>-->", "]]><script>alert(1)</script>", "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}{{ config }}", "<svg><style><img src=x onerror=alert(1)></style></svg>", '<a href="javascript:alert(1)">x</a>', "&lt;script&gt;alert(1)&lt;/script&gt;",
    r"\u003cscript\u003ealert(1)\u003c/script\u003e", '<iframe srcdoc="<script>alert(1)</script>">', '<base href="https://evil.example/">',
    "<style>@import 'https://evil.example/x.css';</style>", '<meta http-equiv=refresh content="0;url=https://evil.example/">',
    '<div class="tp-records" data-records="{}"></div>', "@@tremplin:body@@", "\u2028\u202e<math><mtext></table><img src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>",
    "<template shadowrootmode=open><script>alert(1)</script></template>", "<input type=image src=x formaction=javascript:alert(1)>",
)
NOT_TEXT = frozenset({
    "original", "origin", "documented", "status", "project", "created", "updated", "authors", "licence", "themes", "countries", "id", "kind", "year", "accessed", "language", "related",
    "polarity", "country", "start", "end", "target_groups", "design", "source", "direction", "value", "baseline", "comparison", "n", "what", "amount", "up_to", "currency", "answered_by",
    "theme", "duration", "mode", "provider", "awarding_body", "assessment_type", "eqf_level", "supervision", "critical", "method", "gesture", "criteria", "attempts", "isced_f",
    "esco_skills", "esco_uri", "esco_group", "lifecomp", "key_competence", "transversal", "next_steps", "file", "captions", "at", "state", "addressees", "topic", "priority", "based_on",
    "host", "attendance", "categories", "digcomp", "entrecomp", "greencomp", "asked", "satisfied", "partner", "session", "date", "count", "practices_discussed", "feeds", "module", "planned", "enrolled", "completed", "certified", "sessions", "criterion",
    "met", "months", "employed", "training", "role", "coordinator", "counts", "eu_funded", "unconfirmed", "groups", "narrower", "broader", "translation", "reviewed_by", "translated_from",
})
"""Fields of facts and lists that hold codes, numbers, dates and identifiers, which the schema checks."""
URLS = frozenset({"url", "source_url", "exact_match"})


def poisoned(value: Any, payload: str, field: str = "") -> Any:
    """The same value with every text in it replaced."""
    if isinstance(value, dict):
        return {name: poisoned(item, payload, name if not field or name not in {"en", "fr"} else field) for name, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, payload, field) for item in value]
    if field in URLS:
        return "https://example.org/" + "".join(payload.split())
    return value if field in NOT_TEXT else payload


def poison(base: Path, payload: str) -> None:
    """Put a payload into every text of a base: fields, headings, lists, settings."""
    for file in base.rglob("*.yml"):
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        if file.name == "mkdocs.yml":
            data["site_name"], data["plugins"][0]["tremplin"]["descriptions"]["en"] = payload, payload
        else:
            data = poisoned(data, payload)
        file.write_text(json.dumps(data), encoding="utf-8")
    for file in base.glob("*/*/*.md"):
        if file.is_relative_to(base / "docs"):
            continue
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        words = {name: value if name in {"translation", "reviewed_by", "translated_from"} else poisoned_words(value, payload) for name, value in yaml.load(
            front, Loader=yaml.BaseLoader,
        ).items()}
        code = f"`` {payload} ``"
        file.write_text(
            f"---\n{json.dumps(words)}\n---\n{body}\n## {payload}\n\n{code}\n\n[{code}](https://example.org/{quote(payload)})\n", encoding="utf-8",
        )


def poisoned_words(value: Any, payload: str) -> Any:
    if isinstance(value, dict):
        return {name: poisoned_words(item, payload) for name, item in value.items()}
    return [payload for _ in value] if isinstance(value, list) else payload


def pages_of(folder: Path) -> Mapping[str, Read]:
    return {file.relative_to(folder).as_posix(): read(file.read_text(encoding="utf-8")) for file in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def innocent(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Read]:
    """The pages of the base as it is: their elements and scripts are ours."""
    base = copy_base(EVERY_KIND, tmp_path_factory.mktemp("innocent") / "base")
    built(base)
    return pages_of(base / "site")


def dangers(page: Read) -> Iterator[str]:
    """What must never be in any page."""
    for element in page.elements:
        for name, value in element.attributes.items():
            is_ours = (name == "style" and value.startswith("width:")) or (element.tag == "link" and element.attributes.get("rel") == "icon" and value.startswith("data:image/svg+xml,"))
            if not is_ours and (name.startswith("on") or name in {"srcdoc", "formaction", "autofocus", "http-equiv", "shadowrootmode", "style"}):
                yield f"{element.tag} {name}={value}"
            if not is_ours and name in {"href", "src", "action", "poster", "xlink:href"} and "".join(value.split()).lower().startswith(("javascript:", "data:", "vbscript:", "//")):
                yield f"{element.tag} {name}={value}"
        if element.tag in {"iframe", "object", "embed", "base", "math"}:
            yield element.tag


OURS = ("form", "template", "dialog")
"""Elements that our own pages have, and nobody's prose."""


def own(page: Read) -> Counter[str]:
    """How many of our own elements a page has."""
    return Counter(element.tag for element in page.elements if element.tag in OURS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_is_shown_as_text(payload: str, innocent: Mapping[str, Read], tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    poison(base, payload)
    told = [str(one.location) + " " + one.message.text() for one in check(site_of(base), Cache(None)) if one.is_fault]
    assert told == []

    built(base)

    pages = pages_of(base / "site")
    ours = {text for page in innocent.values() for text in page.scripts}
    tags = {element.tag for page in innocent.values() for element in page.elements}
    names = {(element.tag, name) for page in innocent.values() for element in page.elements for name in element.attributes}
    shown = " ".join(payload.split())
    for name, page in pages.items():
        assert list(dangers(page)) == [], name
        assert own(page) <= own(innocent[name]), name
        assert {element.tag for element in page.elements} <= tags, name
        assert {(element.tag, attribute) for element in page.elements for attribute in element.attributes} - names <= {("span", "lang"), ("span", "dir")}, name
        scripts = iter(page.scripts)
        for element in [element for element in page.elements if element.tag == "script"]:
            text = next(scripts)
            assert text in ours or (element.attributes.get("type") in {"application/ld+json", "application/json"} and json.loads(text)), name
    records = [page for name, page in pages.items() if name.startswith("en/") and name.count("/") == 3 and not name.startswith("en/projects/")]
    assert len(records) > 8
    assert all(shown in page.text for page in records)


@pytest.mark.parametrize("payload", [*PAYLOADS, "[x](javascript:alert(1))", "[x](JAVASCRIPT&colon;alert(1))", "![x](data:text/html,<script>alert(1)</script>)", "<javascript:alert(1)>", "[x]: javascript:alert(1)\n\n[x]",
    "[a](<javascript:alert(1)>)", "[a](//evil.example/x)", "![a](//evil.example/x.png)", "```\n</code></pre><script>alert(1)</script>\n```", "| <img src=x onerror=alert(1)> |\n|---|\n| x |", "> [!NOTE]\n> <script>alert(1)</script>"])
def test_prose_that_the_rules_have_missed_is_cleaned_all_the_same(payload: str) -> None:
    for text in (payload, f"A {payload} b", f"- {payload}\n- c", f"> {payload}", f"# {payload}", f"**{payload}**", f"| {payload} |\n|---|\n| {payload} |"):
        page = read(rendered(text, "skills/teamwork"))
        assert [danger for danger in dangers(page) if "href=//" not in danger] == []
        assert not page.scripts
        assert {element.tag for element in page.elements} <= {"p", "a", "img", "ul", "ol", "li", "blockquote", "h3", "strong", "em", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "div", "br", "hr"}
        assert not [element for element in page.elements if "evil" in element.attributes.get("src", "")]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_fault_is_shown_as_text_in_a_preview(payload: str, innocent: Mapping[str, Read], tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    folder = base / "skills" / payload.replace("/", "").replace("\n", "")[:80]
    folder.mkdir()
    (folder / "record.yml").write_text(json.dumps({"original": payload, "origin": payload, payload: payload, "created": payload, "related": [payload]}), encoding="utf-8")
    (folder / "en.md").write_text(f"---\n{json.dumps({'title': payload, payload: payload})}\n---\n## What it is\n\n{payload}\n\n## What it is\n\n{payload}\n", encoding="utf-8")

    built(base, is_preview=True)

    page = pages_of(base / "site")[f"en/{folder.relative_to(base)}/index.html"]
    assert list(dangers(page)) == []
    assert {element.tag for element in page.elements} <= {element.tag for one in innocent.values() for element in one.elements} | {"aside"}
    assert " ".join(payload.split())[:50] in page.text
    catalogue = pages_of(base / "site")["en/skills/index.html"]
    assert list(dangers(catalogue)) == []
