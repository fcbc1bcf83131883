"""A bundle from its pieces: numbered, divided, joined, with every link led to its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from pikepdf import Pdf

from probata.bundle.copy_pages import led_in
from probata.bundle.join import Named, Volume, join
from probata.bundle.pieces import Piece, Place, Run

_ROUNDS = 5
_SMALLER = 0.97
"""By how much less than what is wanted is asked for after a part came out too large."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a forum takes as one file; nothing where it sets no limit."""

    pages: int | None = None
    bytes: int | None = None


class TooLargeError(Exception):
    """No division keeps every part within the limit of bytes: a page alone is larger."""


def make_bundle(
    pieces: Sequence[Piece],
    numbers: Sequence[str],
    places: Mapping[str, Place],
    named: Named,
    limits: Limits,
    whole: Path,
) -> tuple[Volume, ...]:
    """Write the bundle and return its volumes: the file `whole`, else `<stem>.part-1.pdf` and so on, there too.

    Raises `TooLargeError`, and as `join` does.
    """
    asked = limits.bytes
    for _ in range(_ROUNDS):
        parts = divide(pieces, limits.pages, asked)
        begins = accumulate((sum(piece.pages for piece in part) for part in parts), initial=0)
        volumes = tuple(
            Volume(whole if len(parts) == 1 else whole.with_stem(f"{whole.stem}.part-{number}"), part, begin)
            for number, (part, begin) in enumerate(zip(parts, begins, strict=False), 1)
        )
        for volume in volumes:
            join(volume, numbers, places, named, volumes)
        largest = max(volume.path.stat().st_size for volume in volumes)
        if limits.bytes is None or asked is None or largest <= limits.bytes:
            return volumes
        asked = int(asked * limits.bytes / largest * _SMALLER)
        for volume in volumes:
            volume.path.unlink()
    raise TooLargeError


def begins_of(pieces: Sequence[Piece]) -> dict[str, Place]:
    """Return the first page of each piece by its key."""
    begins = accumulate((piece.pages for piece in pieces), initial=0)
    return {piece.key: Place(begin) for piece, begin in zip(pieces, begins, strict=False)}


def marks_in(path: Path) -> tuple[tuple[str, Place], ...]:
    """Return what the links of a file of ours lead to, in their order, each with the page and height where it stands.

    A link that runs on over a line stands at its first.
    """
    with Pdf.open(path) as pdf:
        return tuple(
            (key, Place(number, max(float(link.Rect[1]), float(link.Rect[3]))))
            for number, page in enumerate(pdf.pages)
            for link, key in led_in(page.obj)
        )


# Parts, where a forum takes no larger file.

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
        yield piece.cut(begin, end)
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
