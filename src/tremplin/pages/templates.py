"""The templates of the pages: everything is escaped unless it says that it is HTML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

from tremplin.pages import shown


@cache
def environment() -> jinja2.Environment:
    """Jinja with our filters. Templates stand beside the page kinds that use them."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined, auto_reload=False,
    )
    made.filters["words"] = shown.text
    return made


def render(template: str, **values: object) -> str:
    """The HTML that a template makes of some values."""
    return environment().get_template(template).render(**values)
