"""Tables: caption with its number, fixed widths, repeated header rows, totals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from probata.document.blocks import Blocks, Table
from probata.document.identity import comes_from
from probata.document.origin import Origin
from probata.word.elements import TABLE, Element, P, add, last_child, make
from probata.writers.docx.column_widths import column_widths
from probata.writers.docx.faces import add_text
from probata.writers.docx.fields import add_field
from probata.writers.docx.inlines import write_inlines
from probata.writers.docx.paragraphs import add_paragraph, keep_with_next, separate, set_property
from probata.writers.docx.places import Place
from probata.writers.docx.reference.measures import Measures
from probata.writers.docx.reference.style import colour
from probata.writers.docx.reference.table_styles import side_margins
from probata.writers.docx.state import State
from probata.writers.docx.style_names import (
    ALIGNED,
    CAPTION,
    TABLE_HEADING,
    TABLE_LABEL,
    TABLE_TEXT,
    TABLE_TOTAL,
    TABLES,
)
from probata.writers.docx.widths import TWIPS
from probata.writers.row_lengths import (
    LONGEST_WHOLE,
    bears_notes,
    is_short,
    last_together,
    may_split,
    row_bears_notes,
)

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
LONG: Final = 8
"""Rows of a table of which the first two are not parted either."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """How the cells of one table are filled."""

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
        _write_caption(parent, table, place, state)
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


def _write_caption(parent: Element, table: Table, place: Place, state: State) -> None:
    """Add `Table 3: text`; the bookmark of cross-references is round the number alone."""
    paragraph = add_paragraph(parent, CAPTION, state)
    if table.number:
        add_text(paragraph, f"{state.meta.label('table')} ", state.face)
        with state.bookmarks.around(paragraph, state.bookmark_of(table.id)):
            add_field(paragraph, state.sequence("Table", table.number), str(table.number), state.face)
        add_text(paragraph, f"{state.meta.colon} ", state.face)
    write_inlines(paragraph, table.caption, state.face, state)
    state.controls.hold(paragraph, comes_from(table.caption, table, place.origin))


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
    """Say which rows and columns the table's style sets apart."""
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
    """Return what a row is: `header`, `body` or `total`."""
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
