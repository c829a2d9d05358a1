"""`tremplin serve` as somebody starts it, and what a browser gets from it."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tremplin
from tests.bases import TEAMWORK
from tests.patience import PATIENCE, until

BASE: Mapping[str, str] = {
    "mkdocs.yml": """\
site_name: A base
theme: {name: material, font: false}
extra_css: [extra.css]
plugins:
  - tremplin:
      languages: [en, fr]
hooks: [hook.py]
nav: [index.md]
""",
    "hook.py": """\
def on_page_markdown(markdown, **_):
    if 'explode' in markdown:
        raise RuntimeError('a hook with a bug')

def on_config(config):
    of_somebody_else = "def burst(markdown, **_):\\n    if 'burst' in markdown:\\n        raise RuntimeError('a plugin with a bug')\\n"
    names = {}
    exec(compile(of_somebody_else, "/elsewhere/plugin.py", "exec"), names)
    config.plugins.events["page_markdown"].append(names["burst"])
""",
    "docs/en/index.md": "# Welcome\n", "docs/en/extra.css": "h1 { color: red }\n", "docs/fr/index.md": "# Bienvenue\n", "docs/fr/extra.css": "",
    **TEAMWORK,
}


@dataclass(frozen=True)
class Answer:
    """An answer of the server."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(address: str, method: str = "GET", **headers: str) -> Answer:
    """One request, sent as it stands: nothing in the address is tidied up, and no redirect is followed."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        connection.request(method, (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        connection.close()


@contextmanager
def events(address: str, language: str) -> Iterator[Iterator[Any]]:
    """The states that the server sends to a page, the present one first."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    try:
        connection.request("GET", f"/__tremplin__/events?language={language}")
        answer = connection.getresponse()
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        lines = iter(answer.readline, b"")
        yield (json.loads(line.removeprefix(b"data: ")) for line in lines if line.startswith(b"data: "))
    finally:
        connection.close()


@dataclass
class Served:
    """A preview in a process of its own; what it prints goes into files."""

    base: Path
    process: "subprocess.Popen[str]"
    address: str = ""
    ended: list[int] = field(default_factory=list)

    @property
    def said(self) -> str:
        """What it has printed."""
        return (self.base.parent / "stdout").read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        """What it has printed as errors."""
        return (self.base.parent / "stderr").read_text(encoding="utf-8")

    def page(self, path: str) -> str:
        return ask(self.address + path).text

    def write(self, name: str, text: str) -> None:
        (self.base / name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.base / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def end(self) -> int:
        """Press Ctrl-C; the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(base: Path, *options: str, package: Path | None = None) -> Iterator[Served]:
    """`tremplin serve`, by default on a port that the system chooses, ready to be asked; `package` is a copy of the generator to run instead."""
    paths = {"PYTHONPATH": str(package.parent)} if package else {}
    with (base.parent / "stdout").open("wb") as out, (base.parent / "stderr").open("wb") as err:
        command = [sys.executable, "-m", "tremplin", "--language", "en", "--base", str(base), "serve", *(options or ("--port", "0"))]
        process = subprocess.Popen(command, stdout=out, stderr=err, env=os.environ | paths, start_new_session=True, text=True)
    served = Served(base, process)
    try:
        until(lambda: "Ctrl-C" in served.said or process.poll() is not None)
        found = re.search(r"http://\S+", served.said)
        assert found, served.complained
        served.address = found[0]
        yield served
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(PATIENCE)


def copied_package(folder: Path) -> Path:
    """A copy of the generator that a test may change."""
    target = folder / "generator" / "tremplin"
    shutil.copytree(Path(tremplin.__file__).parent, target, ignore=shutil.ignore_patterns("__pycache__"))
    return target
