"""How long a row of a table is on paper, told well enough to say whether it may run on to the next page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probata.document.blocks import Blocks, Row
from probata.document.inlines import Note
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks

LONGEST_WHOLE: Final = 16
"""Lines that a row may have, with those of its notes, to be kept on one page: a longer one would leave a third of it
empty."""

POINTS_PER_LETTER: Final = 4.5
"""What a letter of ten points takes, on average."""


def may_split(row: Row, widths: Sequence[float], text_width: float) -> bool:
    """Tell whether a row is too long to be moved whole; `widths` are those of its cells, all in points."""
    cells = zip(row.cells, widths, strict=True)
    notes = [inline for cell in row.cells for inline in inlines_in_order(cell.blocks) if isinstance(inline, Note)]
    longest = max((_lines(cell.blocks, width) for cell, width in cells), default=0)
    return longest + sum(_lines(note.blocks, text_width) for note in notes) > LONGEST_WHOLE


def _lines(blocks: Blocks, width: float) -> int:
    """Count the lines of text: each paragraph has one at least."""
    letters = max(1, int(width // POINTS_PER_LETTER))
    texts = (plain_text(own_inlines(block)) for block in walk_blocks(blocks))
    return sum(max(1, -(-len(text) // letters)) for text in texts)
