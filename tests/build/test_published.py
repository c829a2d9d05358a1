"""Laws of a whole site: no text is missing in any edition, every link ends somewhere, and a changed word is noticed where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from tests.bases import EVERY_KIND, copy_base
from tests.build.running import built, generated, site_of
from tests.reading import Read, read
from tests.trees import tree
from tremplin.cache import Cache
from tremplin.model.record import Record, groups_of
from tremplin.stamps import renewed, write_stamp
from tremplin.survey import linked, survey

pytestmark = pytest.mark.slow

FAULTY = {
    "skills/faulty/record.yml": "original: en\norigin: editorial\nthems: []\n", "skills/faulty/en.md": "---\ntitle: Faulty\n---\n",
    "skills/draft/record.yml": "original: en\norigin: editorial\ndocumented: partial\nstatus: draft\nrelated: [skills/faulty]\n",
    "skills/draft/en.md": "---\ntitle: A draft\n---\n## What it is\n\nSee [the faulty one](../faulty/en.md).\n",
}


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with a record of every kind, built."""
    base = copy_base(EVERY_KIND, tmp_path_factory.mktemp("every-kind") / "base")
    built(base)
    return base


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a faulty record and a draft, as a preview."""
    base = copy_base(EVERY_KIND, tmp_path_factory.mktemp("preview") / "base")
    for name, text in FAULTY.items():
        (base / name).parent.mkdir(exist_ok=True)
        (base / name).write_text(text, encoding="utf-8")
    built(base, is_preview=True)
    return base


@pytest.fixture(scope="module")
def eight_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented base in eight languages, from which some translations are missing."""
    base = generated(tmp_path_factory.mktemp("eight") / "base", 10)
    for number, file in enumerate(sorted(file for file in base.glob("*/*/*.md") if (file.parent / "record.yml").exists())):
        if number % 3 == 0 and f"original: {file.stem}\n" not in (file.parent / "record.yml").read_text(encoding="utf-8"):
            file.unlink()
    built(base)
    return base


def site(request: pytest.FixtureRequest, name: str) -> Path:
    return Path(request.getfixturevalue(name)) / "site"


def plain(markdown: str) -> list[str]:
    """The words of a text without its marks, the numbers of its lists and the targets of its links."""
    return re.findall(r"\w+", re.sub(r"\]\([^)]*\)|^\s*\d+\.(?=\s)", " ", markdown, flags=re.MULTILINE))


@pytest.mark.parametrize("name", ["every_kind", "eight_languages"])
def test_every_text_of_a_record_stands_on_its_page_in_every_edition(request: pytest.FixtureRequest, name: str) -> None:
    base = Path(request.getfixturevalue(name))
    found = survey(site_of(base), Cache(None))
    library, _ = linked(site_of(base), found, with_drafts=False)
    assert len(found.records) == len(library.cards) >= 8
    for path, record in found.records.items():
        for language in library.site.languages:
            page = read((base / "site" / language.segment / path / "index.html").read_text(encoding="utf-8"))
            words = set(re.findall(r"\w+", page.text))
            own = record.words.get(language.tag)
            for key, original in record.original.texts.items():
                value = own.texts[key] if own and key in own.texts else next(
                    (record.words[tag].texts[key] for tag in language.fallback if tag in record.words and key in record.words[tag].texts), original,
                )
                for text in (value,) if isinstance(value, str) else value:
                    lost = [word for word in plain(text) if word not in words]
                    assert not lost or _is_withheld(record.facts, key), f"{language.tag}: {path}: {key}: {lost}"


def _is_withheld(facts: object, key: str) -> bool:
    """What a film shows is told once there is one."""
    pending = {video.id for video in getattr(facts, "videos", ()) if video.state != "published"}
    return key.startswith("videos.") and key.split(".")[1] in pending


def places(folder: Path) -> dict[str, bytes]:
    """Every address of a site and what is there; a folder is the page in it."""
    files = tree(folder)
    return {**files, **{name.removesuffix("index.html"): content for name, content in files.items() if name == "index.html" or name.endswith("/index.html")}}


def targets_of(name: str, page: Read, root: str) -> Iterator[str]:
    """Where the links of a page lead, as addresses of the site; those that leave it are left out."""
    for target in page.targets:
        full = urljoin(f"{root}{name}", target)
        if full.startswith(root) and not target.startswith(("mailto:", "tel:", "data:")):
            yield full.removeprefix(root)


@pytest.mark.parametrize("name", ["every_kind", "preview", "eight_languages"])
def test_every_link_within_the_site_ends_somewhere(request: pytest.FixtureRequest, name: str) -> None:
    folder = site(request, name)
    root = site_of(folder.parent).url
    there = places(folder)
    anchors: dict[str, set[str]] = {}
    checked = 0
    for file in sorted(name for name in tree(folder) if name.endswith(".html")):
        address = file.removesuffix("index.html")
        for target in targets_of(address, read(there[file].decode()), root):
            parts = urlsplit(target)
            path = unquote(parts.path)
            assert path in there, f"{file} leads to {target}"
            if parts.fragment and not parts.path.endswith(".webm"):
                known = anchors.setdefault(path, read(there[path].decode()).anchors)
                assert unquote(parts.fragment) in known, f"{file} leads to {target}"
            checked += 1
    assert checked > 1000


