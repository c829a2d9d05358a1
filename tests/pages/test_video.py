"""Films: how each host's address is read."""

from __future__ import annotations

from typing import Literal

import pytest

from tremplin.model.kinds.module import Chapter, Video
from tremplin.model.scalars import Moment
from tremplin.pages.video import Player, Stop, films, player_of

Provider = Literal["commons", "peertube", "youtube", "vimeo"]
NOCOOKIE = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&cc_load_policy=1"


def hosted(provider: Provider, url: str) -> Video:
    return Video(id="film", provider=provider, url=url, licence="CC0-1.0", chapters=(Chapter(at=Moment(65), gesture="turn"), Chapter(at=Moment(3), gesture="insert")))


@pytest.mark.parametrize(("provider", "url", "address"), [
    ("youtube", "https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=1", NOCOOKIE),
    ("youtube", "https://youtu.be/aqz-KE-bpKQ", NOCOOKIE),
    ("youtube", "https://www.youtube.com/shorts/aqz-KE-bpKQ", NOCOOKIE),
    ("vimeo", "https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1"),
    ("vimeo", "https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e"),
    ("peertube", "https://tube.example.org/w/9c9de5e8-0a1e", "https://tube.example.org/videos/embed/9c9de5e8-0a1e?autoplay=1&p2p=0&warningTitle=0"),
    ("peertube", "https://tube.example.org/videos/watch/9c9de5e8", "https://tube.example.org/videos/embed/9c9de5e8?autoplay=1&p2p=0&warningTitle=0"),
])
def test_a_film_at_a_host_is_shown_in_the_frame_that_tells_it_least(provider: Provider, url: str, address: str) -> None:
    player = player_of(hosted(provider, url))

    assert player is not None
    assert (player.address, player.is_frame) == (address, True)


def test_a_film_of_commons_is_a_file() -> None:
    film = films([hosted("commons", "https://commons.wikimedia.org/wiki/File:Clean_hands_short.webm")])[0]

    assert film.player == Player("https://commons.wikimedia.org/wiki/Special:FilePath/Clean_hands_short.webm", is_frame=False, moment="#t={at}")
    assert film.type == "video/webm"


@pytest.mark.parametrize(("provider", "url"), [
    ("youtube", "https://www.youtube.com/"), ("youtube", "https://www.youtube.com/watch?v=%22%3E"), ("vimeo", "https://vimeo.com/channels/staffpicks"),
    ("peertube", "https://tube.example.org/"), ("commons", "https://commons.wikimedia.org/wiki/Category:Films"),
])
def test_an_address_that_cannot_be_read_stays_a_link(provider: Provider, url: str) -> None:
    film = films([hosted(provider, url)])[0]

    assert (film.player, film.stops) == (None, ())


@pytest.mark.parametrize(("provider", "url", "begins"), [
    ("youtube", "https://youtu.be/aqz-KE-bpKQ", "https://youtu.be/aqz-KE-bpKQ?t=3s"),
    ("youtube", "https://www.youtube.com/watch?v=aqz-KE-bpKQ", "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3s"),
    ("vimeo", "https://vimeo.com/76979871", "https://vimeo.com/76979871#t=3s"),
    ("peertube", "https://tube.example.org/w/9c9de5e8", "https://tube.example.org/w/9c9de5e8?start=3s"),
    ("commons", "https://commons.wikimedia.org/wiki/File:A.webm", "https://commons.wikimedia.org/wiki/Special:FilePath/A.webm#t=3"),
])
def test_a_chapter_is_a_link_in_the_hosts_own_manner_in_the_order_of_the_film(provider: Provider, url: str, begins: str) -> None:
    first, second = films([hosted(provider, url)])[0].stops

    assert first == Stop("insert", 3, "0:03", begins)
    assert (second.gesture, second.clock) == ("turn", "1:05")


def test_each_peertube_server_is_known_by_its_own_address() -> None:
    assert films([hosted("peertube", "https://tube.example.org/w/1")])[0].host == "tube.example.org"


def test_films_that_exist_come_first_and_withdrawn_ones_never() -> None:
    videos = [Video(id="later", state="pending"), Video(id="gone", state="withdrawn"), Video(id="now", file="media/now.mov")]

    assert [film.video.id for film in films(videos)] == ["now", "later"]
    assert [film.type for film in films(videos)] == ["video/quicktime", ""]


@pytest.mark.parametrize(("provider", "url", "host"), [
    ("youtube", "https://films.example.org/watch?v=aqz-KE-bpKQ", "films.example.org"),
    ("commons", "https://example.org/wiki/File:Clean_hands_short.webm", "example.org"),
    ("vimeo", "https://vimeo.com.example.org/76979871", "vimeo.com.example.org"),
])
def test_a_link_goes_by_the_name_of_the_place_it_leads_to(provider: Provider, url: str, host: str) -> None:
    film = films([hosted(provider, url)])[0]

    assert (film.host, film.player) == (host, None)


def test_no_sign_in_the_name_of_a_file_leads_elsewhere() -> None:
    film = films([Video(id="film", provider="file", file="media/a#b?c%20.webm", poster="media/d#.png", licence="CC0-1.0")])[0]

    assert film.player == Player("media/a%23b%3Fc%2520.webm", is_frame=False, moment="#t={at}")
    assert film.poster == "media/d%23.png"
