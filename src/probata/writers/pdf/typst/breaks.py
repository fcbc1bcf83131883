"""Where a new page must begin so that notes stand on the page of their mark and rows do not stand alone.

The layout leaves some notes on the page before or behind their mark, mostly where a table or a heading moved on (issue
5405 of Typst), and knows of no rows that belong together. A break before the block or row in question mends both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Plain = Any  # what JSON holds
Place = tuple[int, int]
"""A block by its place in the document, and a row of it; -1 for what stands in no row that can be moved alone."""

LEAST_DIVIDED: Final = 4
"""Rows of the shortest table whose second row stays with the first."""

SPARSE: Final = 0.3
"""A page that ends above this share of its height, its margin included, is almost empty: a line or two."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Blocks and rows that begin a page, and page breaks of the document that are left out."""

    blocks: frozenset[int] = field(default_factory=frozenset)
    rows: frozenset[Place] = field(default_factory=frozenset)
    fallen: frozenset[int] = field(default_factory=frozenset)

    def plain(self) -> Plain:
        """Return them as the program reads them."""
        return {"blocks": sorted(self.blocks), "rows": sorted(self.rows), "fallen": sorted(self.fallen)}


def places_of_notes(blocks: Sequence[Plain]) -> dict[str, Place]:
    """Return where the mark of each note stands, by the note's id."""
    found: dict[str, Place] = {}
    for number, block in enumerate(blocks):
        found.update(dict.fromkeys(_notes(block), (number, -1)))
        if block["t"] == "table" and not block["whole"]:
            for place, row in enumerate(block["rows"]):
                found.update(dict.fromkeys(_notes(row), (number, place)))
    return found


def with_mended(breaks: Breaks, seen: Iterable[Plain], places: Mapping[str, Place], blocks: Sequence[Plain]) -> Breaks:
    """Return the breaks with those that what was `seen` asks for; the same where nothing is left to try.

    What stands behind a new break moves. So between two breaks the first place alone is mended at a time: no break is
    made for what an earlier one puts right, and none comes to stand in the middle of a page.
    """
    by_kind: dict[str, list[Plain]] = {"drifted": [], "row": [], "cell": [], "fall": []}
    for found in seen:
        by_kind[found["kind"]].append(found)
    fallen = breaks.fallen | {found["place"][0] for found in by_kind["fall"] if _is_sparse(found)}
    asked = [places[found["note"]] for found in by_kind["drifted"]]
    asked += [*_parted_cells(by_kind["cell"]), *_parted_rows(by_kind["row"], blocks)]
    begins = sorted(
        breaks.blocks | {n for n, block in enumerate(blocks) if block["t"] == "page-break" and n not in fallen}
    )
    first: dict[int, Place] = {}
    for block, row in sorted(asked, reverse=True):
        place = (block, row) if row > 0 else (_with_what_stays(block, blocks), -1)
        if place not in breaks.rows and place[0] not in (breaks.blocks if row < 1 else ()):
            first[bisect_right(begins, block)] = place
    moved = {block for block, row in first.values() if row < 1}
    return Breaks(breaks.blocks | moved, breaks.rows | {place for place in first.values() if place[1] > 0}, fallen)


def _is_sparse(found: Plain) -> bool:
    """Tell whether a page ends with almost nothing on it; the first page is a title page."""
    return bool(found["page"] > 1 and found["down"] < SPARSE)


def _parted_cells(seen: Iterable[Plain]) -> Iterator[Place]:
    """Give the rows that run on and whose cells do not all begin on one page: a label would stand without its value."""
    pages: dict[Place, set[int]] = {}
    for found in seen:
        pages.setdefault((found["place"][0], found["place"][1]), set()).add(found["page"])
    yield from (place for place, on in pages.items() if len(on) > 1)


def _parted_rows(seen: Iterable[Plain], blocks: Sequence[Plain]) -> Iterator[Place]:
    pages: dict[int, dict[int, int]] = {}
    for found in seen:
        block, row = found["place"]
        pages.setdefault(block, {})[row] = found["page"]
    for block, on in pages.items():
        yield from ((block, row) for row in _parted(on, blocks[block]))


def _parted(pages: Mapping[int, int], table: Plain) -> Iterator[int]:
    """Give the rows to move so that neither the first row nor one of the last stands alone; long ones run on."""
    rows: Sequence[Plain] = table["rows"]
    if table["whole"] or len(rows) < LEAST_DIVIDED:
        return
    if pages[0] != pages[1] and not rows[0]["long"]:
        yield 0
    last = len(rows) - table["last"]
    if last > 0 and pages[last] != pages[len(rows) - 1] and not any(row["long"] for row in rows[last:-1]):
        yield last


def _with_what_stays(number: int, blocks: Sequence[Plain]) -> int:
    """Return the first of the blocks that move with this one: the headings and announcements above it."""
    while number and blocks[number - 1]["stays"]:
        number -= 1
    return number


def _notes(plain: Plain) -> Iterator[str]:
    if isinstance(plain, dict):
        if plain.get("t") == "note":
            yield plain["id"]
        plain = list(plain.values())
    if isinstance(plain, list):
        for inner in plain:
            yield from _notes(inner)
