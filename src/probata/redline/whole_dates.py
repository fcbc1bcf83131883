"""Where a date stands in a marked text: of a changed day, “2” to “3” tells a reader nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from probata.redline.shown import State

_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_MONTH: Final = r"(?:de\s|of\s)?[^\W\d_]{3,}\.?(?:\sde|\sof)?"
_UNTIL: Final = rf"(?:(?:\s?[–-]\s?|\s[^\W\d_]{{1,5}}\s){_DAY})?"
_DATE: Final = re.compile(
    rf"\b{_DAY}{_UNTIL}\s{_MONTH},?\s\d{{4}}\b|\b[^\W\d_]{{3,}}\s{_DAY}{_UNTIL},\s\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b"
)
"""A day, a month by its name and a year, in the order of any language that documents have; or days of one month."""

Marked = Sequence[tuple[str, State]]
"""Stretches of a text that stayed, went or came."""


def cut_at_dates(marked: Marked) -> Iterator[tuple[str, State, bool]]:
    """Give the stretches, cut so that each stands in a date of either version that changed, or outside, and which."""
    inside = _in_changed_dates(marked)
    start = 0
    for text, state in marked:
        dated = inside[start : start + len(text)]
        start += len(text)
        for is_dated, run in groupby(zip(text, dated, strict=True), key=itemgetter(1)):
            yield "".join(char for char, _ in run), state, is_dated
        if not text:
            yield text, state, False


def _in_changed_dates(marked: Marked) -> list[bool]:
    states = [state for text, state in marked for _ in text]
    inside = [False] * len(states)
    for left_out in ("ins", "del"):
        text = "".join(text for text, state in marked if state != left_out)
        places = [place for place, state in enumerate(states) if state != left_out]
        for date in _DATE.finditer(text):
            first, last = places[date.start()], places[date.end() - 1]
            if any(states[first : last + 1]):
                inside[first : last + 1] = [True] * (last + 1 - first)
    return inside
