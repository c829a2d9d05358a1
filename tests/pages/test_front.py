"""What stands above the editions, and what each page tells search engines: a whole site, built."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import Tag

from tests.bases import write_base
from tests.libraries import reading
from tests.pages.markup import one, parsed, words
from tests.records import CONFIGURATION, ONE_OF_EACH
from tremplin.build import build
from tremplin.cache import Cache
from tremplin.load.site import read_site
from tremplin.locales import catalogue
from tremplin.pages import plans
from tremplin.pages.front import front_files

ROOT = "https://base.example.org/kb/"
TAGS = {"en": "English", "fr": "Français", "lt": "Lietuvių"}
FILES: Mapping[str, str | bytes] = {
    **ONE_OF_EACH, "docs/en/about.md": "# About us\n\nText.\n",
    "docs/fr/terms.md": "---\ntranslation: machine\n---\n# Les conditions\n\nTexte.\n\nSuite.\n", "skills/teamwork/fr.md": "---\ntitle: Équipe\ntranslation: human\n---\n",
}
SITEMAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of a base with a record of each kind, a skill in French and a page by hand in English."""
    base = write_base(tmp_path_factory.mktemp("base"), FILES)
    found, faults = read_site(base / "mkdocs.yml")
    assert found is not None, faults
    assert build(found, Cache(None)).is_published
    return found.site_dir


def page(site: Path, name: str) -> Tag:
    return parsed((site / name).read_text(encoding="utf-8"))


def pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def mapped(site: Path, tag: str) -> dict[str, dict[str, str]]:
    """The addresses in the sitemap of an edition, each with its alternates by language."""
    tree = ET.parse(site / tag / "sitemap.xml")  # noqa: S314  our own file
    return {
        entry.findtext("map:loc", "", SITEMAP): {link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("xhtml:link", SITEMAP)}
        for entry in tree.getroot().findall("map:url", SITEMAP)
    }


def alternates(found: Tag) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in found.select("head link[rel=alternate][hreflang]")}


def is_hidden(found: Tag) -> bool:
    return [meta["content"] for meta in found.select("head meta[name=robots]")] == ["noindex"]


def test_the_front_door_lists_every_language_in_its_own_words(site: Path) -> None:
    choices = page(site, "index.html").select("main li a")

    assert [(words(one(choice, "strong")), choice["href"], choice["lang"], choice["dir"], choice["hreflang"]) for choice in choices] == [
        (autonym, f"{tag}/", tag, "ltr", tag) for tag, autonym in TAGS.items()
    ]
    assert [words(choice).removeprefix(f"{autonym} ") for choice, autonym in zip(choices, TAGS.values(), strict=True)] == [
        catalogue(tag).text("Read in this language") for tag in TAGS
    ]


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_nobody_is_sent_anywhere(site: Path, name: str) -> None:
    front = page(site, name)
    scripts = "\n".join(script.get_text() for script in front.select("script"))

    assert front.select("meta[http-equiv]") == []
    assert re.findall(r"\blocation\b|\.click\(|\bopen\(|history\.", scripts) == []


def test_the_front_door_is_named_once_for_search_engines(site: Path) -> None:
    front = page(site, "index.html")

    assert one(front, "link[rel=canonical]")["href"] == ROOT
    assert alternates(front) == {**{tag: f"{ROOT}{tag}/" for tag in TAGS}, "x-default": ROOT}
    assert front.select("meta[name=robots]") == []


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_the_front_pages_need_no_other_file(site: Path, name: str) -> None:
    assert page(site, name).select("script[src], link[rel=stylesheet], img, iframe") == []


def test_who_is_lost_above_the_editions_is_told_so_in_every_language(site: Path) -> None:
    lost = page(site, "404.html")

    assert is_hidden(lost)
    assert [(link["lang"], words(link)) for link in lost.select("main li a")] == [(tag, f"{autonym} {catalogue(tag).text('This page does not exist')}") for tag, autonym in TAGS.items()]
    assert [link["href"] for link in lost.select("main li a")] == [f"/kb/{tag}/" for tag in TAGS]


@pytest.mark.parametrize("tag", TAGS)
def test_who_is_lost_in_an_edition_is_told_so_in_its_language(site: Path, tag: str) -> None:
    lost = page(site, f"{tag}/404.html")

    assert one(lost, "html")["lang"] == tag
    assert words(one(lost, "h1")) == catalogue(tag).text("This page does not exist")
    assert is_hidden(lost)
    assert [link["href"] for link in lost.select("a[href]") if not re.match(r"/kb/|#|https?://", str(link["href"]))] == []


