"""Blocks to paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import Final, assert_never

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
    Role,
    Table,
)
from probata.document.identity import Bearer, comes_from
from probata.document.inlines import Inlines
from probata.word.elements import TABLE, Element, P, last_child
from probata.writers.docx.authorities import frame_group
from probata.writers.docx.boxes import open_box
from probata.writers.docx.contents import write_contents
from probata.writers.docx.lists import write_list
from probata.writers.docx.paragraphs import break_page_before, keep_with_next, separate, set_space, write_paragraph
from probata.writers.docx.pictures import write_picture
from probata.writers.docx.places import Place
from probata.writers.docx.state import State
from probata.writers.docx.style_names import (
    ATTRIBUTION,
    NUMBERED,
    OF_ROLE,
    QUOTES,
    heading_style,
)
from probata.writers.docx.tables import write_table

ROOM: Final = 160
"""Twentieths of a point between a table and the text round it."""

LAST_TOGETHER: Final = 3
"""Entries at the end of a list of sources that stand on one page."""


def write_blocks(parent: Element, blocks: Blocks, place: Place, state: State) -> None:
    """Add blocks to a body, a cell or a note."""
    break_is_due = False
    for index, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            break_is_due = True
            continue
        before = last_child(parent)
        _write(parent, block, place, state)
        first = next(iter(parent), None) if before is None else before.getnext()
        if first is not None:
            if before is not None:
                _make_room(before, first, block)
            if break_is_due:
                break_page_before(first)
            if _stays_with_next(blocks, index):
                keep_with_next(first)
            if state.meta.authority_pages:
                frame_group(first, blocks, index)
            break_is_due = False


def _make_room(before: Element, after: Element, block: Block) -> None:
    """Keep text and tables apart: Word's tables have no space of their own above and below."""
    if before.tag == P and after.tag == TABLE:
        set_space(before, "after", ROOM)
    if before.tag == TABLE and after.tag == P and _is_running_text(block):
        set_space(after, "before", ROOM)


def _is_running_text(block: Block) -> bool:
    """Tell headings, captions and notes below tables, whose styles keep their own distance, from the rest."""
    if isinstance(block, Paragraph):
        return block.role is not Role.TABLE_NOTE
    return isinstance(block, ListBlock | Quote)


def _stays_with_next(blocks: Blocks, index: int) -> bool:
    """Tell what must not be the last on its page: the text that is signed, and an entry near the end of the sources."""
    entries = takewhile(_is_entry, blocks[index : index + LAST_TOGETHER + 1])
    return _is_signed(blocks, index) or 1 < sum(1 for _ in entries) <= LAST_TOGETHER


def _is_signed(blocks: Blocks, index: int) -> bool:
    """Tell a paragraph above what is signed: a page with nothing else could be put to another text.

    A heading between them belongs to what is signed.
    """
    below = next((block for block in blocks[index + 1 : index + 4] if not isinstance(block, Heading)), None)
    is_signed = isinstance(below, Paragraph) and below.role in (Role.DECLARATION, Role.SIGNATURE)
    return is_signed and isinstance(blocks[index], Paragraph)


def _is_entry(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in (Role.BIBLIOGRAPHY, Role.AUTHORITY)


def _write(parent: Element, block: Block, place: Place, state: State) -> None:
    match block:
        case Paragraph():
            _write_paragraph(parent, block, place, state)
        case Heading():
            written = write_paragraph(parent, block.inlines, heading_style(block), state, block.id)
            _hold(written, block.inlines, block, place, state)
        case ListBlock():
            write_list(parent, block, place, state, write_blocks)
        case Quote():
            _write_quote(parent, block, place, state)
        case Table():
            write_table(parent, block, place, state, _write_cell)
        case Picture():
            write_picture(parent, block, place, state)
        case Box():
            cell, inside = open_box(parent, block, place.width, state)
            write_blocks(cell, block.blocks, replace(place, width=inside), state)
            close_cell(cell, state)
        case Contents():
            write_contents(parent, block, state)
        case PageBreak():
            return
        case _:
            assert_never(block)


def _write_paragraph(parent: Element, block: Paragraph, place: Place, state: State) -> None:
    style = OF_ROLE[block.role]
    if block.role is Role.NUMBERED:
        style = NUMBERED[min(block.level, len(NUMBERED) - 1)]
    elif block.role is Role.BODY:
        style = place.body_style
    written = write_paragraph(parent, block.inlines, style, state, block.id)
    _hold(written, block.inlines, block, place, state)


def _hold(written: Element, inlines: Inlines, block: Bearer, place: Place, state: State) -> None:
    """Keep where a paragraph comes from. Notes are known by the bookmark round their mark."""
    if not state.in_note:
        state.controls.hold(written, comes_from(inlines, block, place.origin))


def _write_quote(parent: Element, quote: Quote, place: Place, state: State) -> None:
    inner = replace(place, body_style=QUOTES[quote.kind], origin=quote.origin or place.origin)
    write_blocks(parent, quote.blocks, inner, state)
    if quote.attribution:
        last = last_child(parent)
        if last is not None and last.tag == P:
            keep_with_next(last)
        written = write_paragraph(parent, quote.attribution, ATTRIBUTION, state)
        _hold(written, quote.attribution, quote, place, state)


def _write_cell(cell: Element, blocks: Blocks, place: Place, state: State) -> None:
    write_blocks(cell, blocks, place, state)
    if cell.find(P) is None:
        write_paragraph(cell, (), place.body_style, state)
    close_cell(cell, state)


def close_cell(cell: Element, state: State) -> None:
    """End a cell: Word calls a file corrupt whose cell does not end in a paragraph."""
    if len(cell) == 0 or cell[-1].tag == TABLE:
        separate(cell, state)
