"""What of a workbook has no place in text files: sheets of one's own, cells beside the records, comments."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from openpyxl import load_workbook

from probata.diagnostics import Diagnostic
from probata.diagnostics.span import sheet_of
from probata.workbook.comments import AUTHOR, own_part

_UNREAD_SHEET, _UNREAD_CELLS = "unread-sheet", "cell-without-heading"


def left_behind(data: bytes, findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return what text files do not take over, a line each: unread sheets and cells, then comments of the user's.

    `findings` are those of reading the workbook `data`. Comments of ours, on headings and of findings, are none.
    """
    said = (line for found in findings for line in _unread(found))
    return (*said, *_comments(data))


def _unread(found: Diagnostic) -> Iterator[str]:
    if found.span and found.name == _UNREAD_SHEET:
        yield f"the sheet `{sheet_of(found.span)}`"
    elif found.span and found.name == _UNREAD_CELLS:
        more = f", {found.notes[0]}" if found.notes else ""
        yield f"the cell `{str(found.span).rpartition('#')[2]}`{more}"


def _comments(data: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.comment):
            text = own_part(cell.comment.text).strip()
            if text and cell.comment.author != AUTHOR:
                yield f"the comment on `{sheet.title}!{cell.coordinate}`, “{text.partition(chr(10))[0]}”"
