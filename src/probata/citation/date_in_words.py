"""Dates of sources as running text has them in the language of a document, for what no citation style writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton


def date_in_words(when: Mapping[str, Any], language: str) -> str:
    """Write a date of CSL-JSON as precisely as it is recorded: a day, a month, a year, or two of them with a dash."""
    return "–".join(_point(tuple(int(part) for part in parts), language) for parts in when["date-parts"])


def _point(parts: tuple[int, ...], language: str) -> str:
    if len(parts) == 1:
        return str(parts[0])
    locale = Locale.parse("en_GB" if language == "en" else language)
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return format_date(day, "long", locale) if len(parts) > 2 else format_skeleton("yMMMM", day, locale=locale)
