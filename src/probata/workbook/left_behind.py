"""What of a workbook has no place in text files: sheets, columns and charts of one's own, stray cells, comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.diagnostics import Diagnostic
from probata.diagnostics.span import sheet_of
from probata.source.xlsx_reader import read_workbook
from probata.workbook.book_parts import BookParts
from probata.workbook.cell_xml import MAIN
from probata.workbook.columns import form_called
from probata.workbook.comments import AUTHOR, own_part
from probata.workbook.data_sheets import is_data_sheet
from probata.workbook.found_in_cells import STRUCK_THROUGH
from probata.workbook.own_columns import columns_left
from probata.workbook.rows_between import own_rows
from probata.workbook.sheet_comments import SheetComments

_UNREAD_SHEET, _UNREAD_CELLS, _UNREAD_ROW = "unread-sheet", "cell-without-heading", "row-not-read"


def left_behind(data: bytes, findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return what text files do not take over, a line each: unread sheets and cells, drawings, comments.

    `findings` are those of reading the workbook `data`. Comments of ours, on headings and of findings, are none.
    """
    said = (line for found in findings for line in _unread(found))
    return (*said, *_columns(data), *_drawings(data), *_comments(data))


def _unread(found: Diagnostic) -> Iterator[str]:
    if found.span and found.name == _UNREAD_SHEET:
        yield f"the sheet `{sheet_of(found.span)}`"
    elif found.span and found.name == _UNREAD_ROW:
        yield f"the row {found.span.line} of the sheet `{sheet_of(found.span)}`"
    elif found.span and found.name == STRUCK_THROUGH:
        yield f"what is struck through at `{str(found.span).rpartition('#')[2]}`"
    elif found.span and found.name == _UNREAD_CELLS:
        more = f", {found.notes[0]}" if found.notes else ""
        yield f"the cell `{str(found.span).rpartition('#')[2]}`{more}"


def _columns(data: bytes) -> Iterator[str]:
    for sheet in read_workbook(data):
        if form := form_called(sheet.name):
            what = "row" if form.is_upright else "column"
            yield from (f"the {what} `{one.strip()}` of the sheet `{sheet.name}`" for one in columns_left(sheet, form))
            yield from (f"the row `{one}` of the sheet `{sheet.name}`" for one in own_rows(sheet, form))


def _drawings(data: bytes) -> Iterator[str]:
    """Give the sheets that are read and hold a drawing; another sheet stays behind as a whole."""
    parts = BookParts(data)
    for name, sheet in parts.sheets.items():
        is_read = is_data_sheet(name) or form_called(name) is not None
        if is_read and _draws(parts, sheet):
            yield f"the charts and pictures of the sheet `{name}`"


def _draws(parts: BookParts, sheet: str) -> bool:
    """Tell whether a sheet has a drawing with something in it; LibreOffice gives one to each sheet with a filter."""
    if parts.read(sheet).find(f"{MAIN}drawing") is None:
        return False
    drawing = parts.related(sheet, "drawing")
    return drawing is None or len(parts.read(drawing.target)) > 0


def _comments(data: bytes) -> Iterator[str]:
    parts = BookParts(data)
    for name, sheet in parts.sheets.items():
        for comment in SheetComments(parts, sheet):
            text = own_part(comment.text).strip()
            if text and comment.author != AUTHOR:
                yield f"the comment on `{name}!{comment.address}`, “{text.partition(chr(10))[0]}”"
