"""Going through a tree: every node in the order in which it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never, get_args

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
from probata.document.inlines import (
    Cite,
    CrossRef,
    Gap,
    Inline,
    Inlines,
    Leaf,
    LineBreak,
    Note,
    NoteRef,
    Superscript,
    Text,
    Wrapper,
)

Blocks = tuple[Block, ...]

LEAVES = frozenset(get_args(Leaf))
"""Looked up at once, since nearly all inlines are leaves."""

_WITHOUT_BLOCKS = frozenset({Paragraph, Heading, Picture, Contents, PageBreak})
"""Blocks that hold no others."""


def walk_blocks(blocks: Blocks) -> Iterator[Block]:
    """Give every block, a container before what it holds; blocks of notes are left out."""
    for block in blocks:
        yield block
        if type(block) not in _WITHOUT_BLOCKS:
            yield from walk_blocks(child_blocks(block))


def without_section(blocks: Blocks, heading: str | None) -> Blocks:
    """Return the blocks without the section that begins with the heading of this id, up to the next of its level."""
    kept: list[Block] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level if block.id == heading else 0 if level and block.level <= level else level
        if not level:
            kept.append(block)
    return tuple(kept)


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
    return inline.inlines if isinstance(inline, Wrapper) else ()


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


def has_text(blocks: Iterable[Block]) -> bool:
    """Tell whether blocks hold anything besides headings and gaps."""
    found = inlines_in_order(tuple(block for block in blocks if not isinstance(block, Heading)))
    return any(_says_something(inline) for inline in found)


def _says_something(inline: Inline) -> bool:
    if isinstance(inline, Text):
        return any(character.isalnum() for character in inline.text)
    return isinstance(inline, CrossRef | NoteRef)


def plain_text(inlines: Inlines) -> str:
    """Return the characters a reader sees, the marks of notes left out, a line break as a space."""
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
            case Note() | Cite() | Superscript(inlines=(NoteRef(),)):  # the last is the mark of a note printed again
                continue
            case _:
                parts.append(plain_text(child_inlines(inline)))
    return "".join(parts)
