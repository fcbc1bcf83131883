"""A bundle from its pieces: numbered, divided, joined, with every link led to its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from pikepdf import Dictionary, Pdf

from probata.bundle.divide import divide
from probata.bundle.join import Named, Volume, join
from probata.bundle.pieces import Piece, Place
from probata.document.anchors import IN_BUNDLE

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
    path_of: Callable[[int, int], Path],
) -> tuple[Volume, ...]:
    """Write the bundle and return its volumes. `path_of` names the file of a part, from 1, among how many.

    Raises `TooLargeError`, and as `join` does.
    """
    asked = limits.bytes
    for _ in range(_ROUNDS):
        parts = divide(pieces, limits.pages, asked)
        begins = accumulate((sum(piece.pages for piece in part) for part in parts), initial=0)
        volumes = tuple(
            Volume(path_of(number, len(parts)), part, begin)
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
    found: list[tuple[str, Place]] = []
    with Pdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages):
            for annotation in page.obj.get("/Annots", ()):
                action = annotation.get("/A")
                address = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
                if address.startswith(IN_BUNDLE):
                    top = max(float(annotation.Rect[1]), float(annotation.Rect[3]))
                    found.append((address.removeprefix(IN_BUNDLE), Place(number, top)))
    return tuple(found)
