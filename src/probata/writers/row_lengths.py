"""How long a row of a table is on paper, told well enough to say whether it may run on to the next page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probata.document.blocks import Blocks, Row, Table
from probata.document.inlines import Note
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks

LONGEST_WHOLE: Final = 16
"""Lines that a row may have, with those of its notes, to be kept on one page: a longer one would leave a third of it
empty."""

POINTS_PER_LETTER: Final = 4.5
"""What a letter of ten points takes, on average."""


LINES_OF_SHORT_TABLE: Final = 18.0
"""Lines of a table that is kept on one page, with the space round its rows: about a third of a page."""

MOST_SHORT_ROWS: Final = 12
"""Rows of such a table."""

SPACE_OF_ROW: Final = 0.5
"""Lines that the space round a row takes."""


def is_short(table: Table, widths: Sequence[float], text_width: float) -> bool:
    """Tell whether a table with a head is short enough to be moved whole; `widths` are those of its columns."""
    if not table.header or len(table.rows) > MOST_SHORT_ROWS:
        return False
    rows = (*table.header, *table.rows)
    return sum(_length(row, widths, text_width) + SPACE_OF_ROW for row in rows) <= LINES_OF_SHORT_TABLE


LINES_OF_LAST_ROWS: Final = 12
"""Lines of the last three rows of a table, up to which they stay together; of longer ones the last two do."""


def last_together(table: Table, widths: Sequence[float], text_width: float) -> int:
    """Return how many rows at the end of a table are not parted: three, or two where three would leave a gap."""
    lines = sum(_length(row, widths, text_width) for row in table.rows[-3:])
    return 3 if lines <= LINES_OF_LAST_ROWS else 2


def bears_notes(table: Table) -> bool:
    """Tell whether a row of a table has a note."""
    return any(row_bears_notes(row) for row in table.rows)


def row_bears_notes(row: Row) -> bool:
    """Tell whether a row has a note."""
    return any(True for _ in _notes(row))


def may_split(row: Row, widths: Sequence[float], text_width: float, longest: int = LONGEST_WHOLE) -> bool:
    """Tell whether a row is too long to be moved whole; `widths` are those of its cells, all in points."""
    return _length(row, widths, text_width) > longest


def _length(row: Row, widths: Sequence[float], text_width: float) -> int:
    cells = zip(row.cells, widths, strict=True)
    longest = max((_lines(cell.blocks, width) for cell, width in cells), default=0)
    return longest + sum(_lines(note.blocks, text_width) for note in _notes(row))


def _notes(row: Row) -> Iterator[Note]:
    inlines = (inline for cell in row.cells for inline in inlines_in_order(cell.blocks))
    return (inline for inline in inlines if isinstance(inline, Note))


def _lines(blocks: Blocks, width: float) -> int:
    letters = max(1, int(width // POINTS_PER_LETTER))
    texts = (plain_text(own_inlines(block)) for block in walk_blocks(blocks))
    return sum(max(1, -(-len(text) // letters)) for text in texts)
