"""Titles of posts: where one ends and what it is a post of begins, and which office is called by which title.

The words are in `words/titles.yaml`, in English, French and Spanish together: a record has titles of several languages.
"""

from __future__ import annotations

import re
from functools import cache

from probata.checks.prose.words import Words, word_list

_WORD = re.compile(r"[\w’'-]+")
_ENOUGH = 4
"""Words with which a title begins that tell it from others: `Head of the Office`."""


def begins_title(office: str, title: str) -> bool:
    """Tell whether an office is a title, or four words or more of it up to a comma or a preposition.

    What follows the words may make another post of them: `Head of North Prison` is not `Head of North Prison Hospital`.
    """
    wanted = [found[0].casefold() for found in _words(office)]
    words = _words(title)
    if not wanted or [found[0].casefold() for found in words[: len(wanted)]] != wanted:
        return False
    rest = title[words[len(wanted) - 1].end() :]
    return len(words) == len(wanted) or (len(wanted) >= _ENOUGH and _behind_title().match(rest) is not None)


def short_title(title: str) -> str:
    """Return the words by which a post is named alone: those before its body, or all where these are everyday words."""
    short = bare_title(title)
    return title if _everyday().fullmatch(short) else short


def bare_title(title: str) -> str:
    """Return the words of a title before what it is a post of, everyday words too: `Head` of `Head of North Prison`."""
    return _of_what().split(title)[0].strip()


def _words(text: str) -> list[re.Match[str]]:
    return [found for found in _WORD.finditer(text) if found[0].casefold() != "the"]


@cache
def _behind_title() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;(]|{_prepositions()})", re.IGNORECASE)


@cache
def _of_what() -> re.Pattern[str]:
    return re.compile(rf",| (?:and|et|y) | {_prepositions()}")


def _prepositions() -> str:
    return rf"(?:{'|'.join(word_list('titles')['before_body'])})(?:\b|(?<=[’']))"


@cache
def _everyday() -> Words:
    return Words("|".join(word_list("titles")["everyday"]))
