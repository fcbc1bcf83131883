"""Changing cells of a workbook as it is packed: every other cell, sheet and part has the bytes that it had.

Pictures, charts, comments and formulas survive, which a workbook that is taken apart and written anew would lose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Span
from probata.source.cannot_change import CannotChangeError
from probata.source.text_file import ILLEGAL, fault, unprintable
from probata.source.xlsx_reader import NO_WORKBOOK, STYLES, UnreadableWorkbookError
from probata.workbook.addresses import cell_span
from probata.workbook.book_parts import BookParts
from probata.workbook.cell_xml import in_quotes, is_formula, set_value
from probata.workbook.grown_ranges import grow_ranges
from probata.workbook.sheet_grid import SheetGrid


@dataclass(frozen=True, slots=True)
class NewCell:
    """What a cell shall show; an empty text empties it. Rows and columns count from 1."""

    sheet: str
    row: int
    column: int
    text: str


def change_cells(data: bytes, shown: str, cells: Sequence[NewCell]) -> bytes:
    """Return a workbook in which some cells show other texts.

    A cell that is not there is made. Raises `CannotChangeError` for a cell with a formula and for a character that no
    document can hold, `UnreadableWorkbookError` for a file that is no workbook or too large.
    """
    if not cells:
        return data
    try:
        return _changed(data, shown, cells)
    except NO_WORKBOOK as error:
        raise UnreadableWorkbookError(is_too_large=False) from error


def _changed(data: bytes, shown: str, cells: Sequence[NewCell]) -> bytes:
    of_sheet: defaultdict[str, list[NewCell]] = defaultdict(list)
    for cell in cells:
        of_sheet[cell.sheet].append(cell)
    parts = BookParts(data)
    formats = parts.formats()
    for name, changed in of_sheet.items():
        grid = SheetGrid(parts.change(parts.sheets[name]))
        for cell in changed:
            found = grid.cell(cell.row, cell.column)
            _refuse(found, cell, cell_span(shown, name, cell.row, cell.column - 1))
            set_value(found, cell.text, formats)
            if cell.text.startswith("=") and parts.has(STYLES):
                found.set("s", in_quotes(parts.change(STYLES), found.get("s", "0")))
        grow_ranges(parts, name, {(cell.row, cell.column) for cell in changed if cell.text})
    return parts.to_bytes()


def _refuse(found: Any, cell: NewCell, span: Span) -> None:
    if is_formula(found):
        raise CannotChangeError(fault("SRC166", "cell-of-formula", "the cell is worked out by a formula", span,
                                      "change in Excel what it is worked out of, or write the text into it"
                                      ))  # fmt: skip
    if odd := ILLEGAL.search(cell.text):
        raise CannotChangeError(unprintable(odd[0], span))
