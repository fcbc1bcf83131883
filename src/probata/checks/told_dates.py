"""Dates and times of posts as our own texts in English tell them, with whom they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.dates_in_text import MONTHS, point
from probata.checks.named_people import person_told_of
from probata.checks.sentences import Sentence, our_sentences
from probata.checks.word_lists import any_of
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point

MONTH = rf"(?:{'|'.join(MONTHS)})"
"""A month in words, for an expression that does not mind letters; it captures nothing."""
_DATE = rf"(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})\s+(\d{{4}})"
_ANY_DATE = re.compile(rf"(?<!\w){_DATE}\b", re.IGNORECASE)
_PERIOD = re.compile(rf"\bfrom\s+{_DATE}\s+(?:to|until)\s+{_DATE}\b", re.IGNORECASE)
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
    """Give each “from … to …” with two months or days that speaks of a post, where it is told of whom it is."""
    yield from graph.once("told tenures", lambda: tuple(_told_tenures(graph)))


def _told_tenures(graph: CaseGraph) -> Iterator[ToldTenure]:
    for sentence in our_sentences(graph):
        for match in _PERIOD.finditer(sentence.own):
            person = person_told_of(graph, sentence, match.start()) if _is_of_post(sentence, match) else None
            if person:
                ends = point(*match.group(1, 2, 3)), point(*match.group(4, 5, 6))
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield ToldTenure(sentence, start, end, " ".join(match[0].split()), person, ends)


def dates_in(words: str) -> Iterator[tuple[re.Match[str], Point]]:
    """Give the months and days of a text, each with its place; one that no calendar has is left out."""
    for match in _ANY_DATE.finditer(words):
        if found := point(*match.group(1, 2, 3)):
            yield match, found


def _is_of_post(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the clause before the time, or behind it where it begins the sentence, speaks of a post."""
    before = _CLAUSE.split(sentence.own[: match.start()])[-1]
    clause = before if before.strip() else sentence.own[match.end() :]
    return any_of("tenure", "in_post").search(clause) is not None
