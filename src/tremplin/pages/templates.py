"""The templates of the pages: everything is escaped unless it says that it is HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from tremplin.bytecode import Kept
from tremplin.cache import digest
from tremplin.pages import shown


class _Context(Context):
    """Calls functions as they are. Jinja would first look whether each wants the context, which none of ours does."""

    def call(self, obj: Callable[..., object], /, *args: object, _loop_vars: object = None, _block_vars: object = None, **named: object) -> object:
        """Call a function or macro of a template; what Jinja adds for functions that want the context is dropped."""
        return obj(*args, **named)


class _Generator(CodeGenerator):
    """Writes `environment.escaped(…)` where Jinja would write `escape(…)`: the same text without an object for each piece of it."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


def escaped(value: object) -> str:
    """What a value says as HTML: markup as it is, everything else escaped."""
    if type(value) is str:
        return str(escape(value)) if _SPECIAL.search(value) else value
    return value if type(value) is Markup else str(escape(value))


class _Environment(jinja2.Environment):
    context_class: type[Context] = _Context
    code_generator_class: type[CodeGenerator] = _Generator
    escaped = staticmethod(escaped)
    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Jinja would look for items where there is no attribute; our templates write `[…]` for items.


_SPECIAL = re.compile("[&<>\"']")


@cache
def environment() -> jinja2.Environment:
    """Jinja with our filters. Templates stand beside the page kinds that use them."""
    here = Path(__file__)
    # The generator above shapes what is kept, and so may another Jinja.
    kept = Kept(here, digest(here.read_text(encoding="utf-8"), version("jinja2")))
    made = _Environment(
        loader=jinja2.FileSystemLoader(here.parent), autoescape=True, trim_blocks=True, lstrip_blocks=True,
        undefined=jinja2.StrictUndefined, auto_reload=False, bytecode_cache=kept,
    )
    made.filters["words"] = shown.text
    made.globals |= {"foreign": shown.foreign, "foreign_only": shown.foreign_only}
    return made


def render(template: str, **values: object) -> str:
    """The HTML that a template makes of some values."""
    return _template(template).render(**values)


@cache
def macro(template: str, name: str) -> Callable[..., Markup]:
    """A macro of a template, to be called from Python."""
    found: Callable[..., Markup] = getattr(_template(template).module, name)
    return found


@cache
def _template(name: str) -> jinja2.Template:
    return environment().get_template(name)