def test_the_sitemap_leads_to_one_for_each_edition_and_robots_to_it(site: Path) -> None:
    tree = ET.parse(site / "sitemap.xml")  # noqa: S314  our own file

    assert [entry.text for entry in tree.getroot().findall("map:sitemap/map:loc", SITEMAP)] == [f"{ROOT}{tag}/sitemap.xml" for tag in TAGS]
    assert (site / "robots.txt").read_text(encoding="utf-8") == f"User-agent: *\nAllow: /\nSitemap: {ROOT}sitemap.xml\n"


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_in_the_sitemap_is_there_and_says_the_same_of_itself(site: Path, tag: str) -> None:
    entries = mapped(site, tag)

    assert len(entries) > 10
    for address, others in entries.items():
        found = page(site, f"{address.removeprefix(ROOT)}index.html")
        assert one(found, "link[rel=canonical]")["href"] == address
        assert alternates(found) == others, address
        assert not is_hidden(found)


@pytest.mark.parametrize("tag", TAGS)
def test_every_other_page_of_an_edition_is_for_readers_only(site: Path, tag: str) -> None:
    entries = {f"{address.removeprefix(ROOT)}index.html" for address in mapped(site, tag)}
    others = [name for name in pages(site) if name.startswith(f"{tag}/") and name not in entries]

    assert [name for name in others if not is_hidden(page(site, name))] == []
    assert [name for name in others if page(site, name).select("link[rel=canonical], link[rel=alternate]")] == []


def test_a_page_that_only_falls_back_is_in_no_sitemap(site: Path) -> None:
    skill, practice, about = (f"{ROOT}{{tag}}/{address}" for address in ("skills/teamwork/", "good_practices/open-door/", "about/"))

    assert [tag for tag in TAGS if skill.format(tag=tag) in mapped(site, tag)] == ["en", "fr"]
    assert [tag for tag in TAGS if practice.format(tag=tag) in mapped(site, tag)] == ["en"]
    assert [tag for tag in TAGS if about.format(tag=tag) in mapped(site, tag)] == ["en"]
    assert [tag for tag in TAGS if f"{ROOT}{tag}/skills/" in mapped(site, tag)] == list(TAGS)


def test_alternates_name_each_other_and_where_a_reader_goes_of_whom_nothing_is_known(site: Path) -> None:
    every = {tag: mapped(site, tag) for tag in TAGS}

    for entries in every.values():
        for address, others in entries.items():
            assert address in others.values()
            languages = {tag: href for tag, href in others.items() if tag != "x-default"}
            assert others["x-default"] == (ROOT if f"{ROOT}en/" in languages.values() else next(iter(languages.values())))
            assert all(every[tag][href] == others for tag, href in languages.items())


def test_the_front_door_is_in_one_sitemap_and_the_home_pages_lead_there(site: Path) -> None:
    assert [tag for tag in TAGS if ROOT in mapped(site, tag)] == ["en"]
    assert {alternates(page(site, f"{tag}/index.html"))["x-default"] for tag in TAGS} == {ROOT}


def test_every_page_has_a_title_a_language_a_description_and_one_heading(site: Path) -> None:
    titles = {}
    for name in pages(site):
        found = page(site, name)
        titles[name] = words(one(found, "title"))
        assert len(found.select("h1")) == 1, name
        assert one(found, "html")["lang"] == (name.partition("/")[0] if "/" in name else "en")
        assert one(found, "html")["dir"] == "ltr"
    assert [name for name, title in titles.items() if not title] == []
    described = [name for name in pages(site) if name.endswith("teamwork/index.html")]
    assert [len(page(site, name).select("meta[name=description]")) for name in described] == [1, 1, 1]


def test_every_page_offers_itself_in_every_language_and_says_where_it_is_missing(site: Path) -> None:
    menu = page(site, "lt/skills/teamwork/index.html").select("header .tp-drop__panel li:has(a[hreflang])")

    assert [(item.a and item.a["href"], "tp-menu__note" in str(item)) for item in menu] == [
        ("../../../en/skills/teamwork/", False), ("../../../fr/skills/teamwork/", False), ("../../../lt/skills/teamwork/", True),
    ]


