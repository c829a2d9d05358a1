"""Texts are set with no-break spaces where their language wants them, whatever their authors' keyboards give."""

from __future__ import annotations

import pytest

from tremplin.model.typography import spaced


@pytest.mark.parametrize(("typed", "set_"), [
    ("Pourquoi ? Parce que : voilà ; c'est tout !", "Pourquoi~? Parce que~: voilà~; c'est tout~!"),
    ("non « attentif », mais « **précis** » .", "non «~attentif~», mais «~**précis**~» ."),
    ("et non «\nest attentif »\n", "et non «~est attentif~»\n"),
    ("**Pourquoi ?** (vraiment ?) Quoi ?!", "**Pourquoi~?** (vraiment~?) Quoi~?!"),
    ("Voir ![une image](a.png) ici : ![autre](b.png)", "Voir ![une image](a.png) ici~: ![autre](b.png)"),
    ("Déjà\u00a0: fait. Une heure: 10:30.", "Déjà~: fait. Une heure: 10:30."),
    ("Écrivez `a : b ;` ou\n```yaml\nkey : 1 ;\n```\nfin !", "Écrivez `a : b ;` ou\n```yaml\nkey : 1 ;\n```\nfin~!"),
    ("| a | b |\n| :-- | --: |\n| c ? | d |", "| a | b |\n| :-- | --: |\n| c~? | d |"),
    ("/// records\n    kind: module\n///\n\n!!! note\n    Oui", "/// records\n    kind: module\n///\n\n!!! note\n    Oui"),
])
def test_no_line_of_french_begins_with_a_sign_that_ends_something(typed: str, set_: str) -> None:
    expected = set_.replace("~", "\u00a0")

    assert spaced(typed, "fr") == spaced(typed, "fr-BE") == expected
    assert spaced(expected, "fr") == expected


def test_other_languages_stay_as_they_are() -> None:
    assert spaced("« Was ? »", "de") == "« Was ? »"


@pytest.mark.parametrize(("tag", "share"), [(tag, "58%") for tag in ("en", "it", "pl")] + [(tag, "58\u00a0%") for tag in ("fr", "de", "es", "lt", "ro", "fr-BE")])
@pytest.mark.parametrize("typed", ["58 %", "58%", "58\u00a0%", "58\u202f%"])
def test_a_figure_stands_as_far_from_its_percent_sign_as_the_language_has_it(tag: str, share: str, typed: str) -> None:
    assert spaced(f"{typed} (**{typed}**), a % sign", tag) == f"{share} (**{share}**), a % sign"
    assert spaced(spaced(typed, tag), tag) == share


@pytest.mark.parametrize("text", ["`58 %` and `58%`", "[a](b5%)", "http://a.eu/?q=5%20m", '<p style="width: 5%">', "![a](b){ width=5% }", "5%-ig", "```\n5 %\n```"])
def test_what_is_no_share_stays_as_it_is(text: str) -> None:
    assert [spaced(text, tag) for tag in ("en", "fr")] == [text, text]


def test_no_line_breaks_beside_a_sign_of_multiplication() -> None:
    assert spaced("2 × 7 hours, a × b, `2 × 7`", "en") == "2\u00a0×\u00a07 hours, a × b, `2 × 7`"


@pytest.mark.parametrize(("typed", "set_"), [
    ("de 1 h 30 à 24 h, 1 h 30 min, 20\nmin", "de 1~h~30 à 24~h, 1~h~30~min, 20~min"),
    ("40–60 s, 2 kg, 5 g, 3 m, **8 cm**, 5 mm, 2 km, 12 m², 5 €, 600 EUR.", "40–60~s, 2~kg, 5~g, 3~m, **8~cm**, 5~mm, 2~km, 12~m², 5~€, 600~EUR."),
    ("2023 m. spalio", "2023~m. spalio"),
    ("2 hours, 3 months, în 2021 s-au, 5 m’a, `24 h`, [a](b.md), 12 minutes", "2 hours, 3 months, în 2021 s-au, 5 m’a, `24 h`, [a](b.md), 12 minutes"),
    ("- 24\n- h\n\n24\n\nh", "- 24\n- h\n\n24\n\nh"),
])
def test_no_line_breaks_between_a_figure_and_its_unit(typed: str, set_: str) -> None:
    expected = set_.replace("~", "\u00a0")

    for tag in ("en", "fr", "lt"):
        assert spaced(typed, tag) == spaced(expected, tag) == expected


@pytest.mark.parametrize("tag", ["fr", "pl", "lt", "fr-BE"])
def test_no_line_breaks_within_a_number_where_a_space_separates_thousands(tag: str) -> None:
    assert spaced("1 128 ont, 12 500 000 et **2 200**", tag) == "1\u00a0128 ont, 12\u00a0500\u00a0000 et **2\u00a0200**"
    assert spaced("le 19 octobre 2023 100 ont, en 2023 1284, 19 12, `1 128`", tag) == "le 19 octobre 2023\u00a0100 ont, en 2023 1284, 19 12, `1 128`"


def test_a_space_between_figures_is_no_part_of_a_number_where_another_sign_separates_thousands() -> None:
    assert [spaced("1 128", tag) for tag in ("en", "de", "it")] == ["1 128"] * 3
