"""What the menu, the footer and the head say of pages written by hand: as text, whatever stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bases import CONFIGURATION, TEAMWORK, write_base
from tests.build.running import built
from tests.pages.markup import one, parsed, words

TRAP = "<script>tq()</script>"
PAGES = {
    "mkdocs.yml": f"""{CONFIGURATION}nav:
  - index.md
  - "N{TRAP}": [about.md, "Told{TRAP}": told.md]
  - "E{TRAP}": 'https://x.org/"onx&y=<b>'
  - licence.md
  - code.md
  - plain.md
""",
    "docs/en/index.md": "# A base\n\nFor `<b>` & us.\n\n## Signs & `<i>`\n\nMore.\n",
    "docs/en/about.md": f"---\ntitle: 'T{TRAP}'\n---\n# Other\n", "docs/en/told.md": "# Other\n",
    "docs/en/licence.md": f"---\ntitle: 'L &amp; {TRAP}'\n---\n# Other\n",
    "docs/en/code.md": "# Q & A: `code <i>` &lt;u> \"R&D\"\n", "docs/en/plain.md": "---\ntitle:\n---\n# R&D\n",
}
TITLES = ("about", f"T{TRAP}"), ("told", f"Told{TRAP}"), ("licence", f"L &amp; {TRAP}"), ("code", 'Q & A: code <i> <u> "R&D"'), ("plain", "R&D")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base whose titles try to be HTML, built."""
    base = write_base(tmp_path_factory.mktemp("menu"), {**TEAMWORK, **PAGES})
    assert built(base).is_published
    return base / "site"


@pytest.mark.parametrize("page", ["index", "about/index", "skills/teamwork/index", "404"])
def test_titles_and_addresses_of_the_menu_and_the_footer_are_text(site: Path, page: str) -> None:
    html = parsed((site / "en" / f"{page}.html").read_text(encoding="utf-8"))

    for menu in html.select("header .tp-nav > ul, header .tp-nav details > .tp-drop__panel"):
        shown = [words(entry) for entry in menu.select("a, summary")]
        assert shown == ["Home", f"N{TRAP}", *(title for _, title in TITLES[:2]), f"E{TRAP}", *(title for _, title in TITLES[2:])]
        assert 'https://x.org/"onx&y=<b>' in [link["href"] for link in menu.select("a")]
    assert f"L &amp; {TRAP}" in words(one(html, ".tp-footer__links"))
    assert "tq()" not in "".join(script.get_text() for script in html.select("script"))
    assert {name for tag in html.select("header *") for name in tag.attrs if re.match("on", name)} == set()


@pytest.mark.parametrize(("page", "title"), TITLES, ids=[page for page, _ in TITLES])
def test_a_title_is_escaped_once_in_the_head_of_its_page(site: Path, page: str, title: str) -> None:
    html = parsed((site / "en" / page / "index.html").read_text(encoding="utf-8"))

    assert one(html, "title").get_text() == f"{title} – A base"
    assert one(html, "meta[property='og:title']")["content"] == title


def test_the_doors_of_the_home_page_are_named_as_its_headings(site: Path) -> None:
    html = parsed((site / "en" / "index.html").read_text(encoding="utf-8"))

    assert words(one(html, ".tp-doors")) == "Signs & <i>"
    assert [tag.name for tag in one(html, ".tp-doors").select("a *")] == []
