"""Boxes: a framed passage is a table of one cell."""

from __future__ import annotations

from probata.document.blocks import Box, Cell, Row
from probata.word.elements import Element, add
from probata.writers.docx.state import State
from probata.writers.docx.style_names import BOX
from probata.writers.docx.tables import open_table
from probata.writers.docx.widths import TWIPS
from probata.writers.row_lengths import may_split


def open_box(parent: Element, box: Box, width: int, state: State) -> tuple[Element, int]:
    """Add the frame and return the cell to be filled, with the width of its text.

    A short box stays on one page, as a short row does: else LibreOffice may leave its lower edge alone on the next.
    """
    padding = state.measures.twips(state.measures.look.space.box)
    table, inside = open_table(parent, BOX, (width,), state), width - 2 * padding
    row = add(table, "tr")
    if not may_split(Row((Cell(box.blocks),)), (inside / TWIPS,), state.text_width / TWIPS):
        add(add(row, "trPr"), "cantSplit")
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
    return cell, inside
