"""The lines of a tree in the order of print, whatever they say: one walk for all who read or change what is printed.

A line is a paragraph, a heading, a caption, a picture, the name below a quotation, or the title of the contents. Those
in cells, boxes, quotations and lists are lines too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Literal, assert_never

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Contents,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from probata.document.identity import Bearer, comes_from
from probata.document.inlines import Inlines
from probata.document.origin import Origin

Part = Literal["paragraph", "heading", "attribution", "caption", "picture", "contents"]


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One line, with nothing in it where its part of the block has no words."""

    part: Part
    block: Paragraph | Heading | Quote | Table | Picture | Contents
    """The block that it is, or a part of."""

    inlines: Inlines
    around: tuple[Bearer, ...]
    """The block and what that stands in, the innermost first; none for the contents, which repeat headings."""

    parent: int
    """What tells the lines that stand directly in one thing, such as a cell, from others."""

    @property
    def origin(self) -> Origin | None:
        """The record and field that it comes from, as `comes_from` tells it."""
        return comes_from(self.inlines, *self.around) if self.around else None


def lines_in(blocks: Blocks) -> Iterator[TreeLine]:
    """Give the lines of blocks, those without words included; contents without entries have a title without words."""
    return _lines(blocks, (), count())


def _lines(blocks: Blocks, around: tuple[Bearer, ...], parents: count[int]) -> Iterator[TreeLine]:
    parent = next(parents)
    for block in blocks:
        yield from _of_block(block, around, parent, parents)


def _of_block(block: Block, around: tuple[Bearer, ...], parent: int, parents: count[int]) -> Iterator[TreeLine]:
    match block:
        case Paragraph() | Heading():
            part: Part = "paragraph" if isinstance(block, Paragraph) else "heading"
            yield TreeLine(part, block, block.inlines, (block, *around), parent)
        case ListBlock():
            for item in block.items:
                yield from _lines(item, around, parents)
        case Quote():
            yield from _lines(block.blocks, (block, *around), parents)
            yield TreeLine("attribution", block, block.attribution, (block, *around), parent)
        case Table():
            yield TreeLine("caption", block, block.caption, (block, *around), parent)
            yield from _of_rows(block, around, parents)
        case Picture():
            yield TreeLine("picture", block, (), (block,), parent)
            yield TreeLine("caption", block, block.caption, (block, *around), parent)
        case Box():
            yield from _lines(block.blocks, around, parents)
        case Contents():
            yield TreeLine("contents", block, block.title if block.entries else (), (), parent)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _of_rows(table: Table, around: tuple[Bearer, ...], parents: count[int]) -> Iterator[TreeLine]:
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            yield from _lines(cell.blocks, (row, table, *around), parents)
