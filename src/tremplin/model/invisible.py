"""Characters that nobody sees. Editors and websites slip them in; prose may have them, names and values of lists may not."""

from __future__ import annotations

import re

from tremplin.diagnostics import message

INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u202f\u2060\ufeff]")
"""Spaces that do not break, hyphens that may stand, characters without width."""
IS_HERE = message("there is an invisible character here")
TYPE_AGAIN = message("delete it and type the text again")
