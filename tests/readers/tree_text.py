"""What a document tree says that a page must show: the list that the readers of finished files give.

For tests that compare a file with the tree it came from; kinds and numbers as in `docx_text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.readers.item import Item

from probata.document.blocks import (
    Block,
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
from probata.document.inlines import Inlines, Note
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks


class _Labels(NamedTuple):
    """The words before the numbers of captions."""

    table: str
    figure: str


def read_tree(document: Document) -> list[Item]:
    """Return what the files of this document must show."""
    label = _Labels(document.meta.label("table"), document.meta.label("figure"))
    notes = [inline for inline in inlines_in_order(document.blocks) if isinstance(inline, Note)]
    shown = [Item("note", str(note.number), _joined(note.blocks)) for note in notes]
    return [*_blocks(document.blocks, "paragraph", label), *shown]


def _blocks(blocks: tuple[Block, ...], kind: str, label: _Labels) -> Iterator[Item]:
    for block in blocks:
        yield from _block(block, kind, label)


def _block(block: Block, kind: str, label: _Labels) -> Iterator[Item]:
    match block:
        case Paragraph():
            yield Item(kind, block.number, _shown(block.inlines))
        case Heading():
            yield Item("heading", block.number, _shown(block.inlines))
        case Quote():
            yield from _blocks(block.blocks, "quote", label)
            if block.attribution:
                yield Item("quote", "", _shown(block.attribution))
        case ListBlock():
            yield from _list(block, label)
        case Table():
            yield from _table(block, label)
        case Picture():
            yield Item("picture", "", " ".join(block.alternative.split()))
            if block.caption:
                number = f"{label.figure} {block.number}" if block.number else ""
                yield Item("caption", number, _shown(block.caption))
        case Box():
            yield from _blocks(block.blocks, kind, label)
        case Contents() | PageBreak():
            return


def _list(block: ListBlock, label: _Labels) -> Iterator[Item]:
    for number, blocks in enumerate(block.items, 1):
        for index, item in enumerate(_blocks(blocks, "list", label)):
            yield item._replace(number=str(number)) if block.ordered and index == 0 else item


def _table(table: Table, label: _Labels) -> Iterator[Item]:
    if table.caption:
        yield Item("caption", f"{label.table} {table.number}" if table.number else "", _shown(table.caption))
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            yield Item("cell", "", _joined(cell.blocks))


def _joined(blocks: tuple[Block, ...]) -> str:
    return " ".join(" ".join(plain_text(own_inlines(block)) for block in walk_blocks(blocks)).split())


def _shown(inlines: Inlines) -> str:
    return " ".join(plain_text(inlines).split())
