"""Going through a tree: every node in output order, and rebuilding with changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from probata.document.inlines import (
    Cite,
    CrossRef,
    Emph,
    Gap,
    Inline,
    Inlines,
    Language,
    LineBreak,
    Link,
    Note,
    NoteRef,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
    Underline,
)

Blocks = tuple[Block, ...]
T = TypeVar("T")

LEAVES = frozenset({Text, LineBreak, Gap, Cite, NoteRef, CrossRef})
"""Inlines that hold no others: nearly all, so that they are told apart at once."""

_WITHOUT_BLOCKS = frozenset({Paragraph, Heading, Picture, Contents, PageBreak})
"""Blocks that hold no others."""


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """Give every block, a container before what it holds; blocks of notes are left out."""
    for block in blocks:
        yield block
        if type(block) not in _WITHOUT_BLOCKS:
            yield from walk_blocks(child_blocks(block))


def child_blocks(block: Block) -> Blocks:
    """Return the blocks directly inside, in output order."""
    match block:
        case ListBlock(items=items):
            return tuple(child for item in items for child in item)
        case Quote(blocks=blocks) | Box(blocks=blocks):
            return blocks
        case Table(header=header, rows=rows):
            return tuple(b for row in (*header, *rows) for cell in row.cells for b in cell.blocks)
        case Paragraph() | Heading() | Picture() | Contents() | PageBreak():
            return ()
        case _:
            assert_never(block)


def own_inlines(block: Block) -> Inlines:
    """Return the inlines that belong to the block itself, not to blocks inside it.

    Tables and pictures give their caption, a quotation its attribution; contents give nothing, as they repeat headings.
    """
    match block:
        case Paragraph(inlines=inlines) | Heading(inlines=inlines):
            return inlines
        case Table(caption=caption) | Picture(caption=caption):
            return caption
        case Quote(attribution=attribution):
            return attribution
        case ListBlock() | Box() | Contents() | PageBreak():
            return ()
        case _:
            assert_never(block)


def walk_inlines(inlines: Inlines) -> Iterator[Inline]:
    """Give every inline, a container before what it holds; what is inside notes follows the note."""
    for inline in inlines:
        yield inline
        if type(inline) in LEAVES:
            continue
        if isinstance(inline, Note):
            for block in walk_blocks(inline.blocks):
                yield from walk_inlines(own_inlines(block))
        else:
            yield from walk_inlines(child_inlines(inline))


def child_inlines(inline: Inline) -> Inlines:
    """Return the inlines directly inside; a note holds blocks and gives none."""
    match inline:
        case Text() | LineBreak() | Gap() | Cite() | Note() | NoteRef() | CrossRef():
            return ()
        case (
            Emph(inlines=inlines)
            | Strong(inlines=inlines)
            | SmallCaps(inlines=inlines)
            | Underline(inlines=inlines)
            | Superscript(inlines=inlines)
            | Subscript(inlines=inlines)
            | Language(inlines=inlines)
            | Link(inlines=inlines)
        ):
            return inlines
        case _:
            assert_never(inline)


def inlines_in_order(blocks: Blocks) -> Iterator[Inline]:
    """Give every inline of the document in the order in which a reader meets it.

    A table's caption stands above its cells, a quotation's attribution below its text.
    """
    for block in blocks:
        if not isinstance(block, Quote):
            yield from walk_inlines(own_inlines(block))
        if type(block) not in _WITHOUT_BLOCKS:
            yield from inlines_in_order(child_blocks(block))
        if isinstance(block, Quote):
            yield from walk_inlines(own_inlines(block))


def map_blocks(blocks: Blocks, change: Callable[[Inlines], Inlines]) -> Blocks:
    """Rebuild the blocks with `change` applied to every run of inlines, in output order.

    `change` gets the inlines of one paragraph, heading, caption or attribution; it sees containers whole and
    goes into them with `map_children` where it wants to.
    """
    return same_or_new(blocks, tuple(map_block(block, change) for block in blocks))


def map_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Rebuild one block and everything in it; see `map_blocks`. What does not change is the same object afterwards."""
    match block:
        case Paragraph() | Heading():
            inlines = change(block.inlines)
            return block if inlines is block.inlines else _with_inlines(block, inlines)
        case ListBlock():
            items = same_or_new(block.items, tuple(map_blocks(item, change) for item in block.items))
            return block if items is block.items else replace(block, items=items)
        case Quote():
            inner, attribution = map_blocks(block.blocks, change), change(block.attribution)
            same = inner is block.blocks and attribution is block.attribution
            return block if same else replace(block, blocks=inner, attribution=attribution)
        case Box():
            inner = map_blocks(block.blocks, change)
            return block if inner is block.blocks else replace(block, blocks=inner)
        case Table():
            return _map_table(block, change)
        case Picture():
            caption = change(block.caption)
            return block if caption is block.caption else replace(block, caption=caption)
        case Contents() | PageBreak():
            return block
        case _:
            assert_never(block)


