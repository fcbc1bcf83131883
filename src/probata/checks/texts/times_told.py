"""The times of which a paragraph tells before each citation; a month without its year takes that of its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.segments import Segment, segments_of
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.spoken_times import is_left_out, months_in
from probata.checks.texts.word_lists import word_list
from probata.model.dates import Point

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


class TimeTold(NamedTuple):
    """A date or month with its place in its sentence; of a period only the beginning."""

    sentence: Sentence
    segment: Segment
    start: int
    end: int
    point: Point


def times_told(paragraph: Sequence[Sentence]) -> Iterator[tuple[Sentence, Segment, tuple[TimeTold, ...]]]:
    """Give each sentence and citation of a paragraph with the months and days told before it.

    Those of a sentence without a citation go to the next one in the paragraph.
    """
    year, ahead = 0, list[TimeTold]()
    for sentence in paragraph:
        years = [int(match[0]) for match in _YEAR.finditer(sentence.own)]
        here = years[0] if len(set(years)) == 1 else year if not years else 0
        for segment in segments_of(sentence):
            yield sentence, segment, (*ahead, *_told(sentence, segment, here))
            ahead = []
        if not sentence.cites:
            whole = Segment(0, sentence.raw, sentence.own, ())
            ahead += _told(sentence, whole, here)
        year = years[-1] if years else year


def _told(sentence: Sentence, segment: Segment, year: int) -> Iterator[TimeTold]:
    taken: list[tuple[int, int]] = []
    for told in times_in(segment.own, sentence.language):
        taken.append((told.start, told.end))
        if told.first.month and not is_left_out(segment.own[: told.start], sentence.language):
            yield TimeTold(sentence, segment, segment.start + told.start, segment.start + told.end, told.first)
    months = word_list("tenure", sentence.language)["months"]
    for match in months_in(sentence.language).finditer(segment.own) if year else ():
        is_new = all(match.end() <= start or end <= match.start() for start, end in taken)
        if is_new and not is_left_out(segment.own[: match.start()], sentence.language):
            start = segment.start + match.start()
            point = Point(year, months.index(match[0].casefold()) + 1)
            yield TimeTold(sentence, segment, start, segment.start + match.end(), point)
