"""The drawings: every picture can be drawn, is the same each time, and bodies keep their proportions."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.drawings.film import Film, Shot
from scripts.drawings.films import FILMS
from scripts.drawings.geometry import joint, number
from scripts.drawings.ink import limb
from scripts.drawings.motion import at
from scripts.drawings.person import ANKLE, Look, walked
from scripts.films import moment

GROUND = 478.0
EACH_FILM = pytest.mark.parametrize("film", FILMS.values(), ids=FILMS)
POINTS = st.builds(complex, st.floats(-500, 500), st.floats(-500, 500))


@EACH_FILM
def test_every_second_is_well_formed_svg_without_words(film: Film) -> None:
    for second in range(round(film.seconds)):
        picture = film.picture(second + 0.5)
        assert "nan" not in picture
        drawn = ET.fromstring(picture)  # noqa: S314 # the XML is our own
        assert [element for element in drawn.iter() if element.tag.endswith("text") or element.text] == []


@EACH_FILM
def test_a_picture_is_the_same_each_time(film: Film) -> None:
    assert film.picture(film.poster) == film.picture(film.poster)


@EACH_FILM
def test_each_gesture_shows_what_is_right(film: Film) -> None:
    green_disc = '<circle cx="0" cy="0" r="50" fill="#1d6638"'
    starts = [*(start for start, _ in film.chapters()), film.seconds]
    for start, end in pairwise(starts):
        assert any(green_disc in film.picture(start + tenth / 10) for tenth in range(round((end - start) * 10)))


@EACH_FILM
def test_the_names_of_captions_are_used_once(film: Film) -> None:
    names = [cue.name for cue in film.cues()]
    assert len(names) == len(set(names))


@given(POINTS, POINTS, st.floats(20, 100), st.floats(20, 100), st.sampled_from([-1, 1]))
def test_bones_keep_their_length_wherever_a_limb_reaches(start: complex, end: complex, first: float, second: float, side: int) -> None:
    middle, reached = joint(start, end, first, second, side=side)
    assert abs(middle - start) == pytest.approx(first)
    assert abs(reached - middle) == pytest.approx(second, rel=0.02)


def test_a_limb_within_reach_ends_where_it_should() -> None:
    assert joint(0j, 60 + 80j, 70, 60, side=1)[1] == pytest.approx(60 + 80j)


def test_elbows_and_knees_bend_to_opposite_sides() -> None:
    elbow, knee = (joint(0j, 100j, 60, 60, side=side)[0] for side in (1, -1))
    assert elbow.real < 0 < knee.real


def test_the_foot_on_the_ground_does_not_slide() -> None:
    look, places = Look(), []
    for x in range(0, 60, 5):
        _, near, _ = walked(float(x), GROUND, look)
        if near.imag == pytest.approx(GROUND - ANKLE):
            places.append(near.real)
    assert len(places) > 5
    assert max(places) - min(places) == pytest.approx(0, abs=0.01)


def test_a_value_stands_still_before_the_first_key_and_after_the_last() -> None:
    assert [at(time, (1.0, 0.0), (2.0, 10.0)) for time in (0, 1.5, 9)] == [0, 5, 10]


def test_numbers_are_short_and_never_minus_zero() -> None:
    assert [number(value) for value in (-0.01, 3.0, 2.449, -7.25)] == ["0", "3", "2.4", "-7.2"]


def test_a_limb_of_one_ball_is_a_disc() -> None:
    assert limb([(5 + 5j, 3.0)], "#000000").count("A3 3") == 4


def test_captions_last_until_the_next_one_or_the_end_of_the_shot() -> None:
    film = Film("none", (Shot(3, str, {0.5: "one", 2: "two"}, "a"), Shot(2, str, {0: "three"})), poster=0)
    assert [(cue.name, cue.start, cue.end) for cue in film.cues()] == [("one", 0.5, 2), ("two", 2, 3), ("three", 3, 5)]
    assert list(film.chapters()) == [(0, "a")]


def test_a_moment_is_written_as_webvtt_has_it() -> None:
    assert [moment(seconds) for seconds in (0.2, 59.9996, 61.05)] == ["00:00.200", "01:00.000", "01:01.050"]


def test_steps_are_as_long_as_they_look() -> None:
    _, start, _ = walked(0.0, GROUND, Look())
    _, end, _ = walked(156.0, GROUND, Look())
    assert end.real - start.real == pytest.approx(156)
    assert math.isclose(start.imag, end.imag)
