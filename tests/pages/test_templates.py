"""Templates: everything is escaped unless it says that it is HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from tremplin.model.edition import Text
from tremplin.model.language import language
from tremplin.pages.templates import environment


def as_text(value: str) -> str:
    """A text as HTML. Quotes are written in either of two ways."""
    return same_quotes(str(escape(value)))


def same_quotes(html: str) -> str:
    return html.replace("&#39;", "&#x27;").replace("&#34;", "&quot;")


def rendered(source: str, **values: object) -> str:
    return same_quotes(environment().from_string(source).render(**values))


@given(st.text())
def test_a_text_is_written_as_text(value: str) -> None:
    assert rendered("{{ value }}", value=value) == as_text(value)


@given(st.text())
def test_a_text_of_an_edition_is_written_as_text(value: str) -> None:
    assert rendered("{{ value }}", value=Text(value, language("en"))) == as_text(value)
    assert rendered("{{ value|words }}", value=Text(value, language("ar"), is_fallback=True)) == f'<span lang="ar" dir="rtl">{as_text(value)}</span>'


@pytest.mark.parametrize(("value", "html"), [(Markup("<b>"), "<b>"), (3, "3"), (None, "None"), (["<"], "[&#x27;&lt;&#x27;]")])
def test_markup_stays_and_other_values_are_written_as_they_say_themselves(value: object, html: str) -> None:
    assert rendered("{{ value }}", value=value) == html


def test_a_name_that_a_template_is_not_given_is_a_mistake() -> None:
    with pytest.raises(Exception, match="nothing"):
        rendered("{{ nothing }}")


@given(st.text())
def test_what_macros_make_is_not_escaped_twice(value: str) -> None:
    assert rendered("{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{{ bold(value) }}", value=value) == f"<b>{as_text(value)}</b>"
