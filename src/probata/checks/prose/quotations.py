"""What texts quote, and the words of others as they are recorded, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probata.checks.prose.sentences import Sentence
from probata.graph.case_graph import CaseGraph

FEWEST = 3
"""Words of a quotation that is compared: shorter ones stand in any text."""
LONGEST = 60
"""Words of a quotation that are looked for; what a text quotes at greater length is not told by its end."""
_MOST = 20_000
"""Words of a recorded wording that are looked through; nobody records more as one quotation."""
_PER_CHANGE = 3
"""Words for each that may differ in what is still taken for the same passage."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a record has as somebody's own words."""

    record: str
    """The record, such as `quotations/q-1`."""
    source: str
    """The work in which the words stand."""
    place: str
    """The place in it; empty where none is recorded."""
    text: str


def wordings_of(graph: CaseGraph) -> Iterator[Wording]:
    """Give the quotations of the case and the clauses of its authorities; holdings are in our words."""
    for quotation in graph.quotations:
        if cited := quotation.quoted_in:
            place = cited.pinpoint.value if cited.pinpoint else ""
            yield Wording(f"quotations/{quotation.id}", cited.source, place, quotation.text)
    for authority in graph.authorities:
        for clause in authority.clauses:
            yield Wording(f"authorities/{authority.id}", authority.id, clause.number or "", clause.text)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without punctuation; an apostrophe stays in its word."""
    return tuple(re.findall(r"\w+(?:['’]\w+)*", text.casefold().replace("’", "'")))


def holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether words stand in others, side by side and in the same order."""
    size = len(part)
    return any(tuple(whole[at : at + size]) == tuple(part) for at in range(len(whole) - size + 1))


def nearest(whole: Sequence[str], part: Sequence[str]) -> tuple[str, ...] | None:
    """Return the passage that words repeat with few changes; `None` where no passage is near.

    A third of the words may differ, each changed, added or left out, but not the first and the last together. Of a
    long quotation the beginning is compared. One pass over the passage is enough (P. Sellers, 1980).
    """
    part = part[:LONGEST]
    allowed = len(part) // _PER_CHANGE
    column = [(row, 0) for row in range(len(part) + 1)]
    found: list[tuple[int, int, int, int, int]] = []
    for at, word in enumerate(whole[:_MOST], 1):
        column = _next_column(column, part, word, at)
        apart, start = column[-1]
        if apart <= allowed and start < at:
            ends = (whole[start] == part[0]) + (word == part[-1])
            found += [(apart, -ends, abs(at - start - len(part)), start, at)] if ends else []
    best = min(found, default=None)
    return tuple(whole[best[3] : best[4]]) if best else None


def _next_column(before: list[tuple[int, int]], part: Sequence[str], word: str, at: int) -> list[tuple[int, int]]:
    """Return, for each beginning of the words, how many changes lead to it here, and where the passage begins."""
    column = [(0, at)]
    for row, sign in enumerate(part, 1):
        changed, dropped, added = before[row - 1], before[row], column[row - 1]
        column.append(
            min(
                (changed[0] + (word != sign), changed[1]),
                (dropped[0] + 1, dropped[1]),
                (added[0] + 1, added[1]),
                key=lambda found: found[0],
            )
        )
    return column


_QUOTED = re.compile(r"“([^“”]*)”|„([^„“”]*)[“”]|\"([^\"]*)\"|«([^«»]*)»|(?<!\w)‘((?:[^‘’]|’(?=\w))*)’(?!\w)")
_MARKUP = re.compile(r"\{\{[^{}\n]*\}\}|\{[^{}\n]*\}|`[^`\n]*`")
"""What holds marks of quotation and is no text."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation in a sentence."""

    sentence: Sentence
    words: str
    """What stands between the marks."""
    start: int
    """Where it begins in the text, its marks included."""
    end: int

    @property
    def before(self) -> str:
        """Our own words before it in the sentence."""
        return self.sentence.own[: self.start - self.sentence.start]


def quotations_in(sentence: Sentence) -> Iterator[QuotedWords]:
    """Give the quotations of three words or more in a sentence; shorter ones stand in any text."""
    prose = _MARKUP.sub(lambda found: " " * len(found[0]), sentence.raw)
    for match in _QUOTED.finditer(prose):
        words = match[match.lastindex or 0]
        if len(words_of(words)) >= FEWEST:
            yield QuotedWords(sentence, words, sentence.start + match.start(), sentence.start + match.end())
