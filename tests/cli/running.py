"""Commands as somebody types them."""

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from tremplin.cli import main

_QUIET: Mapping[str, str | None] = dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "GITHUB_ACTIONS", "NO_COLOR"))


def tremplin(*arguments: str | Path, base: Path | None = None, environment: Mapping[str, str] | None = None) -> Result:
    """Run one command on `base`; only what `environment` names is known of the computer's language. A traceback fails the test."""
    options = ["--base", str(base)] if base else []
    result = CliRunner(env={**_QUIET, **(environment or {})}).invoke(main, [*options, *map(str, arguments)], prog_name="tremplin")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
