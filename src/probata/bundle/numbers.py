"""The numbers of the pages of a bundle; pages that come in later between fixed ones are 12A, 12B."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from probata.document.counting import letters

Counted = tuple[str, int]
"""The key of a piece and how many pages it has."""
Numbers = Sequence[str]
"""The number of each page, in order."""


def number_pages(pieces: Sequence[Counted], fixed: Mapping[str, Numbers] | None = None) -> tuple[str, ...]:
    """Return the number of each page, piece by piece.

    `fixed` are the pieces of a bundle that others have already, with their numbers there: each keeps these, and what is
    longer now, or new between them, gets letters behind the number before it. What comes behind the last fixed piece
    goes on in plain numbers. A piece that has become shorter, or is gone, leaves its numbers unused.
    """
    return tuple(_Numbering(fixed or {}).of(pieces))


class _Numbering:
    def __init__(self, fixed: Mapping[str, Numbers]) -> None:
        self._fixed = fixed
        self._taken = {number for numbers in fixed.values() for number in numbers}
        self._end = max(map(_plain, self._taken), default=0)

    def of(self, pieces: Sequence[Counted]) -> Iterator[str]:
        """Give the number of each page of the pieces in their order; fixed ones stay, and a late page has a letter."""
        last_fixed = max((place for place, (key, _) in enumerate(pieces) if key in self._fixed), default=-1)
        before, following = 0, count(self._end + 1)
        for place, (key, pages) in enumerate(pieces):
            kept = self._fixed.get(key, ())
            for page in range(pages):
                if page < len(kept):
                    before = _plain(kept[page])
                    yield kept[page]
                elif place > last_fixed or (place == last_fixed and before == self._end):
                    yield str(next(following))
                else:
                    yield self._between(before)

    def _between(self, before: int) -> str:
        number = next(one for n in count(1) if (one := f"{before}{letters(n).upper()}") not in self._taken)
        self._taken.add(number)
        return number


def _plain(number: str) -> int:
    """Return the digits with which a number begins."""
    found = re.match(r"\d+", number)
    return int(found[0]) if found else 0


def ranges(numbers: Numbers) -> str:
    """Return numbers as they are written down: `214-233, 233A, 233B`."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number.isdigit() and runs[-1][-1].isdigit() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def label_runs(numbers: Sequence[str]) -> Iterator[tuple[int, int | str]]:
    """Give where each run of page labels begins: the page, from 0, and its number, or the whole label of one page."""
    expected: int | None = None
    for page, number in enumerate(numbers):
        if not number.isdigit():
            yield page, number
            expected = None
        else:
            if int(number) != expected:
                yield page, int(number)
            expected = int(number) + 1
