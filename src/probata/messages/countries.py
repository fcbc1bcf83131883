"""Names of countries in English: as Babel (Unicode CLDR) has them, and as the United Nations and ISO 3166-1 do."""

from __future__ import annotations

from functools import cache

from babel import Locale

_LETTERS_OF_A_COUNTRY = 2
"""Longer codes are those of parts of the world (UN M.49)."""
_NO_COUNTRIES = {"EZ", "QO", "UN", "XA", "XB", "ZZ"}
_ALSO = {
    "BN": "Brunei Darussalam", "BO": "Plurinational State of Bolivia", "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo; Congo", "CI": "Ivory Coast", "CN": "People's Republic of China", "CV": "Cabo Verde",
    "CZ": "Czech Republic", "FM": "Federated States of Micronesia",
    "GB": "United Kingdom of Great Britain and Northern Ireland; Great Britain", "HK": "Hong Kong",
    "IR": "Islamic Republic of Iran", "KP": "Democratic People's Republic of Korea", "KR": "Republic of Korea",
    "LA": "Lao People's Democratic Republic", "MD": "Republic of Moldova",
    "MK": "former Yugoslav Republic of Macedonia", "MM": "Myanmar; Burma", "MO": "Macao; Macau",
    "PS": "State of Palestine; Palestine", "RU": "Russian Federation", "SY": "Syrian Arab Republic",
    "SZ": "Swaziland", "TL": "East Timor", "TR": "Turkey", "TZ": "United Republic of Tanzania",
    "US": "United States of America", "VA": "Holy See", "VE": "Bolivarian Republic of Venezuela", "VN": "Viet Nam",
}  # fmt: skip
"""Names that Babel has not, by code: English short names of ISO 3166-1 and of the United Nations, and former ones."""


@cache
def country_names() -> dict[str, str]:
    """Return, for each name with all letters folded, the code of its country (ISO 3166-1): "france" → "FR"."""
    names = [
        (code, name)
        for code, name in Locale("en").territories.items()
        if len(code) == _LETTERS_OF_A_COUNTRY and code not in _NO_COUNTRIES
    ]
    names += [(code, name) for code, said in _ALSO.items() for name in said.split("; ")]
    spelt = ((code, form) for code, name in names for form in _spellings(name))
    return {form.casefold(): code for code, form in spelt}


def code_of_country(name: str) -> str:
    """Return the code of a country, `ru`, by one of its names in English, or by the code itself; else nothing.

    What stands in brackets behind a name, `Iran (Islamic Republic of)`, and an article before it make no difference.
    """
    bare = " ".join(name.casefold().replace("’", "'").partition("(")[0].split()).removeprefix("the ")
    names = country_names()
    return names.get(bare, "").lower() or (bare if bare.upper() in names.values() else "")


def _spellings(name: str) -> set[str]:
    return {name, name.replace("’", "'"), name.replace(" & ", " and "), name.replace("St. ", "Saint ")}
