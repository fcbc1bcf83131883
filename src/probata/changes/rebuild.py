"""A document with some of its lines changed. What does not change is the same object afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar, assert_never

from probata.changes.lines import Line
from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Cell,
    Contents,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
)
from probata.document.identity import comes_from
from probata.document.inlines import Inlines
from probata.document.origin import Origin
from probata.document.rebuild import same_or_new

C = TypeVar("C", Table, Picture)
P = TypeVar("P", Paragraph, Heading)

Edits = Mapping[int, Sequence[Line]]
"""Slot → the lines that stand there now: none where it is left out, several where paragraphs were added."""


@dataclass(slots=True)
class Rebuilder:
    """Goes through the blocks as `lines_of` does, and puts in what was changed."""

    edits: Edits
    added: Mapping[int, Origin]
    """Slot → the change that added paragraphs there."""

    slots: count[int]

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return the blocks with the changes in them; a container that holds nothing any more is left out."""
        return same_or_new(blocks, tuple(made for block in blocks for made in self._block(block)))

    def _block(self, block: Block) -> Blocks:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Heading():
                return tuple(_changed(block, inlines) for inlines in self._fixed(block.inlines))
            case ListBlock():
                items = same_or_new(block.items, tuple(made for item in block.items for made in self._item(item)))
                kept = block if items is block.items else replace(block, items=items)
                return (kept,) if items or not block.items else ()
            case Quote():
                return self._quote(block)
            case Table():
                return (self._table(block),)
            case Picture():
                return (self._captioned(block),)
            case Box():
                inner = self.blocks(block.blocks)
                boxed = block if inner is block.blocks else replace(block, blocks=inner)
                return (boxed,) if inner or not block.blocks else ()
            case Contents() | PageBreak():
                return (block,)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> tuple[Paragraph, ...]:
        slot = next(self.slots)
        if slot not in self.edits:
            return (block,)
        further = replace(block, id="", number="", origin=self.added.get(slot, block.origin))
        return tuple(
            replace(further, inlines=line.inlines) if line.is_further
            else _changed(block, line.inlines) if line.is_changed else block
            for line in self.edits[slot]
        )  # fmt: skip

    def _fixed(self, inlines: Inlines) -> Iterator[Inlines]:
        slot = next(self.slots)
        yield from (line.inlines for line in self.edits[slot]) if slot in self.edits else (inlines,)

    def _item(self, item: Blocks) -> Iterator[Blocks]:
        """Give an item of a list, and one more for each paragraph added at its end: a list goes on as a list."""
        made = [self._block(block) for block in item]
        if item and isinstance(item[-1], Paragraph):
            *before, last = made
            first = (*(block for blocks in before for block in blocks), *last[:1])
            yield from (one for one in (first, *((block,) for block in last[1:])) if one)
        elif not item or (inner := tuple(block for blocks in made for block in blocks)):
            yield same_or_new(item, inner) if item else item

    def _quote(self, block: Quote) -> Blocks:
        inner = self.blocks(block.blocks)
        attribution = next(self._fixed(block.attribution), ())
        if not inner and not attribution:
            return ()
        is_same = inner is block.blocks and attribution is block.attribution
        return (block if is_same else replace(block, blocks=inner, attribution=attribution),)

    def _table(self, block: Table) -> Table:
        captioned = self._captioned(block)
        header = same_or_new(block.header, tuple(map(self._row, block.header)))
        rows = same_or_new(block.rows, tuple(map(self._row, block.rows)))
        is_same = header is block.header and rows is block.rows
        return captioned if is_same else replace(captioned, header=header, rows=rows)

    def _captioned(self, block: C) -> C:
        caption = next(self._fixed(block.caption), ())
        if caption is block.caption:
            return block
        return replace(block, caption=caption, origin=block.origin or comes_from(block.caption))

    def _row(self, row: Row) -> Row:
        cells = same_or_new(row.cells, tuple(map(self._cell, row.cells)))
        return row if cells is row.cells else replace(row, cells=cells)

    def _cell(self, cell: Cell) -> Cell:
        blocks = self.blocks(cell.blocks)
        return cell if blocks is cell.blocks else replace(cell, blocks=blocks)


def _changed(block: P, inlines: Inlines) -> P:
    """Return a block with other words; what its texts said of where it comes from is said by the block from now on."""
    if inlines is block.inlines:
        return block
    return replace(block, inlines=inlines, origin=block.origin or comes_from(block.inlines))
