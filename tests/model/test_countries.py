"""The codes of countries."""

from __future__ import annotations

from babel import Locale

from tremplin.model.countries import COUNTRIES

OF_NO_COUNTRY = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""What CLDR names by two letters and ISO 3166-1 does not: islands, groups of countries, what is made up for tests."""


def test_every_country_of_the_standard_has_its_code_and_a_name_for_readers() -> None:
    named = {code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()}

    assert named - OF_NO_COUNTRY == COUNTRIES
    assert len(COUNTRIES - {"XK"}) == 249
