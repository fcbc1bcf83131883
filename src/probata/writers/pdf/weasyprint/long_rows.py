"""Rows of tables that are too long to be moved whole and run on to the next page.

The layout fills each cell of such a row by itself: where the first lines of one cell do not fit any more, it begins on
the next page, and a label is left without its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from probata.writers.html.element import Element
from probata.writers.html.tables import LONG
from probata.writers.pdf.weasyprint.stops import Place, Stop


@dataclass(frozen=True, slots=True)
class LongRow:
    """A row that may run on."""

    id: str
    breaks_at: str
    """Id of the element to move to the next page with it: the table, where it is the first row; empty for none."""

    cells: tuple[tuple[str, ...], ...]
    """Ids of the paragraphs of each cell."""


def long_rows(main: Element, places: Sequence[Place]) -> tuple[LongRow, ...]:
    """Return the rows that may run on, in the order of the text. Every block must have its id."""
    stops = {place.id: place.breaks_at for place in places if isinstance(place, Stop)}
    return tuple(
        LongRow(row.get("id", ""), _breaks_at(row, table, stops), tuple(_paragraphs(cell) for cell in row))
        for table in main.iter("table")
        for row in table.iter("tr")
        if LONG in row.get("class", "").split()
    )


def parted_rows(rows: Iterable[LongRow], pages: Mapping[str, int]) -> tuple[LongRow, ...]:
    """Return the rows whose cells do not all begin on one page; `pages` gives the first page of each id.

    What a style sheet hides is on no page, and parts no row.
    """
    return tuple(row for row in rows if len({pages[first] for first in _beginnings(row) if first in pages}) > 1)


def _beginnings(row: LongRow) -> tuple[str, ...]:
    return (row.id, *(cell[0] for cell in row.cells if cell))


def _breaks_at(row: Element, table: Element, stops: Mapping[str, str]) -> str:
    return stops.get(row.get("id", "")) or stops.get(table.get("id", ""), "")


def _paragraphs(cell: Element) -> tuple[str, ...]:
    return tuple(paragraph.get("id", "") for paragraph in cell.iter("p"))
