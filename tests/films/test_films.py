"""The films as they stand in the base: what a reader is promised, and that they are the ones that are drawn here."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.drawings.film import HEIGHT, WIDTH, Film
from scripts.drawings.films import FILMS
from scripts.films import LANGUAGES, ROOT, WORDS, clock, webvtt
from tests.films.reading import captions, header

pytestmark = pytest.mark.parametrize("film", FILMS.values(), ids=FILMS)
IN_EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def media(film: Film, name: str) -> Path:
    return ROOT / "microtrainings" / film.module / "media" / name


def record(film: Film) -> dict[str, Any]:
    text = (ROOT / "microtrainings" / film.module / "record.yml").read_text(encoding="utf-8")
    facts: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return facts


def video(film: Film) -> dict[str, Any]:
    return next(video for video in record(film)["videos"] if video.get("file") == "media/demonstration.webm")


def words(film: Film, language: str) -> dict[str, str]:
    said: dict[str, str] = yaml.safe_load((WORDS / f"{film.module}.yml").read_text(encoding="utf-8"))[language]
    return said


def test_a_film_is_short_small_and_silent(film: Film) -> None:
    found = header(media(film, "demonstration.webm"))
    assert 20 <= found.seconds <= 60
    assert found.codecs == ("V_VP9",)
    assert (found.width, found.height) == (WIDTH, HEIGHT)
    assert media(film, "demonstration.webm").stat().st_size <= 1_500_000


def test_a_film_has_a_small_still_picture(film: Film) -> None:
    picture = media(film, "demonstration.webp").read_bytes()
    assert (picture[:4], picture[8:12]) == (b"RIFF", b"WEBP")
    assert len(picture) <= 40_000


def test_the_committed_film_is_as_long_as_its_drawings_and_as_the_record_says(film: Film) -> None:
    assert header(media(film, "demonstration.webm")).seconds == pytest.approx(film.seconds, abs=0.1)
    assert video(film)["duration"] == clock(film.seconds)


def test_each_gesture_has_its_chapter_on_a_whole_second_inside_the_film(film: Film) -> None:
    chapters = list(film.chapters())
    assert [gesture for _, gesture in chapters] == [gesture["id"] for gesture in record(film)["gestures"]]
    assert video(film)["chapters"] == [{"at": clock(start), "gesture": gesture} for start, gesture in chapters]
    assert all(start == pytest.approx(round(start)) and start < film.seconds for start, _ in chapters)


def test_a_published_film_names_its_licence_its_files_and_captions_in_each_language(film: Film) -> None:
    facts = video(film)
    assert (facts["state"], facts["licence"], facts["attribution"], facts["consent"]) == ("published", "CC-BY-4.0", "Tremplin", "not_applicable")
    assert facts["captions"] == {language: f"media/demonstration.{language}.vtt" for language in LANGUAGES}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_film_has_a_text_alternative(film: Film, language: str) -> None:
    text = (ROOT / "microtrainings" / film.module / f"{language}.md").read_text(encoding="utf-8")
    described = yaml.load(text.split("---\n")[1], yaml.BaseLoader)["videos"][video(film)["id"]]
    assert len(described["text_alternative"]) > 200


@IN_EACH_LANGUAGE
def test_captions_follow_each_other_inside_the_film(film: Film, language: str) -> None:
    cues = captions(media(film, f"demonstration.{language}.vtt"))
    assert all(cue.start < cue.end <= film.seconds for cue in cues)
    assert all(first.end <= second.start for first, second in pairwise(cues))


@IN_EACH_LANGUAGE
def test_each_chapter_is_captioned_from_its_first_second(film: Film, language: str) -> None:
    starts = [cue.start for cue in captions(media(film, f"demonstration.{language}.vtt"))]
    assert all(any(chapter <= start <= chapter + 1 for start in starts) for chapter, _ in film.chapters())


@IN_EACH_LANGUAGE
def test_there_is_time_to_read_each_caption(film: Film, language: str) -> None:
    slow = {cue.text: round(len(cue.text) / (cue.end - cue.start)) for cue in captions(media(film, f"demonstration.{language}.vtt"))}
    assert {text: speed for text, speed in slow.items() if speed > 22} == {}


@IN_EACH_LANGUAGE
def test_the_committed_captions_are_the_ones_that_the_words_make(film: Film, language: str) -> None:
    made = "\n".join(webvtt(film.cues(), words(film, language)))
    assert media(film, f"demonstration.{language}.vtt").read_text(encoding="utf-8") == made


@IN_EACH_LANGUAGE
def test_each_language_says_what_is_shown_and_nothing_else(film: Film, language: str) -> None:
    assert list(words(film, language)) == [cue.name for cue in film.cues()]
