"""A bundle that others have: marks and pages that no later one may change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.model.record import Id, Line, Part, Record

_RUN = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?|(\d{1,6}[A-Z]{1,4})")
_LONGEST = 100_000
"""Pages of one run at most: a slip must not fill the memory."""


class FixedPiece(Part):
    """The index, a part of the filing, or an exhibit, with its pages."""

    piece: Id
    """What it is: `index`, `brief` or another part of the filing, else the id of the source or exhibit."""
    mark: Line | None = None
    """The mark of the exhibit, such as `E12`."""
    pages: Line | None = None
    """The numbers of its pages: `214-233`, or `233A, 233B` for those that came in late. Left out where it was marked
    and not in the bundle."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The number of each page, in order; what is no number is passed over."""
        return tuple(self._numbers())

    def _numbers(self) -> Iterator[str]:
        for part in (self.pages or "").split(","):
            if found := _RUN.fullmatch(part.strip()):
                first, last, alone = found.groups()
                if alone:
                    yield alone
                else:
                    end = min(int(last or first), int(first) + _LONGEST)
                    yield from map(str, range(int(first), end + 1))


class FixedBundle(Record):
    """A bundle of a filing whose marks and pages are fixed, as `probata bundle --fix` writes it down."""

    filing: Id
    """The filing. Of several entries for one filing the last holds."""
    pieces: tuple[FixedPiece, ...] = ()
    """What it holds, in the order of its pages."""
    note: Line | None = None
    """A remark for the team."""
