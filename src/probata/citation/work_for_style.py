"""A work as a citation style gets it: with what CSL cannot tell by itself, which the styles of `styles/csl/` look at.

These styles test for a few variables that no CSL has, so that no other style prints them. Each says of a work what the
style would else do wrong with it; what the style itself prints of a work is read in `printed.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from probata.citation.archived import without_archived_copy
from probata.citation.names import with_names_of_one_sign
from probata.citation.plain import date_in_words
from probata.citation.printed import prints_at, prints_before, prints_date
from probata.citation.style import Style
from probata.citation.words import Words

Item = Mapping[str, Any]
_SET = "1"
_DATE = "submitted"
"""The variable in which a work takes a date that the style leaves out; styles print it of patents alone."""
_DATES = ("issued", "event-date", _DATE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_YEAR_AT_END = re.compile(r"\b(?:1[5-9]|20)\d\d$")
_COUNTED = frozenset({"book", "report", "thesis"})
"""Kinds of which one number is how many pages they have."""
_PARTS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "bill", "chapter", "legal_case", "legislation",
     "paper-conference", "regulation", "treaty"}
)  # fmt: skip
"""Kinds that begin on a page of something larger, which is cited with the place: `1057, 1060` (OSCOLA 4, 3.3.1)."""
_THESIS = re.compile(r"\b(?:thes[ie]s|thèse|tesis|dissertation|disertación|mémoire)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(\d{1,3})(?:st|nd|rd|th|d|[.]?ª|ère|er|re|ème|e|ᵉ|a)?[.]?(?:\s+(?:edn?|edition|éd|édition|edición)\b[.]?)?",
    re.IGNORECASE,
)
"""An edition as library catalogues and EndNote have it, `3rd` or `3rd edn`."""
_PLACES = {"place-left-out-first": "first", "place-left-out-later": "subsequent"}
_NAMES = ("author", "title", "container-title")
"""By one of these a citation is known: one without them is written in full by other means, and its place with it."""


def work_for_style(source: Item, style: Style, words: Words) -> Item:
    """Return a source as the style gets it."""
    work = with_names_of_one_sign(_with_edition_as_number(without_archived_copy(source)))
    if not style.is_supported:
        return _with_dates_in_words(work, style.csl, words)
    work = _with_dates_in_words(_with_its_date(work, style.csl), style.csl, words)
    work = _without_count_of_pages(work)
    title = str(work.get("title", ""))
    flags = {
        "pages-of-whole-work": work.get("page") and work.get("type") not in _PARTS,
        "thesis-told-by-genre": work.get("type") == "thesis" and _THESIS.search(str(work.get("genre", ""))),
        "title-that-ends-in-figure": re.search(r"\d[\])’”]*$", title),
        **{flag: leaves_place_out(work, style.csl, position) for flag, position in _PLACES.items()},
    }
    return _with_year_of_title({**work, **{flag: _SET for flag, is_set in flags.items() if is_set}}, style.csl)


def _with_edition_as_number(work: Item) -> Item:
    """Return a work whose edition is a number where it says nothing more than one: `3rd` would stay so in French.

    Each style has its own ordinals and its own word, "3d ed." in the Bluebook (Indigo R28.1). `3rd revised` stays.
    """
    found = _ORDINAL.fullmatch(str(work.get("edition", "")).strip())
    return {**work, "edition": found[1]} if found else work


def _with_its_date(work: Item, csl: str) -> Item:
    """Return a work with its date once more where the style prints none: many date only the kinds that they know."""
    parts = work.get("issued", {}).get("date-parts")
    if not parts or _DATE in work or _is_dated_by(str(work.get("title", "")), parts) or prints_date(work, csl):
        return work
    return {**work, _DATE: work["issued"]}


def _is_dated_by(title: str, dates: list[list[int]]) -> bool:
    """Tell whether a title has the year, and the day where that is known, of each end of a date.

    A title that has other years besides tells what the work is about, `Prison Population, 2015–2022`, and no date.
    """
    numbers = {int(number) for number in re.findall(r"\d+", title)}
    years = {int(year) for year in _YEAR.findall(title)}
    is_dated = all(numbers.issuperset((*date[:1], *date[2:])) for date in dates)
    return is_dated and years <= {date[0] for date in dates}


def _with_dates_in_words(work: Item, csl: str, words: Words) -> Item:
    """Write the dates of a work that are marked as not exact in words, `c 2020`, where the style does not see the mark.

    A style that tests for it (CSL 1.0.2, `is-uncertain-date`) prints them in its own way. A date in words is printed
    whole wherever a part of it is: our styles print the day and month that stand apart of dates in figures alone.
    """
    about = {name: date_in_words(work[name], words.language) for name in _DATES if work.get(name, {}).get("circa")}
    if not about or "is-uncertain-date" in csl:
        return work
    dates = {name: {"literal": words.circa.replace("{}", written)} for name, written in about.items()}
    return {**work, **dates, "date-in-words": _SET}


def _without_count_of_pages(work: Item) -> Item:
    """Leave out how many pages a book has, `400`: no manual has it, and behind the citation it reads as a place."""
    is_count = work.get("type") in _COUNTED and str(work.get("page", "")).strip().isdecimal()
    return {name: value for name, value in work.items() if name != "page"} if is_count else work


def leaves_place_out(work: Item, csl: str, position: str) -> bool:
    """Tell whether the style prints no place in a work: it then stands at the end of the citation."""
    if prints_at(work, csl, position, "locator"):
        return False
    return any(work.get(name) and prints_at(work, csl, position, name) for name in _NAMES)


def _with_year_of_title(work: Item, csl: str) -> Item:
    """Return a law that says of itself that its title has its year: `Prison Act 1952` is no `Prison Act 1952 1952`.

    The year of a law that a gazette or collection prints is that of the print, and stays where it stands behind that;
    where the style has it before, it reads as that of the law. A law without a date, whose title ends in a year, is of
    that year: no style shall say that it is not dated.
    """
    if work.get("type") != "legislation" or work.get("volume"):
        return work
    title, issued = str(work.get("title", "")), work.get("issued")
    if work.get("container-title") and not (issued and prints_before(work, csl, "issued", "container-title")):
        return work
    if not issued:
        found = _YEAR_AT_END.search(title)
        return {**work, "issued": {"date-parts": [[int(found[0])]]}, "year-told-by-title": _SET} if found else work
    (first, *_) = issued.get("date-parts") or [[]]
    return {**work, "year-told-by-title": _SET} if first and str(first[0]) in re.findall(r"\d+", title) else work
