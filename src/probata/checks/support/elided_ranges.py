"""Ranges of numbers whose second is shortened: `112-9` is 112 to 119."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RANGE = re.compile(r"(?<![\w.:/-])(\d{1,9})(\s*[-–]\s*)(\d{1,9})(?![\w:/]|[.–-]\w)")
_TEENS = 2
"""Figures of the numbers that are kept whole from 10 to 19."""


def ranges_in(value: str) -> Iterator[tuple[int, int]]:
    """Give the first and the last number of each range that a value names, a shortened one in full.

    What is no range of plain numbers gives none: `A-12`, `12.3-4`, a date such as `2022-05-19`.
    """
    for match in _RANGE.finditer(value):
        yield int(match[1]), int(_in_full(match[1], match[3]))


def with_full_ranges(value: str) -> str:
    """Return a value with every shortened range in full: `341-7` as `341-347`."""
    return _RANGE.sub(lambda match: f"{match[1]}{match[2]}{_in_full(match[1], match[3])}", value)


def _in_full(first: str, last: str) -> str:
    """Return the last number of a range, completed by the figures that it has from the first.

    As few figures are written as a reader needs, `23-4` and `132-6`, but numbers from 10 to 19 stay whole (New Hart's
    Rules, as https://tex.stackexchange.com/questions/504678 quotes them): so `12-9` is no range from 12 to 19. Other
    houses write `112-9`, and it cannot be read in two ways.
    """
    is_whole = len(last) >= len(first) or (len(first) == _TEENS and first.startswith("1"))
    return last if is_whole else first[: -len(last)] + last
