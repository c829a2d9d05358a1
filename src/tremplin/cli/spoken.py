"""Commands, options and complaints that speak the language of the person who types."""

from __future__ import annotations

import copy
import errno
import importlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import click

from tremplin.cli.context import Faulty, Misuse, catalogue_of, spoken_tag
from tremplin.diagnostics import Diagnostic, Location, Message, message
from tremplin.locales import available
from tremplin.validate.faults import suggestion

INTERRUPTED = 130
"""What programs end with after Ctrl-C: 128 and the number of the signal."""


class Option(click.Option):
    """An option whose help is translated when it is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's names and its help."""
        spoken = copy.copy(self)
        spoken.help = catalogue_of(ctx).text(self.help or "")
        return click.Option.get_help_record(spoken, ctx)


class Command(click.Command):
    """A command that explains itself and complains in the language of the interface."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; raises Misuse."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise _misuse(error, ctx) from error

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One line with everything that may be typed."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=f"{catalogue_of(ctx).text('Usage:')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(catalogue_of(ctx).text(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, one per line."""
        records = [record for parameter in self.get_params(ctx) if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx))]
        with formatter.section(catalogue_of(ctx).text("Options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = catalogue_of(ctx).text("Show this help.")
        return option


class Group(Command, click.Group):
    """A command that has commands."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was meant; raises Misuse when there is none of that name."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise Misuse(catalogue_of(ctx), message("there is no command `{name}`", name=args[0]), suggestion(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands, one per line."""
        super().format_options(ctx, formatter)
        catalogue = catalogue_of(ctx)
        with formatter.section(catalogue.text("Commands")):
            formatter.write_dl([(name, catalogue.text(about)) for name, about in self.abouts(ctx).items()])

    def abouts(self, ctx: click.Context) -> Mapping[str, str]:
        """What each command does, in English (a gettext id)."""
        return {name: command.help or "" for name in self.list_commands(ctx) if (command := self.get_command(ctx, name))}


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is (`module:name`), and what it does in English (a gettext id)."""

    place: str
    about: str


class LazyGroup(Group):
    """The commands of a table, each imported when it is called."""

    def __init__(self, *, table: Mapping[str, Entry], **attributes: Any) -> None:
        super().__init__(**attributes)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the table."""
        return list(self.table)

    def abouts(self, ctx: click.Context) -> Mapping[str, str]:
        """What each command does, without importing any."""
        return {name: entry.about for name, entry in self.table.items()}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.table:
            return None
        module, _, name = self.table[cmd_name].place.partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Carry the command out; Ctrl-C and what the computer refuses are answered without a traceback."""
        _never_fail_to_print()
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(catalogue_of(ctx).text("Interrupted. The site is as it was."), err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise Faulty(catalogue_of(ctx), [_refused(error)]) from error


class OneOf(click.ParamType):  # type: ignore[type-arg]  # Older versions of click cannot be asked for `ParamType[str]`.
    """One of a few words."""

    name = "word"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """The words, as they stand in the help."""
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself; raises Misuse when it is none of them."""
        if value not in self.words:
            assert ctx is not None
            raise Misuse(catalogue_of(ctx), message("`{value}` is not possible for `{option}`", value=value, option=_written(param)), suggestion(value, self.words))
        return value


class InterfaceLanguage(click.ParamType):  # type: ignore[type-arg]  # As above.
    """A language that the interface speaks."""

    name = "tag"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """How the value is called in the help."""
        return "TAG"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The tag as we write it; raises Misuse when we do not speak it."""
        tag = spoken_tag(value)
        if not tag:
            assert ctx is not None
            raise Misuse(catalogue_of(ctx), message("there are no messages in `{tag}`", tag=value), suggestion(value, available()))
        return tag


def _written(param: click.Parameter | None) -> str:
    return param.opts[-1] if param else ""


def _misuse(error: click.UsageError, ctx: click.Context) -> Misuse:
    catalogue = catalogue_of(ctx)
    help_hint = message("see `{command} --help`", command=ctx.command_path)
    if isinstance(error, click.NoSuchOption) and any(error.option_name in param.opts for param in ctx.find_root().command.params):
        root = ctx.find_root().command_path
        hint = message("write it before the command: `{root} {name} … {command}`", root=root, name=error.option_name, command=ctx.info_name)
        return Misuse(catalogue, message("`{name}` does not stand here", name=error.option_name), hint)
    if isinstance(error, click.NoSuchOption):
        close = suggestion(error.option_name, [name for param in ctx.command.get_params(ctx) for name in param.opts if name.startswith("--")])
        return Misuse(catalogue, message("there is no option `{name}`", name=error.option_name), close)
    if isinstance(error, click.MissingParameter) and error.param:
        return Misuse(catalogue, message("`{field}` is missing", field=error.param.human_readable_name), help_hint)
    if isinstance(error, click.BadOptionUsage):
        return Misuse(catalogue, message("`{name}` needs a value", name=error.option_name), help_hint)
    if type(error) is click.UsageError:
        return Misuse(catalogue, message("there are more words here than the command takes"), help_hint)
    return Misuse(catalogue, Message("{reason}", (("reason", error.format_message()),)), help_hint)


def _refused(error: OSError) -> Diagnostic:
    return Diagnostic(
        "unreadable-file", Location(str(error.filename2 or error.filename or ".")), message("this file cannot be read or written: {reason}", reason=error.strerror or error),
        message("check that it is there, that you may open it and that the disk is not full"),
    )


def _never_fail_to_print() -> None:
    """A terminal that does not know a letter shows its number instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")

