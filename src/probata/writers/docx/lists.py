"""Lists: bullets that count nothing, and numbers that begin again in each list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from probata.document.blocks import Blocks, ListBlock, Paragraph
from probata.document.identity import comes_from
from probata.word.elements import Element, add, make
from probata.writers.docx.number_lists import (
    BULLET_LEVELS,
    CELL_BULLETS,
    CELL_ORDERED,
    TEXT_BULLETS,
    TEXT_ORDERED,
)
from probata.writers.docx.paragraphs import set_property, write_paragraph
from probata.writers.docx.places import Place
from probata.writers.docx.state import State
from probata.writers.docx.style_names import BULLETS, CONTINUED, ORDERED, TABLE_LIST

BlocksWriter = Callable[[Element, Blocks, Place, State], None]
"""Adds the blocks of an item that follow its first paragraph."""


def write_list(parent: Element, block: ListBlock, place: Place, state: State, write_blocks: BlocksWriter) -> None:
    """Add a list. The first paragraph of an item has its bullet or number, later ones its indent."""
    level = min(place.list_level, BULLET_LEVELS - 1)
    numbers = _numbers(block, place)
    id_ = state.numbering.restarted(numbers, level) if block.ordered else state.numbering.id_of(numbers)
    inner = replace(place, body_style=_continued(place), list_level=place.list_level + 1)
    for item in block.items:
        first, rest = item[:1], item[1:]
        if first and isinstance(first[0], Paragraph):
            style = _item_style(block, place)
            paragraph = write_paragraph(parent, first[0].inlines, style, state, first[0].id)
            state.controls.hold(paragraph, comes_from(first[0].inlines, first[0], place.origin))
            if block.ordered or place.in_cell or level >= len(BULLETS):
                set_property(paragraph, _number(id_, level))
        else:
            rest = item
        write_blocks(parent, rest, inner, state)


def _numbers(block: ListBlock, place: Place) -> str:
    if place.in_cell:
        return CELL_ORDERED if block.ordered else CELL_BULLETS
    return TEXT_ORDERED if block.ordered else TEXT_BULLETS


def _item_style(block: ListBlock, place: Place) -> str:
    styles = ORDERED if block.ordered else BULLETS
    return TABLE_LIST if place.in_cell else styles[min(place.list_level, len(styles) - 1)]


def _continued(place: Place) -> str:
    return TABLE_LIST if place.in_cell else CONTINUED[min(place.list_level, len(CONTINUED) - 1)]


def _number(id_: str, level: int) -> Element:
    numbering = make("numPr")
    add(numbering, "ilvl", val=level)
    add(numbering, "numId", val=id_)
    return numbering
