"""Days in citations of authorities, as precise as they are recorded."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names

from probata.citation.authority import Day
from probata.citation.legal_style import LegalStyle
from probata.citation.words import Words


def written_day(day: Day, style: LegalStyle, words: Words) -> str:
    """Write a day, a month or a year; in English as the style does, in other languages as the language does."""
    if len(day) == 1:
        return str(day[0])
    locale = Locale.parse(words.language.split("-")[0])
    if locale.language == "en":
        pattern = style.day if len(day) > 2 else style.month
        return pattern.format(year=day[0], month=_month(day, style), day=day[-1])
    found = date(day[0], day[1], day[2] if len(day) > 2 else 1)
    if len(day) == 2:
        return format_skeleton("yMMMM", found, locale=locale)
    written = format_date(found, "long", locale)
    return re.sub(r"^1\b", words.first_day, written) if day[2] == 1 else written


def day_and_month(day: Day, style: LegalStyle) -> str:
    """Write the day without its year, `June 27`; empty where the day is not recorded."""
    return f"{_month(day, style)} {day[2]}" if len(day) > 2 else ""


def _month(day: Day, style: LegalStyle) -> str:
    return (style.months or _english_months())[day[1] - 1]


@cache
def _english_months() -> tuple[str, ...]:
    return tuple(get_month_names("wide", locale="en")[month] for month in range(1, 13))
