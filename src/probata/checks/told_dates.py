"""Dates and times of posts as our own texts in English tell them, with whom they are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.sentences import Sentence, our_sentences
from probata.checks.word_lists import any_of
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTH = rf"(?:{'|'.join(_MONTHS)})"
"""A month in words, for an expression that does not mind letters; it captures nothing."""
_DATE = rf"(?:(\d{{1,2}})\s+)?({'|'.join(_MONTHS)})\s+(\d{{4}})"
_ANY_DATE = re.compile(rf"(?<!\w){_DATE}\b", re.IGNORECASE)
_PERIOD = re.compile(rf"\bfrom\s+{_DATE}\s+(?:to|until)\s+{_DATE}\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]")
_WORD = re.compile(r"\w+")
_JOINED = re.compile(r"\w\w")
Names = dict[str, list[tuple[str, str]]]
"""Names with the ids of their persons, by their last word."""
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
    names = _by_last_word(graph)
    for sentence in our_sentences(graph):
        for match in _PERIOD.finditer(sentence.own):
            person = _person_of(graph, sentence, match.start(), names) if _is_of_post(sentence, match) else None
            if person:
                ends = point_of(*match.group(1, 2, 3)), point_of(*match.group(4, 5, 6))
                start, end = sentence.start + match.start(), sentence.start + match.end()
                yield ToldTenure(sentence, start, end, " ".join(match[0].split()), person, ends)


def dates_in(words: str) -> Iterator[tuple[re.Match[str], Point]]:
    """Give the months and days of a text, each with its place; one that no calendar has is left out."""
    for match in _ANY_DATE.finditer(words):
        if point := point_of(*match.group(1, 2, 3)):
            yield match, point


def _by_last_word(graph: CaseGraph) -> Names:
    """Return the names of the case's people by their last word, so that a text is gone through once for all of them."""
    found: Names = {}
    for person in graph.people:
        for name in sorted({person.name.display, person.name.family or person.name.display}):
            words = _WORD.findall(name)
            if words:
                found.setdefault(words[-1], []).append((name, person.id))
    return found


def _person_of(graph: CaseGraph, sentence: Sentence, at: int, names: Names) -> str | None:
    """Return whose description it is, or who is named last before the place in its paragraph."""
    text = sentence.text
    if text.kind == "people" and graph.has("people", text.record_id):
        return text.record_id
    before = text.value[: sentence.start + at].rpartition("\n\n")[2]
    for word in reversed(list(_WORD.finditer(before))):
        named = [key for name, key in names.get(word[0], ()) if _stands_at(name, before, word)]
        if named:
            return max(named)
    return None


def _stands_at(name: str, text: str, word: re.Match[str]) -> bool:
    """Tell whether a name stands in a text as a whole, its last word being this one."""
    behind = name.rpartition(word[0])[2]
    end = word.end() + len(behind)
    start = end - len(name)
    return start >= 0 and text[start:end] == name and not _JOINED.search(text[max(0, start - 1) : start + 1])


def _is_of_post(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the clause before the time, or behind it where it begins the sentence, speaks of a post."""
    before = _CLAUSE.split(sentence.own[: match.start()])[-1]
    clause = before if before.strip() else sentence.own[match.end() :]
    return any_of("tenure", "in_post").search(clause) is not None


def point_of(day: str | None, month: str, year: str) -> Point | None:
    """Return a date as written in words; `None` for one that no calendar has."""
    point = Point(int(year), _MONTHS.index(month.lower()) + 1, int(day or 0))
    is_one = point.year > 0 and point.day <= Point(point.year, point.month).last.day
    return point if is_one else None
