"""All films, by the module that they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.drawings import ladder, lifting, pruning, puncture, washing
from scripts.drawings.film import Film

FILMS: Mapping[str, Film] = {film.module: film for film in (lifting.FILM, ladder.FILM, puncture.FILM, pruning.FILM, washing.FILM)}
