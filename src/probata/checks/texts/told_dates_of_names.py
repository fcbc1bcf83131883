"""The dates that a sentence of ours in English binds by its words to a recorded event or authority.

A date is bound by few forms alone, so that a date of something else is not taken for its own: it stands behind the name
(“Operation X (3 May 2022)”, “Operation X of 2022”), or a verb that tells of the thing itself stands between the two
(“On 3 May 2022 the Guard launched Operation X”, “Directive 17 was adopted by the Council on 18 November 2021”).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from probata.checks.texts.dates_in_text import ToldTime, times_in
from probata.checks.texts.marked_clauses import NAME, TIME, listed_words, put_mark, words_between

BEGAN, WAS, ADOPTED, IN_FORCE = "began", "was", "adopted", "in force"
_LONGEST = 80
"""Letters between a name, its verb and its date."""

_N, _T = f"{NAME}+", f"{TIME}+"
_THE = r"(?:(?:its|the|an?)\s+)?"
_GLOSS = r"(?:\s*\(\s*\))?"
"""What is left of a name in another language in brackets."""
_OPENS = r"(?:^\W*|[,;]\s+|\band\s+)"
_PREPOSITION = r"(?:on|in|from|between|during)\s+"


class BoundTime(NamedTuple):
    """A date or period that belongs to a name, and what of it is told."""

    told: ToldTime
    what: str
    """`BEGAN`, `WAS`, `ADOPTED` or `IN_FORCE`."""


def times_bound(own: str, start: int, end: int, forms: Mapping[str, str]) -> tuple[BoundTime, ...]:
    """Return the times that a sentence binds to the name at a place, by some of the forms, each once."""
    times = {time.start: time for time in times_in(own) if time.end <= start or time.start >= end}
    shown = put_mark(own, start, end, NAME) if times else ""
    for time in times.values():
        shown = put_mark(shown, time.start, time.end, TIME)
    found = {
        BoundTime(times[at], what)
        for what, form in forms.items()
        for match in _compiled(form).finditer(shown)
        # The time that a form ends in is its own; one before it was told of something else.
        if (at := max((one for one in times if match.start() <= one < match.end()), default=-1)) >= 0
    }
    return tuple(sorted(found, key=lambda one: (one.told.start, one.what)))


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


@cache
def forms_of_events() -> Mapping[str, str]:
    """Return the forms in which the time of an event is told."""
    was = (
        rf"{_N}\s+(?:{_words('was')})\s+{_PREPOSITION}{_T}",
        rf"{_OPENS}{_PREPOSITION}{_T},?\s+{_between()}(?:{_words('done')})\s+{_THE}{_N}",
        *_behind_the_name(),
    )
    return {BEGAN: "|".join(_verb_forms("begins", "noun_of_beginning")), WAS: "|".join(was)}


@cache
def forms_of_acts() -> Mapping[str, str]:
    """Return those of a single act or incident, of which a day behind its name at the head of a sentence is, too."""
    forms = forms_of_events()
    return {**forms, WAS: rf"{forms[WAS]}|^\W*{_THE}{_N}\s+on\s+{_T}"}


@cache
def forms_of_numbers() -> Mapping[str, str]:
    """Return the forms in which the dates of an authority are told that is named by its number.

    “Order 5 of 2015” is none: numbers begin anew, so that it may be another order.
    """
    adopted = rf"was\s+(?:{_words('adopted')})\s+{_between()}on\s+{_T}\s+and\s+"
    return {
        ADOPTED: "|".join(_verb_forms("adopted", "noun_of_adoption")),
        IN_FORCE: rf"{_N}{_GLOSS}(?:\s+|,\s+which\s+)(?:{adopted})?(?:{_words('in_force')})\s+(?:on|in)\s+{_T}",
    }


@cache
def forms_of_authorities() -> Mapping[str, str]:
    """Return the forms in which the date of an authority is told, and the day on which it came into force."""
    forms = forms_of_numbers()
    return {**forms, ADOPTED: "|".join((forms[ADOPTED], *_behind_the_name()))}


@cache
def forms_of_courts() -> Mapping[str, str]:
    """Return the form in which a court is said to hold something on a day; the name is that of the court."""
    return {ADOPTED: rf"{_N}\s+(?:{_words('holds')})\s+{_between()}on\s+{_T}"}


def _verb_forms(verb: str, noun: str) -> tuple[str, ...]:
    by = rf"(?:by\s+{_between()})?"
    return (
        rf"{_N}{_GLOSS}(?:\s+|,\s+(?:which\s+)?)(?:(?:was|were)\s+)?(?:{_words(verb)})\s+{by}(?:on|in)\s+{_T}",
        rf"{_OPENS}(?:on|in)\s+{_T},?\s+{_between()}(?:{_words(verb)})\s+{_THE}{_N}",
        rf"(?:{_words(verb)})\s+{_THE}{_N}\s+(?:on|in)\s+{_T}",
        rf"\b(?:{_words(noun)})\s+of\s+{_THE}{_N}\s+(?:on|in)\s+{_T}",
    )


def _behind_the_name() -> tuple[str, ...]:
    stands = rf"(?:^\W*|[,;:(]\s*|\b(?!(?:{_words('aside')})\b)[\w’]+\s+)"
    return rf"{_N}\s*\(\s*(?:(?:on|in|from|of)\s+)?{_T}\s*\)", rf"{stands}{_THE}{_N}\s+of\s+{_T}"


def _between() -> str:
    return words_between(rf"{_words('turns')}|(?-i:[a-z]+ed)", _LONGEST)


def _words(key: str) -> str:
    return listed_words("event_dates", key)
