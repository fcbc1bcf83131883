"""Tables: caption with its number, fixed widths, repeated header rows, totals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from probata.document.blocks import Blocks, Picture, Table
from probata.document.identity import comes_from
from probata.document.origin import Origin
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.fonts.files import USUAL
from probata.fonts.widths import text_width
from probata.word.elements import TABLE, Element, P, add, last_child, make
from probata.writers.docx.inlines import write_inlines
from probata.writers.docx.paragraphs import add_paragraph, keep_with_next, separate, set_property
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.styles import colour, side_margins
from probata.writers.docx.runs import add_field, add_text
from probata.writers.docx.state import Place, State
from probata.writers.docx.style_sheet import (
    ALIGNED,
    CAPTION,
    TABLE_HEADING,
    TABLE_LABEL,
    TABLE_TEXT,
    TABLE_TOTAL,
    TABLES,
)
from probata.writers.row_lengths import LONGEST_WHOLE, bears_notes, is_short, last_together, may_split, row_bears_notes

# How wide a line of text is in Word, near enough to say what stands beside what.

TWIPS: Final = 20
"""Twentieths of a point in a point."""


def twips_of(text: str, size: float, bold: bool = False, face: str = USUAL) -> int:
    """Return the width of a text in twips; `size` is that of the type in points."""
    return round(TWIPS * text_width(text, size, bold, face))


def column_widths(table: Table, width: int, measures: Measures) -> tuple[int, ...]:
    """Divide `width` as the table asks, but make no column narrower than the longest word of its header.

    Widths are in twips and their sum is `width`. The wider columns give what the narrow ones lack. Where the words of
    the header do not fit beside each other, the table's own widths stand.
    """
    asked = _divided(table.widths, width)
    least = [_longest_word(table, column, measures) for column in range(len(asked))]
    lacking = sum(max(0, word - share) for word, share in zip(least, asked, strict=True))
    spare = sum(max(0, share - word) for word, share in zip(least, asked, strict=True))
    if not lacking or lacking > spare:
        return asked
    kept = (max(word, share - (share - word) * lacking // spare) for word, share in zip(least, asked, strict=True))
    return _divided(tuple(kept), width)


def _divided(relative: tuple[int, ...], width: int) -> tuple[int, ...]:
    total, edges = sum(relative), [0]
    for share in relative:
        edges.append(edges[-1] + share)
    return tuple(width * b // total - width * a // total for a, b in pairwise(edges))


def _longest_word(table: Table, column: int, measures: Measures) -> int:
    """Return what the longest word of a header takes with the margins of its cell."""
    words = (word for row in table.header for word in _words(row.cells[column].blocks))
    size, face = measures.size(measures.look.size.table), measures.look.face
    return max((twips_of(word, size, True, face) + side_margins(measures) for word in words), default=0)


def _words(blocks: Blocks) -> list[str]:
    """Return what Word keeps on one line: words, divided behind a hyphen; Chinese is broken anywhere."""
    texts = (plain_text(own_inlines(block)) for block in walk_blocks(blocks))
    words = (word for text in texts for word in re.split(r"\s+|(?<=-)", text))
    return [word for word in words if not any(unicodedata.east_asian_width(sign) in "WF" for sign in word)]


CellWriter = Callable[[Element, Blocks, Place, State], None]
"""Fills a cell: the cell, its blocks, where they stand, the state."""


LEAST_DIVIDED: Final = 4
"""Rows of the shortest table without a head whose last rows stay together."""
_LAST_WITH_NOTES = 2
"""Rows at the end that stay together in a table with notes. Where three of them do not fit with all of their notes,
LibreOffice moves what is left of the table to the next page, though most of it would have fitted."""
_LONGEST_WITH_NOTES = 11
"""Lines that a row with notes may have to be kept whole: LibreOffice moves a longer one on with all of its notes, and
leaves the page white."""


@dataclass(frozen=True, slots=True)
class _Cells:
    write: CellWriter
    state: State
    whole: bool
    """Whether the table stays on one page."""
    last: int
    """How many rows at its end are not parted."""
    origin: Origin | None
    """The record that the table comes from."""


def write_table(parent: Element, table: Table, place: Place, state: State, write_cell: CellWriter) -> None:
    """Add a table with its caption above it."""
    if table.caption:
        write_caption(parent, CAPTION, "Table", table, place, state)
    widths = column_widths(table, place.width, state.measures)
    element = open_table(parent, TABLES[table.kind], widths, state)
    _set_look(element, table)
    points = [width / TWIPS for width in widths]
    text_width = state.text_width / TWIPS
    short, last = is_short(table, points, text_width), last_together(table, points, text_width)
    last = min(last, _LAST_WITH_NOTES) if bears_notes(table) else last
    cells = _Cells(write_cell, state, short, last, table.origin or place.origin)
    for index in range(len(table.header) + len(table.rows)):
        _write_row(element, table, index, widths, cells)


def write_caption(parent: Element, style: str, kind: str, block: Table | Picture, place: Place, state: State) -> None:
    """Add `Table 3: text`; the bookmark of cross-references is round the number alone."""
    paragraph = add_paragraph(parent, style, state)
    if block.number:
        add_text(paragraph, f"{state.meta.label(kind.lower())} ", state.face)
        with state.bookmarks.around(paragraph, state.bookmark_of(block.id)):
            add_field(paragraph, state.sequence(kind, block.number), str(block.number), state.face)
        add_text(paragraph, f"{state.meta.colon} ", state.face)
    write_inlines(paragraph, block.caption, state.face, state)
    state.controls.hold(paragraph, comes_from(block.caption, block, place.origin))


def open_table(parent: Element, style: str, widths: tuple[int, ...], state: State) -> Element:
    """Add an empty table of fixed widths."""
    before = last_child(parent)
    if before is not None and before.tag == TABLE:
        separate(parent, state)
    table = add(parent, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblStyle", val=state.styles.id_of(style, "table"))
    if state.right_to_left:
        add(properties, "bidiVisual")
    add(properties, "tblW", w=sum(widths), type="dxa")
    add(properties, "tblLayout", type="fixed")
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    return table


def _set_look(element: Element, table: Table) -> None:
    flags = {
        "firstRow": bool(table.header),
        "lastRow": bool(table.rows) and table.rows[-1].kind == "total",
        "firstColumn": table.kind == "form",
        "lastColumn": False,
        "noHBand": True,
        "noVBand": True,
    }
    bits = dict(zip(flags, (0x20, 0x40, 0x80, 0x100, 0x200, 0x400), strict=True))
    code = sum(bits[name] for name, flag in flags.items() if flag)
    attributes = {name: str(int(flag)) for name, flag in flags.items()}
    element[0].append(make("tblLook", val=f"{code:04X}", **attributes))


def _kind(table: Table, index: int) -> str:
    return "header" if index < len(table.header) else table.rows[index - len(table.header)].kind


def _is_reached(table: Table, index: int) -> bool:
    """Tell whether the table's style dresses a row by itself: it knows the first and the last only."""
    return index in (0, len(table.header) + len(table.rows) - 1)


