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
_BETWEEN_TIMES = re.compile(r"[-–&]|,\s|\band\b|\bto\b")
_OF_LIBRARIES = re.compile(r"([][\divxlcdm., ]+?)(?: ?(?:pages?|pp?\.?|S\.|s\.))?", re.IGNORECASE)
"""How libraries count pages, each run of numbers by its last: `xii, 240, 16 p.`; in brackets those without a number."""
_RUN = re.compile(r"(?<![\d[.,])(?!0)\d{1,3}(?:[.,]\d{3})+(?!\d)|(?<![\d[])[1-9]\d{0,5}(?![\d.])")
"""The last page of a run in figures, `240` or `1,240`."""
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

    The number is in `number_of_pages`, or in words in `medium`; of several runs of numbers, the longest.
    """
    if found := numbers_in(source.page or ""):
        if len(found) == 1 and source.type in _WHOLE_WORKS:
            return Pages(1, found[0])
        return Pages(min(found), max(found)) if found[0] <= found[-1] else None
    counted = _COUNTED.search(source.medium or "")
    last = _longest_run(source.number_of_pages or "") or (int(counted[1]) if counted else 0)
    return Pages(1, last) if last else None


def _longest_run(counted: str) -> int:
    """Return the last page in figures of pages as libraries count them; 0 where they are told in another way."""
    found = _OF_LIBRARIES.fullmatch(counted.strip())
    return max((int(re.sub(r"\D", "", run)) for run in _RUN.findall(found[1])), default=0) if found else 0


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
    last = _BETWEEN_TIMES.split(value)[-1].strip()
    if not _TIME.match(last):
        return None
    hours, minutes, seconds = (int(float(part.replace(",", "."))) for part in f"0:{last}".split(":")[-3:])
    return hours * 3600 + minutes * 60 + seconds
