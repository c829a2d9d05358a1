"""Make the demonstration films again from the drawings in `scripts/drawings`: `python3 scripts/films.py`, or with names of modules only those.

For each film it writes into `microtrainings/<module>/media/` the film (WebM, VP9, silent), a still picture (WebP) and captions (WebVTT)
in every language of `scripts/drawings/words/<module>.yml`, and prints what belongs into `record.yml`. `--captions` writes only the captions,
`--sheet DIR` writes only sheets with many small pictures, to look at while drawing.

The packages that this needs (`scripts/films.txt`) are no dependency of the site. The first start puts them into an environment of their
own, `.cache/films`. The drawings are the same on every computer, and the encoder runs in one thread: the same versions make the same bytes.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

# isort: split
# the drawings are found only from the project's root
import argparse
import importlib.util
import io
import os
import shutil
import subprocess
import tempfile
import venv
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.drawings.film import HEIGHT, RATE, WIDTH, Cue, Film
from scripts.drawings.films import FILMS

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "fr", "es", "it", "pl", "de", "ro", "lt")
PACKAGES = Path(__file__).with_name("films.txt")
ENVIRONMENT = ROOT / ".cache" / "films"
WORDS = Path(__file__).parent / "drawings" / "words"
OPTIONS = {"crf": "37", "b:v": "0", "deadline": "good", "cpu-used": "1", "row-mt": "0", "g": "120", "lag-in-frames": "25", "auto-alt-ref": "1"}
"""Of the encoder: constant quality, a picture to jump to every eight seconds."""


def main(arguments: Sequence[str]) -> int:
    """Make the films that were asked for, all without names."""
    options = _options(arguments)
    enter()
    for name in options.modules or FILMS:
        film = FILMS[name]
        if options.sheet:
            write_sheet(film, Path(options.sheet) / f"{name}.png")
            continue
        folder = ROOT / "microtrainings" / name / "media"
        folder.mkdir(parents=True, exist_ok=True)
        write_captions(film, folder)
        if not options.captions:
            write_film(film, folder / "demonstration.webm")
            write_poster(film, folder / "demonstration.webp")
        print("\n".join(told(film, folder)), flush=True)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the demonstration films again from their drawings.", allow_abbrev=False)
    parser.add_argument("--captions", action="store_true", help="write only the captions")
    parser.add_argument("--sheet", metavar="DIR", help="write only sheets of small pictures, two for each second, into DIR")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"make only these: {', '.join(FILMS)}")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.modules if name not in FILMS]
    if unknown:
        parser.error(f"there is no film for {unknown[0]}; there are {', '.join(FILMS)}")
    return options


def enter() -> None:
    """Return when the packages are there; otherwise install them into their own environment and start again in it."""
    if all(importlib.util.find_spec(name) for name in ("av", "PIL", "yaml", "resvg_py")):
        return
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if Path(sys.prefix) == ENVIRONMENT or not python.exists():
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--requirement", PACKAGES], check=True)
    sys.exit(subprocess.run([python, *sys.argv], check=False).returncode)


# ---- Pictures ----


def pixels(svg: str, *, width: int = WIDTH) -> Any:
    """The picture of an SVG, as Pillow holds it."""
    import resvg_py  # type: ignore[import-not-found] # noqa: PLC0415 # only in the films' own environment
    from PIL import Image  # noqa: PLC0415 # as above

    return Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))).convert("RGB")


def write_film(film: Film, path: Path) -> None:
    """Draw and encode all pictures; a film that is not finished never stands in place of one that is."""
    import av  # type: ignore[import-not-found] # noqa: PLC0415 # only in the films' own environment

    with tempfile.TemporaryDirectory() as folder:
        unfinished = Path(folder) / path.name
        with av.open(str(unfinished), "w", format="webm", options={"fflags": "+bitexact"}) as container:
            stream = container.add_stream("libvpx-vp9", rate=RATE, options=OPTIONS)
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
            stream.codec_context.thread_count = 1
            stream.codec_context.colorspace = stream.codec_context.color_primaries = stream.codec_context.color_trc = 1  # BT.709
            for svg in film.frames():
                frame = av.VideoFrame.from_image(pixels(svg)).reformat(format="yuv420p", dst_colorspace="ITU709")
                container.mux(stream.encode(frame))
            container.mux(stream.encode())
        shutil.move(unfinished, path)


def write_poster(film: Film, path: Path) -> None:
    """The still picture that is shown before the film starts."""
    pixels(film.picture(film.poster)).save(path, "WEBP", quality=82, method=6)


def write_sheet(film: Film, path: Path) -> None:
    """Two pictures for each second, six in a row."""
    from PIL import Image  # noqa: PLC0415 # only in the films' own environment

    count, columns, width, height = round(film.seconds * 2), 6, WIDTH // 3, HEIGHT // 3
    sheet = Image.new("RGB", (columns * width, -(-count // columns) * height), "white")
    for place in range(count):
        sheet.paste(pixels(film.picture(place / 2), width=width), (place % columns * width, place // columns * height))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)


# ---- Captions ----


def write_captions(film: Film, folder: Path) -> None:
    """The captions in every language."""
    import yaml  # noqa: PLC0415 # only in the films' own environment

    words = yaml.safe_load((WORDS / f"{film.module}.yml").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        text = "\n".join(webvtt(film.cues(), words[language]))
        (folder / f"demonstration.{language}.vtt").write_text(text, encoding="utf-8", newline="\n")


def webvtt(cues: Iterator[Cue], words: dict[str, str]) -> Iterator[str]:
    """A file of captions, line by line."""
    yield "WEBVTT\n"
    for cue in cues:
        yield f"{cue.name}\n{moment(cue.start)} --> {moment(cue.end)}\n{words[cue.name]}\n"


def moment(seconds: float) -> str:
    """A time as WebVTT writes it."""
    milliseconds = round(seconds * 1000)
    return f"{milliseconds // 60000:02d}:{milliseconds // 1000 % 60:02d}.{milliseconds % 1000:03d}"


def told(film: Film, folder: Path) -> Iterator[str]:
    """What belongs into `record.yml`, and how large the film is."""
    size = (folder / "demonstration.webm").stat().st_size if (folder / "demonstration.webm").exists() else 0
    yield f"{film.module}: {clock(film.seconds)}, {size / 1e6:.2f} MB"
    yield from (f'      - {{at: "{clock(start)}", gesture: {gesture}}}' for start, gesture in film.chapters())


def clock(seconds: float) -> str:
    """Minutes and seconds, as `record.yml` has them."""
    return f"{round(seconds) // 60}:{round(seconds) % 60:02d}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
