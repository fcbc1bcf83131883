"""Names of countries in English, as Babel (Unicode CLDR) has them."""

from __future__ import annotations

from functools import cache

from babel import Locale

_LETTERS_OF_A_COUNTRY = 2
"""Longer codes are those of parts of the world (UN M.49)."""


@cache
def country_names() -> dict[str, str]:
    """Return, for each name with all letters folded, the code of its country (ISO 3166-1): "france" → "FR"."""
    names = Locale("en").territories
    return {name.casefold(): code for code, name in names.items() if len(code) == _LETTERS_OF_A_COUNTRY}
