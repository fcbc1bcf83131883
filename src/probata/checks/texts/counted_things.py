"""Numbers of our sentences with what they count, and the place of the source that is cited behind each.

Besides the numbers of `typed_numbers` they are times such as `48 hours`; in English both in words, too, `twelve`. What
is counted is told by the words of the clause in which a number stands; its names, months and years are kept apart,
since by them the same words are told of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from probata.checks.texts.ladders import ladders
from probata.checks.texts.named_people import named_people
from probata.checks.texts.places_behind import Places, may_be_placed, places_behind
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import numbers_in
from probata.checks.texts.word_lists import LANGUAGES, Words, any_of, whole_words, word_list
from probata.checks.texts.worded_numbers import any_number, small_numbers, small_worded_numbers, worded_numbers
from probata.graph.case_graph import CaseGraph

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<![\w’'])[A-ZÀ-Þ][\w’'-]*|(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_CLAUSE = re.compile(r"[,;:—]\s|\.\s|\s[–-]\s|\[[^\[\]@]*@[^\[\]]*\]")
_STEM = 7
"""Letters by which two words are one: `describe` and `describes`, `detainee` and `detainees`."""
_MOST = 40
"""Numbers of a sentence that is prose; one with more is a list or a table, and is passed over."""
_BEFORE = 40
"""Characters before a number in which the words stand that make it rounded, or a whole."""
_NOUN = 3
"""Words behind a number among which that stands which it counts."""


@dataclass(frozen=True, slots=True)
class CountedThing:
    """A number of a sentence with what it counts."""

    sentence: Sentence
    start: int
    """Where it begins in the sentence."""
    written: str
    value: Fraction
    rounded: str
    """The words before it by which it is rounded or a bound; empty for none."""
    behind: tuple[str, ...]
    """The first words behind it, cut short, of which one is what it counts."""
    words: frozenset[str]
    """The words of its clause, cut short, without names."""
    names: frozenset[str]
    """The names, months and years of its clause."""
    persons: frozenset[str]
    """The recorded people whom its sentence names."""
    part: str
    """`whole` in “of 27”, `part` where the sentence told the whole before it or tells it behind it, or empty."""
    places: Places


def counted_things(graph: CaseGraph) -> Iterator[CountedThing]:
    """Give the numbers of all our sentences in which a place of a source is cited, language by language."""
    for language in LANGUAGES:
        for sentence in printed_saying(graph, language, any_number().search):
            yield from things_in(graph, sentence)


def things_in(graph: CaseGraph, sentence: Sentence) -> Iterator[CountedThing]:
    """Give the numbers of one sentence."""
    if not may_be_placed(sentence):
        return
    found = [*_numbers(sentence), *_times(sentence)]
    if len(found) > _MOST:
        return
    persons = frozenset(named_people(graph).named_in(sentence.own)) if found else frozenset()
    for start, written, value in sorted(found):
        places = places_behind(graph, sentence, start)
        clause, offset = _clause(sentence, start)
        if places and not any_of("counted_things", "apart", sentence.language).search(clause):
            part, behind = _part(sentence, start, written, found)
            before = sentence.own[:start][-_BEFORE:]
            rounded = _rounded().search(before)
            words = _words(_NAME.sub(" ", clause[:1].lower() + clause[1:]), sentence.language)
            names = _names(clause, sentence, is_first=not sentence.own[:offset].strip())
            yield CountedThing(
                sentence, start, written, value, rounded[0].strip().casefold() if rounded else "",
                tuple(_words(behind, sentence.language))[:_NOUN], frozenset(words), names, persons, part, places,
            )  # fmt: skip


def _numbers(sentence: Sentence) -> Iterator[tuple[int, str, Fraction]]:
    typed = numbers_in(sentence, sentence.language) if any(map(str.isdigit, sentence.own)) else ()
    worded = (*small_worded_numbers(sentence), *worded_numbers(sentence)) if sentence.language == "en" else ()
    yield from ((one.start, one.written, one.value) for one in (*typed, *worded) if not one.is_percent)


def _times(sentence: Sentence) -> Iterator[tuple[int, str, Fraction]]:
    for match in _time(sentence.language).finditer(sentence.own):
        number = " ".join(match["number"].casefold().replace("-", " ").split())
        value = int(number) if number.isdecimal() else small_numbers().get(number, 0)
        yield match.start("number"), match["number"], Fraction(value)


@cache
def _time(language: str) -> re.Pattern[str]:
    words = [word for word in small_numbers() if word != "a"] if language == "en" else []
    number = "|".join([r"\d{1,4}", *sorted((word.replace(" ", r"[\s-]+") for word in words), key=len, reverse=True)])
    times = word_list("counted_things", language)["times"]
    return re.compile(rf"(?<![\w.,/–-])(?P<number>{number})(?=[\s\u00a0\u202f-]+(?:{times})(?!\w))", re.IGNORECASE)


@cache
def _rounded() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(word_list('numbers')['rounded'])})\s+$", re.IGNORECASE)


def _clause(sentence: Sentence, start: int) -> tuple[str, int]:
    """Return the clause in which a number stands, and where it begins in its sentence."""
    ends = list(_CLAUSE.finditer(sentence.raw))
    first = max((match.end() for match in ends if match.end() <= start), default=0)
    last = min((match.start() for match in ends if match.start() > start), default=len(sentence.raw))
    return sentence.own[first:last], first


def _part(sentence: Sentence, start: int, written: str, found: list[tuple[int, str, Fraction]]) -> tuple[str, str]:
    """Return whether a number is a whole or a part, and the rest of its clause behind it, and behind that whole."""
    of = _of(sentence.language)
    clause, first = _clause(sentence, start)
    behind = clause[start - first + len(written) :]
    wholes = [(at, text) for at, text, _ in found if of.search(sentence.own[:at][-_BEFORE:])]
    if whole := next(
        (one for one in wholes if start < one[0] and not _WORD.search(sentence.own[start + len(written) : one[0]])),
        None,
    ):
        return "part", clause[whole[0] - first + len(whole[1]) :]
    if any(at == start for at, _ in wholes):
        return "whole", behind
    return ("part" if any(at < start for at, _ in wholes) else ""), behind


@cache
def _of(language: str) -> re.Pattern[str]:
    words = "|".join(word_list("numbers")[f"of_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)


def _words(text: str, language: str) -> dict[str, None]:
    """Return the words of a text that say something, cut short, in order."""
    empty = any_of("counted_things", "empty", language)
    found = (match[0].casefold() for match in _WORD.finditer(text))
    return dict.fromkeys(_cut_short(word, language) for word in found if not empty.fullmatch(word))


@cache
def _cut_short(word: str, language: str) -> str:
    """Return the letters by which a word is known; words of one height on a ladder, “blows” and “beatings”, are one."""
    for ladder in ladders(language):
        for place, step in enumerate(ladder.steps):
            if step.fullmatch(word):
                return f"={ladder.about} {place}"
    return word[:_STEM].rstrip("s")


def _names(clause: str, sentence: Sentence, *, is_first: bool) -> frozenset[str]:
    """Return the names, months and years of a clause, without the word that has its capital from the sentence."""
    found = [
        match for match in _NAME.finditer(clause) if not (is_first and not clause[: match.start()].strip(" *_“\n"))
    ]
    return frozenset(
        (
            *(match[0] for match in found),
            *(match[0].casefold() for match in _months(sentence.language).finditer(clause)),
        )
    )


@cache
def _months(language: str) -> Words:
    return whole_words("|".join(word_list("tenure", language)["months"]))
