"""Dates of French and Spanish tables in the form of records: `3 mai 2022`, `mayo de 2022`, `depuis 2014`.

Months are those of CLDR. A date in which one word is unknown, or which is understood as it stands, is left as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel.dates import get_month_names

from probata.model.dates import is_when
from probata.model.typed_dates import as_recorded

_LOCALES: Final = ("fr", "es", "es_PE")
"""Spanish twice: in Peru and elsewhere September is `setiembre`."""
_PHRASES: Final = (
    (re.compile(r"\b(?:(?:jusqu'a|hasta|a) )?(?:ce jour|aujourd'hui|hoy|la fecha|la actualidad)$"), " to present"),
    (re.compile(r"^(?:jusqu'(?:en|au|a)|hasta(?: el)?)\b"), "until"),
    (re.compile(r"^(?:depuis|des|a partir d[eu]l?|desde)\b"), "from"),
    (re.compile(r"^(?:vers|environ|hacia|alrededor de)\b"), "about"),
    (re.compile(r"^entre\b"), "between"),
    (re.compile(r"\bjusqu'(?:en|au|a)\b"), "to"),
    (re.compile(r"(?<!\d)(\d{1,2})\.?(?:er|o|a)\b"), r"\1"),
)
_WORDS: Final = {
    "a": "to", "au": "to", "al": "to", "hasta": "to", "et": "and", "y": "and",
    "de": "", "del": "", "du": "", "le": "", "el": "", "desde": "", "en": "",
    **{word: word for word in ("to", "from", "until", "about", "between", "and", "present")},
}  # fmt: skip
"""What stands for a word in English; articles and prepositions stand for nothing."""
_WORD: Final = re.compile(r"[^\W\d_]+")


class _UnknownWordError(Exception):
    """A word means nothing in a date."""


def date_in_words(text: str) -> str:
    """Return a date of a French or Spanish table in the form of records; any other text as it is."""
    if is_when(as_recorded(text)):
        return text
    said = " ".join(_without_accents(text).casefold().replace("’", "'").split())
    for phrase, meaning in _PHRASES:
        said = phrase.sub(meaning, said)
    try:
        found = as_recorded(_WORD.sub(_in_english, said))
    except _UnknownWordError:
        return text
    return found if is_when(found) else text


def _in_english(found: re.Match[str]) -> str:
    word = found[0]
    if word in _WORDS:
        return _WORDS[word]
    if word not in _months():
        raise _UnknownWordError
    return _months()[word]


@cache
def _months() -> dict[str, str]:
    """Return the English month of each name and abbreviation, without accents and stops."""
    english = get_month_names("wide", locale="en")
    return {name: english[number] for locale in _LOCALES for number, name in _names(locale)}


def _names(locale: str) -> Iterator[tuple[int, str]]:
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                yield number, _without_accents(name).casefold().rstrip(".")


def _without_accents(text: str) -> str:
    """Return letters without their accents; `º` and `ª` become the letters that they raise."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
