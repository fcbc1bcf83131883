"""What a bundle is joined from: pieces in their order, each of runs of pages out of PDF files on disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """Pages of one file, in their order: upright, the lower left corner at 0, 0."""

    path: Path
    spots: str
    """Where the number fits on each of the pages, a letter each; see `margins.py`."""
    first: int = 0
    """The page of the file with which it begins, from 0."""
    is_ours: bool = False
    """Whether we wrote the file: its links may lead into the bundle."""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.spots)

    def cut(self, begin: int, end: int) -> Run:
        """Return its pages from `begin` to before `end`, both counted from its own first."""
        return replace(self, spots=self.spots[begin:end], first=self.first + begin)


@dataclass(frozen=True, slots=True)
class Piece:
    """The index, the brief, an annex, or an exhibit behind its cover sheet."""

    key: str
    """What links into it call it: behind `IN_BUNDLE` in an address, in letters, digits and hyphens."""
    title: str
    """Its line in the outline, without the page."""
    runs: tuple[Run, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return sum(run.pages for run in self.runs)

    def cut(self, begin: int, end: int) -> Piece:
        """Return its pages from `begin` to before `end`."""
        if begin <= 0 and end >= self.pages:
            return self
        return replace(self, runs=tuple(_cut(self.runs, begin, end)))


def _cut(runs: Sequence[Run], begin: int, end: int) -> Iterator[Run]:
    for run in runs:
        if begin < run.pages and end > 0:
            yield run.cut(max(begin, 0), min(end, run.pages))
        begin, end = begin - run.pages, end - run.pages


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link leads: a page of the bundle, from 0, and how high on it, in points from its lower edge."""

    page: int
    top: float | None = None