def _write_row(element: Element, table: Table, index: int, widths: tuple[int, ...], cells: _Cells) -> None:
    row, kind = (*table.header, *table.rows)[index], _kind(table, index)
    box = add(element, "tr")
    points, longest = (
        [width / TWIPS for width in widths],
        _LONGEST_WITH_NOTES if row_bears_notes(row) else LONGEST_WHOLE,
    )
    splits = kind != "header" and may_split(row, points, cells.state.text_width / TWIPS, longest)
    marks = [*([] if splits else ["cantSplit"]), *(["tblHeader"] if kind == "header" else [])]
    properties = add(box, "trPr") if marks else box
    for mark in marks:
        add(properties, mark)
    for column, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        made = add(box, "tc")
        _set_cell(add(made, "tcPr"), "body" if _is_reached(table, index) else kind, width, cells.state.measures)
        style = TABLE_LABEL if table.kind == "form" and column == 0 else _STYLES[kind]
        origin = row.origin or cells.origin
        place = Place(
            style + ALIGNED[cell.align], in_cell=True, width=width - side_margins(cells.state.measures), origin=origin
        )
        cells.write(made, cell.blocks, place, cells.state)
        for paragraph in made.findall(P) if not splits and _stays_with_next(table, index, cells) else ():
            keep_with_next(paragraph)
        written = made.findall(P)
        for paragraph in written if splits and len(written) > 1 else ():
            set_property(paragraph, make("keepLines"))


def _stays_with_next(table: Table, index: int, cells: _Cells) -> bool:
    """Tell the rows that stand on one page with the next: those before the last, and all of a short table.

    The first row of a long table is not bound to the second: LibreOffice may end the table there and print none of its
    other rows. Without a head the rows say by themselves what they are, and a table of two or three may be divided.
    """
    place, number = index - len(table.header), len(table.rows)
    if cells.whole:
        return 0 <= place < number - 1
    return number - cells.last <= place < number - 1 and place >= 0 and number >= (2 if table.header else LEAST_DIVIDED)


_STYLES: Final = {"header": TABLE_HEADING, "body": TABLE_TEXT, "total": TABLE_TOTAL}


def _set_cell(properties: Element, kind: str, width: int, measures: Measures) -> None:
    add(properties, "tcW", w=width, type="dxa")
    if kind == "total":
        add(
            add(properties, "tcBorders"),
            "top",
            val="single",
            sz=measures.eighths(measures.look.rule.head),
            space=0,
            color="auto",
        )
    if kind == "header":
        add(properties, "shd", val="clear", color="auto", fill=colour(measures.look.colour.head))
