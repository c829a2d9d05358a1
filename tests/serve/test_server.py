import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.running import ask, events
from tremplin.serve.files import Place
from tremplin.serve.server import SiteServer, mount_of
from tremplin.serve.state import Hub

PAGE = "<!doctype html><html lang=en><body><p>Hello</p></body></html>"
FILM = bytes(range(256)) * 4096


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    for name, content in {"en/index.html": PAGE.encode(), "en/404.html": b"<p>Lost</p>", "en/film.webm": FILM, "en/extra.css": b"p {}", "en/empty.vtt": b""}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    started = SiteServer("127.0.0.1", 0, Place(tmp_path), Hub())
    thread = threading.Thread(target=started.serve_forever, args=(0.02,))
    thread.start()
    yield started
    started.hub.close()
    started.shutdown()
    started.server_close()
    thread.join()


@pytest.fixture
def address(server: SiteServer) -> str:
    return f"http://127.0.0.1:{server.server_port}/"


def test_a_page_gets_the_script_and_its_file_does_not(server: SiteServer, address: str) -> None:
    answer = ask(f"{address}en/")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    state = server.hub.state
    assert answer.text == PAGE.replace("</body>", f'<script src="/__tremplin__/live.js" data-pages="{state.pages}" data-styles="{state.styles}" defer></script>\n</body>')
    assert (server.place.tree / "en/index.html").read_text() == PAGE


def test_the_script_is_there(address: str) -> None:
    answer = ask(f"{address}__tremplin__/live.js")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in answer.text


def test_other_files_are_sent_as_they_are(address: str) -> None:
    answer = ask(f"{address}en/extra.css")

    assert (answer.status, answer.body, answer.headers["Content-Type"]) == (200, b"p {}", "text/css; charset=utf-8")


@pytest.mark.parametrize("path", ["en/", "en/film.webm", "en/nothing", "__tremplin__/live.js", "en"])
def test_nothing_is_kept_by_the_browser(address: str, path: str) -> None:
    headers = ask(address + path).headers

    assert headers["Cache-Control"] == "no-store"
    assert not {"ETag", "Last-Modified", "Expires"} & set(headers)


def test_a_missing_page_has_status_404_and_the_page_of_its_language(address: str) -> None:
    answer = ask(f"{address}en/nothing/")

    assert answer.status == 404
    assert answer.text.startswith("<p>Lost</p>")
    assert "live.js" in answer.text


def test_where_nothing_was_published_yet_the_page_waits_for_news(address: str) -> None:
    answer = ask(address)

    assert answer.status == 404
    assert "live.js" in answer.text


def test_a_folder_moves_to_its_slash_and_keeps_the_query(address: str) -> None:
    answer = ask(f"{address}en?kind=skill")

    assert (answer.status, answer.headers["Location"]) == (302, "/en/?kind=skill")


@pytest.mark.parametrize("path", ["../secret", "en/../../secret", "en/%2e%2e/%2e%2e/secret", "%2e%2e%2fsecret"])
def test_no_address_leads_out_of_the_site(server: SiteServer, address: str, path: str) -> None:
    (server.place.tree.parent / "secret").write_text("secret")

    answer = ask(address + path)

    assert answer.status == 404
    assert "secret" not in answer.text


def test_an_address_that_is_none_is_refused_without_a_word_on_the_terminal(server: SiteServer, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port)) as browser:
        browser.sendall(b"GET http://[::1 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = browser.recv(4096)

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("path", ["en/", "en/film.webm", "__tremplin__/events", "__tremplin__/live.js"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "["])
def test_a_page_of_another_site_whose_name_leads_here_reads_nothing(address: str, path: str, host: str) -> None:
    answer = ask(address + path, Host=host)

    assert answer.status == 421
    assert "Hello" not in answer.text
    assert "--host" in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "LocalHost", "tremplin.localhost", "127.0.0.1:1", "[::1]:8000", "192.168.0.7", ""])
def test_the_names_of_this_computer_and_numbers_lead_to_the_site(address: str, host: str) -> None:
    assert ask(f"{address}en/", Host=host).status == 200


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        ("bytes=100-199", 206, FILM[100:200], f"bytes 100-199/{len(FILM)}"),
        (f"bytes={len(FILM) - 5}-", 206, FILM[-5:], f"bytes {len(FILM) - 5}-{len(FILM) - 1}/{len(FILM)}"),
        ("bytes=-3", 206, FILM[-3:], f"bytes {len(FILM) - 3}-{len(FILM) - 1}/{len(FILM)}"),
        ("bytes=0-1,5-6", 200, FILM, None),
        (f"bytes={len(FILM)}-", 416, b"", f"bytes */{len(FILM)}"),
    ],
)
def test_a_film_can_be_sent_in_parts(address: str, asked: str, status: int, body: bytes, told: str | None) -> None:
    answer = ask(f"{address}en/film.webm", Range=asked)

    assert (answer.status, answer.headers.get("Content-Range")) == (status, told)
    assert answer.body == body
    assert answer.headers["Content-Length"] == str(len(body))


def test_a_whole_film_says_that_it_can_be_sent_in_parts(address: str) -> None:
    answer = ask(f"{address}en/film.webm")

    assert (answer.status, answer.headers["Accept-Ranges"], answer.headers["Content-Type"]) == (200, "bytes", "video/webm")
    assert answer.body == FILM


def test_an_empty_file_is_sent(address: str) -> None:
    answer = ask(f"{address}en/empty.vtt")

    assert (answer.status, answer.body, answer.headers["Content-Type"]) == (200, b"", "text/vtt; charset=utf-8")


@pytest.mark.parametrize("path", ["en/", "en/film.webm", "en/nothing/", "en", "__tremplin__/live.js"])
def test_head_says_the_same_without_the_body(address: str, path: str) -> None:
    whole, head = ask(address + path), ask(address + path, "HEAD")

    assert head.body == b""
    assert (head.status, head.headers["Content-Length"]) == (whole.status, whole.headers["Content-Length"])


def test_a_page_hears_the_state_at_once_and_every_later_one(server: SiteServer, address: str) -> None:
    before = server.hub.state
    with events(address, "fr") as states:
        first = next(states)
        server.hub.tell({"en": {"title": "1 fault"}, "fr": {"title": "1 erreur"}}, pages=True)
        second = next(states)

    assert first == {"pages": before.pages, "styles": before.styles, "panel": {}}
    assert second == {"pages": server.hub.state.pages, "styles": before.styles, "panel": {"title": "1 erreur"}}
    assert second["pages"] > first["pages"]


def test_a_site_in_a_folder_is_served_at_the_same_path() -> None:
    assert mount_of("") == "/"
    assert mount_of("https://example.org/") == "/"
    assert mount_of("https://example.github.io/tremplin/") == "/tremplin/"
