"""Blocks to paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, assert_never

from probata.document.blocks import (
    Block,
    Blocks,
    Box,
    Cell,
    Contents,
    ContentsEntry,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Role,
    Row,
    Table,
)
from probata.document.identity import Bearer, comes_from
from probata.document.inlines import Inline, Inlines, Link, Note
from probata.document.rebuild import map_children
from probata.document.together import ABOVE, role_of, stay_with_next
from probata.word.elements import TABLE, Element, P, add, last_child, make, paragraphs
from probata.writers.docx.inlines import frame_group, write_inlines
from probata.writers.docx.numbering import BULLET_LEVELS, CELL_BULLETS, CELL_ORDERED, TEXT_BULLETS, TEXT_ORDERED
from probata.writers.docx.paragraphs import (
    add_paragraph,
    break_page_before,
    keep_with_next,
    separate,
    set_property,
    set_space,
    write_paragraph,
)
from probata.writers.docx.pictures import write_picture
from probata.writers.docx.runs import add_field, add_run, add_text, close_field, open_field
from probata.writers.docx.state import Place, State
from probata.writers.docx.style_sheet import (
    ATTRIBUTION,
    BOX,
    BULLETS,
    CONTENTS,
    CONTENTS_TITLE,
    CONTINUED,
    NUMBERED,
    OF_ROLE,
    ORDERED,
    QUOTES,
    TABLE_LIST,
    heading_style,
)
from probata.writers.docx.tables import TWIPS, open_table, write_table
from probata.writers.row_lengths import may_split

# Boxes: a framed passage is a table of one cell.


def open_box(parent: Element, box: Box, width: int, state: State) -> tuple[Element, int]:
    """Add the frame and return the cell to be filled, with the width of its text.

    A short box stays on one page, as a short row does: else LibreOffice may leave its lower edge alone on the next.
    """
    padding = state.measures.twips(state.measures.look.space.box)
    table, inside = open_table(parent, BOX, (width,), state), width - 2 * padding
    row = add(table, "tr")
    if not may_split(Row((Cell(box.blocks),)), (inside / TWIPS,), state.text_width / TWIPS):
        add(add(row, "trPr"), "cantSplit")
    cell = add(row, "tc")
    add(add(cell, "tcPr"), "tcW", w=width, type="dxa")
    return cell, inside


# The table of contents: a field whose result we write, with links and, where they are known, page numbers.


def write_contents(parent: Element, contents: Contents, state: State) -> None:
    """Add the title and the field; without entries nothing, since a field must have a result."""
    if not contents.entries:
        return
    if contents.title:
        write_paragraph(parent, contents.title, CONTENTS_TITLE, state)
    deepest = min(max(entry.level for entry in contents.entries), len(CONTENTS))
    paragraph = parent
    for index, entry in enumerate(contents.entries):
        paragraph = add_paragraph(parent, CONTENTS[min(entry.level, len(CONTENTS)) - 1], state)
        if index == 0:
            numbers = "" if state.pages else "\\n "
            open_field(paragraph, f'TOC \\o "1-{deepest}" {numbers}\\h \\z \\u')
        _write_entry(paragraph, entry, state)
    close_field(paragraph)


def _write_entry(paragraph: Element, entry: ContentsEntry, state: State) -> None:
    name = state.bookmark_of(entry.target)
    holder = add(paragraph, "hyperlink", anchor=name, history="1") if name else paragraph
    if entry.number:
        add_text(holder, entry.number, state.face)
        add(add_run(holder, state.face), "tab")
    write_inlines(holder, _without_notes_and_links(entry.inlines), state.face, state)
    if name and (page := state.pages.get(entry.target)):
        add(add_run(holder, state.face), "tab")
        add_field(holder, f"PAGEREF {name} \\h", str(page), state.face)


def _without_notes_and_links(inlines: Inlines) -> Inlines:
    """Keep what a heading says: a mark would be a second note, and a link inside a link leads nowhere."""
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Link):
            kept += _without_notes_and_links(inline.inlines)
        elif not isinstance(inline, Note):
            kept.append(map_children(inline, _without_notes_and_links))
    return tuple(kept)


# Lists: bullets that count nothing, and numbers that begin again in each list.

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
            styles = ORDERED if block.ordered else BULLETS
            style = TABLE_LIST if place.in_cell else styles[min(place.list_level, len(styles) - 1)]
            paragraph = write_paragraph(parent, first[0].inlines, style, state, first[0].id)
            state.controls.hold(paragraph, comes_from(first[0].inlines, first[0], place.origin))
            if stay_with_next(item)[0]:
                keep_with_next(paragraph)
            if block.ordered or place.in_cell or level >= len(BULLETS):
                set_property(paragraph, _number(id_, level))
        else:
            rest = item
        write_blocks(parent, rest, inner, state)


def _numbers(block: ListBlock, place: Place) -> str:
    if place.in_cell:
        return CELL_ORDERED if block.ordered else CELL_BULLETS
    return TEXT_ORDERED if block.ordered else TEXT_BULLETS


def _continued(place: Place) -> str:
    return TABLE_LIST if place.in_cell else CONTINUED[min(place.list_level, len(CONTINUED) - 1)]


def _number(id_: str, level: int) -> Element:
    numbering = make("numPr")
    add(numbering, "ilvl", val=level)
    add(numbering, "numId", val=id_)
    return numbering


ROOM: Final = 160
"""Twentieths of a point between a table and the text round it."""


def write_blocks(parent: Element, blocks: Blocks, place: Place, state: State) -> None:
    """Add blocks to a body, a cell or a note."""
    break_is_due = False
    for index, (block, stays) in enumerate(zip(blocks, stay_with_next(blocks), strict=True)):
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
            if stays and not (isinstance(block, Heading) or role_of(block) in ABOVE):  # whose styles say so
                _keep_last_with_next(next(parent.iterchildren(reversed=True)))
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


def _keep_last_with_next(written: Element) -> None:
    """Let a paragraph, or the last row of a table, stand on one page with what follows it."""
    for paragraph in paragraphs(written if written.tag == P else written[-1]):
        keep_with_next(paragraph)


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
