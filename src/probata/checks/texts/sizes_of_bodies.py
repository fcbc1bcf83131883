"""How many members our sentences say that a recorded body has: “the Council has 9 members”, “a Council of 9 members”.

In the record of a body, a sentence that begins with what it is tells it too: “A college of nine members”. “Has 3
members who are judges” is told of some of them, and is no size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.texts.named_bodies import bodies_in
from probata.checks.texts.places_behind import Places, places_behind
from probata.checks.texts.saying import Test, printed_saying_each
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import LANGUAGES, word_list
from probata.checks.texts.worded_numbers import small_numbers
from probata.graph.case_graph import CaseGraph

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
"""A year, of which the size may have been another."""


class SizeOfBody(NamedTuple):
    """A number of members with its place."""

    sentence: Sentence
    start: int
    """Where the number begins in the sentence."""
    written: str
    """The number with the noun behind it."""
    value: int
    noun: str
    body: str
    is_recorded: bool
    """Whether it stands in the record of the body, whose sources are those of the body."""
    places: Places


def sizes_of_bodies(graph: CaseGraph) -> Iterator[SizeOfBody]:
    """Give the sizes that our sentences tell, each with the places cited behind it; those of a year are left out."""
    for sentence in printed_saying_each(graph, LANGUAGES, _may_tell):
        for body, found in _told(graph, sentence):
            number, start = found["number"].casefold(), found.start("number")
            value = int(number) if number.isdecimal() else small_numbers()[number]
            written = " ".join(sentence.own[start : found.end("noun")].split())
            is_recorded = (sentence.text.kind, sentence.text.record_id) == ("bodies", body)
            places = places_behind(graph, sentence, start)
            yield SizeOfBody(sentence, start, written, value, found["noun"].casefold(), body, is_recorded, places)


def sizes_apart(graph: CaseGraph) -> Iterator[tuple[SizeOfBody, SizeOfBody]]:
    """Give the sizes that differ from the record of the body, or from most others of one place, each with one such."""
    sizes = tuple(sizes_of_bodies(graph))
    told: set[str] = set()
    for wrong in (one for one in reversed(sizes) if not one.is_recorded):
        others = [one for one in sizes if _is_of_the_same(one, wrong)]
        differing = [one for one in others if one.value != wrong.value]
        right = min(differing, key=lambda one: not one.is_recorded, default=None)
        is_outnumbered = 2 * len(differing) > len(others) and wrong.body not in told
        if right and (right.is_recorded or is_outnumbered):
            told.add(wrong.body)
            yield wrong, right


def _is_of_the_same(one: SizeOfBody, other: SizeOfBody) -> bool:
    """Tell whether two sizes are of one body in one language, one of them in its record or both from one place."""
    is_one = (one.body, one.noun, one.sentence.language) == (other.body, other.noun, other.sentence.language)
    shared = any(key == source and pages & here for key, pages in one.places for source, here in other.places)
    return is_one and one is not other and (one.is_recorded or shared)


def _may_tell(language: str) -> Test:
    """Return the test of words that may tell a size, and not that of a year."""
    has, of = _has(language), _of(language)
    return lambda own: (has.search(own) or of.match(own)) and not _YEAR.search(own)


def _told(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    """Give the bodies of which a sentence tells a size, each once."""
    has, of = _has(sentence.language), _of(sentence.language)
    if sentence.text.kind == "bodies" and (opening := of.match(sentence.own)):
        yield sentence.text.record_id, opening
    for one in bodies_in(graph, sentence.own) if has.search(sentence.own) else ():
        if found := has.match(sentence.own, one.end):
            yield one.body, found


@cache
def _has(language: str) -> re.Pattern[str]:
    """Match what stands behind the name of a body: the verb or preposition, the number and its noun."""
    words = word_list("counted_things", language)
    has, of, goes_on = (str(words[key]).replace(" ", r"\s+") for key in ("has_size", "of_size", "behind_size"))
    ends = rf"(?=\s*(?:[,.;:\[(]|$|(?:{goes_on})\b)|\s*\Z)"
    return re.compile(rf"\s+(?:(?:{of})|(?P<verb>{has}))\s+{_number(language)}(?(verb){ends}|)", re.IGNORECASE)


@cache
def _of(language: str) -> re.Pattern[str]:
    """Match the words with which the record of a body says what it is: “A college of nine members”."""
    of = str(word_list("counted_things", language)["of_size"])
    return re.compile(rf"\W*(?:[^\W\d_]+\s+){{1,3}}(?:{of})\s+{_number(language)}", re.IGNORECASE)


def _number(language: str) -> str:
    spelled = (word for word in small_numbers() if word not in {"a", "one"} and " " not in word)
    words = sorted(spelled, key=len, reverse=True) if language == LANGUAGES[0] else []
    return rf"(?P<number>{'|'.join([r'[0-9]{1,3}', *words])})\s+(?P<noun>[^\W\d_]{{3,}})"
