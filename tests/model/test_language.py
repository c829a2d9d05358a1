"""A language of the site: how it is called, where it is served, which way it is read."""

from __future__ import annotations

import pytest

from tremplin.locales import locale_of
from tremplin.model.edition import chain
from tremplin.model.language import language, meant_by


@pytest.mark.parametrize(
    ("tag", "autonym", "direction", "segment"),
    [
        ("en", "English", "ltr", "en"), ("fr", "Français", "ltr", "fr"), ("pl", "Polski", "ltr", "pl"), ("lt", "Lietuvių", "ltr", "lt"), ("ar", "العربية", "rtl", "ar"),
        ("pt-BR", "Português (Brasil)", "ltr", "pt-br"), ("sr-Latn", "Srpski (latinica)", "ltr", "sr-latn"),
        ("zh-TW", "中文 (繁體, 台灣)", "ltr", "zh-tw"), ("xx", "Xx", "ltr", "xx"), ("en-XX", "En-XX", "ltr", "en-xx"),
    ],
)
def test_a_language_is_called_as_its_readers_call_it(tag: str, autonym: str, direction: str, segment: str) -> None:
    found = language(tag)

    assert (found.tag, found.autonym, found.direction, found.segment) == (tag, autonym, direction, segment)


@pytest.mark.parametrize("tag", ["tlh", "xx", "sr-Latn-RS-x", ""])
def test_a_language_that_nobody_has_described_is_treated_like_english(tag: str) -> None:
    assert locale_of(tag).language == "en"


@pytest.mark.parametrize(
    ("fallback", "original", "found"),
    [
        ((), "en", ("lt", "en")), (("fr", "pl"), "en", ("lt", "fr", "pl", "en")), (("en", "fr"), "en", ("lt", "en", "fr")), ((), "lt", ("lt",)), (("lt", "fr"), "lt", ("lt", "fr")),
    ],
)
def test_a_text_is_looked_for_in_its_language_then_the_fallbacks_then_the_original(fallback: tuple[str, ...], original: str, found: tuple[str, ...]) -> None:
    assert chain(language("lt", fallback), original) == found


@pytest.mark.parametrize(("name", "tag"), [("english", "en"), ("Italian", "it"), ("ita", "it"), ("ger", "de"), ("gb", "en"), ("cz", "cs"), ("notes", ""), ("", "")])
def test_a_language_is_known_by_other_names(name: str, tag: str) -> None:
    assert meant_by(name) == tag
