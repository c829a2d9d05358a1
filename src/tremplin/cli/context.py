"""What every command is given: the language it speaks and the base it works on."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import click

from tremplin.cache import Cache
from tremplin.diagnostics import Diagnostic, Message, message
from tremplin.load.site import read_site
from tremplin.locales import Catalogue, available, catalogue
from tremplin.model.site import Site
from tremplin.report.text import error_lines, render
from tremplin.validate.faults import suggestion

CONFIG = "mkdocs.yml"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@dataclass(frozen=True, slots=True)
class Context:
    """The catalogue of the interface and the folder of the base, whether it is one or not."""

    catalogue: Catalogue
    base: Path

    @property
    def config_file(self) -> Path:
        """The configuration of the base."""
        return self.base / CONFIG


class Misuse(click.ClickException):
    """A command that cannot be carried out as it was typed; exit code 2."""

    exit_code = 2

    def __init__(self, spoken: Catalogue, said: Message, hint: Message | None = None) -> None:
        super().__init__(said.text(spoken.text))
        self._catalogue, self._said, self._hint = spoken, said, hint

    def show(self, file: IO[Any] | None = None) -> None:
        """Say what is wrong with the command and what to type."""
        stream = file or sys.stderr
        click.echo(error_lines(self._said, self._hint, self._catalogue.text, colour=is_coloured(stream)), file=stream, nl=False)


class Faulty(click.ClickException):
    """A base on which the command cannot work; exit code 1."""

    exit_code = 1

    def __init__(self, spoken: Catalogue, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__("; ".join(diagnostic.message.text(spoken.text) for diagnostic in diagnostics))
        self._catalogue, self._diagnostics = spoken, diagnostics

    def show(self, file: IO[Any] | None = None) -> None:
        """Say what is wrong with the base."""
        stream = file or sys.stderr
        click.echo(render(self._diagnostics, self._catalogue.text, colour=is_coloured(stream)), file=stream, nl=False)


def site_of(context: Context) -> Site:
    """The site of the base; raises Faulty when its configuration cannot be used."""
    site, faults = read_site(context.config_file)
    if site is None:
        raise Faulty(context.catalogue, faults)
    return site


def language_tags(context: Context, site: Site, asked: Sequence[str]) -> tuple[str, ...]:
    """The languages of the site that were asked for, in its order, or all of them; raises Misuse for others."""
    for tag in asked:
        if tag not in site.tags:
            raise Misuse(context.catalogue, message("`{tag}` is not a language of this site", tag=tag), suggestion(tag, site.tags))
    return tuple(tag for tag in site.tags if tag in asked) if asked else site.tags


def cache_of(site: Site) -> Cache:
    """What earlier runs on this base remember."""
    return Cache(site.cache_dir)


def nearest_base(folder: Path) -> Path:
    """The nearest folder upwards that has a `mkdocs.yml`, or `folder` itself."""
    return next((parent for parent in (folder, *folder.parents) if (parent / CONFIG).is_file()), folder)


def catalogue_of(ctx: click.Context) -> Catalogue:
    """The catalogue of `--language` or, as long as that is not known, of the environment."""
    chosen = ctx.find_root().params.get("language")  # A value of click's own as long as the options are being read.
    return catalogue(chosen if isinstance(chosen, str) else language_of(os.environ))


def language_of(environment: Mapping[str, str]) -> str:
    """The first language that the environment asks for and the interface speaks; English otherwise."""
    asked = (name for variable in _VARIABLES for name in environment.get(variable, "").split(":"))
    return next((tag for name in asked if (tag := spoken_tag(name.partition(".")[0].partition("@")[0]))), "en")


def spoken_tag(name: str) -> str:
    """The language of the interface for `fr`, `fr-BE` or `fr_BE`; empty when it does not speak it."""
    tag = name.replace("_", "-")
    known = {language.casefold(): language for language in available()}
    return known.get(tag.casefold()) or known.get(tag.partition("-")[0].casefold()) or ""


def is_coloured(stream: IO[Any] | None) -> bool:
    """Whether colours can be seen there and are wanted (https://no-color.org). What somebody has closed is no stream."""
    return stream is not None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
