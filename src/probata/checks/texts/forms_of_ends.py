"""The forms in which texts in English tell one end of a post, with a mark in the place of the date.

The words are in `words/tenure.yaml`. Each form ends in its date, or begins a sentence with it.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from probata.checks.texts.marked_clauses import TIME, listed_words, part_of_time, words_between, words_to_the_end

_LONGEST = 160
"""Letters between a verb and its date."""
_T = f"{TIME}+"


class End(Enum):
    """What of a post a date is told of."""

    START = "from"
    APPOINTED = "appointed"
    FINISH = "until"


class Whose(Enum):
    """Where in a wording the holder of the post stands."""

    SUBJECT = "before the verb"
    POSSESSIVE = "within the words that tell it: his tenure"
    OBJECT = "behind the verb: appointed him"
    BESIDE = "beside the title, without a verb"


class Form(NamedTuple):
    """A wording, and what is told by it."""

    end: End
    pattern: re.Pattern[str]
    verb: re.Pattern[str]
    """What in a match says so."""
    whose: Whose


@cache
def forms_of_ends() -> tuple[Form, ...]:
    """Return the forms with a verb."""
    put_out, appointed = _words("put_out"), rf"(?:{_words('passive')})\s+(?:{_words('appointed')})"
    return (
        _form(End.START, _words("took_up"), *_at_time(_words("took_up"))),
        _form(End.START, _words("has_been"), *_to_time(_words("has_been"), _words("since"))),
        _form(End.APPOINTED, appointed, *_at_time(appointed, _by_whom())),
        _form(End.FINISH, _words("left"), *_at_time(_words("left"))),
        _form(End.FINISH, put_out, *_at_time(put_out, _by_whom(), _nowhere())),
        _form(End.FINISH, _words("was"), *_to_time(_words("was"), _words("until"))),
        _form(End.APPOINTED, _words("appointed"), *_at_time(_words("appointed")), whose=Whose.OBJECT),
    )


@cache
def forms_of_nouns() -> tuple[Form, ...]:
    """Return the forms with a noun, “his tenure as director ended in …”, “her appointment on …”."""
    ended, began = (rf"\b(?:{_words('time_in_post')})\b{_between()}\b(?:{_words(key)})" for key in ("ended", "began"))
    of = rf"\b(?:{_words('appointment')})\b{_between()}{_by_whom()}\b(?:{_words('at_time')}|of)\s+{part_of_time()}{_T}"
    return (
        _form(End.FINISH, _words("time_in_post"), rf"{ended}\s+{_on()}{_T}", whose=Whose.POSSESSIVE),
        _form(End.START, _words("time_in_post"), rf"{began}\s+{_on()}{_T}", whose=Whose.POSSESSIVE),
        _form(End.APPOINTED, _words("appointment"), of, whose=Whose.POSSESSIVE),
    )


@cache
def forms_in_apposition() -> tuple[Form, ...]:
    """Return the forms without a verb: a title beside a name, “its director until …”. Group 1 begins with the title."""
    begins = r"(?:[,(–—]|\band\b)\s*"
    ends = ((End.FINISH, _words("until")), (End.START, _words("since")))
    return tuple(
        _form(end, begins, rf"{begins}({_between()})\b(?:{word})\s+{part_of_time()}{_T}", whose=Whose.BESIDE)
        for end, word in ends
    )


def _form(end: End, verb: str, *wordings: str, whose: Whose = Whose.SUBJECT) -> Form:
    pattern, words = (re.compile(one, re.IGNORECASE) for one in ("|".join(wordings), rf"\b(?:{verb})"))
    return Form(end, pattern, words, whose)


def _at_time(verb: str, more: str = "", ends: str = "") -> tuple[str, str]:
    return (
        rf"\b(?:{verb})\b{_between()}{more}\b{_on()}{_T}+{ends}",
        rf"^\W*{_on()}{_T},?\s{_between()}\b(?:{verb})\b{_rest()}",
    )


def _to_time(verb: str, word: str) -> tuple[str, str]:
    return (
        rf"\b(?:{verb})\b{_between()}\b(?:{word})\s+{part_of_time()}{_T}",
        rf"^\W*(?:{word})\s+{part_of_time()}{_T},?\s{_between()}\b(?:{verb})\b{_rest()}",
    )


def _by_whom() -> str:
    return rf"(?:\b(?:{_words('by_whom')})\s{_between()})?"


def _nowhere() -> str:
    """Return what must not stand behind the date: “was removed on 3 May to another floor” tells of no post."""
    return rf"(?!\s+(?:{_words('whither')})\b)"


def _on() -> str:
    return rf"(?:{_words('at_time')})\s+{part_of_time()}"


def _between() -> str:
    return words_between(_words("turns"), _LONGEST)


def _rest() -> str:
    return words_to_the_end(_words("turns"), _LONGEST)


def _words(key: str) -> str:
    return listed_words("tenure", key)
