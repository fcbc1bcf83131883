"""Words recorded with a number or a name that every form adds itself: `App no 12/34`, `concerning X`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from probata.document.foreign import told
from probata.document.inlines import Inlines, Text
from probata.document.walk import plain_text

_BARE = frozenset({"statutory_instrument", "foreign_law", "other"})
"""Kinds whose number stands as it is recorded."""

_OF_NUMBER = re.compile(
    r"^(?:(?:app(?:lication|l)?s?|(?:joined )?cases?|communication|comm|opinion|resolution|res|"
    r"executive order|exec\.? order|public law|pub\.? l|general comment)\b\.?\s+)?"
    r"(?:(?:nos?|numbers?)\b\.?\s*|n°\s*)?(?=\S*\d|[A-Z]{2})",
    re.IGNORECASE,
)
_OF_SYMBOL = re.compile(r"^U\.?N\.? Doc\.? ", re.IGNORECASE)
_CONCERNING = re.compile(r"^concerning ", re.IGNORECASE)
_BRITISH = re.compile(r"^(\d{4}) (?=(?:UK|EW|NI)[A-Z]|CSIH\b|CSOH\b|HCJAC\b)")
"""A neutral citation without the brackets that its year has in the United Kingdom; Canada has none."""


def without_added_words(texts: Mapping[str, Inlines], kind: str, year: str = "") -> dict[str, Inlines]:
    """Take off what the forms of a kind add, and bracket the year of a British neutral citation.

    `year` is that of the date recorded: behind the number of a resolution, `1373 (2001)`, it is said by the date, which
    each style prints in its own place. Another year, and one without a date, stays.
    """
    found = dict(texts)
    if kind not in _BARE:
        found |= _changed(texts, "number", _OF_NUMBER)
    elif _numbers(texts, "number") <= _numbers(texts, "name"):
        found.pop("number", None)  # "Decree 41 on appointments" need not say "Decree 41" again, in whatever language
    if kind == "un_resolution" and year:
        found |= _changed(found, "number", re.compile(rf"(?<=\d) ?\({year}\)$"))
    if kind == "wgad_opinion":
        found |= _changed(texts, "name", _CONCERNING)
    return found | _changed(texts, "symbol", _OF_SYMBOL) | _changed(texts, "neutral_citation", _BRITISH, r"[\1] ")


def _numbers(texts: Mapping[str, Inlines], key: str) -> set[str]:
    """Return the numbers in a field; of one without a number what stands there."""
    text = plain_text(texts.get(key, ()))
    return set(re.findall(r"\d+", text)) or {text}


def _changed(texts: Mapping[str, Inlines], key: str, words: re.Pattern[str], into: str = "") -> dict[str, Inlines]:
    text = texts.get(key, ())
    if len(text) != 1 or not isinstance(text[0], Text):
        return {}
    shown = words.sub(into, text[0].text)
    return {key: (replace(text[0], text=told(text[0].text, shown)),)}
