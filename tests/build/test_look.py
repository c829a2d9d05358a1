"""A base with a look of its own: its logo and its icon are on every page, and where these say."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.bases import CONFIGURATION, TEAMWORK, write_base
from tests.build.running import built
from tests.pages.markup import one, parsed
from tests.trees import tree
from tremplin.load.site import read_site

PAGES = ("index.html", "404.html", "en/index.html", "en/404.html", "fr/skills/teamwork/index.html", "fr/search/a-z/index.html")
OWN = "  logo: pictures/our logo.png\n  favicon: icon.svg\n"
IN_A_THEME = {"mkdocs.yml": f"{CONFIGURATION}  custom_dir: look\n{OWN}", "look/pictures/our logo.png": b"PNG", "look/icon.svg": b"<svg/>"}
BESIDE_THE_PAGES = {
    "mkdocs.yml": CONFIGURATION + OWN, **{f"docs/{tag}/{name}": b"picture" for tag in ("en", "fr") for name in ("pictures/our logo.png", "icon.svg")},
}
IN_ONE_LANGUAGE = {name: content for name, content in BESIDE_THE_PAGES.items() if "docs/fr/" not in name}


@pytest.mark.parametrize("files", [IN_A_THEME, BESIDE_THE_PAGES, IN_ONE_LANGUAGE], ids=["in a theme", "beside the pages", "in one language"])
def test_a_logo_and_an_icon_of_its_own_are_on_every_page(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    built(write_base(tmp_path, {**TEAMWORK, **files}))
    there = tree(tmp_path / "site")

    for page in PAGES:
        html = parsed(there[page].decode())
        for named, end in ((one(html, "header img")["src"], "pictures/our logo.png"), (one(html, "link[rel=icon]")["href"], "icon.svg")):
            place = urljoin(f"/{page}", str(named)).removeprefix("/")
            assert place in there, page
            assert place.endswith(end)
        assert one(html, "header img")["alt"] == ""


def test_a_preview_sees_what_comes_into_the_own_theme_of_a_base_while_it_lives(tmp_path: Path) -> None:
    theme = tmp_path / "look"
    theme.mkdir()
    built(write_base(tmp_path, {**TEAMWORK, "mkdocs.yml": f"{CONFIGURATION}  custom_dir: look\n"}))
    (theme / "new.png").write_bytes(b"NEW")
    (theme / "main.html").write_text('{% extends "base.html" %}{% block announce %}<p>News</p>{% endblock %}', encoding="utf-8")
    built(tmp_path)
    there = tree(tmp_path / "site")

    assert there["en/new.png"] == b"NEW"
    assert b"<p>News</p>" in there["fr/skills/teamwork/index.html"]


def test_a_picture_may_be_named_by_its_whole_address(tmp_path: Path) -> None:
    address = "https://pictures.example.org/logo.png"
    built(write_base(tmp_path, {**TEAMWORK, "mkdocs.yml": f"{CONFIGURATION}  logo: {address}\n"}))

    for page in PAGES:
        assert one(parsed(tree(tmp_path / "site")[page].decode()), "header img")["src"] == address


def test_without_a_logo_every_page_has_our_mark(tmp_path: Path) -> None:
    built(write_base(tmp_path, TEAMWORK))

    for page in PAGES:
        html = parsed(tree(tmp_path / "site")[page].decode())
        assert html.select("header img") == []
        assert html.select("header svg") != []


@pytest.mark.parametrize("name", [".", "..", "../look", "docs", "parts", "skills", "skills/teamwork", "site/en", ".git", "/look", "look/..", "elsewhere", '""', "look/a.html", "nowhere", "", "[look]"])
def test_the_folder_of_the_look_is_there_lies_inside_the_base_and_holds_nothing_else(tmp_path: Path, name: str) -> None:
    configuration = f"{CONFIGURATION}  custom_dir: {name}\ndocs_dir: parts/docs\n"
    there = {"look/a.html": "", ".git/config": "", "parts/docs/en/index.md": "# A base\n", "../look/a.html": ""}
    base = write_base(tmp_path / "base", {**TEAMWORK, **there, "mkdocs.yml": configuration.replace("parts/docs", "docs") if name == "docs" else configuration})
    (base / "elsewhere").symlink_to(tmp_path / "look")

    site, faults = read_site(base / "mkdocs.yml")

    assert site is None
    assert [(one.code, one.location.line) for one in faults] == [("site-configuration", 8)]


@pytest.mark.parametrize("name", ["look", "./look/", "themes/look"])
def test_the_folder_of_the_look_may_lie_anywhere_else_in_the_base(tmp_path: Path, name: str) -> None:
    there = {"look/a.txt": "a", "themes/look/a.txt": "a"}
    built(write_base(tmp_path, {**TEAMWORK, **there, "mkdocs.yml": f"{CONFIGURATION}  custom_dir: {name}\n"}))

    assert (tmp_path / "site" / "en" / "a.txt").read_bytes() == b"a"
