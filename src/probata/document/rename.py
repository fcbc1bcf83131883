"""Give blocks and notes other ids, and let what refers to them follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Cell,
    Contents,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Row,
    Table,
)
from probata.document.inlines import CrossRef, Inline, Inlines, Note, NoteRef
from probata.document.rebuild import map_blocks, map_children, same_or_new


def renamed(blocks: Blocks, names: Mapping[str, str], notes: Mapping[str, str] | None = None) -> Blocks:
    """Return the blocks with other ids: `names` of blocks, `notes` of notes. What is in neither keeps its id."""
    if not names and not notes:
        return blocks
    of_notes = notes or {}

    def change(inlines: Inlines) -> Inlines:
        changed = tuple(_inline(map_children(inline, change), names, of_notes) for inline in inlines)
        return same_or_new(inlines, changed)

    return _blocks(map_blocks(blocks, change), names)


def _inline(inline: Inline, names: Mapping[str, str], notes: Mapping[str, str]) -> Inline:
    match inline:
        case CrossRef(target=target) if target in names:
            return replace(inline, target=names[target])
        case NoteRef(target=target) if target in notes:
            return replace(inline, target=notes[target])
        case Note(id=id_) if id_ in notes:
            return replace(inline, id=notes[id_])
        case _:
            return inline


def _blocks(blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    return same_or_new(blocks, tuple(_block(block, names) for block in blocks))


def _block(block: Block, names: Mapping[str, str]) -> Block:
    match block:
        case Heading() | Paragraph() | Picture():
            name = names.get(block.id, block.id)
            return block if name == block.id else replace(block, id=name)
        case Table():
            rows, header = (tuple(_row(row, names) for row in rows) for rows in (block.rows, block.header))
            return replace(block, id=names.get(block.id, block.id), rows=rows, header=header)
        case Quote() | Box():
            return replace(block, blocks=_blocks(block.blocks, names))
        case ListBlock():
            return replace(block, items=tuple(_blocks(item, names) for item in block.items))
        case Contents():
            entries = (replace(entry, target=names.get(entry.target, entry.target)) for entry in block.entries)
            return replace(block, entries=tuple(entries))
        case _:
            return block


def _row(row: Row, names: Mapping[str, str]) -> Row:
    return replace(row, cells=tuple(_cell(cell, names) for cell in row.cells))


def _cell(cell: Cell, names: Mapping[str, str]) -> Cell:
    return replace(cell, blocks=_blocks(cell.blocks, names))
