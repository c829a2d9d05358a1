"""Films on the page of a micro-training: what is fetched from where, their chapters, and what search engines learn of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import parse_qs, quote, urlsplit

from markupsafe import Markup

from tremplin.model.edition import LocalRecord
from tremplin.model.kinds.module import Video
from tremplin.pages.licences import LICENCES
from tremplin.pages.view import View

HOSTS: Mapping[str, str] = MappingProxyType({"commons": "Wikimedia Commons", "youtube": "YouTube", "vimeo": "Vimeo"})
"""Proper names of the places where films are hosted. PeerTube is many places; each is known by its address."""
_DOMAINS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "commons": ("commons.wikimedia.org", "commons.m.wikimedia.org"), "vimeo": ("vimeo.com", "www.vimeo.com", "player.vimeo.com"),
    "youtube": ("youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com", "www.youtube-nocookie.com"),
})
"""Where their films stand. A link to another place goes by the name of that place, whatever the record calls it."""
TYPES: Mapping[str, str] = MappingProxyType({".webm": "video/webm", ".mp4": "video/mp4", ".m4v": "video/mp4", ".ogv": "video/ogg", ".ogg": "video/ogg", ".mov": "video/quicktime"})
"""By its type, a browser knows a film that it cannot play without fetching it."""


class Player(NamedTuple):
    """How a film is played in the page."""

    address: str
    """What the browser asks for, at the earliest when the reader starts the film."""
    is_frame: bool
    """Whether it is a page of its host, to be shown in a frame, rather than a file."""
    moment: str
    """What is appended to begin at a moment, with `{at}` for its seconds."""


class Stop(NamedTuple):
    """A chapter: where a gesture begins."""

    gesture: str
    seconds: int
    clock: str
    href: str
    """The film from there on, for browsers without scripts."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film as the page shows it."""

    video: Video
    player: Player | None
    """None where only a link to its host is possible."""
    host: str
    """Who is asked for it; empty for films of the site."""
    poster: str
    """The address of its picture; empty where there is none."""
    described: str
    """The address of its version with audio description; empty where there is none."""
    type: str
    stops: tuple[Stop, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"film-{self.video.id}"


def films(videos: Sequence[Video]) -> tuple[Film, ...]:
    """The films that may be shown, those that exist first."""
    shown = [video for video in videos if video.state != "withdrawn"]
    return tuple(map(_film, sorted(shown, key=lambda video: video.state == "pending")))


def _film(video: Video) -> Film:
    player = player_of(video)
    host = "" if video.provider == "file" else _host(video)
    kind = TYPES.get(PurePosixPath(video.file or video.url or "").suffix.lower(), "") if player and not player.is_frame else ""
    return Film(video, player, host, quote(video.poster or ""), quote(video.audio_description or ""), kind, tuple(_stops(video, player)))


def _host(video: Video) -> str:
    place = urlsplit(video.url or "").netloc
    return HOSTS[video.provider] if place in _DOMAINS.get(video.provider, ()) else place


def _stops(video: Video, player: Player | None) -> Iterator[Stop]:
    if player is None:
        return
    page = "" if video.provider in {"file", "commons"} else video.url or ""
    for chapter in sorted(video.chapters, key=lambda one: one.at):
        moment = player.moment.format(at=chapter.at.seconds)
        at = _at_host(video.provider, chapter.at.seconds)
        yield Stop(chapter.gesture, chapter.at.seconds, str(chapter.at), _joined(page, at) if page else player.address + moment)


def _at_host(provider: str, seconds: int) -> str:
    return {"youtube": f"t={seconds}s", "peertube": f"start={seconds}s"}.get(provider, f"#t={seconds}s")


def _joined(address: str, at: str) -> str:
    """An address with the moment at which its film should begin, as its host writes it."""
    plain = address.partition("#")[0]
    return plain + at if at.startswith("#") else f"{plain}{'&' if '?' in plain else '?'}{at}"


def player_of(video: Video) -> Player | None:
    """How a film is played here; None for an address that we cannot read, which stays a link."""
    if video.state != "published":
        return None
    if video.provider == "file":
        return Player(quote(video.file), is_frame=False, moment="#t={at}") if video.file else None
    parts = urlsplit(video.url or "")
    if parts.netloc not in _DOMAINS.get(video.provider, (parts.netloc,)):
        return None
    read = {"youtube": _youtube, "vimeo": _vimeo, "peertube": _peertube, "commons": _commons}[video.provider]
    return read(parts.netloc, parts.path, parts.query)


_NAME = re.compile(r"[\w-]+", re.ASCII)


def _youtube(host: str, path: str, query: str) -> Player | None:
    """YouTube without cookies before the film starts."""
    found = parse_qs(query).get("v", [""])[0] or path.rpartition("/")[2]
    return Player(f"https://www.youtube-nocookie.com/embed/{found}?autoplay=1&cc_load_policy=1", is_frame=True, moment="&start={at}") if _NAME.fullmatch(found) else None


def _vimeo(host: str, path: str, query: str) -> Player | None:
    """Vimeo, asked not to follow its viewers. Films that are not listed have a second name."""
    found = re.search(r"/([0-9]+)(?:/([0-9a-f]+))?/?$", path)
    if not found:
        return None
    secret = found[2] or parse_qs(query).get("h", [""])[0]
    return Player(f"https://player.vimeo.com/video/{found[1]}?dnt=1&autoplay=1{f'&h={quote(secret)}' if secret else ''}", is_frame=True, moment="#t={at}s")


def _peertube(host: str, path: str, query: str) -> Player | None:
    """A PeerTube server, without telling other viewers about this one."""
    found = re.search(r"/(?:w|videos/watch|videos/embed)/([\w-]+)/?$", path, re.ASCII)
    return Player(f"https://{host}/videos/embed/{found[1]}?autoplay=1&p2p=0&warningTitle=0", is_frame=True, moment="&start={at}s") if found else None


def _commons(host: str, path: str, query: str) -> Player | None:
    """The file itself, which its description page names."""
    found = re.search(r"/File:(.+\.(?:webm|ogv|ogg|mp4|mpg|mpeg))$", path, re.IGNORECASE)
    return Player(f"https://commons.wikimedia.org/wiki/Special:FilePath/{found[1]}", is_frame=False, moment="#t={at}") if found else None


def tracks(view: View, video: Video) -> Markup:
    """Captions, the reader's own language first. They are switched on with the film: a `default` track would be fetched with the page."""
    own = view.edition.language.tag
    return Markup("\n").join(
        Markup('<track kind="captions" src="{file}" srclang="{tag}" label="{name}"{own}>').format(
            file=quote(file), tag=tag, name=view.language(tag), own=Markup(" data-own") if tag == own else "")
        for tag, file in sorted(video.captions.items(), key=lambda item: (item[0] != own, item[0]))
    )


def video_data(local: LocalRecord, view: View, videos: Sequence[Video]) -> Iterator[Mapping[str, Any]]:
    """schema.org VideoObject for every film of which all is known that a search engine asks for."""
    for film in films(videos):
        video = film.video
        if film.player and film.poster and video.upload_date and view.edition.library.site.url:
            yield dict(_video_object(local, film, view.absolute()))


def _video_object(local: LocalRecord, film: Film, page: str) -> Iterator[tuple[str, Any]]:
    video, player, key = film.video, film.player, f"videos.{film.video.id}"
    assert player is not None
    title = local.words(f"{key}.title").value
    yield "@type", "VideoObject"
    yield "name", title
    yield "description", local.words(f"{key}.text_alternative").value or title
    yield "thumbnailUrl", f"{page}{film.poster}"
    yield "uploadDate", str(video.upload_date)
    if video.duration:
        yield "duration", f"PT{video.duration.seconds}S"
    yield ("embedUrl", player.address) if player.is_frame else ("contentUrl", player.address if film.host else f"{page}{player.address}")
    if video.licence and LICENCES[video.licence]:
        yield "license", LICENCES[video.licence]
    if video.spoken_language:
        yield "inLanguage", video.spoken_language
    if film.stops:
        yield "hasPart", [_clip(local, film, number, page) for number in range(len(film.stops))]


def _clip(local: LocalRecord, film: Film, number: int, page: str) -> Mapping[str, Any]:
    stop = film.stops[number]
    ends = film.stops[number + 1].seconds if number + 1 < len(film.stops) else film.video.duration.seconds if film.video.duration else None
    end = {"endOffset": ends} if ends and ends > stop.seconds else {}
    name = local.words(f"gestures.{stop.gesture}.title").value
    return {"@type": "Clip", "name": name, "startOffset": stop.seconds, **end, "url": f"{page}?t={stop.seconds}#{film.anchor}"}
