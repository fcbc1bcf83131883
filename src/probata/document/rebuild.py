"""Rebuilding a tree with changes: what does not change is the same object afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import TypeVar, assert_never

from probata.document.blocks import (
    Block,
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
from probata.document.inlines import Cite, Inline, Inlines, Note, NoteRef, Text, Wrapper
from probata.document.walk import LEAVES, Blocks

T = TypeVar("T")
B = TypeVar("B", bound=Block)


def map_blocks(blocks: Blocks, change: Callable[[Inlines], Inlines]) -> Blocks:
    """Rebuild the blocks with `change` applied to every run of inlines, in output order.

    `change` gets the inlines of one paragraph, heading, caption or attribution; it sees containers whole and
    goes into them with `map_children` where it wants to.
    """
    return same_or_new(blocks, tuple(map_block(block, change) for block in blocks))


def map_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Rebuild one block and everything in it; see `map_blocks`. What does not change is the same object afterwards."""

    def inside(blocks: Blocks) -> Blocks:
        return map_blocks(blocks, change)

    match block:
        case Paragraph() | Heading():
            inlines = change(block.inlines)
            return block if inlines is block.inlines else _with_inlines(block, inlines)
        case ListBlock() | Box():
            return map_inner(block, inside)
        case Quote():
            quote, attribution = map_inner(block, inside), change(block.attribution)
            return quote if attribution is block.attribution else replace(quote, attribution=attribution)
        case Table():
            caption, table = change(block.caption), map_inner(block, inside)
            return table if caption is block.caption else replace(table, caption=caption)
        case Picture():
            caption = change(block.caption)
            return block if caption is block.caption else replace(block, caption=caption)
        case Contents() | PageBreak():
            return block
        case _:
            assert_never(block)


def map_inner(block: B, change: Callable[[Blocks], Blocks]) -> B:
    """Rebuild one block with `change` applied to the blocks directly inside: those of a quotation, an item, a cell."""
    match block:
        case Quote() | Box():
            blocks = change(block.blocks)
            return block if blocks is block.blocks else replace(block, blocks=blocks)
        case ListBlock():
            items = same_or_new(block.items, tuple(map(change, block.items)))
            return block if items is block.items else replace(block, items=items)
        case Table():
            header = same_or_new(block.header, tuple(_map_row(row, change) for row in block.header))
            rows = same_or_new(block.rows, tuple(_map_row(row, change) for row in block.rows))
            is_same = header is block.header and rows is block.rows
            return block if is_same else replace(block, header=header, rows=rows)
        case _:
            return block


def _map_row(row: Row, change: Callable[[Blocks], Blocks]) -> Row:
    cells = same_or_new(row.cells, tuple(_map_cell(cell, change) for cell in row.cells))
    return row if cells is row.cells else replace(row, cells=cells)


def _map_cell(cell: Cell, change: Callable[[Blocks], Blocks]) -> Cell:
    blocks = change(cell.blocks)
    return cell if blocks is cell.blocks else replace(cell, blocks=blocks)


def _with_inlines(block: Paragraph | Heading, inlines: Inlines) -> Block:
    if isinstance(block, Heading):
        return replace(block, inlines=inlines)
    # Made directly, in a fourth of the time: each stage of a document makes all its paragraphs anew.
    return Paragraph(inlines, block.role, block.id, block.level, block.number, block.origin, block.sentence)


def same_or_new(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """Return `old` where `new` holds the very same objects: a tree is rebuilt along its changes only."""
    return old if len(new) == len(old) and all(map(is_, new, old)) else new


def map_children(inline: Inline, change: Callable[[Inlines], Inlines]) -> Inline:
    """Rebuild one inline with `change` applied to the inlines inside it, notes included."""
    if type(inline) in LEAVES:
        return inline
    if isinstance(inline, Note):
        blocks = map_blocks(inline.blocks, change)
        return inline if blocks is inline.blocks else Note(inline.id, blocks, inline.number, inline.origin)
    if not isinstance(inline, Wrapper):
        return inline
    inlines = change(inline.inlines)
    return inline if inlines is inline.inlines else replace(inline, inlines=inlines)


def map_texts(inlines: Inlines, change: Callable[[str], str]) -> Inlines:
    """Rebuild inlines with `change` applied to the characters of each text in them, in notes too."""
    return same_or_new(inlines, tuple(_with_text_changed(inline, change) for inline in inlines))


def _with_text_changed(inline: Inline, change: Callable[[str], str]) -> Inline:
    if not isinstance(inline, Text):
        return map_children(inline, lambda inner: map_texts(inner, change))
    text = change(inline.text)
    return inline if text is inline.text else Text(text, inline.origin)


def without_notes(inlines: Inlines) -> Inlines:
    """Return the inlines without notes, citations and marks of notes, as a heading is repeated in the contents."""
    kept = (inline for inline in inlines if not isinstance(inline, Cite | Note | NoteRef))
    return tuple(map_children(inline, without_notes) for inline in kept)
