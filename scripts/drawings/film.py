"""Films: shots one after the other, each a drawing that changes with time, with what the captions say and where a gesture begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from scripts.drawings.ink import AMBER, CARD, EDGE, GRID, INK, PAPER, SUNK, box, circle, group, stroke
from scripts.drawings.motion import passed

WIDTH, HEIGHT, RATE = 960, 616, 15
"""Size of a film, and pictures in a second."""

SCENE = 540
"""Height of what is drawn. Below it stays a strip for the captions, so that they do not hide the feet and the tools."""

FADE = 0.3
"""Seconds in which a shot appears and disappears; the first is there at once, the last stays."""


@dataclass(frozen=True)
class Shot:
    """One view of a film."""

    seconds: float
    draw: Callable[[float], str]
    """The picture at a time since the shot began."""
    captions: Mapping[float, str]
    """When a caption begins, and the name of its words."""
    gesture: str = ""
    """The gesture that begins with this shot."""


@dataclass(frozen=True)
class Cue:
    """A caption: the name of its words, from when to when."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class Film:
    """A film for one module."""

    module: str
    shots: tuple[Shot, ...]
    poster: float
    """The time of the still picture."""
    seconds: float = field(init=False)

    def __post_init__(self) -> None:
        """Add up the length."""
        object.__setattr__(self, "seconds", round(sum(shot.seconds for shot in self.shots), 3))

    def frames(self) -> Iterator[str]:
        """All pictures, as SVG."""
        for number in range(round(self.seconds * RATE)):
            yield self.picture(number / RATE)

    def picture(self, time: float) -> str:
        """The picture at a time since the film began, as SVG."""
        start, shot = self._shot(time)
        chapters = [begin for begin, _ in self.chapters()]
        since = time - start
        appears = 1 if shot is self.shots[0] else passed(since, 0, FADE)
        goes = 0 if shot is self.shots[-1] else passed(since, shot.seconds - FADE, shot.seconds)
        veil = 1 - min(appears, 1 - goes)
        cover = box(0j, WIDTH, SCENE, fill=PAPER, thick=0, radius=0) if veil > 0.01 else ""
        scene = group(box(0j, WIDTH, SCENE, fill=PAPER, thick=0, radius=0), shot.draw(since), group(cover, opacity=veil), _pearls(chapters, time))
        strip = box(complex(0, SCENE), WIDTH, HEIGHT - SCENE, fill=SUNK, thick=0, radius=0) + stroke(complex(0, SCENE), complex(WIDTH, SCENE), line=GRID, width=3)
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">{scene}{strip}</svg>'

    def chapters(self) -> Iterator[tuple[float, str]]:
        """When each gesture begins."""
        start = 0.0
        for shot in self.shots:
            if shot.gesture:
                yield start, shot.gesture
            start += shot.seconds

    def cues(self) -> Iterator[Cue]:
        """The captions in order; each lasts until the next one or to the end of its shot."""
        start = 0.0
        for shot in self.shots:
            begins = sorted(shot.captions)
            for begin, end in zip(begins, [*begins[1:], shot.seconds], strict=True):
                yield Cue(shot.captions[begin], round(start + begin, 3), round(start + end, 3))
            start += shot.seconds

    def _shot(self, time: float) -> tuple[float, Shot]:
        start = 0.0
        for shot in self.shots[:-1]:
            if time < start + shot.seconds - 1e-6:
                return start, shot
            start += shot.seconds
        return start, self.shots[-1]


def _pearls(chapters: list[float], time: float) -> str:
    """One pearl for each gesture, the current one larger."""
    current = sum(begin <= time + 1e-6 for begin in chapters)
    row = []
    for place in range(1, len(chapters) + 1):
        x = 480 + (place - (len(chapters) + 1) / 2) * 38
        is_now = place == current
        fill = AMBER if is_now else INK if place < current else CARD
        row.append(circle(complex(x, 24), 10 if is_now else 6.5, fill=fill, line=INK if is_now else EDGE, width=3))
    return group(*row)
