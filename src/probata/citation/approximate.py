"""Dates that are not exact, for styles that would print them as if they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from probata.citation.date_in_words import date_in_words
from probata.citation.style_xml import CSL, print_unless
from probata.citation.undated import DATE
from probata.citation.words import Words

_FLAG = "date-in-words"
"""The variable that tells a style of a work with such a date; no variable of CSL, so that no style prints it."""
Item = Mapping[str, Any]
_DATES = ("issued", "event-date", DATE)


def with_approximate_dates(item: Item, csl: str, words: Words) -> Item:
    """Write the dates of a work that are marked as not exact in words, `c 2020`, where the style does not see the mark.

    A style that tests for it (CSL 1.0.2, `is-uncertain-date`) prints them in its own way.
    """
    if "is-uncertain-date" in csl:
        return item
    about = {name: date_in_words(item[name], words.language) for name in _DATES if item.get(name, {}).get("circa")}
    if not about:
        return item
    told = {name: {"literal": words.circa.replace("{}", written)} for name, written in about.items()}
    return {**item, **told, _FLAG: "1"}


def print_dates_in_words_once(root: ElementTree.Element) -> None:
    """Let the day and month of a date that stand apart from its year be printed of dates in figures alone.

    A date in words is printed whole wherever a part of it is, so that a style that writes "Mar. 3, " and then "2021"
    would print "c. March 2021" twice. The year is the part that every date has.
    """
    for parent in list(root.iter()):
        for place, element in enumerate(list(parent)):
            parts = {one.get("name") for one in element.iter(f"{CSL}date-part")}
            is_own = element.tag == f"{CSL}date" and not element.get("form")
            if is_own and parts and "year" not in parts:
                print_unless(parent, place, {"variable": _FLAG})
