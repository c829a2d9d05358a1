"""Hand-written pages as they are published: in every edition, with what they show, whatever stands in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.bases import CONFIGURATION, TEAMWORK, write_base
from tests.build.running import built, cold_site, site_of
from tests.reading import read
from tests.trees import differences
from tremplin.cache import Cache
from tremplin.check import check
from tremplin.diagnostics import Severity
from tremplin.load.site import read_site

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


BORROWED: Mapping[str, str | bytes] = {
    "mkdocs.yml": CONFIGURATION.replace("[en, fr]", "[fr, en, it]\n      fallback: {it: [en]}") + "extra_css: [look.css]\n",
    "docs/fr/index.md": "# Une base\n", "docs/fr/about.md": "# Nous\n\n![Un dessin](pic.png)\n\n![Un autre](assets/images/other.png)\n",
    "docs/fr/pic.png": b"French", "docs/fr/assets/images/other.png": b"other", "docs/fr/look.css": "h1 {}", "docs/en/pic.png": b"English", "docs/fr/.hidden": "no", "docs/fr/Thumbs.db": "no",
}
"""A page in French with two pictures, of which one is there in English, too, and a style."""


def test_a_page_in_another_language_keeps_its_pictures_and_its_style(tmp_path: Path) -> None:
    found = site(tmp_path, BORROWED)

    assert [(found / tag / "pic.png").read_bytes() for tag in ("fr", "en", "it")] == [b"French", b"English", b"English"]
    for tag in ("fr", "en", "it"):
        assert (found / tag / "look.css").is_file()
        page = found / tag / "about" / "index.html"
        pictures = [str(one["src"]) for one in BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select("main img")]
        assert len(pictures) == 2
        assert [name for name in pictures if not (page.parent / name).is_file()] == []
    assert not [*found.rglob(".hidden"), *found.glob("[ei]*/Thumbs.db")]


def test_nothing_is_said_of_a_picture_that_lies_beside_its_page(tmp_path: Path) -> None:
    base = write_base(tmp_path / "base", {**TEAMWORK, **BORROWED})

    assert [one.message.text() for one in built(base).diagnostics] == []


def test_a_changed_picture_changes_in_every_edition_that_borrows_it(tmp_path: Path) -> None:
    found = site(tmp_path, BORROWED, cache=tmp_path / "cache")
    base = write_base(tmp_path / "base", {**BORROWED, "docs/fr/pic.png": b"another", "docs/it/pic.png": b"Italian"})
    (base / "docs" / "en" / "pic.png").unlink()

    built(base, cache=tmp_path / "cache")

    assert [(found / tag / "pic.png").read_bytes() for tag in ("fr", "en", "it")] == [b"another", b"another", b"Italian"]
    assert not differences(found, cold_site(base, tmp_path / "cold"))


@pytest.fixture(scope="module")
def menu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base whose menu names what is there, what is not, and titles of its own."""
    lines = [
        "- index.md", "- manca.md", "- Contatti: contatti.md", "- Our ways: skills/index.md", "- A <skill>: skills/teamwork/index.md", "- More:", "    - gone.md", "    - Other: [about.md#there]",
        "- https://example.org/", "- Again: ./skills/index.md", "- The feed: skills/feed.xml", "- ./about.md", "- practices: good_practices/index.md",
    ]
    folder = tmp_path_factory.mktemp("menu") / "base"
    nav = "nav:\n" + "".join(f"  {line}\n" for line in lines)
    return write_base(folder, {**TEAMWORK, "mkdocs.yml": CONFIGURATION + nav, "docs/fr/about.md": "# Nous\n"})


def test_pages_that_the_menu_names_and_that_are_not_there_are_told_at_their_line(menu: Path) -> None:
    found = [one for one in check(site_of(menu), Cache(None)) if one.code == "site-configuration"]

    assert [(one.location.line, one.message.text()) for one in found] == [
        (10, "`manca.md` is not there"), (11, "`contatti.md` is not there"), (15, "`gone.md` is not there"), (16, "`about.md#there` is not there"),
    ]
    assert {one.severity for one in found} == {Severity.WARNING}
    assert all(one.hint and "docs/en" in one.hint.text() for one in found)


def test_the_menu_has_the_titles_of_the_configuration_and_no_dead_ends(menu: Path) -> None:
    said = [one.message.text() for one in built(menu).diagnostics]
    for page in ("index.html", "skills/index.html", "skills/teamwork/index.html"):
        soup = BeautifulSoup((menu / "site" / "en" / page).read_text(encoding="utf-8"), "html.parser")
        entries = {" ".join(one.get_text().split()): str(one["href"]) for one in soup.select("header nav li a")}
        assert list(entries) == ["Home", "Our ways", "A <skill>", "https://example.org/", "The feed", "Nous", "practices"]
        assert [where for where in entries.values() if ".md" in where] == []
    assert not [text for text in said if "manca.md" in text and "MkDocs" in text]


