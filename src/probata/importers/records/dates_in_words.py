"""Dates of French and Spanish tables in the form of records: `3 mai 2022`, `mayo de 2022`, `depuis 2014`.

Months are those of CLDR. A date in which one word is unknown, or which is understood as it stands, is left as it is.
"""

from __future__ import annotations

import re
from typing import Final

from probata.model.dates import is_when
from probata.model.months import MONTHS, months_in, plain
from probata.model.typed_dates import as_recorded

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
    said = " ".join(plain(text).replace("’", "'").split())
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
    if not (number := months_in("fr").get(word) or months_in("es").get(word)):
        raise _UnknownWordError
    return MONTHS[number - 1]
