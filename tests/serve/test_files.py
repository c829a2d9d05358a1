from pathlib import Path

import pytest

from tremplin.serve.files import Found, Moved, Place, find, type_of

TREE = ("index.html", "404.html", "en/index.html", "en/404.html", "en/skills/tact/index.html", "en/skills/tact/media/film.webm", "fr/index.html", "en/a b/index.html")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in TREE:
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(name)
    (tmp_path / "secret.html").write_text("secret")
    return tmp_path / "site"


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"), ("/en/", "en/index.html"), ("/en/index.html", "en/index.html"), ("/en/a%20b/", "en/a b/index.html"),
        ("/en/skills/tact/media/film.webm", "en/skills/tact/media/film.webm"),
    ],
)
def test_an_address_leads_to_its_file(tree: Path, path: str, file: str) -> None:
    assert find(Place(tree), path) == Found(tree / file)


@pytest.mark.parametrize(("path", "target"), [("/en", "/en/"), ("/en/skills/tact", "/en/skills/tact/"), ("/en/a%20b", "/en/a%20b/"), ("//en", "/en/")])
def test_a_folder_without_its_slash_moves_there(tree: Path, path: str, target: str) -> None:
    assert find(Place(tree), path) == Moved(target)


@pytest.mark.parametrize(
    ("path", "file"),
    [("/en/nothing/", "en/404.html"), ("/en/skills/", "en/404.html"), ("/en/index.html/", "en/404.html"), ("/fr/nothing/", "404.html"), ("/nothing", "404.html"), (f"/en/{'ä' * 200}/", "404.html"), ("/en" + f"/{'a' * 200}" * 50, "404.html")],
)
def test_a_lost_visitor_gets_the_page_of_their_edition_or_that_of_the_site(tree: Path, path: str, file: str) -> None:
    assert find(Place(tree), path) == Found(tree / file, is_lost=True)


@pytest.mark.parametrize(
    "path",
    ["/../secret.html", "/en/../../secret.html", "/%2e%2e/secret.html", "/en/%2e%2e%2f%2e%2e%2fsecret.html", "/en/..%5c..%5csecret.html", "/c:/secret.html", "/en/%00"],
)
def test_no_address_leads_out_of_the_tree(tree: Path, path: str) -> None:
    assert find(Place(tree), path) == Found(tree / "404.html", is_lost=True)


def test_no_symbolic_link_leads_out_of_the_tree(tree: Path) -> None:
    (tree / "en" / "link.html").symlink_to(tree.parent / "secret.html")

    assert find(Place(tree), "/en/link.html") == Found(tree / "404.html", is_lost=True)


@pytest.mark.parametrize(
    ("mount", "former", "path", "target"),
    [("/new/", "/", "/en/a%20b/", "/new/en/a%20b/"), ("/", "/old/", "/old/en/", "/en/"), ("/new/", "/old/", "/old/", "/new/"), ("/old/new/", "/old/", "/old/en/", "/old/new/en/")],
)
def test_an_address_from_before_the_site_moved_leads_to_where_the_page_is_now(tree: Path, mount: str, former: str, path: str, target: str) -> None:
    assert find(Place(tree, mount, (former,)), path) == Moved(target)


def test_what_never_was_there_is_lost_after_a_move_too(tree: Path) -> None:
    assert find(Place(tree, "/new/", ("/",)), "/nothing/") == Found(tree / "404.html", is_lost=True)
    assert find(Place(tree, "/", ("/old/",)), "/old//evil.example/") == Found(tree / "404.html", is_lost=True)


def test_a_site_in_a_folder_is_served_there(tree: Path) -> None:
    place = Place(tree, "/tremplin/")

    assert find(place, "/") == Moved("/tremplin/")
    assert find(place, "/tremplin") == Moved("/tremplin/")
    assert find(place, "/tremplin/en/") == Found(tree / "en/index.html")
    assert find(place, "/en/") == Found(tree / "404.html", is_lost=True)


def test_without_a_page_for_lost_visitors_there_is_nothing(tmp_path: Path) -> None:
    assert find(Place(tmp_path), "/en/") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"), ("a.css", "text/css; charset=utf-8"), ("a.mjs", "text/javascript; charset=utf-8"), ("a.js", "text/javascript; charset=utf-8"),
        ("a.vtt", "text/vtt; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.webm", "video/webm"), ("A.PNG", "image/png"), ("a.wasm", "application/wasm"), ("a.nobody-knows", "application/octet-stream"),
    ],
)
def test_types_do_not_depend_on_this_computer(name: str, kind: str) -> None:
    assert type_of(Path(name)) == kind