def test_a_draft_in_the_menu_is_told(tmp_path: Path) -> None:
    draft = {"skills/teamwork/record.yml": f"{TEAMWORK['skills/teamwork/record.yml']}status: draft\n"}
    base = write_base(tmp_path, {**TEAMWORK, **draft, "mkdocs.yml": CONFIGURATION + "nav: [index.md, skills/teamwork/index.md]\n"})

    assert [one.message.text() for one in check(site_of(base), Cache(None))] == ["`skills/teamwork/index.md` is a draft, which is not published"]


def test_a_page_is_mapped_where_it_is_published_whatever_its_name(tmp_path: Path) -> None:
    found = site(tmp_path, {
        "mkdocs.yml": "site_url: https://base.example.org/\n" + CONFIGURATION, "docs/en/my-index.md": "# Index\n", "docs/en/sub/README.md": "# Sub\n",
        "docs/en/about.md": "# About\n", "docs/fr/about/index.md": "# Nous\n", "docs/fr/README.md": "# Une base\n",
    })
    mapped = {tag: re.findall(r"<loc>https://base.example.org/(.*?)</loc>", (found / tag / "sitemap.xml").read_text(encoding="utf-8")) for tag in ("en", "fr")}

    assert {"en/my-index/", "en/sub/", "en/about/", "en/"} <= set(mapped["en"])
    assert {"fr/about/", "fr/"} <= set(mapped["fr"])
    for addresses in mapped.values():
        assert sorted(set(addresses)) == sorted(addresses)
        assert [address for address in addresses if not (found / address / "index.html").is_file()] == []
    titles = {tag: [read((found / tag / name).read_text(encoding="utf-8")).text for name in ("index.html", "about/index.html")] for tag in ("en", "fr")}
    assert ["A base" in titles["en"][0], "About" in titles["en"][1], "Une base" in titles["fr"][0], "Nous" in titles["fr"][1]] == [True] * 4


def test_a_home_page_may_be_called_readme(tmp_path: Path) -> None:
    base = write_base(tmp_path, {"docs/en/README.md": "# A base\n"})
    (base / "docs" / "en" / "index.md").unlink()

    assert check(site_of(base), Cache(None)) == []


@pytest.mark.parametrize("value", ["false", "False", "no"])
def test_addresses_that_are_files_are_refused(tmp_path: Path, value: str) -> None:
    found, faults = read_site(write_base(tmp_path, {"mkdocs.yml": f"{CONFIGURATION}use_directory_urls: {value}\n"}) / "mkdocs.yml")

    assert found is None
    assert [(one.code, one.location.line) for one in faults] == [("site-configuration", 8)]


HOOK = "def on_page_markdown(markdown, **others):\n    return markdown.replace('WORD', '{}')\n"


@pytest.mark.parametrize(
    ("settings", "name", "text"),
    [
        ("hooks: [tools/hook.py]\n", "tools/hook.py", HOOK),
        ("markdown_extensions:\n  - pymdownx.snippets:\n      base_path: !relative $config_dir/parts\n", "parts/about.txt", "{}\n\n[Teams](skills/teamwork/index.md)\n"),
    ],
    ids=["hook", "snippet"],
)
def test_what_a_hook_or_a_snippet_says_now_is_published(tmp_path: Path, settings: str, name: str, text: str) -> None:
    page = '# About\n\nWORD\n\n--8<-- "about.txt"\n'
    found = site(tmp_path, {"mkdocs.yml": CONFIGURATION + settings, "docs/en/about.md": page, name: text.format("first")}, cache=tmp_path / "cache")
    assert "first" in (found / "en" / "about" / "index.html").read_text(encoding="utf-8")

    write_base(tmp_path / "base", {"mkdocs.yml": CONFIGURATION + settings, name: text.format("second")})
    result = built(tmp_path / "base", cache=tmp_path / "cache")

    told = (found / "en" / "about" / "index.html").read_text(encoding="utf-8")
    assert "second" in told
    assert "first" not in told
    assert result.diagnostics == ()


def test_a_record_in_the_menu_of_an_inherited_configuration_is_in_the_menu(tmp_path: Path) -> None:
    found = site(tmp_path, {"mkdocs.yml": f"INHERIT: parent.yml\n{CONFIGURATION}", "parent.yml": "nav: [index.md, skills/teamwork/index.md]\n"})

    assert 'href="skills/teamwork/"' in (found / "en" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("settings", "is_extended"),
    [
        ("markdown_extensions: [admonition, toc: {permalink: true}, pymdownx.details, markdown.extensions.tables]\n", False), ("hooks: [a.py]\n", True), ("markdown_extensions: [mdx_include]\n", True),
        ("markdown_extensions: {pymdownx.b64: {}}\n", True),
    ],
)
def test_programs_of_others_are_known(tmp_path: Path, settings: str, *, is_extended: bool) -> None:
    assert site_of(write_base(tmp_path, {"mkdocs.yml": CONFIGURATION + settings})).is_extended is is_extended


def test_a_plugin_of_others_is_known(tmp_path: Path) -> None:
    assert site_of(write_base(tmp_path, {"mkdocs.yml": CONFIGURATION.replace("plugins:\n", "plugins:\n  - search\n  - macros\n")})).is_extended
