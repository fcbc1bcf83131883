"""Dates that are not exact, for styles that would print them as if they were."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton

from probata.citation.undated import DATE
from probata.citation.words import Words

Item = Mapping[str, Any]
_DATES = ("issued", "event-date", DATE)


def with_approximate_dates(item: Item, csl: str, words: Words) -> Item:
    """Write the dates of a work that are marked as not exact in words, `c 2020`, where the style does not see the mark.

    A style that tests for it (CSL 1.0.2, `is-uncertain-date`) prints them in its own way.
    """
    if "is-uncertain-date" in csl:
        return item
    about = {name: _written(item[name], words) for name in _DATES if item.get(name, {}).get("circa")}
    return {**item, **{name: {"literal": words.circa.replace("{}", written)} for name, written in about.items()}}


def _written(when: Mapping[str, Any], words: Words) -> str:
    return "–".join(_point(tuple(int(part) for part in parts), words.language) for parts in when["date-parts"])


def _point(parts: tuple[int, ...], language: str) -> str:
    if len(parts) == 1:
        return str(parts[0])
    locale = Locale.parse("en_GB" if language == "en" else language)
    day = date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return format_date(day, "long", locale) if len(parts) > 2 else format_skeleton("yMMMM", day, locale=locale)
