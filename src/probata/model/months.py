"""The one list of months: their names in each language whose dates are read."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Those of the standard library are in the language of the machine."""
_LOCALES: Final = {"en": ("en",), "fr": ("fr",), "es": ("es", "es_PE")}
"""Spanish twice: in Peru and elsewhere September is `setiembre`."""


@cache
def months_in(language: str) -> dict[str, int]:
    """Return the number of each name and abbreviation of CLDR, in small letters without accents and stops."""
    from babel.dates import get_month_names  # loaded here: dates in English do without

    return {
        plain(name): number
        for locale in _LOCALES[language]
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale).items()
    }


def plain(word: str) -> str:
    """Return a word in small letters without accents and stop; `º` and `ª` become the letters that they raise."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().rstrip(".")
