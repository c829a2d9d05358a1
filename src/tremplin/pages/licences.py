"""Under which licence something may be used: how it is called, and where it can be read."""

from __future__ import annotations

from types import MappingProxyType

from markupsafe import Markup

from tremplin.locales import Catalogue
from tremplin.model.fields import noop

LICENCES = MappingProxyType({
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/", "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-SA-3.0": "https://creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-2.0": "https://creativecommons.org/licenses/by-sa/2.0/",
    "CC-BY-3.0": "https://creativecommons.org/licenses/by/3.0/", "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-PDDC": "https://creativecommons.org/licenses/publicdomain/", "MIT": "https://spdx.org/licenses/MIT.html",
    "LicenseRef-public-domain": "", "LicenseRef-unknown": "",
})
"""Every licence by its SPDX identifier, with the address of its text if it has one."""

_WORDS = MappingProxyType({"LicenseRef-public-domain": noop("in the public domain"), "LicenseRef-unknown": noop("licence not documented")})
"""How identifiers are called that nobody else knows."""


def name_of(catalogue: Catalogue, licence: str) -> str:
    """An identifier that people know, or our words for it."""
    return catalogue.text(_WORDS[licence]) if licence in _WORDS else licence


def linked(catalogue: Catalogue, licence: str) -> Markup:
    """The name of a licence, which leads to its text."""
    name, address = name_of(catalogue, licence), LICENCES[licence]
    return Markup('<a href="{}" rel="license">{}</a>').format(address, name) if address else Markup("{}").format(name)
