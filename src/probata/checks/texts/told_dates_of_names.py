"""The dates that a sentence of ours binds by its words to a recorded event or authority.

A date is bound by few forms alone, so that a date of something else is not taken for its own: it stands behind the name
(“Operation X (3 May 2022)”, “Operation X of 2022”), or a verb that tells of the thing itself stands between the two
(“On 3 May 2022 the Guard launched Operation X”, “Directive 17 was adopted by the Council on 18 November 2021”).
A word for a part of a month or year may stand before it (“in early May 2022”), which is then compared as a whole. The
words of a language stand in its list `event_dates`; the forms are one for all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from probata.checks.prose.times import ToldTime, times_in
from probata.checks.prose.words import word_list
from probata.checks.texts.marked_clauses import NAME, TIME, listed_words, put_mark, words_between

BEGAN, WAS, ADOPTED, IN_FORCE, ENDED = "began", "was", "adopted", "in force", "ended"
_LONGEST = 80
"""Letters between a name, its verb and its date."""

_N, _T = f"{NAME}+", f"{TIME}+"
_GLOSS = r"(?:\s*\(\s*\))?"
"""What is left of a name in another language in brackets."""


class BoundTime(NamedTuple):
    """A date or period that belongs to a name, and what of it is told."""

    told: ToldTime
    what: str
    """`BEGAN`, `WAS`, `ADOPTED`, `IN_FORCE` or `ENDED`."""


def times_bound(
    own: str, start: int, end: int, forms: Mapping[str, str], language: str = "en"
) -> tuple[BoundTime, ...]:
    """Return the times that a sentence binds to the name at a place, by some of the forms, each once."""
    times = {time.start: time for time in times_in(own, language) if time.end <= start or time.start >= end}
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
def forms_of_events(language: str = "en") -> Mapping[str, str]:
    """Return the forms in which the time of an event is told."""
    say = _Words(language)
    was = (
        rf"{say.subject}{_N}\s+(?:{say('was')})\s+{say.during}{_T}",
        rf"{say.opens}{say.during}{_T},?\s+{say.between}(?:{say('done')})\s+{say.the}{_N}",
    )
    return {
        BEGAN: "|".join(_verb_forms(say, "begins", "noun_of_beginning")),
        ENDED: "|".join(_verb_forms(say, "ends", "noun_of_end")),
        WAS: "|".join((*was, *_behind_the_name(say))),
    }


@cache
def forms_of_acts(language: str = "en") -> Mapping[str, str]:
    """Return those of a single act or incident, of which a day behind its name at the head of a sentence is, too."""
    forms, say = forms_of_events(language), _Words(language)
    return {**forms, WAS: rf"{forms[WAS]}|^\W*{say.the}{_N}\s+{say('on_day')}\s+{_T}"}


@cache
def forms_of_numbers(language: str = "en") -> Mapping[str, str]:
    """Return the forms in which the dates of an authority are told that is named by its number.

    “Order 5 of 2015” is none: numbers begin anew, so that it may be another order.
    """
    say = _Words(language)
    adopted = rf"(?:{say('passive')})\s+(?:{say('adopted')})\s+{say.between}{say.on}{_T}\s+(?:{say('and')})\s+"
    return {
        ADOPTED: "|".join(_verb_forms(say, "adopted", "noun_of_adoption")),
        IN_FORCE: rf"{_N}{_GLOSS}(?:\s+|,\s+(?:{say('which')})\s+)(?:{adopted})?(?:{say('in_force')})\s+{say.on}{_T}",
    }


@cache
def forms_of_authorities(language: str = "en") -> Mapping[str, str]:
    """Return the forms in which the date of an authority is told, and the day on which it came into force."""
    forms = forms_of_numbers(language)
    return {**forms, ADOPTED: "|".join((forms[ADOPTED], *_behind_the_name(_Words(language))))}


@cache
def forms_of_bodies(language: str = "en") -> Mapping[str, str]:
    """Return the forms in which it is told when a body was founded, and when it was dissolved."""
    say = _Words(language)
    return {
        BEGAN: "|".join(_verb_forms(say, "founded", "noun_of_foundation")),
        ENDED: "|".join(_verb_forms(say, "dissolved", "noun_of_dissolution")),
    }


@cache
def forms_of_deaths(language: str = "en") -> Mapping[str, str]:
    """Return the form in which a person is said to have died at a time; of their brother it is told behind “of”."""
    say = _Words(language)
    stands = rf"(?:^\W*|[,;:(]\s*|\b(?!(?:{say('of')})\b)[\w’]+\s+)"
    return {WAS: rf"{stands}{_N},?\s+(?:{say('died')})\s+{say.between}{say.on}{_T}"}


def _verb_forms(say: _Words, verb: str, noun: str) -> tuple[str, ...]:
    by = rf"(?:(?:{say('by')})\s+{say.between})?"
    of_name = rf"(?:{say('of')})\s*{say.the}"
    return (
        rf"{say.subject}{_N}{_GLOSS}(?:\s+|,\s+(?:(?:{say('which')})\s+)?)(?:(?:{say('passive')})\s+)?(?:{say(verb)})\s+{by}{say.on}{_T}",
        rf"{say.opens}{say.on}{_T},?\s+{say.between}(?:{say(verb)})\s+{say.the}{_N}",
        rf"(?:{say(verb)})\s+{say.the}{_N}\s+{say.on}{_T}",
        rf"\b(?:{say(noun)})\s+{of_name}{_N}\s+{say.on}{_T}",
    )


def _behind_the_name(say: _Words) -> tuple[str, ...]:
    stands = rf"(?:^\W*|[,;:(]\s*|\b(?!(?:{say('aside')})\b)[\w’]+\s+)"
    return (
        rf"{_N}\s*\(\s*(?:(?:{say('behind')})\s+)?{say.part}{_T}\s*\)",
        rf"{stands}{say.the}{_N}\s+(?:{say('of')})\s+{say.part}{_T}",
    )


class _Words:
    """The words of a language as parts of forms."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.part = rf"(?:(?:{self('part')})[\s-]+)?"
        self.on = rf"(?:(?:{self('on')})\s+{self.part}|(?:{self('part')})[\s-]+)"
        self.during = rf"(?:{self('during')})\s+{self.part}"
        self.the = rf"(?:{self('the')})?"
        self.subject = self._not_behind()
        self.opens = rf"(?:^\W*|[,;]\s+|\b(?:{self('and')})\s+)"
        turns = self("turns") + (r"|(?-i:[a-z]+ed)" if language == "en" else "")
        self.between = words_between(turns, _LONGEST)

    def __call__(self, key: str) -> str:
        return listed_words("event_dates", key, self._language)

    def _not_behind(self) -> str:
        """Return what lets a name be told of only where no preposition stands before it, with an article or without."""
        words = word_list("event_dates", self._language)
        articles = ("", *(rf"{one}\s" if one[-1].isalpha() else one for one in words["articles"]))
        before = (rf"(?<!\b{lead}\s{article})" for lead in words["leads_aside"] for article in articles)
        return rf"(?={NAME})(?<!{NAME}){''.join(before)}"
