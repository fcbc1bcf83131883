"""Dates and times of posts as our own texts tell them, with whom they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from probata.checks.texts.dates_in_text import MONTHS, point
from probata.checks.texts.named_people import person_told_of
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence, our_sentences
from probata.checks.texts.word_lists import LANGUAGES, Words, whole_words, word_list
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point

_DATE = rf"(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})\s+(\d{{4}})"
_ANY_DATE = re.compile(rf"(?<!\w){_DATE}\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]")
Ends = tuple[Point | None, Point | None]


@dataclass(frozen=True, slots=True)
class ToldTenure:
    """From when to when a text says that somebody held a post."""

    sentence: Sentence
    start: int
    """Where the words begin in the text."""
    end: int
    words: str
    person: str
    ends: Ends
    """The dates; `None` for one that no calendar has."""


def told_tenures(graph: CaseGraph) -> Iterator[ToldTenure]:
    """Give each “from … to …” and “between … and …” that speaks of a post, where it is told of whom it is."""
    yield from graph.once("told tenures", lambda: tuple(_told_tenures(graph)))


def _told_tenures(graph: CaseGraph) -> Iterator[ToldTenure]:
    for language in LANGUAGES:
        # Lines in English are titles and labels; those in other languages are the translations of our texts, too.
        sentences = our_sentences(graph) if language == LANGUAGES[0] else printed_sentences(graph, language)
        for sentence in sentences:
            for pattern, is_between in ((_period("from_to", language), False), (_period("between", language), True)):
                for match in pattern.finditer(sentence.own):
                    if told := _told(graph, sentence, match, is_between=is_between):
                        yield told


def _told(graph: CaseGraph, sentence: Sentence, match: re.Match[str], *, is_between: bool) -> ToldTenure | None:
    of_post = _of_post(sentence.language, verbs_alone=is_between)
    person = person_told_of(graph, sentence, match.start()) if _is_of_post(sentence, match, of_post) else None
    if person is None:
        return None
    ends = _point(sentence.language, match, 1), _point(sentence.language, match, 4)
    start, end = sentence.start + match.start(), sentence.start + match.end()
    return ToldTenure(sentence, start, end, " ".join(match[0].split()), person, ends)


@cache
def _period(key: str, language: str) -> re.Pattern[str]:
    """Return a pattern of a period with two months or days; each has its day, month and year as groups."""
    words = word_list("tenure", language)
    date = words["date"].replace("months", "|".join(words["months"]))
    return re.compile(rf"\b{words[key].replace('date', date)}\b", re.IGNORECASE)


def _point(language: str, match: re.Match[str], group: int) -> Point | None:
    months = word_list("tenure", language)["months"]
    return point(match[group], MONTHS[months.index(match[group + 1].lower())], match[group + 2])


@cache
def _of_post(language: str, *, verbs_alone: bool) -> Words:
    """Return the words that speak of a post; where the time may as well be that of an act, its verbs alone."""
    words = word_list("tenure", language)
    return whole_words("|".join((words["verbs"], *(() if verbs_alone else words["nouns"]))))


def dates_in(words: str) -> Iterator[tuple[re.Match[str], Point]]:
    """Give the months and days of a text in English, each with its place; what no calendar has is left out."""
    for match in _ANY_DATE.finditer(words):
        if found := point(*match.group(1, 2, 3)):
            yield match, found


def _is_of_post(sentence: Sentence, match: re.Match[str], of_post: Words) -> bool:
    """Tell whether the clause before the time, or behind it where it begins the sentence, speaks of a post."""
    before = _CLAUSE.split(sentence.own[: match.start()])[-1]
    clause = before if before.strip() else sentence.own[match.end() :]
    return of_post.search(clause) is not None