def _with_inlines(block: Paragraph | Heading, inlines: Inlines) -> Block:
    if isinstance(block, Heading):
        return replace(block, inlines=inlines)
    # Made directly, in a fourth of the time: each stage of a document makes all its paragraphs anew.
    return Paragraph(inlines, block.role, block.id, block.level, block.number, block.origin, block.sentence)


def same_or_new(old: tuple[T, ...], new: tuple[T, ...]) -> tuple[T, ...]:
    """Return `old` where `new` holds the very same objects: a tree is rebuilt along its changes only."""
    return old if len(new) == len(old) and all(map(is_, new, old)) else new


def _map_table(table: Table, change: Callable[[Inlines], Inlines]) -> Table:
    caption = change(table.caption)
    header = same_or_new(table.header, tuple(_map_row(row, change) for row in table.header))
    rows = same_or_new(table.rows, tuple(_map_row(row, change) for row in table.rows))
    same = caption is table.caption and header is table.header and rows is table.rows
    return table if same else replace(table, caption=caption, header=header, rows=rows)


def _map_row(row: Row, change: Callable[[Inlines], Inlines]) -> Row:
    cells = same_or_new(row.cells, tuple(_map_cell(cell, change) for cell in row.cells))
    return row if cells is row.cells else replace(row, cells=cells)


def _map_cell(cell: Cell, change: Callable[[Inlines], Inlines]) -> Cell:
    blocks = map_blocks(cell.blocks, change)
    return cell if blocks is cell.blocks else replace(cell, blocks=blocks)


def map_children(inline: Inline, change: Callable[[Inlines], Inlines]) -> Inline:
    """Rebuild one inline with `change` applied to the inlines inside it, notes included."""
    if type(inline) in LEAVES:
        return inline
    match inline:
        case Text() | LineBreak() | Gap() | Cite() | NoteRef() | CrossRef():
            return inline
        case Emph() | Strong() | SmallCaps() | Underline() | Superscript() | Subscript() | Language() | Link():
            inlines = change(inline.inlines)
            return inline if inlines is inline.inlines else replace(inline, inlines=inlines)
        case Note():
            blocks = map_blocks(inline.blocks, change)
            return inline if blocks is inline.blocks else Note(inline.id, blocks, inline.number, inline.origin)
        case _:
            assert_never(inline)


def map_texts(inlines: Inlines, change: Callable[[str], str]) -> Inlines:
    """Rebuild inlines with `change` applied to the characters of each text in them, in notes too."""
    return same_or_new(inlines, tuple(_with_text_changed(inline, change) for inline in inlines))


def _with_text_changed(inline: Inline, change: Callable[[str], str]) -> Inline:
    if not isinstance(inline, Text):
        return map_children(inline, lambda inner: map_texts(inner, change))
    text = change(inline.text)
    return inline if text is inline.text else Text(text, inline.origin)


def plain_text(inlines: Inlines) -> str:
    """Return the characters a reader sees, notes left out, a line break as a space."""
    parts: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text):
                parts.append(text)
            case Gap(text=text):
                parts.append(f"[{text}]")
            case LineBreak():
                parts.append(" ")
            case NoteRef(number=number):
                parts.append(str(number))
            case CrossRef(text=text):
                parts.append(text)
            case Note() | Cite():
                continue
            case _:
                parts.append(plain_text(child_inlines(inline)))
    return "".join(parts)
