"""What is said of captions that no player of films can read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bases import write_base
from tests.cli.running import tremplin
from tests.records import ONE_OF_EACH

CAPTIONS = "microtrainings/turn-a-key/media/film.en.vtt"
CUE = b"\n00:00:00.000 --> 00:00:02.000\nA key.\n"


@pytest.mark.parametrize("content", [b"WEBVTT\n" + CUE, b"\xef\xbb\xbfWEBVTT - a key\r\n" + CUE, b"WEBVTT\ta key\n" + CUE, b"WEBVTT"])
def test_captions_that_can_be_read_are_right(tmp_path: Path, content: bytes) -> None:
    assert "film.en.vtt" not in tremplin("check", base=write_base(tmp_path, {**ONE_OF_EACH, CAPTIONS: content})).stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"1\n00:00:00,000 --> 00:00:02,000\nA key.\n", ":1:1: error[media-type] the first line of these captions is not `WEBVTT`"),
        (b"WEBVTTX\n" + CUE, ":1:1: error[media-type]"), ("WEBVTT\n\nLa clé.\n".encode("latin-1"), ":3:6: error[not-utf8]"),
        ("WEBVTT\n".encode("utf-16"), ":1:1: error[not-utf8]"), (b"WEBVTT\n" + b"\n" * 1_000_000, ":1:1: error[file-too-large]"), (b" \n", ":1:1: error[empty-file]"),
    ],
    ids=["another-format", "another-word", "latin-1", "utf-16", "too-large", "blank"],
)
def test_captions_that_cannot_be_read_are_told(tmp_path: Path, content: bytes, told: str) -> None:
    assert f"{CAPTIONS}{told}" in tremplin("check", base=write_base(tmp_path, {**ONE_OF_EACH, CAPTIONS: content})).stdout


def test_captions_that_nothing_names_are_no_fault(tmp_path: Path) -> None:
    told = tremplin("check", base=write_base(tmp_path, {**ONE_OF_EACH, CAPTIONS.replace(".en.", ".fr."): b"1\n"})).stdout

    assert "film.fr.vtt:1:1: warning[unknown-file]" in told
    assert "media-type" not in told