@pytest.mark.parametrize("name", ["every_kind", "eight_languages"])
def test_every_address_of_the_sitemaps_and_styles_is_there(request: pytest.FixtureRequest, name: str) -> None:
    folder = site(request, name)
    root = site_of(folder.parent).url
    there = places(folder)
    maps = [element.text or "" for element in ElementTree.fromstring(there["sitemap.xml"]).iter() if element.tag.endswith("}loc")]  # noqa: S314  our own file
    named = [*maps]
    for one in maps:
        for element in ElementTree.fromstring(there[one.removeprefix(root)]).iter():  # noqa: S314
            named += [element.text or ""] if element.tag.endswith("}loc") else [element.attrib["href"]] if "href" in element.attrib else []
    for file, content in there.items():
        if file.endswith(".css"):
            named += [urljoin(root + file, target) for target in re.findall(r"url\(\s*['\"]?([^'\")]+)", content.decode()) if not target.startswith("data:")]
    assert len(named) > 40
    assert [address for address in named if not address.startswith(root) or address.removeprefix(root) not in there] == []


@pytest.mark.parametrize("name", ["every_kind", "preview", "eight_languages"])
def test_no_place_on_a_page_has_the_name_of_another(request: pytest.FixtureRequest, name: str) -> None:
    for file, content in tree(site(request, name)).items():
        if file.endswith(".html"):
            names = [element.attributes["id"] for element in read(content.decode()).elements if "id" in element.attributes]
            assert len(names) == len(set(names)), file


def test_a_changed_word_is_noticed_where_it_stands_and_nowhere_else(tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    original, translation = base / "good_practices/open-door/en.md", base / "good_practices/open-door/fr.md"
    text = original.read_text(encoding="utf-8")
    translation.write_text(text.replace("title:", "translation: human\ntitle:"), encoding="utf-8")
    write_stamp(translation, renewed(records(base)["good_practices/open-door"], "fr"))
    assert stale(base) == ()

    original.write_text(text.replace("Doors were *closed*:", "Doors  were\n*closed*:").replace("title: The open", "title:   The  open"), encoding="utf-8")
    assert stale(base) == (), "wrapping says nothing new"

    for group, before, after in (("problem", "closed", "locked"), ("title", "welcome", "hello"), ("tools", "Interview", "Question"), ("evolution.in-work", "younger", "older"), ("transferability.tutor", "Small firms", "Firms")):
        assert text.count(before) >= 1
        original.write_text(text.replace(before, after, 1), encoding="utf-8")
        assert stale(base) == (group,)
        built(base, is_preview=True)
        page = (base / "site/fr/good_practices/open-door/index.html").read_text(encoding="utf-8")
        assert page.count("tp-notice__line--stale") == 1
    assert set(groups_of(records(base)["good_practices/open-door"].original)) > {"problem", "title", "tools", "evolution.in-work", "transferability.tutor"}


def records(base: Path) -> Mapping[str, Record]:
    return survey(site_of(base), Cache(None)).records


def stale(base: Path) -> tuple[str, ...]:
    entries = survey(site_of(base), Cache(None)).entries
    return next(entry.coverage["fr"].stale for entry in entries if entry.path == "good_practices/open-door")


def test_a_language_that_neither_the_theme_nor_cldr_has_words_for_has_its_edition_under_its_own_tag(tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    settings = base / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("languages: [en, fr]", "languages: [en, fr, mt, rom]"), encoding="utf-8")

    built(base)

    for tag in ("mt", "rom"):
        for page in ("index.html", "404.html", "skills/teamwork/index.html"):
            assert f'<html lang="{tag}" dir="ltr">' in (base / "site" / tag / page).read_text(encoding="utf-8")


def test_everything_that_a_lost_page_names_is_there_when_the_site_knows_no_address_of_its_own(tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    settings = base / "mkdocs.yml"
    settings.write_text(re.sub(r"^site_url: .*\n", "", settings.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")

    built(base)

    assert site_of(base).url == ""
    there = places(base / "site")
    for tag in ("en", "fr"):
        html = there[f"{tag}/404.html"].decode()
        named = [unquote(target) for target in re.findall(r'(?:href|src)="(/[^"#?]*)', html)]
        assert [target for target in named if target.removeprefix("/").removesuffix(".") not in there] == []
        assert {f"/{tag}/assets/tremplin.css", f"/{tag}/assets/tremplin.js"} <= set(named)


def test_only_media_are_published_that_their_record_names(tmp_path: Path) -> None:
    base = copy_base(EVERY_KIND, tmp_path / "base")
    for name in ("participants.xlsx", "evil.html", "Thumbs.db", "~$named.docx", "named.docx", "shown.png"):
        (base / "skills/teamwork/media").mkdir(exist_ok=True)
        (base / "skills/teamwork/media" / name).write_text("x\n", encoding="utf-8")
    with (base / "skills/teamwork/en.md").open("a", encoding="utf-8") as file:
        file.write("\n## Files\n\n[The form](media/named.docx) and\n\n> ![a picture][shown]\n>\n> [shown]: media/shown.png\n")

    built(base)

    published = {path for path in tree(base / "site" / "en") if path.startswith("skills/teamwork/media/")}
    assert published == {"skills/teamwork/media/named.docx", "skills/teamwork/media/shown.png"}
