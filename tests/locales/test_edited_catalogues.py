"""Catalogues that somebody edits while a preview runs: what is kept of their sentences is kept under the right name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tremplin import locales
from tremplin.locales import catalogue, source_digest
from tremplin.serve.renewal import renew

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Home"\nmsgstr "{}"\n'


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The catalogue of a language that no other test speaks."""
    file = tmp_path / "gl" / "tremplin.po"
    file.parent.mkdir()
    monkeypatch.setattr(locales, "FOLDER", tmp_path)
    renew()
    yield file
    monkeypatch.undo()
    renew()


def write(file: Path, text: str, changed: int) -> None:
    file.write_text(PO.format(text), encoding="utf-8")
    os.utime(file, ns=(changed, changed))


def test_sentences_are_never_older_than_their_digest(file: Path) -> None:
    write(file, "Inicio", 1_000_000_000)
    assert catalogue("gl").text("Home") == "Inicio"
    digest = source_digest("gl")

    write(file, "Portada", 2_000_000_000)

    assert (catalogue("gl").text("Home"), source_digest("gl")) == ("Inicio", digest)
    renew()
    assert catalogue("gl").text("Home") == "Portada"
    assert source_digest("gl") != digest


def test_a_catalogue_that_was_written_while_it_was_compiled_is_compiled_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(file, "Inicio", 1_000_000_000)
    replace = Path.replace

    def written_meanwhile(draft: Path, target: Path) -> Path:
        write(file, "Portada", 2_000_000_000)
        return replace(draft, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", written_meanwhile)
        assert catalogue("gl").text("Home") == "Inicio"

    renew()
    assert catalogue("gl").text("Home") == "Portada"
