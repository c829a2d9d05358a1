"""A small server for the published tree, which adds to every HTML answer the script that keeps the page up to date."""

from __future__ import annotations

import json
import os
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path
from socketserver import TCPServer
from typing import Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from tremplin.serve.files import Found, Moved, Place, find, type_of
from tremplin.serve.hosts import is_meant
from tremplin.serve.ranges import Span, span_of
from tremplin.serve.state import Hub, State

OWN = "/__tremplin__/"
"""Below this address the server speaks for itself."""
_SCRIPT = Path(__file__).with_name("live.js")
_HEARTBEAT = 15.0
"""Seconds after which a connection without news is tried out, so that those of closed pages end."""


class SiteServer(ThreadingHTTPServer):
    """Serves one site; each request has a thread. `place` may be changed while it runs."""

    daemon_threads = True
    block_on_close = False  # Pages keep a connection open for news; they are told goodbye, not waited for.
    allow_reuse_address = os.name != "nt"  # On Windows it would let two servers share a port.

    def __init__(self, host: str, port: int, place: Place, hub: Hub) -> None:
        self.place, self.hub, self.called = place, hub, host
        self.address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """Take the port, without asking the network for the name of this computer as the standard library does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing about a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


_FOR_THIS_COMPUTER = "This preview is for this computer alone. To reach it under another name, start it with --host 0.0.0.0."
"""Said to whoever asks under a name that is none of this computer's, for example through a tunnel."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Tremplin"
    server: SiteServer  # type: ignore[mutable-override]  # no other server makes handlers of this class

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the standard library's own name
        """Nobody reads a list of requests while writing."""

    def _answer(self) -> None:
        if not is_meant(self.headers.get("Host", ""), listens_at=self.server.server_name, called=self.server.called):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, explain=_FOR_THIS_COMPUTER)
            return
        try:
            address = urlsplit(self.path)
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        if address.path == f"{OWN}events":
            self._send_events(parse_qs(address.query).get("language", [""])[0])
        elif address.path == f"{OWN}live.js":
            self._send(_SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        else:
            self._send_page(address.path, address.query)

    def _send_page(self, path: str, query: str) -> None:
        # The state is looked up before the file: a page that is newer than it believes is loaded once too often, never too seldom.
        state = self.server.hub.state
        found = find(self.server.place, path)
        try:
            if isinstance(found, Moved):
                self._redirect(found.address + (f"?{query}" if query else ""))
            elif found is None:
                self._send(_with_script(b"<!doctype html><title>404</title><body></body>", state), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
            elif type_of(found.file).startswith("text/html"):
                self._send(_with_script(found.file.read_bytes(), state), type_of(found.file), HTTPStatus.NOT_FOUND if found.is_lost else HTTPStatus.OK)
            else:
                self._send_file(found)
        except FileNotFoundError:  # The tree has just been exchanged for a newer one.
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send_file(self, found: Found) -> None:
        """The file, or the part of it that was asked for."""
        with found.file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            # `If-Range` asks for a part of a certain version, and we do not tell versions apart.
            asked = self.headers.get("Range", "") if "If-Range" not in self.headers else ""
            try:
                span = span_of(asked, size)
            except ValueError:
                self._head(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}", "Content-Length": "0"})
                return
            headers = {"Content-Type": type_of(found.file), "Accept-Ranges": "bytes", "Content-Length": str(span.length if span else size)}
            if span:
                headers["Content-Range"] = f"bytes {span.first}-{span.end - 1}/{size}"
            self._head(HTTPStatus.PARTIAL_CONTENT if span else HTTPStatus.OK, headers)
            if self.command != "HEAD":
                _copy(stream, self.wfile, span or Span(0, size))

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._head(status, {"Content-Type": kind, "Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _redirect(self, address: str) -> None:
        self._head(HTTPStatus.FOUND, {"Location": address, "Content-Length": "0"})

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _send_events(self, language: str) -> None:
        """The state, and every later one, as long as the page is open (Server-Sent Events)."""
        self.close_connection = True
        self._head(HTTPStatus.OK, {"Content-Type": "text/event-stream; charset=utf-8", "Connection": "close"})
        if self.command == "HEAD":
            return
        number = -1
        while (state := self.server.hub.after(number, _HEARTBEAT)) is not None:
            self.wfile.write(_event(state, language) if state.number != number else b": still here\n\n")
            self.wfile.flush()
            number = state.number


def _event(state: State, language: str) -> bytes:
    told = {"pages": state.pages, "styles": state.styles, "panel": state.panel(language)}
    return f"retry: 500\ndata: {json.dumps(told)}\n\n".encode()


def _with_script(html: bytes, state: State) -> bytes:
    """The page with our script at its end. The file itself stays as it will be published."""
    script = f'<script src="{OWN}live.js" data-pages="{state.pages}" data-styles="{state.styles}" defer></script>\n'.encode()
    at = html.rfind(b"</body>")
    return html + script if at < 0 else html[:at] + script + html[at:]


def _copy(source: BinaryIO, target: BufferedIOBase, span: Span) -> None:
    """Send a part of a file in pieces: a film may be larger than the memory."""
    source.seek(span.first)
    rest = span.length
    while rest and (piece := source.read(min(rest, 1 << 18))):
        target.write(piece)
        rest -= len(piece)


def mount_of(url: str) -> str:
    """The path at which a site will be published, with slashes at both ends: absolute links on its pages lead there."""
    path = "/".join(step for step in urlsplit(url).path.split("/") if step)
    return f"/{path}/" if path else "/"
