"""Dates that are not exact, for styles that would print them as if they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probata.citation.date_in_words import date_in_words
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
    about = {name: date_in_words(item[name], words.language) for name in _DATES if item.get(name, {}).get("circa")}
    return {**item, **{name: {"literal": words.circa.replace("{}", written)} for name, written in about.items()}}