def test_the_way_to_a_page_is_told_to_readers_and_to_machines(site: Path) -> None:
    found = page(site, "fr/skills/teamwork/index.html")

    assert [words(step) for step in found.select("nav.tp-crumbs li")] == [catalogue("fr").text("Home"), catalogue("fr").text("Transversal skills")]
    assert '"@type":"BreadcrumbList"' in str(found.select("script[type='application/ld+json']"))


def test_a_page_written_by_hand_in_another_language_says_so(site: Path) -> None:
    found = page(site, "lt/about/index.html")

    assert one(found, "main [lang=en]").h1
    assert len(found.select("main .tp-notice__line--fallback")) == 1


def test_a_page_written_by_hand_says_below_its_title_that_a_machine_translated_it(site: Path) -> None:
    found = page(site, "fr/terms/index.html")

    box = one(found, "main .tp-notice")
    assert words(box) == catalogue("fr").text("This is a machine translation that no reviewer has read yet.")
    assert [element.name for element in box.find_previous_siblings()] == ["p", "h1"]
    assert page(site, "en/about/index.html").select(".tp-notice") == []


def test_a_lost_visitor_is_led_to_the_catalogues_and_to_the_search(site: Path) -> None:
    links = {str(link["href"]): words(link) for link in page(site, "fr/404.html").select("main ul a")}

    text = catalogue("fr").text
    assert links == {
        "/kb/fr/": text("Home"), "/kb/fr/good_practices/": text("Good practices"), "/kb/fr/microtrainings/": text("Micro-trainings"),
        "/kb/fr/skills/": text("Transversal skills"), "/kb/fr/recommendations/": text("Recommendations"), "/kb/fr/glossary/": text("Glossary"),
        "/kb/fr/search/": text("Search"),
    }


def test_the_choice_of_language_says_in_each_what_the_site_is(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("languages: [en, fr, lt]", "languages: [en, fr, lt]\n      descriptions: {fr: Des portes & des clés.}")
    library = reading(write_base(tmp_path, {**FILES, "mkdocs.yml": configuration})).library
    files = {name: content() for name, (_, content) in front_files(library, tuple(plans(library, is_preview=False))).items()}

    told = {str(link["lang"]): words(link) for link in parsed(files["index.html"]).select("a[hreflang]")}
    assert told == {"en": "English Read in this language", "fr": "Français Des portes & des clés.", "lt": f"Lietuvių {catalogue('lt').text('Read in this language')}"}


def test_a_site_without_address_has_no_sitemap_and_no_addresses(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace(f"site_url: {ROOT}\n", "")
    library = reading(write_base(tmp_path, {**FILES, "mkdocs.yml": configuration})).library

    files = {name: content() for name, (_, content) in front_files(library, tuple(plans(library, is_preview=False))).items()}

    assert set(files) == {"index.html", "404.html", "robots.txt"}
    assert "Sitemap" not in files["robots.txt"]
    assert parsed(files["index.html"]).select("link[rel=canonical], link[rel=alternate]") == []


def test_front_files_have_another_key_when_they_change(tmp_path: Path) -> None:
    def made(name: str, **files: str) -> dict[str, tuple[str, str]]:
        library = reading(write_base(tmp_path / name, {**FILES, **{key.replace("__", "/"): value for key, value in files.items()}})).library
        return {path: (key, content()) for path, (key, content) in front_files(library, tuple(plans(library, is_preview=False))).items()}

    before = made("before")
    for after in (
        made("named", **{"mkdocs.yml": CONFIGURATION.replace("A base", "Another base")}), made("moved", **{"mkdocs.yml": CONFIGURATION.replace("/kb/", "/base/")}),
        made("translated", **{"good_practices__open-door__lt.md": "---\ntitle: Atviros durys\n---\n"}), made("longer", **{"docs__fr__about.md": "# À propos\n"}),
    ):
        changed = {path for path in before if before[path][1] != after[path][1]}
        assert changed
        assert {path for path in changed if before[path][0] == after[path][0]} == set()


def test_signs_that_mean_something_in_a_name_are_only_signs(tmp_path: Path) -> None:
    configuration = CONFIGURATION.replace("A base", '"A <b>base</b> & </script>more"')
    library = reading(write_base(tmp_path, {**FILES, "mkdocs.yml": configuration})).library
    files = front_files(library, tuple(plans(library, is_preview=False)))

    for name in ("index.html", "404.html"):
        found = parsed(files[name][1]())
        assert words(one(found, "h1")) == "A <b>base</b> & </script>more"
        assert found.select("b") == []
