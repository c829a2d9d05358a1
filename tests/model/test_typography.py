"""French is set with no-break spaces, whatever its authors' keyboards give."""

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
