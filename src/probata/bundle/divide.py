"""Dividing a bundle into parts of at most so many pages or bytes, where a forum takes no larger file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from probata.bundle.pieces import Piece, Run

_ROUGHLY = 1.02
"""How much larger a file grows by the numbers on its pages."""


def divide(
    pieces: Sequence[Piece], most_pages: int | None = None, most_bytes: int | None = None
) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of each part, in order; one part where the forum sets no limit.

    A part ends before the piece that does not fit any more; a piece that fits into no part alone is cut. What a page
    weighs is taken from the size of its file, as if all its pages weighed the same.
    """
    weights = _weights(pieces) if most_bytes else {}
    parts: list[list[Piece]] = [[]]
    left_pages, left_bytes = float(most_pages or "inf"), float(most_bytes or "inf")
    pages, weight = 0, 0.0
    for whole in pieces:
        for piece in _fitting(whole, weights, left_pages, left_bytes):
            own = _weight(piece, weights)
            if parts[-1] and (pages + piece.pages > left_pages or weight + own > left_bytes):
                parts.append([])
                pages, weight = 0, 0.0
            parts[-1].append(piece)
            pages, weight = pages + piece.pages, weight + own
    return tuple(map(tuple, parts))


def _fitting(piece: Piece, weights: Mapping[Path, float], pages: float, weight: float) -> Iterator[Piece]:
    """Give a piece, or where it is larger than a part the pieces into which it is cut."""
    if piece.pages <= pages and _weight(piece, weights) <= weight:
        yield piece
        return
    begin = 0
    while begin < piece.pages:
        end = begin + 1
        while end < piece.pages and end + 1 - begin <= pages and _weight(piece.cut(begin, end + 1), weights) <= weight:
            end += 1
        yield replace(piece.cut(begin, end), keeps_structure=False)
        begin = end


def _weights(pieces: Sequence[Piece]) -> dict[Path, float]:
    """Return what a page of each file weighs."""
    pages: dict[Path, int] = {}
    for run in (run for piece in pieces for run in piece.runs):
        pages[run.path] = max(pages.get(run.path, 0), run.first + run.pages)
    return {path: path.stat().st_size * _ROUGHLY / count for path, count in pages.items() if count}


def _weight(piece: Piece, weights: Mapping[Path, float]) -> float:
    return sum(_of_run(run, weights) for run in piece.runs)


def _of_run(run: Run, weights: Mapping[Path, float]) -> float:
    return run.pages * weights.get(run.path, 0.0)
