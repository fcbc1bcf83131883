"""How long a work is, as far as its record says, and whether citing it needs a place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from probata.checks.support.elided_ranges import with_full_ranges
from probata.model.authority import Authority
from probata.model.source_record import Source

SHORT = 3
"""Pages that a reader looks through without being told where."""

_LONG_TYPES = frozenset({"book", "report", "thesis", "legislation", "dataset"})
_LONG_AUTHORITIES = frozenset({"judgment", "decision", "un_report", "statute"})
_WHOLE_WORKS = frozenset({"book", "report", "thesis"})
"""Works whose `page`, where it is one number, is how many they have, and not where they stand in another."""
_NUMBERS = re.compile(r"^\d{1,9}(?:\s*(?:[-–,;&]|and)\s*\d{1,9})*$")
_TIME = re.compile(r"^(?:\d{1,3}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?$")
_BETWEEN_TIMES = re.compile(r"\s*(?:[-–&]|,\s|\band\b|\bto\b)\s*")
_LAST_COUNTED = re.compile(r"(\d{1,6})(?: ?(?:pages?|pp?\.?|S\.|s\.))?\s*$")
"""The last of the numbers by which libraries count pages, `xii, 240 p.`: those that are numbered in figures."""
_COUNTED = re.compile(r"(?<!\w)(\d{1,9})[ -](?:pages?|pp)\b")


@dataclass(frozen=True, slots=True)
class Pages:
    """The first and the last page of a work."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many there are."""
        return self.last - self.first + 1


@lru_cache(maxsize=1024)
def numbers_in(value: str) -> tuple[int, ...]:
    """Return the pages that a value names, `341-7` as 341 and 347; none where it holds anything but figures."""
    return tuple(map(int, re.findall(r"\d+", with_full_ranges(value)))) if _NUMBERS.match(value.strip()) else ()


def pages_of(source: Source) -> Pages | None:
    """Return the pages of a work by its `page`, or by their number; `None` where neither is recorded.

    The number is in `number_of_pages`, or in words in `medium`.
    """
    if found := numbers_in(source.page or ""):
        if len(found) == 1 and source.type in _WHOLE_WORKS:
            return Pages(1, found[0])
        return Pages(min(found), max(found)) if found[0] <= found[-1] else None
    counted = _LAST_COUNTED.search(source.number_of_pages or "") or _COUNTED.search(source.medium or "")
    return Pages(1, int(counted[1])) if counted else None


def is_long(work: Source | Authority) -> bool:
    """Tell whether a reader must be told where in a work to look."""
    if isinstance(work, Authority):
        return work.kind in _LONG_AUTHORITIES
    pages = pages_of(work)
    return pages.count > SHORT if pages else work.type in _LONG_TYPES


def running_time_of(source: Source) -> int | None:
    """Return the seconds of a recording by its `duration`; `None` where it gives none that can be read."""
    return seconds_in(source.duration or "")


def seconds_in(value: str) -> int | None:
    """Return the seconds of a time such as `00:03:10` or `3:10`; of a range or list of its last; `None` for another."""
    last = _BETWEEN_TIMES.split(value.strip())[-1]
    if not _TIME.match(last):
        return None
    hours, minutes, seconds = (int(float(part.replace(",", "."))) for part in f"0:{last}".split(":")[-3:])
    return hours * 3600 + minutes * 60 + seconds
