"""Boxes: a framed passage is a table of one cell."""

from __future__ import annotations

from typing import Final

from probata.document.blocks import Box
from probata.word.elements import Element, add
from probata.writers.docx.state import State
from probata.writers.docx.style_names import BOXES
from probata.writers.docx.tables import open_table

PADDING: Final = 340
"""Twips between the borders and the text, left and right together."""


def open_box(parent: Element, box: Box, width: int, state: State) -> tuple[Element, int]:
    """Add the frame and return the cell to be filled, with the width of its text."""
    table = open_table(parent, BOXES[box.kind], (width,), state)
    cell = add(add(table, "tr"), "tc")
    add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
    return cell, width - PADDING
