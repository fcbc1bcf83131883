"""Where a new page must begin so that notes stand on the page of their mark and rows do not stand alone.

The layout leaves some notes on the page before or behind their mark, mostly where a table or a heading moved on (issue
5405 of Typst), and knows of no rows that belong together. A break before the block or row in question mends both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Plain = Any  # what JSON holds
Place = tuple[int, int]
"""A block by its place in the document, and a row of it; -1 for what stands in no row that can be moved alone."""

LEAST_DIVIDED: Final = 4
"""Rows of the shortest table whose second row stays with the first."""

HOLLOW: Final = 0.45
"""A page that a break of ours ends above this share of its height was broken too early."""

SPARSE: Final = 0.3
"""A page that ends above this share of its height, its margin included, is almost empty: a line or two."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Blocks and rows that begin a page, and page breaks of the document that are left out.

    A break that an earlier one left high on its page is taken back, once: one that is asked for again is in `kept`.
    """

    blocks: frozenset[int] = field(default_factory=frozenset)
    rows: frozenset[Place] = field(default_factory=frozenset)
    fallen: frozenset[int] = field(default_factory=frozenset)
    kept: frozenset[int] = field(default_factory=frozenset)

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


def with_mended(
    breaks: Breaks, seen: Iterable[Plain], places: Mapping[str, Place], blocks: Sequence[Plain]
) -> Breaks:
    """Return the breaks with those that what was `seen` asks for; the same where nothing is left to try.

    Of each block the first place alone is moved: what stands behind it moves with it.
    """
    by_kind: dict[str, list[Plain]] = {"drifted": [], "row": [], "cell": [], "break": [], "fall": []}
    for found in seen:
        by_kind[found["kind"]].append(found)
    first: dict[int, int] = {}
    for found in by_kind["drifted"]:
        block, row = places[found["note"]]
        first[block] = min(row, first.get(block, row))
    for block, row in (*_parted_cells(by_kind["cell"]), *_parted_rows(by_kind["row"], blocks)):
        first.setdefault(block, row)
    moved = {_with_what_stays(block, blocks) for block, row in first.items() if row < 1}
    rows = {(block, row) for block, row in first.items() if row > 0}
    hollow = _above(by_kind["break"], HOLLOW) - breaks.kept
    return Breaks(
        (breaks.blocks - hollow) | moved,
        breaks.rows | rows,
        breaks.fallen | _above(by_kind["fall"], SPARSE),
        breaks.kept | hollow,
    )


def _above(seen: Iterable[Plain], share: float) -> frozenset[int]:
    """Return the blocks that stand above this share of a page's height; the first page is a title page."""
    return frozenset(found["place"][0] for found in seen if found["page"] > 1 and found["down"] < share)


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
