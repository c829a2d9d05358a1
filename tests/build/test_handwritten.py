"""Hand-written pages as they are published: in every edition, with what they show, whatever stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

import pytest

from tests.bases import TEAMWORK, write_base
from tests.build.running import built, site_of
from tests.reading import read
from tremplin.cache import Cache
from tremplin.check import check


GAP = '<div class="tp-records" data-records="{}"></div>'


def site(folder: Path, files: Mapping[str, str | bytes], *, cache: Path | None = None) -> Path:
    """The site of a base that has these files and a skill."""
    base = write_base(folder / "base", {**TEAMWORK, **files})
    built(base, cache=cache)
    return base / "site"


@pytest.mark.parametrize("written", ["x", "", "[]", '["kind"]', "1" * 5000, "[" * 20_000, '{"kind": 1}', '{"limit": ["3"]}', "null"], ids=lambda text: text[:20])
def test_html_that_only_looks_like_a_list_of_records_stays_as_it_is(tmp_path: Path, written: str) -> None:
    gap = GAP.format(escape(written))
    page = site(tmp_path, {"docs/en/about.md": f"# About\n\n{gap}\n\n/// records\n    kind: skill\n///\n"}) / "en" / "about" / "index.html"

    text = page.read_text(encoding="utf-8")
    assert gap in text
    assert "Work in teams" in read(text).text


@pytest.mark.parametrize("written", ['{"limit": "²"}', '{"limit": "%s"}' % ("9" * 5000), '{"show": "nothing"}', '{"kind": "\\ud800"}', '{"colour": "red"}'], ids=lambda text: text[:20])
def test_a_gap_that_somebody_wrote_with_impossible_options_stops_nothing(tmp_path: Path, written: str) -> None:
    assert (site(tmp_path, {"docs/en/about.md": f"# About\n\n{GAP.format(escape(written))}\n"}) / "en" / "about" / "index.html").is_file()


@pytest.mark.parametrize("name", ["demo.html", "demo/index.html"])
def test_a_file_of_html_in_another_encoding_is_published_as_it_is(tmp_path: Path, name: str) -> None:
    content = f"<title>Caf\u00e9</title><main><h1>Caf\u00e9</h1>{GAP.format('{}')}</main>".encode("latin-1")
    published = (site(tmp_path, {f"docs/en/{name}": content}) / "en" / name).read_bytes()

    assert published.startswith(b"<title>Caf\xe9</title>")


@pytest.mark.parametrize("number", ["²", "9" * 5000, "0", "-1"], ids=lambda text: text[:5])
def test_a_number_of_records_that_is_none_is_told(tmp_path: Path, number: str) -> None:
    base = write_base(tmp_path / "base", {**TEAMWORK, "docs/en/about.md": f"# About\n\n/// records\n    limit: {number}\n///\n"})

    assert [(one.code, one.location.line) for one in check(site_of(base), Cache(None))] == [("records-block", 4)]
