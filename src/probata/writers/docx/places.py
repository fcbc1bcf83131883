"""Where blocks stand: in the text, a cell, a box, a quotation, a note, an item of a list."""

from __future__ import annotations

from dataclasses import dataclass

from probata.document.blocks import Role
from probata.document.origin import Origin
from probata.writers.docx.style_names import OF_ROLE


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks stand: it decides the style of plain paragraphs and of lists."""

    body_style: str = OF_ROLE[Role.BODY]
    in_cell: bool = False
    list_level: int = 0
    width: int = 0
    """Twips between the margins or the borders of a box."""

    origin: Origin | None = None
    """The record that what holds them comes from, such as the row of a table."""
